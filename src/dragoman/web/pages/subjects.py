"""Countries, people, organisations and pairs of countries: what is on record of each."""

import datetime
from collections import Counter
from typing import Annotated

from litestar import get
from litestar.datastructures import State
from litestar.params import Parameter
from litestar.response import Template

from dragoman.authority.holders import holders_named
from dragoman.authority.states import states
from dragoman.coding.ontology import quad
from dragoman.ledger import Ledger
from dragoman.model import Record
from dragoman.web.filters import country as country_name

MOST = 400  # records that one page lists; the rest are behind the list's filters
Key = Annotated[str, Parameter(max_length=120)]


@get("/countries/{code:str}", sync_to_thread=True, name="country")
def country(state: State, code: Key) -> Template:
    """A country, or an organisation by its acronym: its timeline, and whom it meets most."""
    ledger: Ledger = state.ledger
    records = ledger.records(country=code, newest=True, limit=MOST)
    name = country_name(code)
    context = _subject(
        name, "country" if code in states() else "organisation", records, ledger.count(country=code)
    )
    context |= {"code": code, "query": f"country={code}", "partners": _partners(records, code)}
    return Template("subject.html", context=context)


@get("/people/{name:str}", sync_to_thread=True, name="person")
def person(state: State, name: Key) -> Template:
    """A person: offices over time, engagements, whom they met."""
    ledger: Ledger = state.ledger
    records = ledger.records(person=name, newest=True, limit=MOST)
    context = _subject(name, "person", records, ledger.count(person=name))
    context |= {"query": f"person={name}", "offices": sorted(holders_named(name), key=lambda h: h.start)}
    return Template("subject.html", context=context)


@get("/organisations/{name:str}", sync_to_thread=True, name="organisation")
def organisation(state: State, name: Key) -> Template:
    """An organisation: its engagements and counterparts."""
    ledger: Ledger = state.ledger
    records = ledger.records(organisation=name, newest=True, limit=MOST)
    context = _subject(name, "organisation", records, ledger.count(organisation=name))
    context |= {"query": f"country={name}", "partners": _partners(records, name)}
    return Template("subject.html", context=context)


@get("/dyads/{one:str}/{other:str}", sync_to_thread=True, name="dyad")
def dyad(state: State, one: Key, other: Key) -> Template:
    """Two countries: their timeline, events by quad class over time, promises and what became of them."""
    ledger: Ledger = state.ledger
    records = [r for r in ledger.records(country=one, newest=True, limit=5 * MOST) if other in r.countries][
        :MOST
    ]
    name = f"{country_name(one)} and {country_name(other)}"
    context = _subject(name, "pair of countries", records, len(records))
    context |= {"query": f"country={one}", "quads": quads(records), "promised": promised(records)}
    return Template("subject.html", context=context)


def _subject(name: str, sort: str, records: list[Record], total: int) -> dict[str, object]:
    today = datetime.datetime.now(datetime.UTC).date()
    return {
        "name": name,
        "sort": sort,
        "records": records,
        "total": total,
        "coming": [r for r in reversed(records) if r.start and r.start >= today and r.status == "announced"],
        "people": _people(records, name),
    }


def _partners(records: list[Record], code: str) -> list[tuple[str, int]]:
    counts = Counter(c for r in records for c in r.countries if c != code)
    return counts.most_common(15)


def _people(records: list[Record], name: str) -> list[tuple[str, int]]:
    counts = Counter(
        p.name for r in records for p in r.participants if p.name != name and len(p.name.split()) > 1
    )
    return counts.most_common(15)


def quads(records: list[Record]) -> list[tuple[str, list[int]]]:
    """Events a month by quad class (verbal and material cooperation, verbal and material conflict)."""
    months: dict[str, list[int]] = {}
    for record in records:
        if record.type and record.start:
            row = months.setdefault(record.start.strftime("%Y-%m"), [0, 0, 0, 0])
            row[quad(record.type) - 1] += 1
    return sorted(months.items())


def promised(records: list[Record]) -> list[Record]:
    """What was announced or promised, oldest first, whatever became of it."""
    return [r for r in reversed(records) if r.status != "held" or r.type in {"AGREE", "CONCEDE"}]
