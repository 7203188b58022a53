"""Records as an iCalendar feed (RFC 5545): what has a day stands in the calendar on that day."""

import datetime
from collections.abc import Iterable

from icalendar import Calendar, Event

from dragoman import __version__
from dragoman.model import Record

STATUS = {"announced": "TENTATIVE", "cancelled": "CANCELLED", "postponed": "CANCELLED", "failed": "CONFIRMED"}


def to_calendar(records: Iterable[Record], name: str, *, link: str = "") -> bytes:
    """A calendar called `name` with an all-day entry for each engagement that has a day.

    `link` is the address of the desk, put before a record's path; empty for none.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Dragoman//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", datetime.timedelta(hours=1), parameters={"value": "DURATION"})
    for record in records:
        if record.start is not None and record.kind != "event":
            calendar.add_component(_entry(record, link))
    body: bytes = calendar.to_ical()
    return body


def _entry(record: Record, link: str) -> Event:
    entry = Event()
    entry.add("uid", f"{record.id}@dragoman")
    entry.add("summary", record.title)
    start = record.start or datetime.date.min
    entry.add("dtstart", start)
    entry.add("dtend", (record.end or start) + datetime.timedelta(days=1))
    stamp = max((r.document.published for r in record.reports if r.document.published), default=start)
    entry.add("dtstamp", datetime.datetime.combine(stamp, datetime.time(), datetime.UTC))
    entry.add("status", STATUS.get(record.status, "CONFIRMED"))
    entry.add("transp", "TRANSPARENT")
    where = ", ".join(part for part in (record.venue, record.place.name if record.place else None) if part)
    if where:
        entry.add("location", where)
    if record.place and record.place.latitude is not None and record.place.longitude is not None:
        entry.add("geo", (record.place.latitude, record.place.longitude))
    entry.add("description", _description(record))
    entry.add("categories", [record.kind, record.status, *record.countries])
    if link:
        entry.add("url", f"{link}/records/{record.id}")
    return entry


def _description(record: Record) -> str:
    people = [f"{p.name}, {p.role}" if p.role else p.name for p in record.participants]
    lines = [f"Status: {record.status}{' (no report that it took place)' if record.unreported else ''}"]
    if people:
        lines.append("With: " + "; ".join(people))
    if record.topics:
        lines.append("About: " + "; ".join(record.topics))
    for report in record.reports[:3]:
        if report.evidence:
            outlet = report.document.outlet or report.document.url or "a report"
            lines.append(f"“{' '.join(report.evidence[0].text.split())[:300]}” ({outlet})")
    return "\n".join(lines)
