"""From reports to a record: what they add up to, field by field.

A pure function of the reports, their sources and the corrections that hold; nothing of a record is
stored that is not made here. Every value keeps its witnesses; how the preferred one is chosen
stands in `witnesses`, how the status is in `status_of`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.ledger.matching import RULES
from dragoman.ledger.people import Presence, gather
from dragoman.ledger.witnesses import Testimony, order, witnesses
from dragoman.model import (
    Day,
    FieldValue,
    Judgement,
    Location,
    Participant,
    Record,
    RecordKind,
    Report,
    Status,
)

_OUTCOME = {"underway": 1, "failed": 2, "held": 3}
_PLAN = {"announced": 1, "postponed": 2, "cancelled": 3}


def record_id(reports: Sequence[Report]) -> str:
    """The id of the record of `reports`: that of the first one published.

    A later report does not change it, and as reports stay, an id can always be traced to the record
    that its report belongs to now.
    """
    return "r" + min(reports, key=order).id[1:]


def merge(reports: Iterable[Report], corrections: Iterable[Judgement] = (), *, today: Day) -> Record:
    """Merge the reports of one happening into its record, as seen on the day `today`."""
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
    status = _settle_status(found, corrected.get("status"), start, fields)
    people = _participants(found, parties, corrected, fields)
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
        title=_title(kind or "other", first.type, people, countries, location),
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
        mediators=tuple(_settled(one, {}) for one in gather(found, mediators=True)),
        countries=countries,
        topics=topics,
        unreported=status == "announced" and latest is not None and latest < today,
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
    """Read a value of the field "when": a day, or two with a slash between; None where it is none."""
    first, _, last = when.partition("/")
    try:
        start = Day.fromisoformat(first.strip())
        return start, Day.fromisoformat(last.strip()) if last else start
    except ValueError:
        return None, None


def _interval(start: Day, end: Day | None) -> str:
    return f"{start}/{end}" if end and end != start else str(start)


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
        testimony.add(_interval(start, end), report, stale=stale)
    return testimony


def _overtaken(report: Report, move: Report) -> bool:
    if report is move or report.new_start or not report.start or not move.new_start:
        return False
    last = report.end or report.start
    apart = last < move.new_start or report.start > (move.new_end or move.new_start)
    return apart and order(report)[0] <= order(move)[0]


def status_of(found: Sequence[Report], start: Day | None = None) -> Status:
    """The state of an engagement by its reports in canonical order; `start` is its day, if known.

    The last published report that it happens, happened or failed decides (one from before the day
    itself does not count); without one, the last published plan. An engagement under way that is
    called off later is called off.
    """
    outcomes = [
        report
        for report in found
        if report.status in _OUTCOME
        and not (start and report.document.published and (start - report.document.published).days > 1)
    ]
    plans = [report for report in found if report.status in _PLAN]
    if not outcomes and not plans:
        return found[-1].status
    rank = _OUTCOME if outcomes else _PLAN
    last = max(outcomes or plans, key=lambda r: (r.document.published or Day.min, rank[r.status], r.id))
    if last.status == "underway":
        stops = [r for r in plans if r.status != "announced" and order(r) > order(last)]
        if stops and stops[-1].document.published != last.document.published:
            return stops[-1].status
    return last.status


def _settle_status(
    found: Sequence[Report],
    correction: Judgement | None,
    start: Day | None,
    fields: dict[str, tuple[FieldValue, ...]],
) -> Status:
    status = status_of(found, start)
    testimony = Testimony(frozenset())
    for report in found:
        testimony.add(report.status, report)
    if correction is not None:
        testimony.correct(correction)
    values = testimony.values()
    if correction is None:
        first = [FieldValue(v.value, v.witnesses, "last reported") for v in values if v.value == status]
        values = (*first, *(FieldValue(v.value, v.witnesses) for v in values if v.value != status))
    fields["status"] = values
    chosen = values[0].value
    return next((one for one in (*_STATUSES,) if one == chosen), status)


_STATUSES: tuple[Status, ...] = ("announced", "underway", "held", "postponed", "cancelled", "failed")


def _participants(
    found: Sequence[Report],
    parties: frozenset[str],
    corrected: dict[str, Judgement],
    fields: dict[str, tuple[FieldValue, ...]],
) -> tuple[Participant, ...]:
    settled: list[tuple[tuple[int, int, str], Participant]] = []
    used: Counter[str] = Counter()
    for presence in gather(found):
        key = presence.key
        used[key] += 1
        name = f"participants.{key}" + (f"-{used[key]}" if used[key] > 1 else "")
        chosen: dict[str, str] = {}
        for part in ("name", "role", "country"):
            testimony = Testimony(parties, precision=_fullness if part == "name" else lambda _: 0)
            for one, report in presence.said:
                testimony.add(getattr(one, part), report)
            if f"{name}.{part}" in corrected:
                testimony.correct(corrected[f"{name}.{part}"])
            values = testimony.values()
            if values:
                fields[f"{name}.{part}"] = values
                chosen[part] = values[0].value
        one = _settled(presence, chosen)
        side = {"visitor": 0, "actor": 0, "host": 2, "recipient": 2}.get(one.side or "", 1)
        reports = len({report.id for _, report in presence.said})
        settled.append(((side, -reports, one.name), one))
    return tuple(one for _, one in sorted(settled, key=lambda pair: pair[0]))


def _fullness(name: str) -> int:
    return min(len([word for word in name.split() if len(word.strip(".")) > 1]), 3)


def _settled(presence: Presence, chosen: dict[str, str]) -> Participant:
    first = presence.said[0][0]
    sides = Counter(one.side for one, _ in presence.said if one.side in _SIDES)
    side = min(sides, key=lambda one: (-sides[one], str(one))) if sides else None
    sectors = Counter(one.sector for one, _ in presence.said if one.sector)
    return Participant(
        name=chosen.get("name", first.name),
        role=chosen.get("role", first.role if not chosen else None),
        country=chosen.get("country", first.country if not chosen else None),
        side=side,
        sector=min(sectors, key=lambda one: (-sectors[one], one)) if sectors else None,
        inferred=all(one.inferred for one, _ in presence.said),
    )


# Sides that mean the same in every document; "a" and "b" tell apart within one only.
_SIDES = frozenset(("visitor", "host", "actor", "recipient"))


def _date_text(found: Sequence[Report], when: str | None) -> str | None:
    texts = [
        report.date_text
        for report in found
        if report.date_text and (not when or (report.start and _interval(report.start, report.end) == when))
    ]
    return texts[-1] if texts else None


def _title(
    kind: str,
    type_: str | None,
    people: Sequence[Participant],
    countries: Sequence[str],
    place: Location | None,
) -> str:
    if kind == "event":
        sides = [[one for one in people if one.side == side] for side in ("actor", "recipient")]
        who = " \N{RIGHTWARDS ARROW} ".join(_named(side) for side in sides if side)
        what = type_ or "Event"
    else:
        what = kind.capitalize()
        groups: dict[str | None, list[Participant]] = {}
        for one in people:
            groups.setdefault(one.country, []).append(one)
        parts = [_named(group) for group in groups.values()]
        who = " \N{EN DASH} ".join([*parts, *(one for one in countries if one not in groups)][:5])
    where = f", {place.name}" if place else ""
    return f"{what}: {who or 'unnamed'}{where}"


def _named(people: Sequence[Participant]) -> str:
    """Up to three of a side, and whom they act for where that is one and not said already."""
    shown = ", ".join(one.name for one in people[:3])
    more = f" and {len(people) - 3} more" if len(people) > 3 else ""
    countries = {one.country for one in people}
    country = countries.pop() if len(countries) == 1 else None
    told = f" ({country})" if country and country not in {one.name for one in people} else ""
    return f"{shown}{more}{told}"
