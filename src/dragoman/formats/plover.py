"""Events of a reading as PLOVER JSON, an object an event (PLOVER manual, draft 2.0).

The schema is docs/reference/plover.schema.json. PLOVER requires a date: where the text gives an
event none, the document's day of publication stands in its place and `comment` says so. PLOVER has
no field for auxiliary modes; they are in `auxiliary_mode`, so that negated and hypothetical events
can be left out of counts.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from dragoman import __version__
from dragoman.coding.coder import shipped
from dragoman.coding.ontology import quad, score
from dragoman.errors import UsageError
from dragoman.model import Actor, Document, Event, Reading

PUBLISHED = "date: day of publication, since the text gives no day for the event"


def to_plover(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield the reading's events as PLOVER objects, without empty fields.

    Raises UsageError where an event has no date and the document no day of publication.
    """
    actors = {actor.id: actor for actor in reading.actors}
    digest = hashlib.sha256(reading.document.text.encode()).hexdigest()[:12]
    for event in reading.events:
        fields = _fields(event, reading.document, actors, digest)
        yield {name: value for name, value in fields if value not in (None, [], {})}


def _fields(
    event: Event, document: Document, actors: dict[str, Actor], digest: str
) -> Iterator[tuple[str, Any]]:
    day = event.date or document.published
    if day is None:
        where = document.location or "the text"
        raise UsageError(
            f"PLOVER needs a date for each event, and {where} gives neither the event's nor its own; "
            "give --published YYYY-MM-DD"
        )
    evidence = event.evidence[0] if event.evidence else None
    yield "id", f"{digest}-{event.id}"
    yield "date", day.isoformat()
    yield "enddate", event.enddate.isoformat() if event.enddate else None
    yield "actor", [_entity(actors[key]) for key in event.actors]
    yield "recipient", [_entity(actors[key]) for key in event.recipients]
    yield "event", event.type
    yield "mode", event.mode
    yield "auxiliary_mode", list(event.auxiliary)
    yield "context", list(event.context)
    yield "quad_code", quad(event.type)
    yield "event_scale", score(event.type, event.mode)
    yield "event_loc", _location(event)
    yield "event_text", evidence.text if evidence else None
    if evidence:
        yield "text_info", {"start": evidence.start, "end": evidence.end}
    yield "cite_info", _citation(document)
    yield "coder", f"dragoman {__version__} ({_coder(document)})"
    yield "comment", None if event.date else PUBLISHED


def _coder(document: Document) -> str:
    return shipped().settings.version if document.language == "en" else f"phrases-{document.language}"


def _entity(actor: Actor) -> dict[str, str]:
    given = {
        "code": actor.country,
        "sector": actor.sector,
        "entity_text": actor.mentions[0].text if actor.mentions else actor.name,
        "identifier_text": actor.name,
        "office": actor.role,
    }
    return {name: value for name, value in given.items() if value}


def _location(event: Event) -> dict[str, Any]:
    if event.place is None:
        return {}
    basis = event.basis.get("place")
    given = {
        "extracted_place": basis.spans[0].text if basis and basis.spans else None,
        "resolved_place": event.place.name,
        "geonameid": event.place.geonameid,
        "lat": event.place.latitude,
        "lon": event.place.longitude,
        "country_code": event.place.country,
    }
    return {name: value for name, value in given.items() if value is not None}


def _citation(document: Document) -> dict[str, str]:
    given = {
        "url": document.url,
        "title": document.title,
        "language": document.language,
        "publication": document.publisher,
        "citation": document.location,
        "codebook": "PLOVER draft 2.0",
    }
    return {name: value for name, value in given.items() if value}
