"""One journey told in stages: setting off, arriving, and what is visited in the country the day after."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.coding.engagements.agreement import CHANGED, covers, wide
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.days import When
from dragoman.coding.engagements.mention import Mention

FLIGHT = timedelta(days=2)  # from setting off to arriving
NEXT = timedelta(days=1)
LEAVING = frozenset(
    {"leave", "depart", "fly", "head", "jet", "set", "partir", "repartir", "quitter", "envoler", "go"}
)


def _same_way(c: Cluster, m: Mention) -> bool:
    """Say whether the same one goes to the same country, by both."""
    if (
        not (c.trip and m.trip)
        or m.title
        or not m.parties
        or not c.parties
        or not m.when.start
        or not c.when.start
    ):
        return False
    if not (covers(m.parties, c.parties) and covers(c.parties, m.parties)):
        return False
    goals = set(m.countries)
    return len(goals) == 1 and goals == set(c.countries) and not ({c.status, m.status} & CHANGED)


def _set_off(c: Cluster) -> bool:
    first = c.mentions[0]
    verb = first.trigger.verb
    leaving = verb is not None and verb.lemma in LEAVING
    return leaving and len(c.mentions) == 1 and first.when.start == first.when.end


def stage(c: Cluster, m: Mention) -> When | None:
    """Return the days of the journey `c` with the stage that `m` tells of it, None where it tells none.

    One leaves for a country on Wednesday and is due there on Friday; the day after one visits more of it.
    """
    if (
        not _same_way(c, m)
        or c.status not in ("announced", "underway")
        or m.status not in ("announced", "underway")
    ):
        return None
    start, end = c.when.start, c.when.end or c.when.start
    assert start is not None
    assert end is not None
    assert m.when.start is not None
    vague = c.place is None or wide(c.place)
    if _set_off(c) and vague and timedelta(0) < m.when.start - start <= FLIGHT:
        return m.when
    inland = (
        (m.place is None or m.place == c.place)
        and m.trigger.verb is not None
        and c.mentions[-1].sentence.index >= m.sentence.index - 1
    )
    if inland and end < m.when.start <= end + NEXT:
        return When(
            start,
            m.when.end,
            text=c.when.text,
            spans=(*c.when.spans, *m.when.spans),
            inferred=True,
            how="stages",
        )
    return None


def as_planned(m: Mention, clusters: Sequence[Cluster]) -> Mention:
    """Return what was put off as the journey just told: "the visit had been due in July but was put back"."""
    if (
        not m.trip
        or m.parties
        or m.status not in ("postponed", "cancelled")
        or not (m.anaphoric and m.when.known)
    ):
        return m
    made = ("held", "underway")  # one still to come is the same, on another day
    last = next((c for c in reversed(clusters) if c.trip and c.parties and c.status in made), None)
    if last is None or (m.countries and not set(m.countries) & set(last.countries)):
        return m
    parties = [replace(p, inferred=True) for p in last.parties]
    return replace(m, parties=parties, countries=m.countries or last.countries, place=m.place or last.place)
