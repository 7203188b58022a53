"""Records: the list with its filters, and one record with every value and who reports it."""

from typing import Annotated, Any
from urllib.parse import urlencode

from litestar import get
from litestar.datastructures import State
from litestar.params import Parameter
from litestar.response import Template

from dragoman.ledger import Ledger

PAGE = 50
Text = Annotated[str, Parameter(max_length=200)]


@get("/records", sync_to_thread=True, name="records")
def records(
    state: State,
    q: Text = "",
    country: Text = "",
    person: Text = "",
    kind: Text = "",
    status: Text = "",
    since: Text = "",
    until: Text = "",
    page: Annotated[int, Parameter(ge=1, le=10_000)] = 1,
) -> Template:
    """The records that a search and its filters find."""
    ledger: Ledger = state.ledger
    asked: dict[str, Any] = {"country": country, "person": person, "kind": kind, "status": status}
    asked |= {"since": since, "until": until}
    filters = {name: value for name, value in asked.items() if value}
    offset = (page - 1) * PAGE
    if q:
        found = ledger.search(q, limit=PAGE, offset=offset, **filters)
        total, rows = found.total, [hit.record for hit in found.hits if hit.record]
    else:
        total = ledger.count(**filters)
        rows = ledger.records(newest=True, limit=PAGE, offset=offset, **filters)
    given = {"q": q, **asked}
    context = {"found": rows, "total": total, "page": page, "pages": -(-total // PAGE), **given}
    context["query_with"] = lambda number: urlencode(
        {**{k: v for k, v in given.items() if v}, "page": number}
    )
    return Template("records.html", context=context)


@get("/records/{id:str}", sync_to_thread=True, name="record")
def record(state: State, id: str) -> Template:
    """One record: fields, values, witnesses, quotes, history."""
    ledger: Ledger = state.ledger
    found = ledger.record(id)
    context = {
        "record": found,
        "changes": ledger.changes(record=found.id),
        "judgements": [j for j in ledger.judgements() if {*j.left, *j.right} & {r.id for r in found.reports}],
    }
    return Template("record.html", context=context)
