"""From reports to a record: what they add up to, field by field.

A pure function of the reports, their sources and the corrections that hold; nothing of a record is
stored that is not made here. Every value keeps its witnesses; how the preferred one is chosen
stands in `witnesses`, how the status is in `statuses`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.ledger.attending import participants, settled
from dragoman.ledger.matching import RULES
from dragoman.ledger.people import gather
from dragoman.ledger.statuses import settle_status
from dragoman.ledger.titles import title
from dragoman.ledger.witnesses import Testimony, order, witnesses
from dragoman.model import (
    Day,
    FieldValue,
    Judgement,
    Location,
    Record,
    RecordKind,
    Report,
)

OPEN = ".."  # in the place of a last day that nobody has told


def record_id(reports: Sequence[Report]) -> str:
    """The id of the record of `reports`: that of the first one published.

    A later report does not change it, and as reports stay, an id can always be traced to the record
    that its report belongs to now.
    """
    return "r" + min(reports, key=order).id[1:]


def merge(reports: Iterable[Report], corrections: Iterable[Judgement] = ()) -> Record:
    """Merge the reports of one happening into its record, whatever the day."""
    found = sorted(reports, key=order)
    corrected = {
        one.field: one for one in sorted(corrections, key=lambda one: (str(one.at), one.id)) if one.field
    }
    countries = _countries(found)
    parties = frozenset(countries)
    fields: dict[str, tuple[FieldValue, ...]] = {}

    def settle(name: str, testimony: Testimony) -> str | None:
        if name in corrected:
            testimony.correct(corrected[name])
        values = testimony.values()
        if values:
            fields[name] = values
        return values[0].value if values else None

    kinds = Testimony(parties, precision=lambda value: value != "other")
    places = Testimony(parties, precision=lambda value: value in cities)
    venues = Testimony(parties)
    locations: dict[str, Location] = {}
    cities: set[str] = set()
    for report in found:
        kinds.add(report.kind, report)
        venues.add(report.venue, report)
        if report.place:
            value = _place(report.place)
            places.add(value, report)
            known = locations.get(value)
            if known is None or (known.geonameid is None and report.place.geonameid is not None):
                locations[value] = report.place
            if report.place.country is None or report.place.geonameid is not None:
                cities.add(value)
    kind = settle("kind", kinds)
    place = settle("place", places)
    venue = settle("venue", venues)
    when = settle("when", _dates(found, parties, kind or "other"))
    start, end = span(when) if when else (None, None)
    status = settle_status(found, corrected.get("status"), start, fields)
    people = participants(found, parties, corrected, fields)
    topics = tuple(dict.fromkeys(topic for report in found for topic in report.topics))
    if topics:
        fields["topics"] = tuple(
            FieldValue(topic, witnesses(report for report in found if topic in report.topics))
            for topic in topics
        )
    bounds = [report for report in found if report.earliest or report.latest]
    earliest, latest = (start, end) if start else (None, None)
    if not start and bounds:
        earliest, latest = bounds[-1].earliest, bounds[-1].latest
    first = found[0]
    modes = Counter(report.mode for report in found if report.mode)
    location = locations.get(place) if place else None
    return Record(
        id=record_id(found),
        kind=_kind(kind),
        status=status,
        title=title(kind or "other", first.type, people, countries, location),
        start=start,
        end=end,
        earliest=earliest,
        latest=latest,
        date_text=_date_text(found, when),
        type=first.type,
        mode=min(modes, key=lambda mode: (-modes[mode], mode)) if modes else None,
        context=tuple(dict.fromkeys(one for report in found for one in report.context)),
        place=location or (Location(place) if place else None),
        venue=venue,
        participants=people,
        mediators=tuple(settled(one, {}) for one in gather(found, mediators=True)),
        countries=countries,
        topics=topics,
        witnesses=sum(witness.independent for witness in witnesses(found)),
        reports=tuple(found),
        fields=fields,
        rules=RULES,
    )


def _kind(value: str | None) -> RecordKind:
    kinds: dict[str, RecordKind] = {
        kind: kind
        for kind in ("meeting", "visit", "call", "talks", "summit", "dialogue", "signing", "other", "event")
    }
    return kinds.get(value or "other", "other")


def _countries(found: Sequence[Report]) -> tuple[str, ...]:
    counts = Counter(country for report in found for country in dict.fromkeys(report.countries))
    return tuple(sorted(counts, key=lambda country: (-counts[country], country)))


def _place(place: Location) -> str:
    return f"{place.name}, {place.country}" if place.country and place.country != place.name else place.name


def span(when: str) -> tuple[Day | None, Day | None]:
    """Read a value of the field "when": a day, or two with a slash between; None where it is none.

    "2024-03-01/.." (ISO 8601-2) begins on that day and has no known end.
    """
    first, slash, last = (part.strip() for part in when.partition("/"))
    try:
        start = Day.fromisoformat(first)
        if last == OPEN:
            return start, None
        return start, Day.fromisoformat(last) if slash and last else start
    except ValueError:
        return None, None


def interval(start: Day, end: Day | None) -> str:
    """Write the value of the field "when" for a first and a last day; None is an open end."""
    if end is None:
        return f"{start}/{OPEN}"
    return f"{start}/{end}" if end != start else str(start)


def _dates(found: Sequence[Report], parties: frozenset[str], kind: str) -> Testimony:
    def precision(value: str) -> int:
        start, end = span(value)
        days = (end - start).days if start and end else 400
        limits = (31, 62) if kind in ("visit", "summit") else (3, 8, 31)
        return -len([limit for limit in limits if days > limit])

    testimony = Testimony(parties, precision=precision)
    moves = [report for report in found if report.status == "postponed"]
    for report in found:
        start, end = (report.new_start, report.new_end) if report.new_start else (report.start, report.end)
        if not start:
            continue
        stale = any(_overtaken(report, move) for move in moves)
        testimony.add(interval(start, end), report, stale=stale)
    return testimony


def _overtaken(report: Report, move: Report) -> bool:
    if report is move or report.new_start or not report.start or not move.new_start:
        return False
    last = report.end or report.start
    apart = last < move.new_start or report.start > (move.new_end or move.new_start)
    return apart and order(report)[0] <= order(move)[0]


def _date_text(found: Sequence[Report], when: str | None) -> str | None:
    texts = [
        report.date_text
        for report in found
        if report.date_text and (not when or (report.start and interval(report.start, report.end) == when))
    ]
    return texts[-1] if texts else None
