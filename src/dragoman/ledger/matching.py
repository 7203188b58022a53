"""Whether two reports tell of the same happening: rule set `meetings-3`.

`compare` scores a pair from 0 to 1 and says whether they exclude each other. It is symmetric and
looks at nothing but the two reports. The rules, in words, are in docs/explanation/matching.md; the
weights and LINK were chosen on the open half of the stories (bench/gold/stories.json) and are
gated there: after changing one, run `python -m bench.stories`, and give RULES a new name.
"""

from typing import NamedTuple

from dragoman.authority.names import same_person
from dragoman.ledger.features import Features, Person, Window
from dragoman.ledger.titled import single_offices

RULES = "meetings-3"
LINK = 0.62  # the score from which two reports are linked

_LOOSE = 0.5  # kinds that go together no better have to have the same parties

_WHO, _STATES, _WHEN, _WHERE, _KIND, _WORDS = 0.38, 0.15, 0.25, 0.10, 0.08, 0.04

# How well two kinds go together; 0 excludes. Kinds not named here: 0.7 with "other", else 0.
_KINDS = {
    frozenset(pair): value
    for pair, value in {
        ("meeting", "talks"): 0.9,
        ("meeting", "dialogue"): 0.7,
        ("talks", "dialogue"): 0.9,
        ("summit", "meeting"): 0.5,
        ("summit", "talks"): 0.6,
        ("summit", "dialogue"): 0.6,
        ("signing", "meeting"): 0.5,
        ("signing", "talks"): 0.4,
        ("signing", "summit"): 0.4,
        ("call", "talks"): 0.6,
    }.items()
}


class Verdict(NamedTuple):
    """`score` is from 0 to 1; `excluded` says that the two cannot be the same."""

    score: float
    excluded: bool


_EXCLUDED = Verdict(0.0, True)


def compare(a: Features, b: Features) -> Verdict:
    """Score two reports; symmetric."""
    if a.kind.startswith("event") or b.kind.startswith("event"):
        return _compare_events(a, b)
    kind = kinds(a.kind, b.kind)
    if (
        not kind
        and "visit" not in (a.kind, b.kind)
        and any(one.kind == "call" and one.place for one in (a, b))
    ):
        kind = _LOOSE  # "they talked in Woodside": what has a place may be no call
    when = dates(a, b)
    if not kind or when is None:
        return _EXCLUDED
    who = _who(a, b)
    if who is None:
        return _EXCLUDED
    if kind <= _LOOSE and a.countries != b.countries:
        return _EXCLUDED  # two of three who met also signed something: another engagement
    states = _states(a, b, surely=who >= 0.9)
    where = _where(a, b)
    if states is None or where is None:
        return _EXCLUDED
    score = (
        _WHO * who + _STATES * states + _WHEN * when + _WHERE * where + _KIND * kind + _WORDS * _shared(a, b)
    )
    return Verdict(round(score, 2), False)


def kinds(a: str, b: str) -> float:
    """How well two kinds of engagement go together, 0 to 1."""
    if a == b:
        return 1.0
    if "other" in (a, b):
        return 0.7
    return _KINDS.get(frozenset((a, b)), 0.0)


def _overlap(a: Window, b: Window) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def dates(a: Features, b: Features) -> float | None:
    """How well the days of two reports go together, 0 to 1; None where they exclude each other."""
    best = max((_window(a, x, b, y) for x in a.windows for y in b.windows), default=0.3)
    if best <= 0:
        for one, other in ((a, b), (b, a)):
            if one.later and any(_overlap(one.later, window) for window in other.windows):
                best = max(best, 0.2)
        if a.kind == b.kind == "call" and any(abs(x[0] - y[0]) == 1 for x in a.windows for y in b.windows):
            best = 0.5  # one day in Washington, the next in Tokyo
    return best if best > 0 else None


def _window(a: Features, x: Window, b: Features, y: Window) -> float:
    if not _overlap(x, y):
        return 0.0
    if a.dated and b.dated:
        within = (x[0] <= y[0] and y[1] <= x[1]) or (y[0] <= x[0] and x[1] <= y[1])
        if a.kind == b.kind == "visit" and not within:
            return 0.0  # one ends when the other begins: two legs, or there and back
        return 1.0 if x == y else 0.8
    if a.dated == b.dated:
        apart = abs(a.published - b.published)
        return 0.5 if apart <= 10 else 0.4 if apart <= 45 else 0.1
    day, told = (x[0], b.published) if a.dated else (y[0], a.published)
    apart = abs(day - told)
    return 0.7 if apart <= 3 else 0.5 if apart <= 14 else 0.35 if apart <= 45 else 0.2


