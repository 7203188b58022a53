"""Talks whose end is told before who held them, as the first sentence of a piece of news does.

"Talks on a truce ended in failure on Friday, the UN said. A and B had been negotiating since Monday": what
the first sentence tells waits for the parties of the next ones.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.agreement import CHANGED, days_agree
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.days import When
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.merge import join
from dragoman.coding.engagements.rows import LIKE, ROWS

NEAR = 3  # sentences in which those who held the talks are told


def awaits(m: Mention) -> bool:
    """Say whether a mention tells how talks came out and not yet whose they were."""
    known = m.when.known or m.place is not None
    return m.kind in ROWS and m.status in CHANGED and known and not (m.parties or m.internal or m.title)


def take_up(waiting: Sequence[Mention], c: Cluster) -> Mention | None:
    """Let a new engagement come out as one that waits for its parties says; return that one, None else."""
    if c.kind not in LIKE or c.status not in ("held", "underway"):
        return None
    for m in waiting:
        after = 0 < c.at - m.sentence.index <= NEAR
        there = c.place is None or m.place is None or c.place.country == m.place.country
        if after and there and _same_days(c.when, m.when):
            when = c.when
            join(c, m)
            c.kind = m.kind if c.kind == "meeting" else c.kind
            if when.how == "since" and when.start is not None and m.when.known:
                c.when = replace(when, end=m.when.end or m.when.start, how="duration")
            return m
    return None


def _same_days(a: When, b: When) -> bool:
    """Say whether two times may be those of one round: since a day that is not after the other."""
    if a.how == "since" and a.start is not None and b.start is not None:
        return a.start <= b.start
    return days_agree(a, b)
