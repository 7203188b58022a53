"""Makes Readings by hand: documents with the engagements and events that they tell of."""

from datetime import date

from dragoman.model import (
    Actor,
    Document,
    Engagement,
    EngagementKind,
    Event,
    Location,
    Participant,
    Reading,
    Span,
    Status,
)


def day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def person(text: str) -> Participant:
    """Make a participant of "name|role|country", the last two if given."""
    name, role, country = [*text.split("|"), "", ""][:3]
    return Participant(name, role=role or None, country=country or None)


def engagement(
    *people: str,
    kind: EngagementKind = "meeting",
    status: Status = "held",
    start: str | None = None,
    end: str | None = None,
    place: str | None = None,
    new_start: str | None = None,
    countries: tuple[str, ...] = (),
    quote: str = "They met.",
    topics: tuple[str, ...] = (),
    earliest: str | None = None,
    latest: str | None = None,
) -> Engagement:
    parties = [person(one) for one in people]
    states = tuple(dict.fromkeys([one.country for one in parties if one.country] + list(countries)))
    where = None
    if place:
        name, country = [*place.split("|"), ""][:2]
        where = Location(name, country or None, geonameid=sum(map(ord, name)))
    return Engagement(
        id="e",
        kind=kind,
        status=status,
        participants=tuple(parties),
        countries=states,
        place=where,
        start=day(start),
        end=day(end or start),
        new_start=day(new_start),
        new_end=day(new_start),
        earliest=day(earliest),
        latest=day(latest),
        topics=topics,
        evidence=(Span(0, len(quote), quote),),
    )


def _told(one: Engagement) -> str:
    who = ", ".join(f"{p.name} {p.role} {p.country}" for p in one.participants)
    where = one.place.name if one.place else ""
    told = f"{who}: {one.kind} {one.status} {one.start} {one.new_start} {where} {one.evidence[0].text}"
    return " ".join(word for word in told.split() if word != "None") + "."


def reading(
    *engagements: Engagement,
    published: str | None = "2024-04-24",
    publisher: str | None = "The Example",
    text: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str = "en",
    events: tuple[Event, ...] = (),
    actors: tuple[Actor, ...] = (),
) -> Reading:
    # The text tells all that was read from it: equal texts have equal readings.
    body = text or " ".join(_told(one) for one in engagements) or "Nothing."
    document = Document(
        text=body,
        title=title or f"{publisher} on {published}",
        published=day(published),
        publisher=publisher,
        url=url,
        language=language,
    )
    return Reading(document, engagements=engagements, events=events, actors=actors)
