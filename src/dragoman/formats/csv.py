"""Engagements as CSV: a row an engagement, for spreadsheets and data frames."""

import csv
import io
from collections.abc import Iterable

from dragoman.model import Engagement, Participant, Reading

COLUMNS = (
    "document",
    "title",
    "url",
    "published",
    "engagement",
    "kind",
    "status",
    "start",
    "end",
    "earliest",
    "latest",
    "date_text",
    "place",
    "place_country",
    "venue",
    "countries",
    "participants",
    "topics",
    "evidence",
)


def header() -> str:
    """The first line, with the columns' names."""
    return _line(COLUMNS)


def rows(reading: Reading) -> str:
    """The lines of one reading: none where it has no engagements.

    Lists are joined by "; ", a participant is written "Name (role, country)". Days are YYYY-MM-DD,
    and empty where the text gives none.
    """
    return "".join(_line(_cells(reading, engagement)) for engagement in reading.engagements)


def _cells(reading: Reading, engagement: Engagement) -> Iterable[object]:
    document, place = reading.document, engagement.place
    return (
        document.location,
        document.title,
        document.url,
        document.published,
        engagement.id,
        engagement.kind,
        engagement.status,
        engagement.start,
        engagement.end,
        engagement.earliest,
        engagement.latest,
        engagement.date_text,
        place and place.name,
        place and place.country,
        engagement.venue,
        "; ".join(engagement.countries),
        "; ".join(participant_text(participant) for participant in engagement.participants),
        "; ".join(engagement.topics),
        " ".join(engagement.evidence[0].text.split()) if engagement.evidence else None,
    )


def participant_text(participant: Participant) -> str:
    """Write a participant as "Name (role, country)", with what is known of it."""
    known = ", ".join(part for part in (participant.role, participant.country) if part)
    return f"{participant.name} ({known})" if known else participant.name


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(["" if cell is None else cell for cell in cells])
    return out.getvalue()
