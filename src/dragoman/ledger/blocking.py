"""Which reports are compared at all: those that share a key of who and when.

Dated reports meet under each day that they may mean: a name and the day, two countries and the
day. Vague ones meet the dated ones, and one another, under the month: a name with the country
that it deals with, two countries with the kind. So a new report is compared with dozens of others
however many there are, and, since keys depend on nothing but the report, in whatever order they
came. A key is a signed 64-bit integer.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from dragoman.authority.names import sound
from dragoman.ledger.features import Features, Window

_NAMES, _COUNTRIES, _MONTHS = 6, 4, 6  # the most of each that make keys
# Where the family name comes first, the first word is a key as well.
_FAMILY_FIRST = frozenset(("CHN", "TWN", "KOR", "PRK", "VNM", "KHM", "HKG", "MAC"))
_TALKS = frozenset(("meeting", "talks", "dialogue", "summit", "signing", "other"))


class Keys(NamedTuple):
    """`filed` are the keys that a report is found by, `sought` those under which it looks."""

    filed: frozenset[int]
    sought: frozenset[int]


def keys(features: Features) -> Keys:
    """Make the keys of a report."""
    event = features.kind.startswith("event")
    names, parties = _names(features), _parties(features)
    if features.dated:
        days = [day for window in features.windows for day in range(window[0], window[1] + 1)]
        who = parties if event else [name for name, _ in names] + parties
        by_day = {_key("d", _sort(features), one, day) for one in who for day in dict.fromkeys(days)}
        if event:
            return Keys(frozenset(by_day), frozenset(by_day))
        own = set(_monthly("dated", features, names, parties, features.windows))
        filed, sought = (
            by_day | own,
            by_day | set(_monthly("vague", features, names, parties, features.windows)),
        )
        if features.later is not None:
            later = (features.later,)
            filed |= set(_monthly("vague", features, names, parties, later))
            sought |= set(_monthly("dated", features, names, parties, later))
        return Keys(frozenset(filed), frozenset(sought))
    vague = set(_monthly("vague", features, names, parties, features.windows))
    return Keys(
        frozenset(vague),
        frozenset(vague | set(_monthly("dated", features, names, parties, features.windows))),
    )


def _sort(features: Features) -> str:
    if features.kind in _TALKS:
        return "talks"
    return features.kind.rsplit(" ", 1)[0] if features.kind.count(" ") > 1 else features.kind


def _names(features: Features) -> list[tuple[str, str | None]]:
    found: dict[tuple[str, str | None], None] = {}
    for person in features.persons:
        found[sound(person.name[-1]), person.country] = None
        if person.country in _FAMILY_FIRST or person.country is None:
            found[sound(person.name[0]), person.country] = None
    bodies = [(body, None) for body in sorted(features.bodies)]
    return [*list(found)[:_NAMES], *bodies[:2]]


def _parties(features: Features) -> list[str]:
    if features.kind.startswith("event"):
        parties = sorted(features.actors | features.recipients) or sorted(
            filter(None, [features.place_country])
        )
        return [f"{features.kind.split()[1]} {one}" for one in parties[:_COUNTRIES]]
    pairs = combinations(sorted(features.countries)[:_COUNTRIES], 2)
    return [f"{a} {b}" for a, b in pairs]


def _monthly(
    side: str,
    features: Features,
    names: list[tuple[str, str | None]],
    parties: list[str],
    windows: tuple[Window, ...],
) -> Iterator[int]:
    others = sorted(features.countries)[:_COUNTRIES]
    for month in dict.fromkeys(month for window in windows for month in _months(window)):
        for name, country in names:
            for other in [one for one in others if one != country]:
                yield _key(side, name, other, month)
        for pair in parties:
            yield _key(side, _sort(features), pair, month)


def _months(window: Window) -> list[int]:
    first, last = (date.fromordinal(day) for day in window)
    start, end = first.year * 12 + first.month, last.year * 12 + last.month
    return list(range(start, min(end, start + _MONTHS) + 1))


def _key(*parts: object) -> int:
    text = "|".join(map(str, parts))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
