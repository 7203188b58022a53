"""How the pages write days, states, countries and links."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from dragoman.authority.states import state, states
from dragoman.ledger.overview import Line
from dragoman.model import Change, Dossier, FieldValue, Record

# The codes of actors that are no state, in PLOVER, as a reader says them.
BODIES = {"EU": "European Union", "EUR": "European Union", "UN": "United Nations", "UNO": "United Nations"}


def day(value: date | datetime | None) -> str:
    """ "25 April 2024"; a dash where there is none."""
    return f"{value.day} {value:%B} {value.year}" if value else "—"


def span(record: Record | Line) -> str:
    """The days of a record in the fewest words; the phrase of the text where it gives no day."""
    first, last = record.start, record.end
    if first is None:
        told = record.date_text if isinstance(record, Record) else None
        if told:
            return told
        if record.earliest and record.latest and record.earliest != record.latest:
            return f"between {short(record.earliest)} and {short(record.latest)}"
        if record.latest:
            return f"by {short(record.latest)}"
        return f"from {short(record.earliest)}" if record.earliest else "no day given"
    if last is None:
        return f"from {short(first)}"
    if last == first:
        return short(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {short(last)}"
    return f"{short(first)} – {short(last)}"


def short(value: date) -> str:
    """ "25 Apr 2024"."""
    return f"{value.day} {value:%b} {value.year}"


def country(code: str) -> str:
    """The name of a country by its code; an organisation's acronym stays as it is."""
    return state(code).name if code in states() else BODIES.get(code, code)


def status_word(record: Record | Line) -> str:
    """The state as a word for people; what was announced and never reported says so."""
    return "no report that it took place" if record.unreported else record.status


def month(value: str) -> str:
    """ "Apr 2024", of a month written 2024-04."""
    return f"{date.fromisoformat(value + '-01'):%b %Y}"


def dossier_name(one: Dossier) -> str:
    """A story's name: the one that a person gave it, else its parties by name and its first topic."""
    parties = " and ".join(country(code) for code in one.parties)
    return one.name if one.named else parties + (f": {one.topics[0]}" if one.topics else "")


def title(record: Record | Line | Change) -> str:
    """The title as a reader says it: an event's type is a word, not a code."""
    code, colon, rest = record.title.partition(":")
    return code.capitalize() + colon + rest if code.isupper() else record.title


def status_class(record: Record | Line) -> str:
    """The class of the state's badge."""
    return "unreported" if record.unreported else record.status


def safe_link(url: str | None) -> str:
    """`url` where it is http or https, else "": a document's own links are not to be trusted."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname else ""
    except ValueError:
        return ""


def host(url: str | None) -> str:
    """The host of a URL."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    except ValueError:
        return ""


@lru_cache(maxsize=5000)
def path(value: str) -> str:
    """`value` as one segment of a path, or one value of a query."""
    return quote(value, safe="")


def field_name(name: str) -> str:
    """A record's field as a reader says it: "participants.lavrov.role" is "Lavrov: role"."""
    head, *rest = name.split(".")
    if head in {"participants", "mediators"} and len(rest) == 2:
        return f"{rest[0].replace('-', ' ').title()}: {rest[1]}"
    return name.replace("_", " ")


def field_value(value: FieldValue | str, name: str = "") -> str:
    """A field's value as a reader says it: days in words, countries by name."""
    text = value if isinstance(value, str) else value.value
    if name.endswith(".country"):
        return country(text)
    if name == "place":
        where, comma, code = text.rpartition(", ")
        return f"{where}, {country(code)}" if comma and code.isupper() else text
    if name == "type":
        return text.capitalize()
    if name == "when":
        if text.endswith("/.."):
            return f"from {_as_day(text[:-3])}"
        return " to ".join(_as_day(part) for part in text.split("/"))
    return text


def _as_day(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "short": short,
    "span": span,
    "country": country,
    "status_word": status_word,
    "title_of": title,
    "month": month,
    "dossier_name": dossier_name,
    "office": lambda key: key.replace("_", " ").capitalize(),
    "status_class": status_class,
    "safe_link": safe_link,
    "host": host,
    "path": path,
    "field_name": field_name,
    "field_value": field_value,
}
