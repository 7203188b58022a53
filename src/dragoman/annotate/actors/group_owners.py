"""What owns a group: an adjective of nationality, a state or a body before it, "of" or "in" one after it."""

from dragoman.annotate.actors.lexical import Agent, Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.names import not_name
from dragoman.annotate.actors.placing import place_country
from dragoman.annotate.actors.titles import ARTICLES, choose_state, portfolio_word
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.holders import holders_named
from dragoman.authority.states import states

_NUMBERS = words_of("numbers")
_OF = words_of("of")


class OwnerReader:
    """Reads the owners of groups in one text, outside the tokens that are covered already."""

    def __init__(self, lex: Lexical, covered: set[int]) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.covered = covered

    def _free(self, start: int, end: int) -> bool:
        return not any(k in self.covered for k in range(start, end))

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
