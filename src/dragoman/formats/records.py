"""Records as CSV and as PLOVER JSON lines."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from dragoman import __version__
from dragoman.coding.ontology import quad, score
from dragoman.model import Participant, Record

COLUMNS = (
    "id", "kind", "status", "type", "title", "start", "end", "earliest", "latest", "date_text", "place",
    "place_country", "venue", "countries", "participants", "topics", "witnesses", "urls", "evidence",
)  # fmt: skip


def to_csv(records: Iterable[Record]) -> str:
    """A row a record, with the values preferred; lists are joined by "; "."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for record in records:
        writer.writerow([plain(value) for value in _row(record)])
    return out.getvalue()


def _row(record: Record) -> list[object]:
    urls = dict.fromkeys(r.document.url for r in record.reports if r.document.url)
    quotes = [" ".join(r.evidence[0].text.split()) for r in record.reports if r.evidence]
    return [
        record.id, record.kind, "unreported" if record.unreported else record.status, record.type,
        record.title, record.start, record.end, record.earliest, record.latest, record.date_text,
        record.place.name if record.place else None, record.place.country if record.place else None,
        record.venue, "; ".join(record.countries), "; ".join(map(_person, record.participants)),
        "; ".join(record.topics), record.witnesses, "; ".join(urls), " | ".join(quotes),
    ]  # fmt: skip


def _person(one: Participant) -> str:
    told = ", ".join(part for part in (one.role, one.country) if part)
    return f"{one.name} ({told})" if told else one.name


def plain(value: object) -> str:
    """A cell of CSV; one that a spreadsheet would run as a formula is kept as words."""
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in "=+-@\t\r" else text


def to_plover_lines(records: Iterable[Record]) -> str:
    """An event a line for the records that are PLOVER events and have a day."""
    lines = [
        json.dumps(_event(r), ensure_ascii=False) for r in records if r.kind == "event" and r.start and r.type
    ]
    return "".join(line + "\n" for line in lines)


def _event(record: Record) -> dict[str, Any]:
    kind = record.type or ""
    fields: dict[str, Any] = {
        "id": record.id,
        "date": record.start.isoformat() if record.start else None,
        "enddate": record.end.isoformat() if record.end and record.end != record.start else None,
        "actor": [_entity(p) for p in record.participants if p.side != "recipient"],
        "recipient": [_entity(p) for p in record.participants if p.side == "recipient"],
        "event": kind,
        "mode": record.mode,
        "context": list(record.context),
        "quad_code": quad(kind),
        "event_scale": score(kind, record.mode),
        "link": [r.document.url for r in record.reports if r.document.url],
        "coder": f"Dragoman {__version__}",
    }
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def _entity(one: Participant) -> dict[str, Any]:
    fields = {"code": one.country, "sector": one.sector, "entity_text": one.name, "office": one.role}
    return {name: value for name, value in fields.items() if value}
