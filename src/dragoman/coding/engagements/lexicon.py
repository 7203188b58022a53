"""The lexicon of engagements as look-ups: form of a word -> what it may mean.

A language's four files (engagement_verbs, _nouns, _states, _words) are read once a process.
"""

from dataclasses import dataclass
from functools import cache

from dragoman.coding.engagements.forms import english, french
from dragoman.lexicon.tables import table, toml


@dataclass(frozen=True)
class Verb:
    """A verb of engagement in one of its forms."""

    lemma: str
    kind: str
    frame: str
    needs: frozenset[str]
    tenses: frozenset[str]


@dataclass(frozen=True)
class Noun:
    """A noun of engagement; `words` are its words, `plural` whether this form is the plural."""

    words: tuple[str, ...]
    kind: str
    frame: str
    plural: bool


@dataclass(frozen=True)
class State:
    """A word that says how things stand with the engagement that it governs."""

    word: str
    cls: str
    pos: str
    particles: frozenset[str]
    tenses: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """All look-ups of one language; keys are in small letters, apostrophes straight."""

    language: str
    verbs: dict[str, tuple[Verb, ...]]
    nouns: dict[str, tuple[Noun, ...]]
    states: dict[str, tuple[State, ...]]
    words: dict[str, frozenset[str]]

    def has(self, topic: str, word: str) -> bool:
        """Say whether `word` belongs to a list of engagement_words.toml."""
        return word in self.words[topic]


def straight(word: str) -> str:
    """Return `word` in small letters with straight apostrophes."""
    return word.lower().replace("’", "'").replace("‘", "'")


def small(lexicon: Lexicon, word: str) -> bool:
    """Say whether `word` is a determiner or a word of courtesy, which names nobody."""
    return lexicon.has("determiners", word) or lexicon.has("skipped", word)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of `language` ("en" or "fr")."""
    inflect = french if language == "fr" else english
    verbs: dict[str, list[Verb]] = {}
    for row in table(f"{language}/engagement_verbs"):
        needs = frozenset(filter(None, (row["needs"] or "").split("|")))
        for form, tenses in inflect(row["verb"], row["forms"] or "").items():
            verb = Verb(row["verb"], row["kind"], row["frame"], needs, frozenset(tenses))
            verbs.setdefault(straight(form), []).append(verb)
    nouns: dict[str, list[Noun]] = {}
    for row in table(f"{language}/engagement_nouns"):
        for name, plural in ((row["noun"], False), (row["plural"], True)):
            if name:
                # Models split at hyphens or not: "tête-à-tête" is one token in French, "sit-down" three.
                for flat in dict.fromkeys((straight(name), straight(name).replace("-", " - "))):
                    words = tuple(flat.split())
                    nouns.setdefault(words[0], []).append(Noun(words, row["kind"], row["frame"], plural))
    states: dict[str, list[State]] = {}
    for row in table(f"{language}/engagement_states"):
        particles = frozenset(filter(None, (row["particle"] or "").split("|")))
        forms = inflect(row["word"], row["forms"] or "") if row["pos"] == "verb" else None
        if forms is None:
            listed = (row["forms"] or "").removeprefix("present:")
            forms = {form: {"present"} for form in (listed.split(",") if listed else [row["word"]])}
        for form, tenses in forms.items():
            state = State(row["word"], row["class"], row["pos"], particles, frozenset(tenses))
            states.setdefault(straight(form), []).append(state)
    words_ = {
        key: frozenset(straight(w) for w in value)
        for name in ("engagement_words", "engagement_parts")
        for key, value in toml(f"{language}/{name}").items()
    }
    return Lexicon(
        language,
        {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(sorted(v, key=lambda n: -len(n.words))) for k, v in nouns.items()},
        {k: tuple(v) for k, v in states.items()},
        words_,
    )
