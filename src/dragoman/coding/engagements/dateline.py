"""The place of a dateline: where what a text reports was held, if nothing in it names another place.

"NAIROBI - The President met his Somali counterpart on Tuesday", "New York, 19 September 2023 – The
Secretary-General met today with ...". It counts only for what was just held, by one who is at home there.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from dragoman.annotate import Annotations
from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import spots
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table
from dragoman.model import Location, Span

HEAD = 800  # characters in which a dateline stands
RECENT = 4  # days before publication of which a dateline still tells the place
_AFTER = re.compile(r"(?:, [^\n–—]{2,40}?)?(?: ?\([^)\n]{2,40}\))? ?(?:-{1,2}|–|—|:|$)", re.MULTILINE)
_HELD_AT = frozenset({"meeting", "talks", "signing", "dialogue"})


@cache
def _seats() -> frozenset[tuple[str, str]]:
    return frozenset((row["code"], fold(row["city"])) for row in table("seats"))


def dateline_of(found: Annotations) -> tuple[Location, Span] | None:
    """Return the town of the document's dateline with its words, None where it has none."""
    text = found.document.text
    for place in found.places:
        if place.start > HEAD or {row.form for row in lookup_state(place.text)} & {"name", "alias"}:
            continue
        line = text.rfind("\n", 0, place.start) + 1
        if text[line : place.start].strip(" (") or not _AFTER.match(text, place.end):
            continue
        if line == 0 and "\n" in text and text.find("\n") == place.end:
            continue  # a headline of one word
        name = place.text.title() if place.text.isupper() else place.text
        where = Location(name, place.country, place.latitude, place.longitude, place.geonameid)
        return where, Span(place.start, place.end, place.text)
    return None


def gathering_of(scene: Scene) -> tuple[Location, Span] | None:
    """Return where the summit or conference that the document speaks of takes place, None if untold."""
    for sentence in scene.layout.sentences:
        for i, unit in enumerate(sentence.units):
            if unit.named or not scene.lexicon.has("gatherings", unit.low):
                continue
            for spot in spots(scene.lexicon, sentence, scene.text):
                near = i < spot.unit <= i + 6 and (spot.venue or scene.lexicon.has("into_place", spot.lead))
                if near and spot.location.country:
                    return spot.location, spot.span
    return None


def carry_gathering(clusters: Sequence[Cluster], where: tuple[Location, Span] | None) -> None:
    """Give meetings beside a gathering its place, where nothing tells another."""
    for c in clusters:
        beside = any(m.sideline for m in c.mentions) and not any(m.place_spans for m in c.mentions)
        if where is not None and c.place is None and beside and c.kind not in ("visit", "call"):
            c.place, c.place_spans, c.place_how = where[0], (where[1],), "inferred"


def carry_dateline(
    clusters: Sequence[Cluster], dateline: tuple[Location, Span] | None, published: date | None
) -> None:
    """Give what was just held without a place that of the dateline, where a party is at home there."""
    if dateline is None:
        return
    where, span = dateline
    for c in clusters:
        if c.place is not None or c.venue is not None or c.kind not in _HELD_AT or c.status != "held":
            continue
        if any(m.sideline or m.place_spans for m in c.mentions):
            continue
        day = c.when.end or c.when.start
        if day is None or (published is not None and not 0 <= (published - day).days <= RECENT):
            continue
        at_home = where.country in c.codes or any((code, fold(where.name)) in _seats() for code in c.codes)
        if at_home:
            c.place, c.place_spans, c.place_how = where, (span,), "inferred"
