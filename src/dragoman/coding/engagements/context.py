"""What the document implies beyond one sentence: counterparts, days and places that carry over.

Everything concluded here is marked as inferred.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.coding.engagements.cast import Cast, Party, unique
from dragoman.coding.engagements.mentions import Mention
from dragoman.coding.engagements.merge import CHANGED, Cluster
from dragoman.coding.engagements.when import When, days_of
from dragoman.model import Span, TimeExpression

ARRIVALS = frozenset(
    {
        "leave",
        "depart",
        "head",
        "partir",
        "envoler",
        "arrive",
        "land",
        "reach",
        "touch",
        "fly",
        "jet",
        "arriver",
        "atterrir",
        "débarquer",
    }
)

VISITING = frozenset({"visit", "visiter", "tour"})


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


def _state_of(cast: Cast, one: Party) -> Party:
    """Return the state that a person acts for, as a party."""
    state = next((a for a in cast.actors if a.kind == "state" and a.country == one.code), None)
    return Party(one.code, state, inferred=True)


def complete(m: Mention, clusters: Sequence[Cluster], cast: Cast) -> Mention:
    """Add to a one-sided mention the counterpart that the document implies, as inferred."""
    if m.trip or m.kind == "signing":
        return m
    certain = {p.code for p in m.parties if not p.loose and p.code}
    if m.follow_up and len(certain) == 1:  # those who go on together act for one side
        code = next(iter(certain))
        m = replace(m, parties=[replace(p, code=code) if p.loose else p for p in m.parties])
    sides = {p.code or p.key for p in m.parties}
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
        found = [p for p in _others(clusters, own) if not p.person] or _main_state(cast, own)
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
    if not m.parties and not m.anaphoric and m.status == "failed" and len(cast.pair) > 1:
        pair = [_state_of(cast, p) if p.person else p for p in cast.pair]
        return replace(m, parties=unique(replace(p, inferred=True) for p in pair))
    return m


def entry_day(m: Mention) -> Mention:
    """Give an entry of a schedule the day of its heading."""
    day = m.sentence.defaults.get("day")
    if m.when.known and not _clock_only(m):
        return m
    if isinstance(day, TimeExpression):
        days = days_of(day)
        if days is not None:
            span = Span(day.start, day.end, day.text)
            return replace(m, when=When(days[0], days[1], None, None, day.text, (span,), True, "schedule"))
    return m


def _clock_only(m: Mention) -> bool:
    return (
        m.when.text is not None
        and any(c.isdigit() for c in m.when.text[:2])
        and (":" in m.when.text or "m" in m.when.text.lower().split()[-1:][0] or "h" in m.when.text)
        and len(m.when.text) < 16
    )


def _visits(clusters: Sequence[Cluster]) -> list[Cluster]:
    return [c for c in clusters if c.kind == "visit" and c.parties]


def _same_people(a: Cluster, b: Cluster) -> bool:
    keys = {p.key for p in a.parties}
    return any(p.key in keys for p in b.parties)


def carry_days(clusters: Sequence[Cluster]) -> None:
    """Give meetings without a day the day of the summit, sibling or visit that they belong to."""
    for i, c in enumerate(clusters):
        if c.when.known or c.kind == "visit" or any(m.follow_up for m in c.mentions):
            continue
        first = c.mentions[0]
        source: Cluster | None = None
        how = ""
        if first.sideline or _beside(clusters, i):
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
                _same_people(before, c)
                and before.status == c.status
                and before.when.known
                and before.kind != "visit"
                and (before.when.start == before.when.end and c.kind != "call" and before.kind != "call")
            ):
                source, how = before, "sibling"
        if source is None and c.kind != "call":
            for visit in _visits(clusters):
                if not visit.when.start or not visit.when.end or not _same_people(visit, c):
                    continue
                inside = visit.codes & ({c.place.country} if c.place else c.codes)
                if inside and _compatible(visit.status, c.status):
                    source, how = visit, "visit"
                    if c.place is not None and visit.place is not None and c.place.name == visit.place.name:
                        break
        if source is not None:
            c.when = replace(
                source.when,
                inferred=True,
                how=how,
                text=c.when.text or (source.when.text if how != "visit" else None),
            )


def _beside(clusters: Sequence[Cluster], i: int) -> bool:
    """Say whether a cluster continues one held beside a summit ("likewise had a meeting with")."""
    c = clusters[i]
    if not any(m.sibling for m in c.mentions) or not i:
        return False
    return any(m.sideline for k in clusters[:i] for m in k.mentions)


def _compatible(visit: str, other: str) -> bool:
    if visit == other:
        return True
    return (visit, other) in {
        ("held", "held"),
        ("underway", "held"),
        ("underway", "announced"),
        ("postponed", "announced"),
        ("cancelled", "announced"),
    }


def carry_changes(clusters: Sequence[Cluster]) -> None:
    """A meeting that "had been expected" during a visit put off or called off is so too."""
    for c in clusters:
        if c.status != "announced" or not any(m.why == "had been planned" for m in c.mentions):
            continue
        for other in clusters:
            if other is not c and other.status in ("postponed", "cancelled") and _same_people(other, c):
                c.status = other.status


def settle_codes(c: Cluster, home: str | None) -> None:
    """Conclude whom an official without a named country acts for: the host's, else the home state."""
    known = {p.code for p in c.parties if p.code}
    loose = [p for p in c.parties if p.person and p.code is None and p.actor is not None and p.actor.role]
    abroad = c.place.country if c.place is not None else None
    sidelined = any(m.sideline for m in c.mentions)
    for one in loose:
        code = None
        if (
            abroad
            and abroad not in known
            and known
            and not sidelined
            and c.kind not in ("visit", "call", "summit")
        ):
            code = abroad
        elif home and home not in known:
            code = home
        if code:
            c.parties = [
                replace(p, code=code)
                if p.actor is not None and one.actor is not None and p.actor.id == one.actor.id
                else p
                for p in c.parties
            ]


