"""Mentions that tell of one engagement become one: headline, lead and third paragraph.

Two mentions are one engagement where neither their parties, nor their days, nor their places, nor
their states contradict each other. Body text goes before headlines, so that a headline, which
says least, joins what the text tells and never the reverse.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.coding.engagements.agreement import (
    CHANGED,
    FAMILIES,
    agree,
    covers,
    exact,
    goes_on,
    same_office,
    wide,
)
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.days import LONGEST, When
from dragoman.coding.engagements.journeys import stage
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import Party, unique


def _rank(m: Mention) -> int:
    return (0 if m.title else 2) + (0 if m.open else 1) + (3 if m.status in CHANGED else 0)


def join(c: Cluster, m: Mention) -> None:
    """Take mention `m` into the engagement `c`."""
    if c.open and not m.open and c.kind == "talks" and m.kind == "meeting" and _inside(m.when, c.when):
        c.kind, c.when = m.kind, m.when  # "led a mission to A to pursue talks with B. On Friday he met C"
    if c.status == "cancelled" and m.status == "postponed" and c.mentions[0].why == "given up":
        c.status = m.status  # "will not make the trip", which then is said to be put off
    best = max(_rank(x) for x in c.mentions)
    if _rank(m) > best or (c.open and not m.open and not m.title):
        c.status, c.open = m.status, m.open
        if m.status in CHANGED and c.kind in ("talks", "meeting") and m.kind in ("talks", "meeting"):
            c.kind = c.kind
    c.parties = unite(c.parties, m.parties)
    c.mediators = unique([*c.mediators, *m.mediators])
    whole = m.title and c.trip and bool(c.countries)  # "trip to A and B" above one's own visit to A
    if (m.kind != "summit" or c.kind == "summit") and not whole:
        c.countries = list(dict.fromkeys([*c.countries, *m.countries]))
    if m.anaphoric and goes_on(m) and c.status == "held" and c.when.start and m.when.end:
        c.status, c.when = "underway", replace(c.when, end=max(c.when.start, m.when.end))
    c.when = stage(c, m) or _finer(c.when, m.when, m.title)
    if c.place is None and not (c.trip and len(c.countries) > 1):
        c.place, c.venue, c.place_spans = m.place, m.venue or c.venue, m.place_spans
    elif (
        (
            c.place is not None
            and m.place is not None
            and (c.place.geonameid is None or wide(c.place))
            and m.place.geonameid
            and not m.title
        )
        and c.venue is None
        and c.place.country == m.place.country
    ):
        c.place, c.place_spans = m.place, m.place_spans
    if c.trip and len(set(c.countries)) > 1:
        c.place = None
    if m.kind == "call" and c.kind == "meeting" and not m.title and m.phone and c.place is None:
        c.kind = "call"
    if (
        m.length
        and m.length > 1
        and c.when.start is not None
        and c.when.start == c.when.end
        and c.status in ("held", "failed")
    ) and (m.cls & {"end", "fail"} or m.status == "failed"):
        c.when = replace(
            c.when, start=c.when.start - timedelta(days=m.length - 1), how="duration", inferred=True
        )
    own = m.sentence is c.mentions[-1].sentence and m.anaphoric and c.mentions[-1].trigger.verb is not None
    if own and c.kind == "meeting" and m.kind == "talks" and not any(p.person for p in c.parties):
        c.kind = "talks"  # "the two sides last sat down in A, where their talks went on for months"
    hosted = c.kind == "meeting" and c.mentions[-1].trigger.frame == "host" and "lead" in m.cls
    hosted = hosted and m.sentence is c.mentions[-1].sentence and not m.sideline
    if m.kind == "summit" and (c.kind == "talks" or hosted):
        c.kind = "summit"  # "A hosted a summit with B", which is no meeting of the two alone
    c.mentions.append(m)


def ends(clusters: Sequence[Cluster], m: Mention) -> bool:
    """Take the day on which what is under way is to end: "the round is expected to end on Tuesday"."""
    if m.status != "announced" or "end" not in m.cls or m.trigger.noun is None or not m.when.end:
        return False
    for c in reversed(clusters):
        if FAMILIES[c.kind] == FAMILIES[m.kind] and c.status == "underway":
            if c.when.start is None or not c.when.start <= m.when.end or not covers(m.parties, c.parties):
                return False
            c.when = replace(c.when, end=m.when.end, spans=(*c.when.spans, *m.when.spans))
            c.parties = unite(c.parties, m.parties)
            c.mentions.append(m)
            return True
    return False


def begins(clusters: Sequence[Cluster], m: Mention) -> bool:
    """Take the day on which what is over had begun: "broke down on Friday. The talks had opened Monday"."""
    first = m.when.start
    if "begin" not in m.cls or m.trigger.noun is None or m.parties or not m.anaphoric or first is None:
        return False
    for c in reversed(clusters):
        if FAMILIES[c.kind] == FAMILIES[m.kind] and c.status in ("held", "failed"):
            then = c.when.start
            if then is None or not timedelta(0) < then - first <= timedelta(days=LONGEST) or c.remote:
                return False
            lands = {one.country for one in (c.place, m.place) if one is not None and one.country}
            if len(lands) > 1:
                return False
            last = c.when.end or then
            c.when = replace(c.when, start=first, end=last, how="stages", inferred=True)
            c.mentions.append(m)
            return True
    return False


def unite(a: Sequence[Party], b: Sequence[Party]) -> list[Party]:
    """Return both lists as one: an unnamed party goes where a named one stands for the same."""
    both = unique([*a, *b])
    named = {p.code for p in both if p.named and p.code and not p.opposed}
    bare = [p for p in both if not p.named and p.code and p.code not in named]
    loose = [p for p in both if p.named and p.code is None]
    if len(bare) == 1 and len(loose) == 1 and len(both) > 1 and (loose[0] not in a or bare[0] not in a):
        settled = replace(loose[0], code=bare[0].code)
        both = [settled if p is loose[0] else p for p in both if p is not bare[0]]
        named.add(bare[0].code or "")
    both = _held(both)
    return [p for p in both if p.named or p.code not in named]


def _held(parties: Sequence[Party]) -> list[Party]:
    """Leave out an office whose holder is named beside it, whose country it tells."""
    people = [p for p in parties if not p.office]
    out: list[Party] = []
    held: dict[str, str | None] = {}
    for one in parties:
        holder = next((p for p in people if one.office and same_office(one, p)), None)
        if holder is not None:
            held[holder.key] = held.get(holder.key) or one.code
        else:
            out.append(one)
    return [replace(p, code=p.code or held.get(p.key)) for p in out]


def _finer(a: When, b: When, title: bool) -> When:
    if not b.known:
        if not a.known and a.text is None:
            return b
        return a
    if not a.known:
        return replace(b, new_start=b.new_start or a.new_start, new_end=b.new_end or a.new_end)
    if title:
        return a
    if a.how == "since" and b.how != "since":
        return b
    return (
        replace(b, new_start=b.new_start or a.new_start, new_end=b.new_end or a.new_end)
        if (_length(b) < _length(a) and a.how not in ("time", "duration"))
        else a
    )


def _inside(a: When, b: When) -> bool:
    """Say whether the days of `a` are some of those of `b`."""
    if a.start is None or b.start is None or b.end is None or a.how not in ("time", "schedule"):
        return False
    return b.start <= a.start <= (a.end or a.start) <= b.end and _length(a) < _length(b)


def _length(when: When) -> int:
    first, last = when.start or when.end, when.end or when.start
    return (last - first).days if first and last else 0


def find_cluster(clusters: Sequence[Cluster], m: Mention) -> Cluster | None:
    """Return the engagement that `m` tells of, None where it is a new one."""
    fitting = [c for c in clusters if agree(c, m)] or [c for c in clusters[-3:] if stage(c, m)]
    if not fitting:
        return None

    def fit(c: Cluster) -> tuple[int, int, int, int]:
        shared = len({p.key for p in c.parties} & {p.key for p in m.parties})
        near = -c.at if m.title else c.mentions[-1].sentence.index
        return (int(exact(c.when, m.when)), shared, int(c.status == m.status), near)

    return max(fitting, key=fit)
