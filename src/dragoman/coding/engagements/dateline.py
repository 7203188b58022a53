"""The place of a dateline: where what a text reports was held, if nothing in it names another place.

"NAIROBI - The President met his Somali counterpart on Tuesday", "New York, 19 September 2023 – The
Secretary-General met today with ...". It counts only for what was just held, by one who is at home there.
"""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.annotate import Annotations
from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.agreement import wide
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.scene import Scene
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


def datelines(found: Annotations) -> list[tuple[Location, Span]]:
    """Return the towns that lines begin with as their dateline: "NAIROBI - ...", "Brussels: ..."."""
    text = found.document.text
    out: list[tuple[Location, Span]] = []
    for place in found.places:
        if {row.form for row in lookup_state(place.text)} & {"name", "alias"}:
            continue
        line = text.rfind("\n", 0, place.start) + 1
        if text[line : place.start].strip(" (") or not _AFTER.match(text, place.end):
            continue
        if line == 0 and "\n" in text and text.find("\n") == place.end:
            continue  # a headline of one word
        name = place.text.title() if place.text.isupper() else place.text
        where = Location(name, place.country, place.latitude, place.longitude, place.geonameid)
        out.append((where, Span(place.start, place.end, place.text)))
    return out


def _tells_less(c: Cluster, town: Location) -> bool:
    """Say whether a brief tells only a building or the country, and its dateline the town there."""
    if c.place is None or c.kind == "call" or town.country is None:
        return False
    house = c.venue == c.place.name and c.place.country in (None, town.country)
    return house or (wide(c.place) and c.place.country == town.country)


def carry_dateline(clusters: Sequence[Cluster], scene: Scene) -> None:
    """Give what was just held without a place that of the dateline, where a party is at home there.

    In a row of briefs each has a dateline of its own, and below the heading of a day it may be still to come.
    """
    found, published = datelines(scene.found), scene.published
    rows = len(found) > 1
    for c in clusters:
        line = scene.layout.lines[c.mentions[0].sentence.line]
        own = [d for d in found if line.start <= d[1].start < line.end]
        lead = [] if rows else [d for d in found if d[1].start <= HEAD]
        if own and rows and _tells_less(c, own[0][0]):
            c.place, c.place_spans, c.place_how = own[0][0], (own[0][1],), "inferred"
        if c.place is not None or c.venue is not None or c.kind not in _HELD_AT or not (own or lead):
            continue
        ahead = bool(own) and c.status in ("announced", "underway") and c.when.how == "schedule"
        if c.status != "held" and not ahead:
            continue
        if any(m.sideline or m.place_spans for m in c.mentions):
            continue
        where, span = (own or lead)[0]
        if (own and rows) or ahead:
            if where.country in c.codes:
                c.place, c.place_spans, c.place_how = where, (span,), "inferred"
            continue
        day = c.when.end or c.when.start
        if day is None or (published is not None and not 0 <= (published - day).days <= RECENT):
            continue
        at_home = where.country in c.codes or any((code, fold(where.name)) in _seats() for code in c.codes)
        if at_home:
            c.place, c.place_spans, c.place_how = where, (span,), "inferred"
