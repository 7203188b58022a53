"""Whether a mention may tell of an engagement: parties, days, places and states do not contradict."""

from collections.abc import Sequence

from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.days import When
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import Party
from dragoman.lexicon.phrases import fold
from dragoman.model import Location

# The words by which offices are known, whatever else their titles say.
OFFICES = frozenset(
    {"minister", "president", "king", "chancellor", "premier", "secretary", "emir", "ambassador"}
    | {"ministre", "roi", "chancelier"}
)
CHANGED = frozenset({"postponed", "cancelled", "failed"})


def matches(p: Party, q: Party) -> bool:
    """Say whether two parties may be the same."""
    if p.key == q.key:
        return True
    if p.opposed != q.opposed and p.code == q.code:
        return False
    if not (p.person and q.person) and p.code is not None and p.code == q.code:
        return not (p.named and q.named)
    if p.office != q.office and same_office(p, q):
        return True
    if p.code is None and q.code is None:
        return False
    # A name whose country is unknown may be the unnamed party of the other mention.
    return (p.code is None and p.named and not q.named) or (q.code is None and q.named and not p.named)


def same_office(p: Party, q: Party) -> bool:
    """Say whether an office without a name is that of a person: "Foreign Minister receives X"."""
    if not (p.person and q.person) or (p.code != q.code and p.code and q.code):
        return False
    titles = [fold(one.actor.role or "").split() for one in (p, q) if one.actor is not None]
    return len(titles) == 2 and bool(set(titles[0]) & set(titles[1]) & OFFICES)


def covers(small: Sequence[Party], big: Sequence[Party]) -> bool:
    """Say whether each party of `small` may be one of `big`."""
    return all(any(matches(p, q) for q in big) for p in small)


def days_agree(a: When, b: When) -> bool:
    """Say whether two times do not contradict each other."""
    if not a.known or not b.known:
        return not (outside(a, b) or outside(b, a))
    a0, a1 = a.start or a.end, a.end or a.start
    b0, b1 = b.start or b.end, b.end or b.start
    assert a0
    assert a1
    assert b0
    assert b1
    if a.how == "since" or b.how == "since" or a.how == "until" or b.how == "until":
        return (a0 <= b1 or a.start is None) and (b0 <= a1 or b.start is None)
    return (a0 >= b0 and a1 <= b1) or (b0 >= a0 and b1 <= a1)


def outside(vague: When, known: When) -> bool:
    """Say whether days lie outside the bounds that a vague time sets: "in early March", and the 17th."""
    first, last = known.start or known.end, known.end or known.start
    if vague.known or first is None or last is None:
        return False
    early = vague.earliest is not None and last < vague.earliest
    return early or (vague.latest is not None and first > vague.latest)


def exact(a: When, b: When) -> bool:
    """Say whether two times are known and the same."""
    return a.known and (a.start, a.end) == (b.start, b.end)


def _places_agree(c: Cluster, m: Mention) -> bool:
    if c.place is None or m.place is None or m.title:
        return True
    if c.place.name == m.place.name:
        return True
    if c.place.country and m.place.country and c.place.country != m.place.country:
        return False
    generic = c.place.geonameid is None or m.place.geonameid is None or wide(c.place) or wide(m.place)
    return generic or exact(c.when, m.when)


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
    if exact(c.when, m.when):
        return True
    if m.anaphoric and goes_on(m) and c.status == "held":
        return True
    if {c.status, m.status} == {"underway", "held"}:
        return c.trip or bool(c.when.known) != bool(m.when.known) or not (c.when.known or m.when.known)
    return (
        {c.status, m.status} == {"underway", "announced"}
        and c.trip
        and days_agree(c.when, m.when)
        and not (c.when.known and m.when.known)
    )


def goes_on(m: Mention) -> bool:
    """Say whether what has begun is told to go on: "the talks go on until Sunday"."""
    return m.status == "underway" and ("go_on" in m.cls or m.when.how == "until")


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
        return exact(c.when, m.when) or m.anaphoric
    if {c.kind, m.kind} == {"summit", "call"}:
        return False
    return FAMILIES[c.kind] == FAMILIES[m.kind]


def _bilateral(m: Mention) -> bool:
    """Say whether a meeting of two is told of, which one of three or more is not."""
    units = m.sentence.units[max(0, m.trigger.first - 2) : m.trigger.at + 1]
    return any(u.low in ("bilateral", "bilatéral", "bilatérale", "bilatéraux", "bilatérales") for u in units)


def agree(c: Cluster, m: Mention) -> bool:
    """Say whether mention `m` may tell of the engagement `c`."""
    if not _kinds_agree(c, m) or not days_agree(c.when, m.when) or not _places_agree(c, m):
        return False
    if not _states_agree(c, m):
        return False
    if c.remote != m.remote and not (m.title or m.anaphoric or (c.when.known and m.when.known)):
        return False
    if m.follow_up and not exact(c.when, m.when) and not any(x.follow_up for x in c.mentions):
        return False
    if c.trip:
        return _trips_agree(c, m)
    if not m.parties and m.title:
        follows = c.at > m.sentence.index
        return follows and (m.status == c.status or c.open or m.status not in CHANGED)
    if _bilateral(m) and len(c.codes) > 2:
        return False
    if not m.parties:
        return m.anaphoric or m.title or c.mentions[-1].sentence is m.sentence
    return covers(m.parties, c.parties) or covers(c.parties, m.parties)


ARRIVING = frozenset(
    {"arrive", "land", "touch", "arriver", "atterrir", "débarquer", "leave", "depart", "partir"}
)


def _leg(c: Cluster, m: Mention) -> bool:
    """Say whether `m` tells of a stage of the trip `c`: another town on a day of its own."""
    verb = m.trigger.verb.lemma if m.trigger.verb is not None else ""
    if c.place is None or m.place is None or c.place.name == m.place.name or verb in ARRIVING:
        return False
    return c.when.known and m.when.known and not exact(c.when, m.when)


def _trips_agree(c: Cluster, m: Mention) -> bool:
    here, there = set(c.countries), set(m.countries)
    if m.parties and c.parties and not (covers(m.parties, c.parties) or covers(c.parties, m.parties)):
        return False
    if not m.parties and not m.anaphoric and not (there and here & there):
        return False
    if here and there and not (here <= there or there <= here):
        return False
    if _leg(c, m):
        return False
    together = c.when.start == m.when.start  # "to fly out on Sunday for a visit from 26 to 31 March"
    other = here != there and not (together and not there and m.place is None)
    return not (c.when.known and m.when.known and not exact(c.when, m.when) and other)
