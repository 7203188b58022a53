"""Records: the list with its filters, and one record with every value and who reports it."""

import datetime
from typing import Annotated, Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.params import FromPath, Parameter
from litestar.response import Template

from dragoman.ledger import Ledger
from dragoman.ledger.overview import Line
from dragoman.ledger.query import STATUSES, Filters
from dragoman.model import Change, FieldValue, Record
from dragoman.web.asked import NAMES, filters, given, query_of
from dragoman.web.errors import known
from dragoman.web.kept import Answers
from dragoman.web.pages.searches import saved
from dragoman.web.people import people_of

PAGE, HITS = 50, 20
FORTNIGHT, ALIKE = datetime.timedelta(days=14), 30
KINDS = ("meeting", "visit", "call", "talks", "summit", "dialogue", "signing", "other", "event")


@get("/records", sync_to_thread=True, name="records")
def records(
    state: State,
    request: Request[Any, Any, State],
    q: Annotated[str, Parameter(max_length=500)] = "",
    page: Annotated[int, Parameter(ge=1, le=10_000)] = 1,
) -> Template:
    """The records that a search and its filters find."""
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    query = dict(request.query_params)
    asked, chosen = given(query), filters(query)
    words: dict[str, str | None] = {}
    counts: dict[str, int] = {}
    if q.strip():
        size = HITS
        found = ledger.search(q, limit=HITS, offset=(page - 1) * HITS, **asked)
        total, rows = found.total, [line_of(hit.record) for hit in found.hits if hit.record]
        words = {hit.record.id: hit.words for hit in found.hits if hit.record}
    else:
        size = PAGE
        overview = ledger.overview()
        without = filters({**query, "status": ""})
        counts = answers.get(("statuses", without), 10, lambda: overview.statuses(without))
        total = answers.get(("count", chosen), 10, lambda: overview.count(chosen))
        rows = overview.lines(chosen, newest=True, limit=PAGE, offset=(page - 1) * PAGE)
    shown = {"q": q, **asked}
    context = {
        **{name: asked.get(name, "") for name in NAMES},
        "q": q,
        "found": rows,
        "words": words,
        "counts": counts,
        "total": total,
        "page": page,
        "pages": -(-total // size),
        "query": query_of(shown),
        "query_with": lambda **changed: query_of({**shown, **changed}),
        "searches": saved(request),
        "kinds": KINDS,
        "statuses": STATUSES,
        "feed_key": state.access.feed_key,
    }
    return Template("records.html", context=context)


def line_of(record: Record) -> Line:
    """A record as a line of a list."""
    return Line(
        record.id, record.kind, record.status, record.title, record.type, record.start, record.end,
        record.earliest, record.latest, record.countries, record.unreported, len(record.reports),
    )  # fmt: skip


@get("/records/{id:str}", sync_to_thread=True, name="record")
def record(state: State, request: Request[Any, Any, State], id: FromPath[str]) -> Template:
    """One record: fields, values, witnesses, quotes, history."""
    ledger: Ledger = state.ledger
    found = known(lambda: ledger.record(id))
    reports = {report.id for report in found.reports}
    plain, people = people_of(found)
    context = {
        "record": found,
        "plain": plain,
        "people": people,
        "disputed": {name: values for name, values in found.fields.items() if disputed(name, values)},
        "changes": history_of(ledger.changes(record=found.id)),
        "judgements": [j for j in ledger.judgements(withdrawn=True) if {*j.left, *j.right} & reports],
        "alike": alike(ledger, found) if state.access.knows(request) else [],
        "kinds": KINDS,
        "statuses": [name for name in STATUSES if name != "unreported"],
        "feed_key": state.access.feed_key,
    }
    return Template("record.html", context=context)


def alike(ledger: Ledger, found: Record) -> list[Line]:
    """Other records of the same two parties within a fortnight: those that it may be the same as."""
    day = found.start or found.latest
    if day is None or not found.countries:
        return []
    first, *rest = found.countries
    near = Filters(
        country=first, other=rest[0] if rest else None, since=day - FORTNIGHT, until=day + FORTNIGHT
    )
    return [one for one in ledger.overview().lines(near, limit=ALIKE) if one.id != found.id]


def disputed(name: str, values: tuple[FieldValue, ...]) -> bool:
    """Whether witnesses disagree: not about how a title is worded, nor a state that moves on with time."""
    return len(values) > 1 and name not in {"status", "topics"} and name.rpartition(".")[2] not in {
        "role", "name",
    }  # fmt: skip


def history_of(changes: list[Change]) -> list[Change]:
    """Changes in the order in which they were published, the first first."""
    return sorted(changes, key=lambda c: (str(c.published or "9999"), c.at))
