"""States as actors: the names of states, capitals that stand for governments, nations as nouns."""

from dragoman.annotate.actors.group_owners import OwnerReader
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.titles import choose_state
from dragoman.annotate.actors.wordlists import words_of
from dragoman.model import ActorKind

_STATE_VERBS = words_of("state_verbs")
_STATE_NOUNS = words_of("state_nouns")


class StateReader(OwnerReader):
    """Reads the states of one text that nothing else has covered."""

    def _take(self, start: int, end: int) -> None:
        self.covered.update(range(start, end))

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
