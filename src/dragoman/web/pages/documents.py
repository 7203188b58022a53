"""Documents: the list of what was filed, and one as it was read, marked in place."""

from typing import Annotated

from litestar import get
from litestar.datastructures import State
from litestar.params import FromPath, FromQuery, Parameter
from litestar.response import Template

from dragoman.annotate import annotate
from dragoman.ledger import Ledger
from dragoman.web.errors import known
from dragoman.web.kept import Answers
from dragoman.web.marks import Named, marked, named_in, said_in, told_in

PAGE = 40


@get("/documents", sync_to_thread=True, name="documents")
def documents(
    state: State,
    q: Annotated[str, Parameter(max_length=500)] = "",
    page: Annotated[int, Parameter(ge=1, le=10_000)] = 1,
) -> Template:
    """What was filed, the latest first; or the documents that hold some words."""
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    offset = (page - 1) * PAGE
    if q.strip():
        found = ledger.search(q, what="documents", limit=PAGE, offset=offset)
        rows = [(hit.source, hit.words) for hit in found.hits if hit.source]
        total = found.total
    else:
        rows = [(one, None) for one in ledger.overview().newest_documents(limit=PAGE, offset=offset)]
        total = answers.get("stats", 10, ledger.stats)["documents"]
    context = {"rows": rows, "q": q, "total": total, "page": page, "pages": -(-total // PAGE)}
    context["feed_key"] = state.access.feed_key
    return Template("documents.html", context=context)


@get("/documents/{id:str}", sync_to_thread=True, name="document")
def document(state: State, id: FromPath[str], names: FromQuery[bool] = False) -> Template:
    """The text with what was read marked where it stands; `names` marks names, dates and places too."""
    ledger: Ledger = state.ledger
    found = known(lambda: ledger.document(id))
    reports, statements = ledger.reports(id), ledger.statements(id)
    marks = [*told_in(reports), *said_in(statements)]
    entries: list[Named] = []
    if names:
        seen = annotate(found)
        more, entries = named_in(seen.times, seen.places, seen.actors)
        marks += more
    context = {
        "id": id,
        "document": found,
        "source": ledger.source(id),
        "reports": reports,
        "statements": statements,
        "text": marked(found.text, marks),
        "names": names,
        "entries": entries,
    }
    return Template("document.html", context=context)
