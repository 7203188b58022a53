"""What of a report matters to matching, computed once when it is filed.

A report is `dated` where its days are told closely enough (ten days; a journey a month) to stand
for itself; any other is vague, and may join one dated report's record, never tie two together.
Days are ordinals (`date.toordinal`), windows inclusive.
"""

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from dragoman.authority.names import sound
from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import lookup_state
from dragoman.ledger.names import fold, is_office, name_words, words
from dragoman.ledger.titled import (
    begins_with_office,
    office_key,
    office_of,
    offices_held,
    single_offices,
    with_leader,
)
from dragoman.model import Location, Report

Window = tuple[int, int]

_DATED, _JOURNEY = 10, 31  # the most days of a dated window, and of a visit's
# How far from publication an undated happening may lie, in days before and after.
_UNDATED = {"announced": (0, 90), "held": (30, 0), "underway": (30, 0)}
_UNDATED_OTHER = (30, 60)
_LATER = 120  # days after a postponed engagement's planned end in which it may take place
_EVENT = 3  # days before publication in which an event without a date lies


class Person(Struct, frozen=True, array_like=True):
    """A participant with a name of their own: the words of the name, and whom they act for."""

    name: tuple[str, ...]
    country: str | None


class Features(Struct, frozen=True, array_like=True):
    """A report as matching sees it.

    `windows` are the days that it may mean (the planned and the new ones of a postponed
    engagement), `later` the days in which a postponed one without a new day may yet take place.
    `rank` is the canonical order of reports: the day of publication, then the id.
    """

    report: str
    document: str
    kind: str
    status: str
    dated: bool
    windows: tuple[Window, ...]
    later: Window | None
    published: int
    persons: tuple[Person, ...]
    offices: tuple[tuple[str, str], ...]
    bodies: frozenset[str]
    countries: frozenset[str]
    place: frozenset[str]
    place_country: str | None
    words: frozenset[str]
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()

    @property
    def rank(self) -> tuple[int, str]:
        """The canonical order of reports: earliest published first, then by id."""
        return (self.published or 9_999_999, self.report)

    @property
    def moved(self) -> bool:
        """Whether it tells that the engagement was put off: it can then stand on several days."""
        return self.status == "postponed" and (
            not self.dated or len(self.windows) > 1 or self.later is not None
        )

    @property
    def named(self) -> dict[str | None, tuple[Person, ...]]:
        """The persons by whom they act for."""
        found: dict[str | None, tuple[Person, ...]] = {}
        for person in self.persons:
            found[person.country] = (*found.get(person.country, ()), person)
        return found

    @property
    def single_offices(self) -> dict[str, set[str]]:
        """By country the offices of it that one person holds at a time."""
        found: dict[str, set[str]] = {}
        for office, country in self.offices:
            if office in single_offices():
                found.setdefault(country, set()).add(office)
        return found


@lru_cache(maxsize=50_000)
def sort_of(name: str, role: str | None = None) -> str:
    """Tell what a participant's name is: "person", "office" or "body"."""
    if is_office(name) or (role and fold(role) == fold(name)) or office_of(name) or begins_with_office(name):
        return "office"
    if lookup_state(name) or lookup_organisation(name) or (name.isupper() and " " not in name):
        return "body"
    return "body" if name_words("group") & set(fold(name).split()) else "person"


@lru_cache(maxsize=50_000)
def body_keys(name: str) -> frozenset[str]:
    """The keys of a body's name, equal for its name in any language and its acronym where known."""
    inside = name[name.find("(") + 1 : name.find(")")] if "(" in name else ""
    for text in (name, name.split("(")[0].strip(), inside):
        found = lookup_organisation(text) if text else ()
        if found:
            return frozenset(body.id for body in found)
    acronyms = (fold(word) for word in re.findall(r"\b[A-Z]{3,}\b", name))
    return frozenset(filter(None, (fold(inside), fold(name.split("(")[0]), *acronyms)))


