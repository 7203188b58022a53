"""Titles in a text, taken apart: modifiers, owner, head, portfolio, body, state.

A title is a head of offices.tsv with what stands around it: "former | Nigerien | Foreign Minister",
"US Africa Command | Director | of Strategy, Engagement and Programs", "President | of Kosovo". The
reading runs outward from the head, to the left over portfolios, bodies, adjectives of nationality and
modifiers, to the right over "of", "for", "to" and what they govern. What it finds of a state becomes
the title's country, save a post's ("Ambassador to Niger") or a subject's ("Envoy for Sudan").
"""

from dataclasses import dataclass, field

from dragoman.annotate.actors.lexical import Agent, Lexical, word_set
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.offices import Office
from dragoman.authority.organisations import Organisation
from dragoman.authority.states import StateName

MODIFIERS = {
    "en": words_of("modifiers_en"),
    "fr": words_of("modifiers_fr"),
}
FORMER = words_of("former")
ACTING = frozenset(["acting", "interim", "caretaker"])
LINKS = {
    "en": words_of("links_en"),
    "fr": words_of("links_fr"),
}
ARTICLES = words_of("articles")
POSTED = frozenset({"ambassador", "envoy"})
OWNING = words_of("owning")
KIN = words_of("kin")
LOCAL = frozenset(("governor", "police_officer", "judge", "legislator", "speaker", "cleric"))
AND = frozenset({"and", "&", "et"})
AFTER = {
    "fr": words_of("after_fr"),
    "en": words_of("after_en"),
}


@dataclass(slots=True)
class Title:
    """A title in a text: tokens `start` to `end`, its head offices and what stands around them.

    `role` is the title as written, without nationality. `country` is the state that the office is
    of, `how` what says so. `body` and `body_text` are the organisation served. `named` is false for
    forms of address. `topic` holds a state that the office is about or posted to.
    """

    start: int
    end: int
    head: int
    offices: list[Office]
    role: str
    country: str | None = None
    how: str = ""
    body: Organisation | None = None
    body_text: str | None = None
    agent: Agent | None = None
    owner_end: int | None = None
    former: bool = False
    acting: bool = False
    plural: bool = False
    topic: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)

    @property
    def office(self) -> Office:
        """The head of the title that ranks highest."""
        return min(self.offices, key=lambda o: o.rank)

    @property
    def unresolved(self) -> bool:
        """Whether it is "counterpart" and it is not known whose."""
        return any("same" in o.flags for o in self.offices)

    @property
    def honorific(self) -> bool:
        """Whether it is nothing but a form of address."""
        return all(o.honorific for o in self.offices)


def portfolio_word(lex: Lexical, at: int) -> bool:
    """Whether token `at` is a word of which titles and ministries are made ("Affairs", "Low-Intensity")."""
    if not 0 <= at < len(lex.tokens):
        return False
    token = lex.tokens[at]
    if not token.word:
        return False
    words = word_set(f"{lex.language}/portfolios")
    low = token.low
    return low in words or ("-" in low and all(part in words for part in low.split("-") if part))


def choose_state(readings: tuple[StateName, ...]) -> str | None:
    """Return the country that the readings of a state's name agree on, the usual one where they do not."""
    codes = list(dict.fromkeys(r.country for r in readings))
    return codes[0] if codes else None


_SMALL = words_of("small")


def show_role(text: str) -> str:
    """Return a title as it is shown: one in capitals is turned to ordinary case."""
    if not text.isupper() or len(text) < 6:
        return text
    words = text.split(" ")
    return " ".join(
        w.lower() if i and w.lower() in _SMALL else w if "." in w else _capitalised(w)
        for i, w in enumerate(words)
    )


def _capitalised(word: str) -> str:
    for sign in ("-", "/"):
        if sign in word:
            return sign.join(_capitalised(part) for part in word.split(sign))
    return word if word in ("US", "UN", "EU", "UK", "NATO", "II", "III") else word.capitalize()
