"""From a Reading to reports: what is filed of one document.

Each engagement becomes a report. Each event does too, save what is no happening of its own:
negated, hypothetical and historical events, and a CONSULT (or a future one, AGREE) whose words
tell of an engagement that is filed already. A report's id is a hash of its document's id and of
what it says, so that filing is a pure function of the Reading.
"""

import msgspec

from dragoman.ledger.documents import digest, document_id
from dragoman.ledger.officials import outlet, speaks_for
from dragoman.model import (
    Actor,
    Document,
    Engagement,
    Event,
    Location,
    Participant,
    Reading,
    Report,
    Source,
    Span,
)

_NOT_FILED = frozenset(("negation", "hypothetical", "historical"))
_MEETING_TYPES = frozenset(("CONSULT", "AGREE"))


def cite(document: Document) -> Source:
    """Cite a document: what the ledger keeps of it beside its text."""
    return Source(
        id=document_id(document),
        title=document.title,
        publisher=document.publisher,
        outlet=outlet(document),
        url=document.url,
        published=document.published,
        language=document.language,
        location=document.location,
        official=speaks_for(document),
    )


def reports(reading: Reading, source: Source | None = None) -> list[Report]:
    """Make the reports of one Reading; equal accounts within one document are one report."""
    source = source or cite(reading.document)
    made = [_engagement(engagement, source) for engagement in reading.engagements]
    told = [span for engagement in reading.engagements for span in engagement.evidence]
    actors = {actor.id: actor for actor in reading.actors}
    for event in reading.events:
        if _NOT_FILED & set(event.auxiliary) or (event.type in _MEETING_TYPES and _overlap(event, told)):
            continue
        made.append(_event(event, actors, source))
    return list({report.id: report for report in made}.values())


def _overlap(event: Event, told: list[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in event.evidence for b in told)


def _identified(report: Report) -> Report:
    said = msgspec.json.encode(msgspec.structs.replace(report, document=Source(report.document.id)))
    return msgspec.structs.replace(report, id=digest("p", report.document.id, said.decode()))


def _people(found: tuple[Participant, ...]) -> tuple[Participant, ...]:
    # An actor's id means something only within its document's reading.
    return tuple(msgspec.structs.replace(one, actor=None) for one in found)


def _engagement(engagement: Engagement, source: Source) -> Report:
    return _identified(
        Report(
            id="",
            document=source,
            kind=engagement.kind,
            status=engagement.status,
            participants=_people(engagement.participants),
            countries=engagement.countries,
            place=engagement.place,
            venue=engagement.venue,
            start=engagement.start,
            end=engagement.end,  # None where it is open
            earliest=engagement.earliest,
            latest=engagement.latest,
            new_start=engagement.new_start,
            new_end=engagement.new_end or engagement.new_start,
            date_text=engagement.date_text,
            topics=engagement.topics,
            announced_by=engagement.announced_by,
            mediators=_people(engagement.mediators),
            evidence=engagement.evidence,
        )
    )


def _event(event: Event, actors: dict[str, Actor], source: Source) -> Report:
    sides = [(one, "actor") for one in event.actors] + [(one, "recipient") for one in event.recipients]
    people = tuple(_actor(actors[one], side) for one, side in sides if one in actors)
    place: Location | None = event.place
    return _identified(
        Report(
            id="",
            document=source,
            kind="event",
            status="announced" if "future" in event.auxiliary else "held",
            type=event.type,
            mode=event.mode,
            context=event.context,
            participants=people,
            countries=tuple(dict.fromkeys(one.country for one in people if one.country)),
            place=place,
            start=event.date,
            end=event.enddate or event.date,
            evidence=event.evidence,
        )
    )


def _actor(actor: Actor, side: str) -> Participant:
    return Participant(
        name=actor.name, role=actor.role, country=actor.country, side=side, sector=actor.sector
    )
