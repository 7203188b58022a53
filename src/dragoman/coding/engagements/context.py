"""What the document implies of one mention: the counterpart, and the day of its heading.

Everything concluded here is marked as inferred.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.coding.engagements.agreement import wide
from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.cast import Cast
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.days import When, days_of
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.rows import bodies_of_pair, in_row, sides_of_row
from dragoman.model import Location, Span, TimeExpression


def _others(clusters: Sequence[Cluster], own: set[str | None]) -> list[Party]:
    """Return the other side of the last engagement that one of `own` takes part in."""
    for cluster in reversed(clusters):
        codes = {p.code for p in cluster.parties}
        if not own or codes & own:
            found = [p for p in cluster.parties if p.code and p.code not in own]
            if found:
                return found
    return []


def _main_state(cast: Cast, own: set[str | None]) -> list[Party]:
    """Return the state that the document names most, other than `own`, without a name of its own."""
    states = [a for a in cast.actors if a.kind == "state" and a.country and a.country not in own]
    best = max(states, key=lambda a: len(a.mentions), default=None)
    return [Party(best.country)] if best is not None else []


def _each_their_own(parties: list[Party], cast: Cast) -> list[Party]:
    """Give persons without a country those of the states spoken of last: "The ministers, A and B, met"."""
    pair = [p for p in cast.pair if p.code and not p.person]
    unknown = len(parties) > 1 and all(p.person and p.code is None for p in parties)
    if not unknown or len(pair) != len(parties) or len({p.code for p in pair}) < len(pair):
        return parties
    return [replace(p, code=s.code, inferred=True) for p, s in zip(parties, pair, strict=True)]


def complete(m: Mention, clusters: Sequence[Cluster], cast: Cast) -> Mention:
    """Add to a one-sided mention the counterpart that the document implies, as inferred."""
    if m.trip or m.kind == "signing":
        return m
    m = replace(m, parties=_each_their_own(m.parties, cast))
    if m.round and m.follow_up and m.agreed:  # who agrees on a next round need not be there
        m = replace(m, parties=sides_of_row(cast, m.parties, inferred=False))
    certain = {p.code for p in m.parties if not p.loose and p.code}
    if m.follow_up and len(certain) == 1:  # those who go on together act for one side
        code = next(iter(certain))
        m = replace(m, parties=[replace(p, code=code) if p.loose else p for p in m.parties])
    m = bodies_of_pair(m, cast)
    sides = sides_among(m.parties)
    own: set[str | None] = {p.code for p in m.parties}
    if len(sides) > 1 or m.internal:
        return m
    if (
        m.why == "purpose"
        and clusters
        and clusters[-1].trip
        and clusters[-1].mentions[-1].sentence is m.sentence
    ):
        return m
    if m.vague and m.parties and not (m.place is not None and m.place.country and m.place.country not in own):
        found = [p for p in _others(clusters, own) if not p.person]
        found = found or ([] if m.plural else _main_state(cast, own))
        return replace(m, parties=[*m.parties, *(replace(p, inferred=True) for p in found[:1])])
    if m.follow_up or (
        m.parties and m.place is not None and m.place.country and m.place.country not in own and not m.title
    ):
        found = _others(clusters, own)
        abroad = m.place.country if m.place else None
        if m.follow_up or not abroad:
            added = [p for p in found if not p.person] or found
        else:
            added = [p for p in found if p.code == abroad and not p.person]
            if not added and m.vague:
                added = [Party(abroad)]
        return replace(m, parties=[*m.parties, *(replace(p, inferred=True) for p in added)])
    if m.one_sided and not m.title:
        one = _principal(clusters, cast, own)
        return replace(m, parties=[replace(one, inferred=True, side=None), *m.parties]) if one else m
    return in_row(m, clusters, cast)


def _principal(clusters: Sequence[Cluster], cast: Cast, own: set[str | None]) -> Party | None:
    """Return the person whom the story is about: the subject spoken of last, else who met most often."""
    found = [p for p in cast.subject if p.person and p.code and p.code not in own]
    if found:
        return found[0]
    met = [p for c in clusters for p in c.parties if p.person and p.code and p.code not in own]
    return max(met, key=lambda p: sum(q.key == p.key for q in met), default=None)


def entry_place(m: Mention) -> Mention:
    """Give an entry of a schedule the place that its heading names alone."""
    place = m.sentence.defaults.get("place")
    if not isinstance(place, Location) or m.venue or m.phone or m.kind == "call":
        return m
    if m.place is not None and not (wide(m.place) and m.place.country == place.country and not wide(place)):
        return m
    if m.trip and m.countries and place.country not in m.countries:
        return m
    return replace(m, place=place)


def entry_day(m: Mention, published: date | None) -> Mention:
    """Give an entry of a schedule the day of its heading."""
    day = m.sentence.defaults.get("day")
    days = days_of(day) if isinstance(day, TimeExpression) else None
    if m.when.known and not _clock_only(m):
        return _within_heading(m, days, published) if days is not None else m
    if isinstance(day, TimeExpression) and days is not None:
        span = Span(day.start, day.end, day.text)
        if m.trip and m.length and days[0] == days[1]:  # "arrives in A for a two-day visit"
            days = days[0], days[0] + timedelta(days=m.length - 1)
        return replace(m, when=When(days[0], days[1], None, None, day.text, (span,), True, "schedule"))
    return m


_WEEKDAY = re.compile(r"[^\W\d]+(?:\W{1,3}\d{1,2} ?[h:.] ?\d{0,2})?")


def _within_heading(m: Mention, days: tuple[date, date], published: date | None) -> Mention:
    """Read a bare day of the week, and "until Friday", from the days of the heading: "(mardi, 17h45)"."""
    start, end = m.when.start, m.when.end
    ahead = published is not None and published < days[0]  # a trip of today may have begun before
    if m.when.how == "until" and start is None and end is not None and ahead and days[0] <= end:
        return replace(m, when=replace(m.when, start=days[0], inferred=True))
    if start is None or start != end or days[0] <= start <= days[1]:
        return m
    if m.when.text is None or not _WEEKDAY.fullmatch(m.when.text):
        return m
    for k in range((days[1] - days[0]).days + 1):
        day = days[0] + timedelta(days=k)
        if day.weekday() == start.weekday() and days[0] != days[1]:
            return replace(m, when=replace(m.when, start=day, end=day, inferred=True))
    return m


def _clock_only(m: Mention) -> bool:
    return (
        m.when.text is not None
        and any(c.isdigit() for c in m.when.text[:2])
        and (":" in m.when.text or "m" in m.when.text.lower().split()[-1:][0] or "h" in m.when.text)
        and len(m.when.text) < 16
    )
