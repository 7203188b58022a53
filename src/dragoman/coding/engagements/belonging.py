"""What belongs together: a meeting to a visit, to what is held beside a summit, to what it was put off to."""

from collections.abc import Sequence
from datetime import date

from dragoman.coding.engagements.cluster import Cluster

VISITING = frozenset({"visit", "visiter", "tour"})


def visits(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the visits among the engagements."""
    return [c for c in clusters if c.kind == "visit" and c.parties]


def same_people(a: Cluster, b: Cluster) -> bool:
    """Say whether two engagements share a party."""
    keys = {p.key for p in a.parties}
    return any(p.key in keys for p in b.parties)


def nearest(clusters: Sequence[Cluster], c: Cluster) -> list[Cluster]:
    """Return the visits, the one that `c` most likely belongs to last: to one country, just before."""
    return sorted(visits(clusters), key=lambda v: (v.at <= c.at, -len(v.countries), v.at))


def on_arrival(visit: Cluster, c: Cluster, published: date | None) -> bool:
    """Say whether a meeting falls on the day that a visit began: "Arrivé mercredi à A, B a rencontré C"."""
    first, last = visit.when.start, visit.when.end
    if (
        first is None
        or last is not None
        or visit.status != "underway"
        or c.status not in ("held", "underway")
    ):
        return False
    return first == published or visit.mentions[0].sentence is c.mentions[0].sentence


def on_tour(visit: Cluster, c: Cluster) -> bool:
    """Say whether a meeting abroad is a stop of a journey told by its region: "a tour of Asia. In A he"."""
    home = {p.code for p in visit.parties}
    abroad = c.place is not None and c.place.country is not None and c.place.country not in home
    return abroad and not visit.countries and visit.at < c.at and visit.status == c.status


def beside(clusters: Sequence[Cluster], i: int) -> bool:
    """Say whether a cluster continues one held beside a summit ("likewise had a meeting with")."""
    c = clusters[i]
    if not any(m.sibling for m in c.mentions) or not i:
        return False
    return any(m.sideline for k in clusters[:i] for m in k.mentions)


def compatible(visit: str, other: str) -> bool:
    """Say whether something in state `other` may be part of a visit in state `visit`."""
    if visit == other:
        return True
    return (visit, other) in {
        ("held", "held"),
        ("underway", "held"),
        ("underway", "announced"),
        ("postponed", "announced"),
        ("cancelled", "announced"),
    }


def part_of(visit: Cluster, c: Cluster) -> bool:
    """Say whether a meeting to come was part of a visit put off: "his programme included a meeting with"."""
    if visit.status not in ("postponed", "cancelled") or not visit.trip or c.trip or c.status != "announced":
        return False
    first = c.mentions[0]
    told = first.open and first.why == "open" and first.sentence.index > visit.at
    there = c.place is not None and c.place.country in set(visit.countries) - {p.code for p in visit.parties}
    return told and there and c.when.known and visit.when.new_start is None and same_people(visit, c)


def later(other: Cluster, c: Cluster) -> bool:
    """Say whether `other` is what `c` was put off to: the same, announced for a later day."""
    if (
        other.kind != c.kind
        or other.status != "announced"
        or "had been planned" in {m.why for m in other.mentions}
    ):
        return False
    first, then = c.when.start, other.when.start
    return first is not None and then is not None and first < then


def within(visit: Cluster, c: Cluster) -> bool:
    """Say whether `c` has a day within the visit; a departure or arrival leaves the end open for a week."""
    start, day = visit.when.start, c.when.start
    if start is None or day is None or day < start:
        return False
    verb = visit.mentions[0].trigger.verb
    if visit.when.end is None or (
        visit.when.end == start and verb is not None and verb.lemma not in VISITING
    ):
        return (day - start).days <= 7
    return day <= visit.when.end
