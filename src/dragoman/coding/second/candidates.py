"""What the second reading chooses among: words that may tell, and the actors, places and days of a document.

To what stands in the text are added the days and places that the rules concluded (where they did), and of a
bare weekday the one on the other side of publication ("Friday's visit has been put off").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.authority.gazetteer import cities_named
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.days import days_of
from dragoman.coding.engagements.party import code_of
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import location_of, renamed
from dragoman.coding.engagements.triggers import find_triggers
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.model import Actor, Location, Span, TimeExpression

ACTOR, FIRST, PLACE, LAST = range(4)
"""What a candidate may be of an engagement: who takes part, its first day, its place, its last day."""

SORTS = (
    *("person", "official", "office", "organisation", "state", "group"),
    *("place", "past", "now", "future", "undated"),
    *("rule-place", "rule-past", "rule-now", "rule-future", "rule-undated"),
    *("other-past", "other-now", "other-future", "state-place", "town"),
)
"""What candidates are: kinds of actors, places, days by publication; those of the rules; other weekdays."""

LARGE = 100_000  # inhabitants of a town that is taken for one by its name alone
SHORTEST = 3  # letters of a word that may tell
TELLING = frozenset({"VERB", "NOUN", "AUX", "PROPN", "ADJ"})
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Word:
    """A word that may tell of an engagement: unit `at` of a sentence; `known`: the lexicon has it."""

    sentence: Sentence
    at: int
    known: bool = False

    @property
    def unit(self) -> Unit:
        """The unit itself."""
        return self.sentence.units[self.at]


@dataclass(frozen=True)
class Candidate:
    """One who may take part, a place, or a first or last day; `key` is the same for the same one."""

    channel: int
    sort: str
    key: str
    span: Span
    sentence: int
    code: str | None = None
    actor: Actor | None = None
    place: Location | None = None
    day: date | None = None
    time: TimeExpression | None = None


@dataclass(frozen=True)
class Candidates:
    """The words and candidates of a document, in order, with the engagements that the rules read."""

    words: list[Word]
    named: list[Candidate]
    clusters: Sequence[Cluster]


def last_word(name: str) -> str:
    """Return the last word of a name without accents and in small letters: "the city of Doha" is "doha"."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    return words[-1] if words else ""


def by_publication(first: date, last: date, published: date | None) -> str:
    """Say where days lie: "past", "now", "future"; "undated" where the day of publication is not known."""
    if published is None:
        return "undated"
    return "past" if last < published else "future" if first > published else "now"


def days(
    sort: str, first: date, last: date, span: Span, sentence: int, time: TimeExpression | None
) -> list[Candidate]:
    """Return a first and a last day as candidates."""
    return [
        Candidate(FIRST, sort, f"first {first}", span, sentence, day=first, time=time),
        Candidate(LAST, sort, f"last {last}", span, sentence, day=last, time=time),
    ]


def find_candidates(scene: Scene, clusters: Sequence[Cluster]) -> Candidates:
    """Return what the second reading of a document chooses among."""
    words: list[Word] = []
    named: list[Candidate] = []
    for sentence in scene.layout.sentences:
        own = [m for c in clusters for m in c.mentions if m.sentence is sentence]
        known = {t.at for t in find_triggers(scene.lexicon, sentence, schedule=scene.schedule)}
        known |= {m.trigger.at for m in own}
        for at, unit in enumerate(sentence.units):
            named += _named(scene, sentence, unit)
            if at in known or _may_tell(unit):
                words.append(Word(sentence, at, at in known))
    return Candidates(words, [*named, *_of_rules(scene, clusters)], clusters)


def _may_tell(unit: Unit) -> bool:
    plain = not (unit.named or unit.states) and unit.pos in TELLING
    return plain and unit.low.isalpha() and len(unit.low) >= SHORTEST


def _named(scene: Scene, sentence: Sentence, unit: Unit) -> list[Candidate]:
    """Return what a unit names: actors, a place, days."""
    text = scene.text[unit.start : unit.end]
    span, at = Span(unit.start, unit.end, text), sentence.index
    out = []
    for actor in unit.actors:
        sort = "official" if actor.kind == "person" and actor.sector else actor.kind
        out.append(Candidate(ACTOR, sort, actor.id, span, at, code_of(actor), actor))
    spot = _place(unit, text)
    if spot is not None:
        out.append(Candidate(PLACE, spot[0], last_word(text), span, at, spot[1].country, place=spot[1]))
    if unit.time is not None:
        out += _days_of(unit.time, span, at, scene)
    return out


def _place(unit: Unit, text: str) -> tuple[str, Location] | None:
    """Return the place that a unit names: in the gazetteer's reading, a state, or a large town by name."""
    if unit.place is not None:
        return "place", renamed(location_of(unit.place), text)
    if len(unit.actors) == 1 and unit.actors[0].kind == "state":
        return "state-place", Location(text, code_of(unit.actors[0]))
    unknown = all(a.kind == "person" and a.country is None and a.sector is None for a in unit.actors)
    if unit.states or unit.time or not unknown or not text[:1].isupper():
        return None
    if not unit.actors and unit.pos != "PROPN":
        return None
    towns = [c for c in cities_named(text) if c.population >= LARGE]
    if not towns:
        return None
    town = max(towns, key=lambda c: c.population)
    return "town", Location(text, town.country, town.latitude, town.longitude, town.geonameid)


def _days_of(time: TimeExpression, span: Span, at: int, scene: Scene) -> list[Candidate]:
    told = days_of(time)
    if told is None:
        return []
    first, last = told
    published = scene.published
    out = days(by_publication(first, last, published), first, last, span, at, time)
    words = span.text.lower().split()
    bare = any(w in toml(f"{scene.lexicon.language}/engagement_parts")["weekdays"] for w in words)
    if first == last and published is not None and bare and not any(c.isdigit() for c in span.text):
        other = first + (WEEK if first < published else -WEEK)
        sort = "other-" + by_publication(other, other, published)
        out += days(sort, other, other, span, at, None)
    return out


def _of_rules(scene: Scene, clusters: Sequence[Cluster]) -> list[Candidate]:
    """Return the days and places that the rules concluded, at the words that tell of them."""
    out: list[Candidate] = []
    for cluster in clusters:
        first, last = cluster.when.start, cluster.when.end or cluster.when.start
        for mention in cluster.mentions:
            unit, at = mention.sentence.units[mention.trigger.at], mention.sentence.index
            span = Span(unit.start, unit.end, scene.text[unit.start : unit.end])
            if first is not None and last is not None:
                sort = "rule-" + by_publication(first, last, scene.published)
                out += days(sort, first, last, span, at, None)
            if cluster.place is not None:
                where = cluster.place
                key = last_word(where.name)
                out.append(Candidate(PLACE, "rule-place", key, span, at, where.country, place=where))
    return out
