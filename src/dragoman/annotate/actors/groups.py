"""Groups and states: "Nigerien authorities", "the Sudanese army", "eight foreign ministers", "Niger".

An agent noun with what owns it to the left (an adjective of nationality, "Niger's", a body's name) or
to the right ("police in Lagos", "the government of Chad") is a group (`group_owners`). What is left of
the names of states are states themselves (`state_mentions`).
"""

from dragoman.annotate.actors.lexical import Agent
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.state_mentions import StateReader
from dragoman.annotate.actors.titles import ARTICLES, FORMER, choose_state


class GroupReader(StateReader):
    """Reads the groups, bodies and states of one text, where no person or office has been read."""

    def read(self) -> list[Mention]:
        """Return the mentions of groups, bodies and states, in order."""
        found = self._groups()
        found += self._bodies()
        found += self._states()
        return sorted(found, key=lambda m: m.start)

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
