"""Who met whom, and in which offices: what the latest full records of a subject say of its people."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from dragoman.authority.holders import Holder, holders
from dragoman.ledger.features import sort_of
from dragoman.ledger.names import same_person, words
from dragoman.model import Day, Participant, Record

TOOK_PLACE = {"held", "underway"}
_OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister",
            "head_of_organisation", "chair")  # fmt: skip


class Meeting(NamedTuple):
    """Two people who met: how often among the records looked at, and the latest of these."""

    one: Participant
    other: Participant
    times: int
    last: Record


class Told(NamedTuple):
    """An office as reports give it, with the first and the last day on which they do."""

    role: str
    country: str | None
    first: Day
    last: Day


def who_met(records: Iterable[Record], parties: Iterable[str] = ()) -> list[Meeting]:
    """The pairs of people of different countries that met, the most frequent first.

    With `parties`, only people of two of these. Records come with the latest first.
    """
    within = set(parties)
    met: dict[frozenset[tuple[str, ...]], Meeting] = {}
    for record in records:
        if record.kind == "event" or record.status not in TOOK_PLACE:
            continue
        people = [p for p in record.participants if _is_person(p) and (p.country in within or not within)]
        for one, other in combinations(people, 2):
            if one.country == other.country:
                continue
            key = frozenset((words(one.name), words(other.name)))
            held = met.get(key)
            met[key] = held._replace(times=held.times + 1) if held else Meeting(one, other, 1, record)
    return sorted(met.values(), key=lambda pair: -pair.times)


def _is_person(one: Participant) -> bool:
    return " " in one.name and one.country is not None and sort_of(one.name, one.role) == "person"


def offices_told(name: str, records: Iterable[Record]) -> list[Told]:
    """The offices that a person's records give it, in order of time."""
    told: dict[tuple[str, str | None], Told] = {}
    for record in records:
        day = record.start or record.latest
        for one in record.participants:
            if day and one.role and same_person(name, one.name):
                key = (one.role.casefold(), one.country)
                held = told.get(key)
                first, last = (min(held.first, day), max(held.last, day)) if held else (day, day)
                told[key] = Told(held.role if held else one.role, one.country, first, last)
    return sorted(told.values(), key=lambda one: (one.first, one.last))


def in_office(country: str) -> dict[str, list[Holder]]:
    """Who held a country's or an organisation's first offices, by title, the latest first."""
    found: dict[str, list[Holder]] = {}
    for term in sorted(holders(), key=lambda one: one.start, reverse=True):
        if term.country == country and term.office in _OFFICES:
            found.setdefault(term.office, []).append(term)
    return {office: found[office] for office in _OFFICES if office in found}
