"""What carries over between engagements of one document: days, places and changes, as inferred."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.coding.engagements.agreement import CHANGED, outside, wide
from dragoman.coding.engagements.belonging import (
    beside,
    compatible,
    later,
    nearest,
    on_arrival,
    on_tour,
    part_of,
    same_people,
    visits,
    within,
)
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.venues import common


def carry_days(clusters: Sequence[Cluster], published: date | None = None) -> None:
    """Give meetings without a day the day of the summit, sibling or visit that they belong to."""
    for i, c in enumerate(clusters):
        if c.when.known or c.kind == "visit" or any(m.follow_up for m in c.mentions):
            continue
        first = c.mentions[0]
        source: Cluster | None = None
        how = ""
        if first.sideline or beside(clusters, i):
            source = next(
                (
                    s
                    for s in clusters
                    if s.kind == "summit" and s is not c and s.when.known and s.status == c.status
                ),
                None,
            )
            how = "summit"
        if source is None and any(m.sibling for m in c.mentions) and i:
            before = clusters[i - 1]
            if (
                same_people(before, c)
                and before.status == c.status
                and before.when.known
                and before.kind != "visit"
                and (before.when.start == before.when.end and c.kind != "call" and before.kind != "call")
            ):
                source, how = before, "sibling"
        if source is None and c.kind == "signing" and i:
            before = clusters[i - 1]
            close = c.at - before.mentions[-1].sentence.index <= 2
            alike = before.status == c.status and (same_people(before, c) or c.codes <= before.codes)
            if close and alike and before.kind in ("meeting", "talks") and before.when.start:
                source, how = before, "sibling"  # "at the end of the talks the two countries signed"
        if source is None and c.kind != "call":
            for visit in nearest(clusters, c):
                arrived = on_arrival(visit, c, published)
                if not visit.when.start or not (visit.when.end or arrived) or not same_people(visit, c):
                    continue
                abroad = set(visit.countries) - {p.code for p in visit.parties}
                here = {c.place.country} if c.place is not None and c.place.country else c.codes
                inside = abroad & here or (visit.codes & here if not source else set())
                inside = inside or (here if on_tour(visit, c) else set())
                if inside and compatible(visit.status, c.status):
                    source, how = visit, "visit"
                    if c.place is not None and visit.place is not None and c.place.name == visit.place.name:
                        break
        if source is not None and not outside(c.when, source.when):
            c.when = replace(
                source.when,
                end=source.when.end or (source.when.start if how == "visit" else None),
                inferred=True,
                how=how,
                text=c.when.text or (source.when.text if how != "visit" else None),
            )


def carry_changes(clusters: Sequence[Cluster]) -> None:
    """A meeting that "had been expected" during a visit put off or called off is so too.

    So is what "had been due" on a day before the one that it is now announced for.
    """
    for c in clusters:
        unmade = c.status == "cancelled" and c.mentions[0].why == "would have"
        planned = c.status == "announced" and any(m.why == "had been planned" for m in c.mentions)
        if not (unmade or planned):
            continue
        for other in clusters:
            same = same_people(other, c) or other.codes == c.codes
            if other is not c and other.status in ("postponed", "cancelled") and same:
                c.status = other.status
            elif other is not c and other.codes == c.codes and planned and later(other, c):
                c.status = "postponed"
                c.when = replace(c.when, new_start=other.when.start, new_end=other.when.end)


def carry_given_up(clusters: Sequence[Cluster]) -> None:
    """What was part of the programme of a visit put off or called off is so too."""
    for c in clusters:
        visit = next((v for v in clusters if part_of(v, c)), None)
        if visit is not None:
            c.status = visit.status


def _town(clusters: Sequence[Cluster], c: Cluster, lexicon: Lexicon) -> Cluster | None:
    """Return the visit that tells the town of a building that has no name of its own: "at his palace"."""
    if c.place is None or c.venue != c.place.name or not common(lexicon, c.place.name):
        return None
    for visit in reversed(nearest(clusters, c)):
        place = visit.place
        there = place is not None and not wide(place) and c.place.country in (None, place.country)
        beside = any(v.sentence is m.sentence for v in visit.mentions for m in c.mentions)
        if there and same_people(visit, c) and (beside or within(visit, c) or not c.when.known):
            return visit
    return None


def carry_places(clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """Give meetings without a place that of the visit, summit or sibling that they belong to."""
    for i, c in enumerate(clusters):
        town = _town(clusters, c, lexicon) if c.kind not in ("visit", "call") else None
        if town is not None:
            c.place, c.place_spans, c.place_how = town.place, town.place_spans, "inferred"
        if c.place is not None or c.kind in ("visit", "call") or any(m.place_spans for m in c.mentions):
            continue
        source: Cluster | None = None
        if any(m.sideline for m in c.mentions) or beside(clusters, i):
            found = [s for s in clusters if s.kind in ("summit", "visit") and s.place is not None]
            source = next(iter(sorted(found, key=lambda s: _apart(s, c))), None)
        if source is None:
            for visit in nearest(clusters, c):
                if (
                    visit.place is None
                    or not same_people(visit, c)
                    or (visit.status in CHANGED and c.status not in CHANGED | {"announced"})
                ):
                    continue
                hosts = {p.code for p in c.parties} - {p.code for p in visit.parties}
                during = within(visit, c)
                local = bool(hosts & set(visit.countries))
                if (local or during or (visit.status == "underway" and not c.when.known)) and not (
                    c.when.start and visit.when.start and not during
                ):
                    source = visit
        stop = _stop(clusters, c) if source is None else None
        if stop is not None:
            c.place, c.place_spans, c.place_how = stop.place, stop.place_spans, "inferred"
            continue
        if source is None and i and c.kind == "signing" and c.when.how == "sibling":
            source = clusters[i - 1]
        if source is None and i and any(m.sibling for m in c.mentions) and same_people(clusters[i - 1], c):
            source = clusters[i - 1] if clusters[i - 1].kind not in ("visit", "call") else None
        source = _nearer(clusters, i, source) or source
        if source is not None and source.place is not None:
            c.place, c.place_spans, c.place_how = source.place, source.place_spans, "inferred"


def _stop(clusters: Sequence[Cluster], c: Cluster) -> Mention | None:
    """Return the stop, of a journey to several countries, in the country of those who are met."""
    for visit in visits(clusters):
        hosts = {p.code for p in c.parties} - {p.code for p in visit.parties}
        if len(visit.countries) < 2 or visit.place is not None or not same_people(visit, c):
            continue
        stops = [m for m in visit.mentions if m.place is not None and m.place.country in hosts]
        if stops and within(visit, c) and compatible(visit.status, c.status):
            return stops[-1]
    return None


def _apart(source: Cluster, c: Cluster) -> tuple[bool, bool]:
    """Rate how unlikely something beside `source` is held there: abroad for all, on other days."""
    abroad = source.place is None or source.place.country not in c.codes
    return abroad and source.kind == "visit", not (
        c.when.known and (c.when.start, c.when.end) == (source.when.start, source.when.end)
    )


def _nearer(clusters: Sequence[Cluster], i: int, source: Cluster | None) -> Cluster | None:
    """Return the meeting just before that tells the town, where a visit tells no more than the country."""
    c = clusters[i]
    before = clusters[i - 1] if i else None
    if source is None or before is None or source.place is None or before.place is None:
        return None
    same = before.place.country == source.place.country and same_people(before, c)
    town = wide(source.place) and not wide(before.place) and before.venue is None
    return (
        before
        if same and town and before.kind not in ("visit", "call") and before.status == c.status
        else None
    )