def _people(a: Person, b: Person) -> bool:
    if a.country and b.country and a.country != b.country:
        return a.name == b.name and len(a.name) > 1
    return same_person(a.name, b.name, heard=True)


def _who(a: Features, b: Features) -> float | None:
    shared = [(x, y) for x in a.persons for y in b.persons if _people(x, y)]
    met = {x for x, _ in shared}
    sides_met = {x.country or y.country for x, y in shared}
    named_a, named_b = a.named, b.named
    for country in named_a.keys() & named_b.keys():
        if country is not None and not any(_people(x, y) for x in named_a[country] for y in named_b[country]):
            return None  # each names its own people for that side, and they are others
    if _other_offices(a, b):
        return None
    offices = set(a.offices) & set(b.offices)
    office_sides = {country for _, country in offices} - sides_met
    bodies = a.bodies & b.bodies
    sides = len(sides_met) + len(office_sides) + (1 if bodies else 0)
    alone = min(len(a.countries), len(b.countries)) <= 1 or a.kind == b.kind == "visit"
    if sides >= 2 or (alone and (met or _single(offices, office_sides))):
        return 1.0
    if sides_met:
        return 0.75
    if sides:
        return 0.6
    return 0.35 if not (a.persons and b.persons) else 0.1


def _single(offices: set[tuple[str, str]], countries: set[str]) -> bool:
    return any(country in countries for office, country in offices if office in single_offices())


def _other_offices(a: Features, b: Features) -> bool:
    """Whether one tells of other offices of a country than those that the other's people hold."""
    if not a.offices or not b.offices:
        return False
    held_a, held_b = a.single_offices, b.single_offices
    both_name = a.named.keys() & b.named.keys()
    return any(not held_a[country] & held_b[country] for country in held_a.keys() & held_b.keys() - both_name)


def _states(a: Features, b: Features, *, surely: bool) -> float | None:
    if not a.countries or not b.countries:
        return 0.5
    hosts = {a.place_country, b.place_country}
    only_a, only_b = a.countries - b.countries - hosts, b.countries - a.countries - hosts
    if only_a and only_b and not (surely and "summit" in (a.kind, b.kind)):
        return None
    return len(a.countries & b.countries) / len(a.countries | b.countries)


def _where(a: Features, b: Features) -> float | None:
    apart = a.dated and b.dated and "call" not in (a.kind, b.kind)
    if a.place & b.place:
        return 1.0  # whatever the countries: one of them is then a misreading
    if a.place_country and b.place_country and a.place_country != b.place_country:
        return None if apart else 0.0
    if apart and a.kind == b.kind == "visit" and a.place and b.place and a.windows != b.windows:
        return None  # another leg
    return 0.6 if a.place_country and b.place_country else 0.4


def _shared(a: Features, b: Features) -> float:
    fewer = min(len(a.words), len(b.words))
    return len(a.words & b.words) / fewer if fewer else 0.0


def _compare_events(a: Features, b: Features) -> Verdict:
    kind_a, kind_b = a.kind.split(), b.kind.split()
    if kind_a[:2] != kind_b[:2] or (kind_a[2:] and kind_b[2:] and kind_a[2:] != kind_b[2:]):
        return _EXCLUDED
    if not any(_overlap(x, y) for x in a.windows for y in b.windows):
        return _EXCLUDED
    if (a.status == "announced") != (b.status == "announced"):
        return _EXCLUDED
    if a.place_country and b.place_country and a.place_country != b.place_country:
        return _EXCLUDED
    sides = [_side(a.actors, b.actors), _side(a.recipients, b.recipients)]
    if None in sides:
        return _EXCLUDED
    who = sum(side or 0.0 for side in sides) / 2
    where = 1.0 if a.place & b.place else 0.4
    people = any(_people(x, y) for x in a.persons for y in b.persons)
    score = 0.4 * who + 0.15 * where + 0.15 * people + 0.1 * (a.windows == b.windows) + 0.5 * _shared(a, b)
    return Verdict(round(min(score, 1.0), 2), False)


def _side(a: frozenset[str], b: frozenset[str]) -> float | None:
    if not a and not b:
        return 0.5
    if not a or not b:
        return 0.3
    return len(a & b) / min(len(a), len(b)) if a & b else None
