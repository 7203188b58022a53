"""Countries, people, organisations and pairs of countries: what is on record of each."""

import datetime
from collections import Counter
from typing import Any
from urllib.parse import urlencode

from litestar import get
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Template

from dragoman.authority.holders import holders_named
from dragoman.authority.states import states
from dragoman.ledger import Ledger
from dragoman.ledger.overview import Line, Said
from dragoman.ledger.query import Filters, country_codes
from dragoman.model import Record
from dragoman.web.errors import known
from dragoman.web.filters import country as country_name
from dragoman.web.kept import Answers
from dragoman.web.meetings import Meeting, in_office, offices_told, who_met
from dragoman.web.pages.dossiers import MEETINGS, PAIRS, sides
from dragoman.web.plots import quad_plot
from dragoman.web.promises import pledged, promised

LINES = 50  # records that one page lists; the rest are behind the list's filters
SAID = 25
LONGEST = 120  # characters of a name
KEPT = 120.0  # seconds


@get("/countries/{code:str}", sync_to_thread=True, name="country")
def country(state: State, code: FromPath[str]) -> Template:
    """A country, or an organisation by its acronym: its timeline, what it said, whom it meets most."""
    code = _name(code)
    codes = country_codes(code)
    one = codes[0] if len(codes) == 1 else code
    sort = "country" if one in states() else "organisation"
    context = _subject(state, country_name(one), sort, {"country": one})
    said = [s for s in context["said"] if s.statement.speaker.country == one]
    context |= {"code": one, "said": said[:SAID], "partners": _partners(state, Filters(country=one), one)}
    context["in_office"] = in_office(one)
    return Template("subject.html", context=context)


@get("/people/{name:str}", sync_to_thread=True, name="person")
def person(state: State, name: FromPath[str]) -> Template:
    """A person: offices over time, engagements, statements, with whom they are on record."""
    name = _name(name)
    answers: Answers = state.answers
    context = known(lambda: _subject(state, name, "person", {"person": name}))
    family = name.split()[-1].casefold()
    said = [s for s in context["said"] if s.statement.speaker.name.split()[-1].casefold() == family]
    offices = sorted(holders_named(name), key=lambda h: h.start, reverse=True)
    told = answers.get(("told", name), KEPT, lambda: offices_told(name, _latest(state.ledger, person=name)))
    context |= {"said": said[:SAID], "offices": offices, "told": told}
    context["partners"] = _partners(state, Filters(person=name), "")
    return Template("subject.html", context=context)


@get("/organisations/{name:str}", sync_to_thread=True, name="organisation")
def organisation(state: State, name: FromPath[str]) -> Template:
    """An organisation that takes part: its engagements, statements and counterparts."""
    name = _name(name)
    context = _subject(state, name, "organisation", {"organisation": name})
    said = [s for s in context["said"] if name.casefold() in s.statement.speaker.name.casefold()]
    context |= {"said": said[:SAID], "partners": _partners(state, Filters(organisation=name), name)}
    return Template("subject.html", context=context)


@get("/dyads/{one:str}/{other:str}", sync_to_thread=True, name="dyad")
def dyad(state: State, one: FromPath[str], other: FromPath[str]) -> Template:
    """Two countries: their timeline, events by quad class over time, promises and what became of them."""
    one, other = _name(one), _name(other)
    name = f"{country_name(one)} and {country_name(other)}"
    asked = {"country": one, "other": other}
    context = _subject(state, name, "pair", asked)
    filters = Filters(country=one, other=other)
    overview = state.ledger.overview()
    answers: Answers = state.answers
    parties = (*country_codes(one)[:1], *country_codes(other)[:1])
    lines = list(reversed(context["lines"]))
    context |= {
        "plot": quad_plot(answers.get(("months", filters), KEPT, lambda: overview.months(filters))),
        "promised": promised(lines),
        "sides": sides(context["said"], parties),
        "said": [],
        "ends": ((one, country_name(one)), (other, country_name(other))),
        "pledged": pledged(context["said"], lines),
        "kinds": _kinds(context["lines"]),
        "met": answers.get(("met", filters), KEPT, lambda: _met(state.ledger, asked, parties)),
    }
    return Template("subject.html", context=context)


def _name(value: str) -> str:
    if not value.strip() or len(value) > LONGEST:
        raise NotFoundException("there is no such name")
    return value.strip()


def _subject(state: State, name: str, sort: str, asked: dict[str, Any]) -> dict[str, Any]:
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    overview = ledger.overview()
    filters = Filters(**asked)
    today = datetime.datetime.now(datetime.UTC).date()
    lines = answers.get(("lines", filters), 10, lambda: overview.lines(filters, newest=True, limit=LINES))
    total = len(lines)
    if total == LINES:
        total = answers.get(("count", filters), KEPT, lambda: overview.count(filters))
    ids = [line.id for line in lines]
    said: list[Said] = answers.get(("said", filters), KEPT, lambda: overview.statements(ids))
    ahead = [line for line in lines if line.status == "announced" and (line.start or today) >= today]
    return {
        "name": name,
        "sort": sort,
        "lines": lines,
        "total": total,
        "coming": [line for line in reversed(ahead) if line.start][:12],
        "said": [one for one in said if one.statement.speaker and one.statement.speaker.name.strip()],
        "query": urlencode(asked),
        "feed_key": state.access.feed_key,
    }


def _partners(state: State, filters: Filters, code: str) -> list[tuple[str, int]]:
    answers: Answers = state.answers
    overview = state.ledger.overview()
    found = answers.get(("partners", filters), KEPT, lambda: overview.partners(filters, limit=16))
    return [(name, count) for name, count in found if name != code][:15]


def _kinds(lines: list[Line]) -> list[tuple[str, int]]:
    """How often each kind of engagement is among the lines."""
    counts: Counter[str] = Counter(one.kind for one in lines if one.kind != "event")
    return counts.most_common()


def _latest(ledger: Ledger, **asked: Any) -> list[Record]:
    return ledger.records(newest=True, limit=MEETINGS, **asked)


def _met(ledger: Ledger, asked: dict[str, str], parties: tuple[str, ...]) -> list[Meeting]:
    return who_met(_latest(ledger, status="held", **asked), parties)[:PAIRS]
