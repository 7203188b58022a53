"""How the pages write days, states, countries and links."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from dragoman.authority.states import state, states
from dragoman.errors import UsageError
from dragoman.model import Record


def day(value: date | datetime | None) -> str:
    """ "25 April 2024"; a dash where there is none."""
    return f"{value.day} {value:%B %Y}" if value else "—"


def span(record: Record) -> str:
    """The days of a record in the fewest words; the phrase of the text where it gives no day."""
    first, last = record.start, record.end
    if first is None:
        return record.date_text or (f"before {day(record.latest)}" if record.latest else "no day given")
    if last is None or last == first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {last.day} {last:%b %Y}"
    return f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}"


def country(code: str) -> str:
    """The name of a country by its code; an organisation's acronym stays as it is."""
    if code in states():
        return state(code).name
    try:
        return (
            state(code).name if len(code) == 2 and code.isupper() and code not in {"EU", "UN", "AU"} else code
        )
    except UsageError:
        return code


def status_word(record: Record) -> str:
    """The state as a word for people; what was announced and never reported says so."""
    return "no report that it took place" if record.unreported else record.status


def status_class(record: Record) -> str:
    """The class of the state's badge."""
    return "unreported" if record.unreported else record.status


def safe_link(url: str | None) -> str:
    """`url` where it is http or https, else "": a document's own links are not to be trusted."""
    return url if url and urlsplit(url).scheme in {"http", "https"} else ""


def host(url: str | None) -> str:
    """The host of a URL."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def path(value: str) -> str:
    """`value` as one segment of a path."""
    return quote(value, safe="")


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "span": span,
    "country": country,
    "status_word": status_word,
    "status_class": status_class,
    "safe_link": safe_link,
    "host": host,
    "path": path,
}
