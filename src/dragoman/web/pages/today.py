"""Today: what is coming up, what changed, what was announced and never reported, what is new."""

import datetime

from litestar import get
from litestar.datastructures import State
from litestar.response import Template

from dragoman.ledger import Ledger

WEEK = datetime.timedelta(days=7)
LIST = 12


@get("/", sync_to_thread=True, name="today")
def today(state: State) -> Template:
    """The first page of the morning."""
    ledger: Ledger = state.ledger
    day = datetime.datetime.now(datetime.UTC).date()
    if not ledger.stats()["documents"]:
        return Template("welcome.html")
    return Template(
        "today.html",
        context={
            "day": day,
            "coming": ledger.records(status="announced", since=day, until=day + WEEK, limit=40),
            "later": ledger.count(status="announced", since=day + WEEK),
            "changes": ledger.changes(limit=LIST),
            "unreported": ledger.records(status="unreported", newest=True, limit=LIST),
            "unreported_total": ledger.count(status="unreported"),
            "newest": ledger.records(until=day, newest=True, limit=LIST),
            "stats": ledger.stats(),
        },
    )
