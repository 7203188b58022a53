"""Mentions that tell of one engagement become one: headline, lead and third paragraph.

Two mentions are one engagement where neither their parties, nor their days, nor their places, nor
their states contradict each other. Body text goes before headlines, so that a headline, which
says least, joins what the text tells and never the reverse.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.cast import Party, unique
from dragoman.coding.engagements.mentions import Mention
from dragoman.coding.engagements.when import When
from dragoman.model import Location, Span

CHANGED = frozenset({"postponed", "cancelled", "failed"})


@dataclass
class Cluster:
    """One engagement so far, with the mentions it rests on."""

    kind: str
    status: str
    open: bool
    parties: list[Party]
    when: When
    mentions: list[Mention]
    mediators: list[Party] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    place: Location | None = None
    venue: str | None = None
    place_spans: tuple[Span, ...] = ()
    place_how: str = "words"

    @property
    def trip(self) -> bool:
        """Whether it is a visit."""
        return self.kind == "visit"

    @property
    def codes(self) -> set[str]:
        """Return the countries and organisations that take part."""
        return {p.code for p in self.parties if p.code} | set(self.countries)

    @property
    def at(self) -> int:
        """Return the sentence of its first mention."""
        return self.mentions[0].sentence.index


def start_cluster(m: Mention) -> Cluster:
    """Return the cluster of one mention."""
    return Cluster(
        m.kind,
        m.status,
        m.open,
        list(m.parties),
        m.when,
        [m],
        list(m.mediators),
        list(m.countries),
        m.place,
        m.venue,
        m.place_spans,
    )


def _matches(p: Party, q: Party) -> bool:
    if p.key == q.key:
        return True
    if not (p.person and q.person) and p.code is not None and p.code == q.code:
        return not (p.named and q.named)
    if p.code is None and q.code is None:
        return False
    # A name whose country is unknown may be the unnamed party of the other mention.
    return (p.code is None and p.named and not q.named) or (q.code is None and q.named and not p.named)


def _covers(small: Sequence[Party], big: Sequence[Party]) -> bool:
    return all(any(_matches(p, q) for q in big) for p in small)


def _days_agree(a: When, b: When) -> bool:
    if not a.known or not b.known:
        return True
    a0, a1 = a.start or a.end, a.end or a.start
    b0, b1 = b.start or b.end, b.end or b.start
    assert a0
    assert a1
    assert b0
    assert b1
    if a.how == "since" or b.how == "since" or a.how == "until" or b.how == "until":
        return (a0 <= b1 or a.start is None) and (b0 <= a1 or b.start is None)
    return (a0 >= b0 and a1 <= b1) or (b0 >= a0 and b1 <= a1)


def _exact(a: When, b: When) -> bool:
    return a.known and (a.start, a.end) == (b.start, b.end)


def _places_agree(c: Cluster, m: Mention) -> bool:
    if c.place is None or m.place is None or m.title:
        return True
    if c.place.name == m.place.name:
        return True
    if c.place.country and m.place.country and c.place.country != m.place.country:
        return False
    generic = c.place.geonameid is None or m.place.geonameid is None or wide(c.place) or wide(m.place)
    return generic or _exact(c.when, m.when)


def wide(place: Location) -> bool:
    """Say whether a place is a whole country."""
    return any(row.form in ("name", "alias") for row in lookup_state(place.name))


def _states_agree(c: Cluster, m: Mention) -> bool:
    if c.open or m.open or m.title or c.status == m.status:
        return True
    if c.status in CHANGED or m.status in CHANGED:
        other = m.status if c.status in CHANGED else c.status
        changed = c.status if c.status in CHANGED else m.status
        if changed == "failed" and other == "announced":
            return False
        if changed == "failed" and (m.when.known or c.when.known) and not (m.when.known and c.when.known):
            return other == "held" or not (m.when if m.status == "failed" else c.when).known
        if other in CHANGED:
            return {c.status, m.status} == {"postponed", "cancelled"}
        return other in ("announced",) or changed == "failed"
    if _exact(c.when, m.when):
        return True
    if {c.status, m.status} == {"underway", "held"}:
        return c.trip or bool(c.when.known) != bool(m.when.known) or not (c.when.known or m.when.known)
    return (
        {c.status, m.status} == {"underway", "announced"}
        and c.trip
        and _days_agree(c.when, m.when)
        and not (c.when.known and m.when.known)
    )


FAMILIES = {
    "meeting": 1,
    "talks": 1,
    "dialogue": 1,
    "summit": 1,
    "call": 1,
    "visit": 2,
    "signing": 3,
    "other": 4,
}


def _kinds_agree(c: Cluster, m: Mention) -> bool:
    if {c.kind, m.kind} == {"call", "meeting"} and not (c.open or m.open):
        return _exact(c.when, m.when) or m.anaphoric
    if {c.kind, m.kind} == {"summit", "call"}:
        return False
    return FAMILIES[c.kind] == FAMILIES[m.kind]


def agree(c: Cluster, m: Mention) -> bool:
    """Say whether mention `m` may tell of the engagement `c`."""
    if not _kinds_agree(c, m) or not _days_agree(c.when, m.when) or not _places_agree(c, m):
        return False
    if not _states_agree(c, m):
        return False
    if m.follow_up and not _exact(c.when, m.when) and not any(x.follow_up for x in c.mentions):
        return False
    if c.trip:
        return _trips_agree(c, m)
    if not m.parties:
        return m.anaphoric or m.title or c.mentions[-1].sentence is m.sentence
    return _covers(m.parties, c.parties) or _covers(c.parties, m.parties)


def _trips_agree(c: Cluster, m: Mention) -> bool:
    here, there = set(c.countries), set(m.countries)
    if m.parties and c.parties and not (_covers(m.parties, c.parties) or _covers(c.parties, m.parties)):
        return False
    if not m.parties and not m.anaphoric and not (there and here & there):
        return False
    if here and there and not (here <= there or there <= here):
        return False
    return not (c.when.known and m.when.known and not _exact(c.when, m.when) and here != there)


def _rank(m: Mention) -> int:
    return (0 if m.title else 2) + (0 if m.open else 1) + (3 if m.status in CHANGED else 0)


def join(c: Cluster, m: Mention) -> None:
    """Take mention `m` into the engagement `c`."""
    best = max(_rank(x) for x in c.mentions)
    if _rank(m) > best or (c.open and not m.open and not m.title):
        c.status, c.open = m.status, m.open
        if m.status in CHANGED and c.kind in ("talks", "meeting") and m.kind in ("talks", "meeting"):
            c.kind = c.kind
    c.parties = unite(c.parties, m.parties)
    c.mediators = unique([*c.mediators, *m.mediators])
    if m.kind != "summit" or c.kind == "summit":
        c.countries = list(dict.fromkeys([*c.countries, *m.countries]))
    c.when = _finer(c.when, m.when, m.title)
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
    if c.kind == "talks" and m.kind == "summit":
        c.kind = "summit"
    c.mentions.append(m)


def unite(a: Sequence[Party], b: Sequence[Party]) -> list[Party]:
    """Return both lists as one: an unnamed party goes where a named one stands for the same."""
    both = unique([*a, *b])
    named = {p.code for p in both if p.named and p.code}
    bare = [p for p in both if not p.named and p.code and p.code not in named]
    loose = [p for p in both if p.named and p.code is None]
    if len(bare) == 1 and len(loose) == 1 and len(both) > 1 and (loose[0] not in a or bare[0] not in a):
        settled = replace(loose[0], code=bare[0].code)
        both = [settled if p is loose[0] else p for p in both if p is not bare[0]]
        named.add(bare[0].code or "")
    return [p for p in both if p.named or p.code not in named]


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
        if (_length(b) < _length(a) and a.how != "time")
        else a
    )


def _length(when: When) -> int:
    first, last = when.start or when.end, when.end or when.start
    return (last - first).days if first and last else 0


def find_cluster(clusters: Sequence[Cluster], m: Mention) -> Cluster | None:
    """Return the engagement that `m` tells of, None where it is a new one."""
    fitting = [c for c in clusters if agree(c, m)]
    if not fitting:
        return None

    def fit(c: Cluster) -> tuple[int, int, int, int]:
        shared = len({p.key for p in c.parties} & {p.key for p in m.parties})
        near = -c.at if m.title else c.mentions[-1].sentence.index
        return (int(_exact(c.when, m.when)), shared, int(c.status == m.status), near)

    return max(fitting, key=fit)
