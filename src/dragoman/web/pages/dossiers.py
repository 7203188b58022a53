"""Dossiers: records that belong to one story. The list is made from all records and kept for five minutes."""

from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.params import FromPath, Parameter
from litestar.response import Template

from dragoman.errors import UsageError
from dragoman.ledger import Ledger
from dragoman.ledger.overview import Line, Said
from dragoman.model import Dossier
from dragoman.web.errors import known
from dragoman.web.kept import Answers
from dragoman.web.meetings import TOOK_PLACE, Meeting, who_met
from dragoman.web.pages.exports import TYPES, subscribed, written
from dragoman.web.plots import quad_plot
from dragoman.web.promises import pledged, promised
from dragoman.web.security import FEEDS

PAGE = 60
MEETINGS = 16  # full records that are looked at for who met whom
PAIRS = 12
KEPT = 300.0  # seconds


@get("/dossiers", sync_to_thread=True, name="dossiers")
def dossiers(
    state: State,
    country: Annotated[str, Parameter(max_length=120)] = "",
    page: Annotated[int, Parameter(ge=1, le=10_000)] = 1,
) -> Template:
    """The stories, the latest first."""
    found = list_dossiers(state, country.strip())
    shown = found[(page - 1) * PAGE : page * PAGE]
    context = {"dossiers": shown, "country": country, "page": page, "pages": -(-len(found) // PAGE)}
    context["feed_key"] = state.access.feed_key
    return Template("dossiers.html", context=context)


def list_dossiers(state: State, country: str = "") -> list[Dossier]:
    """The stories among all records, or those of a country; the latest first."""
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    return answers.get(("dossiers", country.lower()), KEPT, lambda: ledger.dossiers(country=country or None))


def newest_dossiers(state: State, limit: int) -> list[Dossier]:
    """The latest stories, without waiting for them: none, where they are still being found."""
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    none: list[Dossier] = []
    return answers.peek(("dossiers", ""), KEPT, lambda: ledger.dossiers(country=None), none)[:limit]


def find_dossier(state: State, id: str) -> Dossier:
    """The story with this id or name. Raises UsageError where there is none."""
    for one in list_dossiers(state):
        if id in (one.id, one.name):
            return one
    raise UsageError(f"no dossier {id!r}: the list of dossiers shows those that there are")


@get("/dossiers/{id:str}", sync_to_thread=True, name="dossier")
def dossier(state: State, id: FromPath[str]) -> Template:
    """One story: its timeline, its events by class, its statements side by side, its promises."""
    overview = state.ledger.overview()
    found = known(lambda: find_dossier(state, id))
    lines = overview.named(found.records)
    months = [
        (str(day)[:7], one.type or "CONSULT", 1)
        for one in lines
        if (day := one.start or one.earliest or one.latest) and (one.type or one.status in TOOK_PLACE)
    ]
    answers: Answers = state.answers
    said = overview.statements(found.records)
    context = {
        "dossier": found,
        "lines": lines,
        "plot": quad_plot(months),
        "promised": promised(lines),
        "pledged": pledged(said, lines),
        "sides": sides(said, found.parties),
        "met": answers.get(("met", found.id), KEPT, lambda: _met(state.ledger, lines)),
        "feed_key": state.access.feed_key,
    }
    return Template("dossier.html", context=context)


def _met(ledger: Ledger, lines: list[Line]) -> list[Meeting]:
    """Who met whom in a story's latest meetings."""
    held = [one.id for one in reversed(lines) if one.kind != "event" and one.status in TOOK_PLACE]
    return who_met(ledger.record(one) for one in held[:MEETINGS])[:PAIRS]


def sides(said: list[Said], parties: tuple[str, ...]) -> list[tuple[str, list[Said]]]:
    """What each party said, side by side, and what others said; the same words once.

    A party of which nothing is on record has an empty side.
    """
    held: dict[str, dict[str, Said]] = {party: {} for party in parties}
    for one in said:
        speaker = one.statement.speaker
        if speaker is None or not one.statement.content.text.strip():
            continue
        side = speaker.country if speaker.country in held else "others"
        words = " ".join(one.statement.content.text.split()).lower()
        held.setdefault(side or "others", {}).setdefault(words, one)
    if not any(held.values()):
        return []
    return [(side, list(found.values())[:25]) for side, found in held.items() if found or side in parties]


def dossier_export(state: State, request: Request[Any, Any, State], id: FromPath[str]) -> Response[bytes]:
    """A story's records as a file or a feed."""
    found = known(lambda: find_dossier(state, id))

    def make() -> Response[bytes]:
        records = [state.ledger.record(one) for one in reversed(found.records)]
        return written(request, records, found.name)

    return subscribed(state, request, make) if request.url.path.endswith(FEEDS) else make()


EXPORTS = [
    get(f"/dossiers/{{id:str}}/records.{form}", sync_to_thread=True, name=f"dossier-{form}")(dossier_export)
    for form in TYPES
]