def _during(visit: Cluster, c: Cluster) -> bool:
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


def carry_places(clusters: Sequence[Cluster]) -> None:
    """Give meetings without a place that of the visit, summit or sibling that they belong to."""
    for i, c in enumerate(clusters):
        if c.place is not None or c.kind in ("visit", "call") or any(m.place_spans for m in c.mentions):
            continue
        source: Cluster | None = None
        if any(m.sideline for m in c.mentions) or _beside(clusters, i):
            source = next(
                (s for s in clusters if s.kind in ("summit", "visit") and s.place is not None), None
            )
        if source is None:
            for visit in _visits(clusters):
                if (
                    visit.place is None
                    or not _same_people(visit, c)
                    or (visit.status in CHANGED and c.status not in CHANGED | {"announced"})
                ):
                    continue
                hosts = {p.code for p in c.parties} - {p.code for p in visit.parties}
                during = _during(visit, c)
                local = bool(hosts & set(visit.countries))
                if (local or during or (visit.status == "underway" and not c.when.known)) and not (
                    c.when.start and visit.when.start and not during
                ):
                    source = visit
        if source is None and i and any(m.sibling for m in c.mentions) and _same_people(clusters[i - 1], c):
            source = clusters[i - 1] if clusters[i - 1].kind not in ("visit", "call") else None
        if source is not None and source.place is not None:
            c.place, c.place_spans, c.place_how = source.place, source.place_spans, "inferred"


def settle(c: Cluster, published: date | None) -> None:
    """Settle a state that the words leave open, and arrivals, by the day of publication."""
    verb = c.mentions[0].trigger.verb
    if c.trip and verb is not None and verb.lemma in ARRIVALS and c.status == "held":
        recent = published is None or c.when.start is None or (published - c.when.start).days <= 6
        last = c.when.end if c.when.end != c.when.start else None
        if recent and not (last and published and last < published):
            c.status = "underway"
            c.when = replace(c.when, end=last)
    if c.kind == "call":
        c.place, c.venue, c.place_spans = None, None, ()
    if published is None or c.status in CHANGED:
        return
    start, end = c.when.start, c.when.end or c.when.start
    if c.trip and c.status == "underway" and start and end:
        if start > published:
            c.status = "announced"
        elif c.when.end and c.when.end < published:
            c.status = "held"
    elif c.open and start and end:
        if start > published:
            c.status = "announced"
        elif end < published and c.status == "announced":
            c.status = "held"
    elif c.status == "held" and start and start > published:
        c.status = "announced"
