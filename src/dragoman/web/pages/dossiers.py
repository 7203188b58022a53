"""Dossiers: records that belong to one story."""

from litestar import get
from litestar.datastructures import State
from litestar.response import Template

from dragoman.ledger import Ledger
from dragoman.web.pages.subjects import promised, quads

MOST = 200


@get("/dossiers", sync_to_thread=True, name="dossiers")
def dossiers(state: State) -> Template:
    """The stories, the latest first."""
    ledger: Ledger = state.ledger
    return Template("dossiers.html", context={"dossiers": ledger.dossiers(limit=MOST)})


@get("/dossiers/{id:str}", sync_to_thread=True, name="dossier")
def dossier(state: State, id: str) -> Template:
    """One story: its timeline, its events by class, its statements side by side, its promises."""
    ledger: Ledger = state.ledger
    found = ledger.dossier(id)
    records = [ledger.record(record) for record in found.records]
    documents = list(dict.fromkeys(report.document.id for r in records for report in r.reports))[:30]
    statements = [(ledger.source(d), s) for d in documents for s in ledger.statements(d) if s.speaker]
    context = {
        "dossier": found,
        "records": records,
        "quads": quads(records),
        "promised": promised(records),
        "statements": statements[:60],
    }
    return Template("dossier.html", context=context)
