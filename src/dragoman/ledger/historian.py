"""The Office of the Historian's travels and visits as Readings: every entry a document of its own.

An entry's text is written out from its columns, so that it can be searched and quoted; `location`
says which entry it is. Entries whose days are not whole keep the month or year as bounds.
"""

import calendar
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from dragoman.authority.historian import Trip, Visit, travels, visits
from dragoman.authority.offices import office_index
from dragoman.errors import UsageError
from dragoman.model import Basis, Document, Engagement, Location, Participant, Reading, Span

PUBLISHER = "Office of the Historian, U.S. Department of State"
_ROLES = {"president": "President", "secretary": "Secretary of State"}
_STATES = "United States"


def readings(what: Literal["travels", "visits"], folder: str | Path) -> list[Reading]:
    """Read a data set's folder; UsageError where it holds none of its entries."""
    made = list(_travels(folder) if what == "travels" else _visits(folder))
    if not made:
        raise UsageError(
            f"{folder}: no {what} found: give the folder of github.com/HistoryAtState/{what}, with its XML"
        )
    return made


def _travels(folder: str | Path) -> Iterator[Reading]:
    for trip in travels(folder):
        role = _ROLES.get(trip.role, trip.role.capitalize())
        where = ", ".join(filter(None, (trip.place, trip.country_name)))
        head = f"{role} {trip.who} in {where}, {_days(trip)}."
        place = Location(trip.place or trip.country_name, trip.country) if where else None
        visitor = Participant(trip.who, role, "USA", "visitor")
        yield _reading(f"travels/{trip.number}", head, trip, visitor, (trip.country,), place)


def _visits(folder: str | Path) -> Iterator[Reading]:
    for visit in visits(folder):
        head = f"{visit.visitor} of {visit.country_name} in the {_STATES}, {_days(visit)}."
        name, role = _named(visit.visitor)
        visitor = Participant(name, role, visit.country, "visitor")
        place = Location(_STATES, "USA")
        yield _reading(f"visits/{visit.number}", head, visit, visitor, ("USA",), place)


def _named(visitor: str) -> tuple[str, str | None]:
    """Part "Prime Minister George Papandreou" into the name and the title before it."""
    best = max((end for start, end, _ in office_index("en").find(visitor) if start == 0), default=0)
    name = visitor[best:].strip(" ,")
    return (name, visitor[:best].strip(" ,")) if best and name else (visitor, None)


def _days(entry: Trip | Visit) -> str:
    return entry.start if entry.end in ("", entry.start) else f"{entry.start} to {entry.end}"


def _bounds(text: str) -> tuple[date | None, date | None]:
    """The first and last day that YYYY, YYYY-MM or YYYY-MM-DD may mean."""
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    try:
        if len(parts) == 3:
            day = date(parts[0], parts[1], parts[2])
            return day, day
        if len(parts) == 2:
            return date(parts[0], parts[1], 1), date(
                parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1]
            )
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
    except ValueError:  # a day that the calendar does not have
        return None, None
    return None, None


def _reading(
    location: str,
    head: str,
    entry: Trip | Visit,
    visitor: Participant,
    hosts: tuple[str | None, ...],
    place: Location | None,
) -> Reading:
    remarks = " ".join(entry.remarks.split())
    text = f"{head} {remarks}".strip()
    first, last = _bounds(entry.start), _bounds(entry.end or entry.start)
    whole = first[0] is not None and first[0] == first[1] and last[0] == last[1] and last[0] is not None
    countries = tuple(dict.fromkeys(one for one in (visitor.country, *hosts) if one))
    document = Document(
        text=text,
        title=head.rstrip("."),
        publisher=PUBLISHER,
        language="en",
        location=f"history.state.gov {location}",
        basis={"publisher": Basis("import"), "title": Basis("import", inferred=True)},
    )
    engagement = Engagement(
        id="e1",
        kind="visit",
        status="held",
        participants=(visitor,),
        countries=countries,
        place=place,
        start=first[0] if whole else None,
        end=last[1] if whole else None,
        earliest=first[0],
        latest=last[1],
        date_text=_days(entry),
        evidence=(Span(0, len(text), text),),
    )
    return Reading(document, engagements=(engagement,))