def features(report: Report) -> Features:
    """Compute what of `report` matters to matching."""
    persons, offices, bodies = _parties(report)
    windows, later = _windows(report)
    span = max((hi - lo for lo, hi in windows), default=10**6)
    limit = _JOURNEY if report.kind == "visit" else _DATED
    countries = {*report.countries, *(one.country for one in report.participants if one.country)}
    told = " ".join((*report.topics, *(span.text for span in report.evidence[:2])))[:2000]
    is_event = report.kind == "event"
    place = report.place
    return Features(
        report=report.id,
        document=report.document.id,
        kind=f"event {report.type} {report.mode or ''}".strip() if is_event else report.kind,
        status=report.status,
        dated=span < limit and (report.start is not None or is_event),
        windows=windows,
        later=later,
        published=report.document.published.toordinal() if report.document.published else 0,
        persons=persons,
        offices=offices,
        bodies=bodies,
        countries=frozenset(countries),
        place=_place_keys(place) if place else frozenset(),
        place_country=place.country if place else None,
        words=frozenset(word[:6] for word in fold(told).split() if len(word) > 4),
        actors=_side(report, "actor") if is_event else frozenset(),
        recipients=_side(report, "recipient") if is_event else frozenset(),
    )


# Words that many places' names share, and that make no two places one.
_COMMON = frozenset(
    ("san", "santa", "saint", "st", "city", "new", "port", "el", "al", "la", "le", "los", "las", "de", "of")
)


@lru_cache(maxsize=50_000)
def _place_names(name: str) -> frozenset[str]:
    if any(row.form in ("name", "alias") for row in lookup_state(name)):
        return frozenset()  # a country tells no more than its code
    return frozenset(sound(word) for word in fold(name).split() if word not in _COMMON and len(word) > 1)


def _place_keys(place: Location) -> frozenset[str]:
    """What a place is compared by: its words as they sound, and its number in GeoNames; a country by none."""
    names = _place_names(place.name)
    known = frozenset((f"#{place.geonameid}",)) if place.geonameid and names else frozenset()
    return names | known


def _side(report: Report, side: str) -> frozenset[str]:
    people = (one for one in report.participants if one.side == side)
    return frozenset(one.country or fold(one.name) for one in people)


def _parties(
    report: Report,
) -> tuple[tuple[Person, ...], tuple[tuple[str, str], ...], frozenset[str]]:
    persons: list[Person] = []
    offices: set[tuple[str, str]] = set()
    bodies: set[str] = set()
    day = report.start or report.document.published
    for one in report.participants:
        sort = sort_of(one.name, one.role)
        if sort == "person":
            persons.append(Person(words(one.name), one.country))
            if one.country:
                offices |= {(held, one.country) for held in offices_held(one.name, one.country, day)}
                if one.role:
                    offices.add((office_key(one.role, one.country), one.country))
        elif sort == "office" and one.country:
            offices.add((office_key(one.name, one.country), one.country))
        elif sort == "body" and not lookup_state(one.name):
            bodies |= body_keys(one.name)
    return tuple(persons), tuple(sorted(with_leader(offices))), frozenset(bodies)


def _last(report: Report, start: date) -> int:
    """The last day told; what is under way and has no known end lasts at least until it is reported."""
    published = report.document.published
    if report.end is None and report.status == "underway" and published and published > start:
        return min(published.toordinal(), start.toordinal() + _JOURNEY - 1)
    return (report.end or start).toordinal()


def _windows(report: Report) -> tuple[tuple[Window, ...], Window | None]:
    windows: list[Window] = []
    later = None
    if report.start:
        windows.append((report.start.toordinal(), _last(report, report.start)))
    if report.new_start:
        windows.append((report.new_start.toordinal(), (report.new_end or report.new_start).toordinal()))
    elif report.status == "postponed" and report.start:
        later = (windows[0][1] + 1, windows[0][1] + _LATER)
    if windows:
        return tuple(windows), later
    published = report.document.published
    if report.kind == "event" and published:
        return ((published.toordinal() - _EVENT, published.toordinal()),), None
    before, after = _UNDATED.get(report.status, _UNDATED_OTHER)
    lo = report.earliest or report.latest
    if lo is not None:
        first, last = lo.toordinal(), (report.latest or lo).toordinal()
        if report.latest is None:
            last = max(first, first + after)
        elif report.earliest is None:
            first = last - max(before, after)
        return ((first, last),), None
    if published is None:
        return (), None
    return ((published.toordinal() - before, published.toordinal() + after),), None
