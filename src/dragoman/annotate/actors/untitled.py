"""Names without a title: what makes a run of capitals a person.

A given name, an office known to be held by one so named, a title in apposition, an initial, or the
statistical model's word; never the last alone where the first word is a place.
"""

from collections.abc import Iterable
from datetime import date

from dragoman.annotate.actors.apposition import APPOSITION_START
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.names import NameReader, given_name, particle
from dragoman.annotate.actors.naming import show_name
from dragoman.annotate.actors.titles import ARTICLES, OWNING, Title, choose_state
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.holders import holders_named

# Years after a term of office in which the surname alone still calls its holder to mind.
REMEMBERED = 10
_LOCATING = frozenset(("à", "a", "in", "at"))
_PLACE_STARTS = words_of("place_starts")


class UntitledReader:
    """Reads the names of one text that have no title before them."""

    def __init__(
        self,
        lex: Lexical,
        titles: dict[int, Title],
        *,
        on: date | None = None,
        model_people: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.names = NameReader(lex)
        self.titles = titles
        self.on = on
        self.model_people = dict(model_people)

    def read(self, at: int) -> Mention | None:
        """Return the person whose name begins at token `at`, None where none does."""
        token = self.tokens[at]
        if not (token.capital or particle(token.low)) or at in self.lex.offices:
            return None
        end = self.names.read(at)
        if end == at:
            return None
        if not token.capital and not self.known(at, end):
            return None
        led = at > 0 and self.tokens[at - 1].low in _LOCATING
        if led and end - at > 2 and not self.known(at, end) and self.known(at + 1, end):
            return None  # "il a reçu à Alger Emmanuel Macron": the town goes before the name
        if not self._is_person(at, end) or self._in_place(at, end):
            return None
        mention = Mention(at, end, "person", show_name(self.tokens.span(at, end)), at, end)
        before = at - 1
        if before > 0 and self.tokens[before].text in ("'s", "’s") and before in self.lex.state_ends:
            start = self.lex.state_ends[before]
            mention.country = choose_state(self.lex.states[start][1])
            mention.basis.append(f"country: {self.tokens.span(start, at)!r} before the name")
        elif at in self.lex.state_ends:
            start = self.lex.state_ends[at]
            readings = self.lex.states[start][1]
            if any(r.form == "demonym" for r in readings):
                mention.country = choose_state(readings)
                mention.basis.append(f"country: {self.tokens.span(start, at)!r} before the name")
        self.after_name(mention)
        return mention

    def known(self, start: int, end: int) -> bool:
        """Whether one so named is known to have held an office."""
        terms = holders_named(self.tokens.span(start, end))
        if self.on is None or end - start > 1:
            return bool(terms)
        last = str(self.on.year - REMEMBERED)
        return any(t.start <= self.on.isoformat() and (t.end is None or t.end >= last) for t in terms)

    def _in_place(self, at: int, end: int) -> bool:
        """Whether the words are the end of a place's name ("New York City", "The Hague")."""
        before = self.tokens[at - 1] if at and self.tokens[at].gap == " " else None
        if before is None:
            return False
        return (before.low == "the" and end == at + 1) or (before.capital and before.low in _PLACE_STARTS)

    def _is_person(self, start: int, end: int) -> bool:
        tokens = self.tokens
        words = [k for k in range(start, end) if tokens[k].word and not tokens[k].initial]
        if self.known(start, end):
            return True
        lows = [tokens[k].low for k in words]
        if not words:
            return False
        if words[0] in self.lex.states and not self.model_says(start, end):
            return False
        if len(words) == 1:
            return self.model_says(start, end) and self._speaks(end) and not self._sentence_start(start)
        if given_name(lows[0]):
            return True
        if self._apposed(end):
            return True
        if self.model_says(start, end):
            return True
        return any(tokens[k].initial for k in range(start + 1, end))

    def _sentence_start(self, at: int) -> bool:
        return at == 0 or self.tokens[at - 1].text in (".", "!", "?", ":") or self.tokens[at].gap == "\n"

    def model_says(self, start: int, end: int) -> bool:
        """Whether the statistical model takes the words for a person."""
        last = self.model_people.get(start)
        return last is not None and last >= end - 1

    def _speaks(self, end: int) -> bool:
        return self.tokens.low(end) in (
            "said",
            "says",
            "told",
            "added",
            "noted",
            "stressed",
            "a",
            "declare",
            "affirme",
        )

    def _apposed(self, end: int) -> bool:
        """Whether a comma and a title stand after token `end`."""
        if self.tokens.low(end) != ",":
            return False
        at = end + 1
        while self.tokens.low(at) in APPOSITION_START:
            at += 1
        return at in self.titles and self.titles[at].head >= at

    def after_name(self, mention: Mention) -> None:
        """Read "of Montenegro", "(Niger)", "from the EU" after a name."""
        at = mention.name_end
        tokens = self.tokens
        if at >= len(tokens) or tokens[at].gap == "\n":
            return
        if tokens[at].low in OWNING or tokens[at].text == "(":
            ahead = at + 1
            while tokens.low(ahead) in ARTICLES:
                ahead += 1
            if ahead in self.lex.states:
                end, readings = self.lex.states[ahead]
                joined = mention.name_end - mention.start == 1 and tokens[mention.start].gap == ""
                if (
                    not joined
                    and readings[0].form != "demonym"
                    and (tokens[at].text != "(" or tokens.low(end) == ")")
                ):
                    mention.country = choose_state(readings)
                    mention.basis.append(f"country: {tokens.span(at, end)!r} after the name")
                    mention.end = end + (1 if tokens[at].text == "(" else 0)
            elif ahead in self.lex.bodies and (tokens[at].text == "(" or mention.titles):
                end, bodies = self.lex.bodies[ahead]
                mention.body, mention.body_text = bodies[0], tokens.span(ahead, end)
                mention.end = end + (1 if tokens[at].text == "(" else 0)
