"""The words of a text with what the parse says of each, and the lists of words that tell places apart."""

from bisect import bisect_right
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from dragoman.lexicon.phrases import Word, fold, words
from dragoman.lexicon.tables import table, toml

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


class Lists:
    """The sets of words of one language, from lexicon/<language>/places.toml."""

    def __init__(self, language: str) -> None:
        rows = toml(f"{language}/places")
        self.locative = _folded(rows["locative"])
        self.partitive = _folded(rows["partitive"])
        self.actor_before = _folded(rows["actor_before"])
        self.kinds = _folded(rows["kinds"])
        self.speaks = frozenset(rows["speaks"])
        self.bodies = _folded(rows["bodies"])
        self.ends = _folded(rows["ends"])
        self.inside = _folded(rows["inside"])
        self.both = _folded(rows["both"])
        self.streets = _folded(rows["streets"])
        self.starts = _folded(rows["starts"])
        self.titles = _folded(word.rstrip(".") for word in rows["titles"])
        self.not_places = _folded(rows["not_places"])
        self.with_article = _folded(rows["with_article"])


def _folded(given: object) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in given)  # type: ignore[attr-defined]


@cache
def lists(language: str) -> Lists:
    """Return the word lists of `language`."""
    return Lists(language)


@cache
def given_names() -> frozenset[str]:
    """Return given names, folded."""
    return frozenset(row["word"] for row in table("given_names"))


class Context:
    """A text's words, the parse's token of each word, and the language's lists."""

    def __init__(
        self, text: str, parse: Doc | None, language: str, names: frozenset[int] = frozenset()
    ) -> None:
        self.text = text
        self.names = names  # where full names of persons start
        self.words: tuple[Word, ...] = words(text)
        self.lists = lists(language)
        self.parse = parse
        self._starts = [token.idx for token in parse] if parse is not None else []
        self.persons = self._persons()
        self.small = frozenset(word.text for word in self.words if word.text.islower())

    def _persons(self) -> frozenset[str]:
        """Return the folded surnames of persons that the text names in full."""
        found = set()
        for before, word in pairwise(self.words):
            named = before.folded in given_names() or before.folded in self.lists.titles
            if word.gap == " " and named and before.text[0].isupper() and word.text[0].isupper():
                found.add(word.folded)
        for entity in self.parse.ents if self.parse is not None else ():
            if entity.label_ in ("PERSON", "PER") and " " in entity.text.strip():
                found.add(fold(entity.text.split()[-1].removesuffix("'s").removesuffix("’s")))
        return frozenset(found)

    def token(self, at: int) -> Token | None:
        """Return the token of the parse in which word `at` stands."""
        if self.parse is None or not self._starts:
            return None
        return self.parse[bisect_right(self._starts, self.words[at].start) - 1]

    def label(self, at: int) -> str:
        """Return the label of the entity in which word `at` stands, "" for none."""
        token = self.token(at)
        label = token.ent_type_ if token is not None else ""
        return "PERSON" if label == "PER" else label

    def entity(self, at: int) -> tuple[int, int] | None:
        """Return the span of the entity in which word `at` stands."""
        token = self.token(at)
        if token is None or not token.ent_type_ or self.parse is None:
            return None
        first = last = token.i
        while self.parse[first].ent_iob_ != "B" and first > 0:
            first -= 1
        while last + 1 < len(self.parse) and self.parse[last + 1].ent_iob_ == "I":
            last += 1
        return self.parse[first].idx, self.parse[last].idx + len(self.parse[last])

    def before(self, at: int, back: int = 1) -> Word | None:
        """Return the word `back` before `at`, if only a space lies between each."""
        for step in range(back):
            if at - step <= 0 or self.words[at - step].gap != " ":
                return None
        return self.words[at - back]

    def after(self, at: int) -> Word | None:
        """Return the word after `at`, if only a space (or hyphen) lies between."""
        if at + 1 < len(self.words) and self.words[at + 1].gap == " ":
            return self.words[at + 1]
        return None

    def alone(self, start: int, end: int) -> bool:
        """Return whether characters are a line of their own, as over the entries of a programme."""
        before = self.text[max(0, start - 2) : start].strip(" ")
        after = self.text[end : end + 2].strip(" :")
        return (not before or before.endswith("\n")) and (not after or after.startswith("\n"))

    def starts_sentence(self, at: int) -> bool:
        """Return whether word `at` is the first of a sentence or line."""
        if at == 0:
            return True
        between = self.text[self.words[at - 1].end : self.words[at].start]
        return any(c in between for c in '.!?\n:“"') or self.words[at].gap is None
