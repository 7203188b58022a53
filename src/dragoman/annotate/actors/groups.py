"""Groups and states: "Nigerien authorities", "the Sudanese army", "eight foreign ministers", "Niger".

An agent noun with what owns it to the left (an adjective of nationality, "Niger's", a body's name) or
to the right ("police in Lagos", "the government of Chad") is a group. What is left of the names of
states are states themselves.
"""

from dragoman.annotate.actors.lexical import Agent, Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.names import not_name
from dragoman.annotate.actors.placing import place_country
from dragoman.annotate.actors.titles import ARTICLES, FORMER, choose_state, portfolio_word
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.holders import holders_named
from dragoman.authority.states import states
from dragoman.model import ActorKind

_NUMBERS = words_of("numbers")
_NO_ADJECTIVE = words_of("no_adjective")
_OF = words_of("of")


class GroupReader:
    """Reads the groups, bodies and states of one text, where no person or office has been read."""

    def __init__(self, lex: Lexical, covered: set[int]) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.covered = covered

    def read(self) -> list[Mention]:
        """Return the mentions of groups, bodies and states, in order."""
        found = self._groups()
        found += self._bodies()
        found += self._states()
        return sorted(found, key=lambda m: m.start)

    def _free(self, start: int, end: int) -> bool:
        return not any(k in self.covered for k in range(start, end))

    def _take(self, start: int, end: int) -> None:
        self.covered.update(range(start, end))

    def _groups(self) -> list[Mention]:
        found = []
        for at in sorted(self.lex.agents):
            end, agent = self.lex.agents[at]
            if agent.kind in ("mod", "vague") or not self._free(at, end) or self._inside(at, end):
                continue
            if self._modifies(end):
                continue
            mention = self._group(at, end, agent)
            if mention is not None:
                found.append(mention)
                self._take(mention.start, mention.end)
        return found

    def _modifies(self, end: int) -> bool:
        """Whether another agent follows at once, so that this one only qualifies it ("communist rebels")."""
        hit = self.lex.agents.get(end)
        return (
            hit is not None
            and hit[1].kind in ("people", "body", "general")
            and self.tokens[end].gap == " "
            and not self.tokens[end].capital
        )

    def _inside(self, at: int, end: int) -> bool:
        """Whether an agent's words are part of a longer name of a state or body, or that name itself."""
        for start in range(max(0, at - 11), at + 1):
            for known in (self.lex.bodies, self.lex.states):
                if start in known and known[start][0] >= end:
                    return True
        return False

    def _heading(self, at: int, agent: Agent) -> bool:
        """Whether a capital makes an agent's noun part of a heading or name that is not known."""
        token = self.tokens[at]
        if not token.capital or agent.plural:
            return False
        first = at == 0 or self.tokens[at - 1].text in '.!?:;"“”•*-–—|' or token.gap == "\n"
        return (
            agent.kind != "body"
            or agent.sector in ("BUS", "SOC", "LAB", "CVL", "")
            or (token.upper and not first)
        )

    def _group(self, at: int, end: int, agent: Agent) -> Mention | None:
        lex, tokens = self.lex, self.tokens
        mention = Mention(
            at, end, "group", plural=agent.plural, sector=agent.sector or None, secondary=agent.secondary
        )
        start = at
        while start > 0 and tokens[start].gap != "\n" and start - 1 not in self.covered:
            before = tokens[start - 1]
            if (
                start in lex.state_ends
                and mention.country is None
                and self._free(lex.state_ends[start], start)
            ):
                start = self._owner(mention, start)
                continue
            if (
                before.text in ("'s", "’s", "'", "’")
                and start - 1 in lex.state_ends
                and mention.country is None
            ):
                start = self._owner(mention, start - 1)
                continue
            if start in lex.body_ends and mention.body is None and self._free(lex.body_ends[start], start):
                first = lex.body_ends[start]
                mention.body = lex.bodies[first][1][0]
                mention.body_text = tokens.span(first, start)
                start = first
                continue
            if before.text in ("'s", "’s") and start - 1 in lex.body_ends and mention.body is None:
                first = lex.body_ends[start - 1]
                mention.body = lex.bodies[first][1][0]
                mention.body_text = tokens.span(first, start - 1)
                start = first
                continue
            mod = self._mod_ending(start)
            if mod is not None and mention.country is None:
                if not mention.sector or agent.kind == "general":
                    mention.sector, mention.secondary = mod[1].sector or mention.sector, mod[1].secondary
                start = mod[0]
                continue
            if mention.country is not None or mention.body is not None:
                break
            if before.capital and start == at and not tokens[at].upper:
                code = self._named_owner(start - 1)
                if code is not None:
                    mention.country = code
                    mention.basis.append(f"country: {before.text!r}")
                    start -= 1
                    continue
            if (
                before.word
                and not before.capital
                and before.low not in ARTICLES
                and self._adjective(start - 1)
            ):
                start -= 1
                continue
            break
        if tokens.low(start - 1) in FORMER and start - 1 not in self.covered:
            start -= 1
            mention.sector, mention.secondary = "ELI", ()
        mention.start = start
        mention.definite = tokens.low(start - 1) in ARTICLES - {"a", "an"}
        if (
            lex.language == "fr"
            and end in lex.states
            and any(r.form == "demonym" for r in lex.states[end][1])
        ):
            mention.country = choose_state(lex.states[end][1])
            mention.basis.append(f"country: {tokens.span(end, lex.states[end][0])!r}")
            end = mention.end = lex.states[end][0]
        if mention.country is None and mention.body is None:
            self._owner_after(mention, end)
        if mention.country is None and mention.body is None and self._heading(at, agent):
            return None
        if agent.kind == "general" and mention.end == end and tokens.low(end) in ("of", "de", "d'", "des"):
            return None
        if (
            agent.kind == "general"
            and mention.country is None
            and mention.body is None
            and not mention.sector
        ):
            return None
        mention.key = agent.term
        mention.name = " ".join(tokens.span(mention.start, mention.end).split())
        return mention

    def _named_owner(self, at: int) -> str | None:
        """Return the country of a place or known leader that owns a group ("Queensland police")."""
        word = self.tokens[at].text
        if not_name(self.lex, self.tokens[at].low) or portfolio_word(self.lex, at):
            return None
        terms = holders_named(word)
        codes = {term.country for term in terms}
        if len(codes) == 1 and terms[0].country in states():
            return terms[0].country
        return place_country(word)

    def _owner(self, mention: Mention, at: int) -> int:
        start = self.lex.state_ends[at]
        mention.country = choose_state(self.lex.states[start][1])
        mention.basis.append(f"country: {self.tokens.span(start, at)!r}")
        return start

    def _owner_after(self, mention: Mention, end: int) -> None:
        tokens, lex = self.tokens, self.lex
        if end >= len(tokens) or tokens.low(end) not in _OF:
            return
        own = mention.kind == "organisation" and mention.body is not None and mention.body.code
        if own and tokens.low(end) in ("in", "en"):  # "Hamas in Doha"
            return
        at = end + 1
        while tokens.low(at) in ARTICLES:
            at += 1
        if at < len(tokens) and at in lex.states and self._free(at, lex.states[at][0]):
            last, readings = lex.states[at]
            if readings[0].form != "demonym":
                mention.country = choose_state(readings)
                mention.basis.append(f"country: {tokens.span(end, last)!r}")
                if mention.kind == "group" and tokens.low(end) in ("of", "de", "du", "des", "d'"):
                    mention.end = last
        elif mention.body is None and at in lex.bodies and tokens.low(end) not in ("in", "en"):
            mention.body = lex.bodies[at][1][0]
            mention.body_text = tokens.span(at, lex.bodies[at][0])
            mention.end = lex.bodies[at][0]
        elif (
            mention.kind == "group"
            and tokens.low(end) in ("in", "of", "from", "a", "de")
            and at < len(tokens)
            and tokens[at].capital
        ):
            for last in range(min(at + 3, len(tokens)), at, -1):
                code = (
                    place_country(" ".join(tokens.span(at, last).split()))
                    if tokens[last - 1].capital
                    else None
                )
                if code is not None:
                    mention.country = code
                    mention.basis.append(f"country: {tokens.span(end, last)!r}")
                    break

    def _mod_ending(self, at: int) -> tuple[int, Agent] | None:
        for start in range(at - 1, max(at - 4, -1), -1):
            hit = self.lex.agents.get(start)
            if hit and hit[0] == at and self._free(start, at) and hit[1].kind != "general":
                return start, hit[1]
        return None

    def _adjective(self, at: int) -> bool:
        """Whether the word at `at` is an adjective or number on the way to an owner two words on at most."""
        if self.tokens[at].low in _NUMBERS:
            return True
        return any(
            at - k in self.lex.state_ends or at - k in self.lex.body_ends for k in (0, 1) if at - k > 0
        ) and (
            self.tokens[at].low
            not in ("and", "or", "in", "of", "to", "for", "with", "by", "on", "at", "from", "et", "de")
        )

    def _bodies(self) -> list[Mention]:
        found = []
        for at in sorted(self.lex.bodies):
            end, bodies = self.lex.bodies[at]
            if not self._free(at, end):
                continue
            name = " ".join(self.tokens.span(at, end).split())
            mention = Mention(at, end, "organisation", name, at, end, body=bodies[0], body_text=name)
            if at in self.lex.state_ends and self._free(self.lex.state_ends[at], at):
                mention.start = self._owner(mention, at)
            elif self.tokens.low(at - 1) in ("'s", "’s") and at - 1 in self.lex.state_ends:
                mention.start = self._owner(mention, at - 1)
            if mention.country is None and self.tokens.low(end) in ("of", "de", "du", "in", "'s", "’s"):
                last = end
                self._owner_after(mention, last)
            mention.key = bodies[0].id
            self._take(mention.start, end)
            found.append(mention)
        return found

    def _states(self) -> list[Mention]:
        found = []
        for at in sorted(self.lex.states):
            end, readings = self.lex.states[at]
            if not self._free(at, end):
                continue
            forms = {r.form for r in readings}
            code = choose_state(readings)
            if code is None or (forms == {"demonym"} and not self._people(at, end)):
                continue
            if forms <= {"capital", "seat"} and not self._acts(at, end):
                continue
            name = " ".join(self.tokens.span(at, end).split())
            kind: ActorKind = "group" if forms == {"demonym"} else "state"
            found.append(
                Mention(at, end, kind, name, at, end, country=code, key=code if kind == "state" else name)
            )
        return found

    def _people(self, at: int, end: int) -> bool:
        """Whether an adjective of nationality stands as a noun ("the French said", "Nigeriens")."""
        if not self.tokens[at].capital:
            return False
        following = self.tokens.low(end)
        return self.tokens[at].low.endswith("s") or (
            self.tokens.low(at - 1) in ("the", "les")
            and following in ("have", "are", "were", "said", "say", "ont", "and", ".", ",")
        )

    def _paired(self, at: int, end: int) -> bool:
        """Whether a hyphen joins a capital to another state ("Pristina-Belgrade")."""
        text, tokens = self.tokens.text, self.tokens
        after = end in self.lex.states and text[tokens[end - 1].end : tokens[end].start] in ("-", "–", "‑")
        before = at in self.lex.state_ends and text[tokens[at - 1].end : tokens[at].start] in ("-", "–", "‑")
        return after or before

    def _acts(self, at: int, end: int) -> bool:
        """Whether a capital stands for its government: an agent and no place."""
        before, after = self.tokens.low(at - 1), self.tokens.low(end)
        if self._paired(at, end):
            return True
        if before in (
            "in",
            "at",
            "to",
            "from",
            "near",
            "of",
            "visit",
            "outside",
            "around",
            "into",
            "through",
            "a",
            "au",
            "en",
            "vers",
            "sur",
            "via",
            "depuis",
        ):
            return False
        if before in ("between", "with", "against", "by", "entre", "avec", "contre", "par"):
            return True
        if before == "and" and at >= 2 and at - 1 in self.lex.state_ends:
            return self._acts(self.lex.state_ends[at - 1], at - 1)
        return (
            after in _STATE_VERBS
            or (after in ("'s", "’s") and self.tokens.low(end + 1) in _STATE_NOUNS)
            or (self.tokens[end].gap == "" and after == "-" if end < len(self.tokens) else False)
        )


_STATE_VERBS = words_of("state_verbs")
_STATE_NOUNS = words_of("state_nouns")
