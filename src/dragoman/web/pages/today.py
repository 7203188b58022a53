"""Today: what is coming up, what changed since the last visit, what was never reported, what is new.

The cookie `dragoman_seen` holds the moment of the last visit and that of this one; a visit ends
after half an hour without a look at this page.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from litestar import Request, get
from litestar.datastructures import Cookie, State
from litestar.params import FromQuery
from litestar.response import Template

from dragoman.ledger import Ledger
from dragoman.ledger.overview import Line
from dragoman.ledger.query import Filters
from dragoman.model import Change, Day, Dossier
from dragoman.web.errors import known
from dragoman.web.examples import Loading
from dragoman.web.kept import Answers
from dragoman.web.pages.dossiers import find_dossier, newest_dossiers

WEEK = datetime.timedelta(days=7)
VISIT = datetime.timedelta(minutes=30)
LIST = 12
SEEN = "dragoman_seen"
FOLLOWED = 60  # records of a dossier whose changes are looked at
SOON = 10.0  # seconds that its lists are kept
STORIES = 40  # that one can choose among here
KEY = 120  # characters of a dossier's id or name


@get("/", sync_to_thread=True, name="today")
def today(state: State, request: Request[Any, Any, State], dossier: FromQuery[str] = "") -> Template:
    """The first page of the morning; of one story where `dossier` names it."""
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    now = datetime.datetime.now(datetime.UTC)
    stats = answers.get("stats", SOON, ledger.stats)
    loading: Loading = state.loading
    if loading.running or loading.failed:
        return Template("welcome.html", context={"url": ledger.url, "loading": loading})
    if not stats["documents"] and not ledger.stats()["documents"]:
        return Template("welcome.html", context={"url": ledger.url, "loading": None})
    chosen = known(lambda: find_dossier(state, dossier[:KEY])) if dossier else None
    since, seen = visit(request.cookies.get(SEEN, ""), now)
    changes = answers.get(("changes", dossier), SOON, lambda: _changes(ledger, chosen))
    context = {
        "day": now.date(),
        "dossier": chosen,
        "since": since,
        "changes": [c for c in changes if since and c.at > since],
        "earlier": [c for c in changes if not since or c.at <= since][:LIST],
        "stats": stats,
        "left_out": loading.left_out,
        "stories": newest_dossiers(state, STORIES),
        "feed_key": state.access.feed_key,
        **answers.get(("today", dossier, now.date()), SOON, lambda: _lists(state, chosen, now.date())),
    }
    cookie = Cookie(SEEN, value=seen, max_age=400 * 86400, httponly=True, samesite="lax")
    return Template("today.html", context=context, cookies=[cookie])


def visit(cookie: str, now: datetime.datetime) -> tuple[datetime.datetime | None, str]:
    """When the last visit ended (None: this is the first), and the cookie that remembers this one."""
    last, current = None, None
    for number, part in enumerate(cookie.split("_")[:2]):
        if part.isascii() and part.isdigit() and 0 < int(part) < 10**11:
            moment = datetime.datetime.fromtimestamp(int(part), datetime.UTC)
            last, current = (moment, current) if number == 0 else (last, moment)
    if current is not None and not datetime.timedelta(0) <= now - current <= VISIT:
        last = current if current <= now else None
    first = int(last.timestamp()) if last else 0
    return last, f"{first}_{int(now.timestamp())}"


def _changes(ledger: Ledger, chosen: Dossier | None) -> list[Change]:
    if chosen is None:
        return ledger.changes(limit=5 * LIST)
    found = [c for one in chosen.records[-FOLLOWED:] for c in ledger.changes(record=one, limit=LIST)]
    return sorted(found, key=lambda c: (c.at, str(c.published), c.id), reverse=True)[: 5 * LIST]


def _lists(state: State, chosen: Dossier | None, day: Day) -> dict[str, Any]:
    if chosen:
        return _story(state.ledger, chosen, day)
    overview = state.ledger.overview()
    silent = Filters(status="unreported")
    return {
        "coming": overview.lines(Filters(status="announced", since=day, until=day + WEEK), limit=40),
        "later": overview.count(Filters(status="announced", since=day + WEEK)),
        "unreported": overview.lines(silent, newest=True, limit=LIST),
        "unreported_total": overview.count(silent),
        "newest": overview.lines(Filters(until=day), newest=True, limit=LIST),
        "documents": overview.newest_documents(limit=6),
    }


def _story(ledger: Ledger, chosen: Dossier, day: Day) -> dict[str, Any]:
    lines: Sequence[Line] = ledger.overview().named(chosen.records)
    ahead = [one for one in lines if one.status == "announced" and (one.end or one.latest or Day.min) >= day]
    silent = [one for one in reversed(lines) if one.unreported]
    past = [one for one in reversed(lines) if one not in ahead]
    return {
        "coming": [one for one in ahead if (one.start or one.earliest or day) <= day + WEEK],
        "later": sum((one.start or one.earliest or day) > day + WEEK for one in ahead),
        "unreported": silent[:LIST],
        "unreported_total": len(silent),
        "newest": past[:LIST],
        "documents": [],
    }
