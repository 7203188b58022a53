"""The API: lists by cursor, one shape of errors, exports and feeds that others' readers understand."""

import csv
import io
import json
from typing import Any

import feedparser
import pytest
from icalendar import Calendar
from litestar import Litestar
from litestar.testing import TestClient
from tests.web.desk import HOSTILE, SOON

from dragoman.ledger import Ledger


@pytest.mark.parametrize("path", ["records", "lines", "changes", "documents", "dossiers", "timeline/Niger"])
@pytest.mark.parametrize("limit", [1, 2, 100])
def test_cursors_walk_a_list_once(desk: TestClient[Litestar], path: str, limit: int) -> None:
    """Following `next` gives every item once, in the order of one long page, and ends."""
    whole = desk.get(f"/api/v1/{path}", params={"limit": 500}).json()["items"]
    walked: list[Any] = []
    cursor: str | None = ""
    while cursor is not None:
        page = desk.get(f"/api/v1/{path}", params={"limit": limit, "cursor": cursor}).json()
        assert len(page["items"]) <= limit
        walked += page["items"]
        cursor = page["next"]
    assert walked == whole
    assert whole


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/records/r000", 404),
        ("GET", "/api/v1/records/nope", 404),
        ("GET", "/api/v1/documents/nope", 404),
        ("GET", "/api/v1/dossiers/nope", 404),
        ("GET", "/api/v1/nowhere", 404),
        ("GET", "/api/v1/records?limit=0", 400),
        ("GET", "/api/v1/records?limit=many", 400),
        ("GET", "/api/v1/records?cursor=zzz", 400),
        ("GET", "/api/v1/records?cursor=LTE=", 400),
        ("GET", "/api/v1/records?since=soon", 400),
        ("GET", "/api/v1/records?status=burning", 400),
        ("GET", "/api/v1/records?q=%22%22", 400),
        ("PUT", "/api/v1/records", 405),
        ("DELETE", "/api/v1/judgements/j00", 404),
    ],
)
def test_errors_are_problem_details(desk: TestClient[Litestar], method: str, path: str, status: int) -> None:
    """An error has RFC 9457's shape and media type, with one line that says what to do."""
    answer = desk.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    problem = answer.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    assert "\n" not in problem["detail"]


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": 5}, {"text": "x", "more": 1}, [], "x"])
def test_bodies_are_checked_field_by_field(desk: TestClient[Litestar], body: object) -> None:
    """A body that is not as described is refused as problem details too."""
    answer = desk.post("/api/v1/read", json=body)
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")


def test_reading_filing_and_judging(own_desk: TestClient[Litestar], own_ledger: Ledger) -> None:
    """A program reads a text, files it, judges a record, and takes the judgement back."""
    text = {"text": "The Prime Minister of Italy, Giorgia Meloni, met Edi Rama in Tirana on May 2, 2025."}
    assert own_desk.post("/api/v1/read", json=text).json()["document"]["text"]
    filed = own_desk.post("/api/v1/documents", json={**text, "published": "2025-05-03"})
    assert filed.status_code == 201
    document = filed.json()["document"]
    assert own_desk.get(f"/api/v1/documents/{document}").json()["published"] == "2025-05-03"
    assert own_desk.get(f"/api/v1/documents/{document}/reports").status_code == 200
    record = own_ledger.records(country="NER", other="ESP", kind="meeting")[0].id
    decision = {"kind": "correct", "field": "status", "value": "failed", "because": "nobody came"}
    made = own_desk.post(f"/api/v1/records/{record}/judgements", json=decision)
    assert made.status_code == 201
    assert own_desk.get(f"/api/v1/records/{record}").json()["status"] == "failed"
    assert own_desk.delete(f"/api/v1/judgements/{made.json()['id']}").status_code == 204
    assert own_desk.get(f"/api/v1/records/{record}").json()["status"] == "held"
    assert own_desk.get("/api/v1/judgements").json() == []
    assert own_desk.get("/api/v1/judgements?withdrawn=true").json()


def test_the_description_names_every_call(desk: TestClient[Litestar]) -> None:
    """The OpenAPI description has the structs, and only the API's calls; its page needs nothing from elsewhere."""
    made = desk.get("/api/v1/openapi.json").json()
    assert made["openapi"].startswith("3.")
    assert all(path.startswith("/api/v1/") for path in made["paths"])
    assert "Record" in str(made["components"]["schemas"].keys())
    names = {one["name"] for one in made["paths"]["/api/v1/records"]["get"]["parameters"]}
    assert {"q", "country", "other", "since", "limit", "cursor"} <= names
    page = desk.get("/api").text
    assert all(path in page for path in made["paths"])


def test_calendar_is_one(desk: TestClient[Litestar], ledger: Ledger) -> None:
    """The calendar holds what has a day, with the visit to come as tentative, under stable ids."""
    answer = desk.get("/records.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    entries = {str(one["summary"]): one for one in calendar.walk("VEVENT")}
    visit = next(one for title, one in entries.items() if "Cem Kaya" in title)
    assert visit["dtstart"].dt == SOON
    assert visit["status"] == "TENTATIVE"
    record = ledger.records(country="TUR")[0]
    assert str(visit["uid"]) == f"{record.id}@dragoman"
    assert str(visit["url"]) == f"http://127.0.0.1/records/{record.id}"
    story = next(one for one in ledger.dossiers() if "NER" in one.parties)
    Calendar.from_ical(desk.get(f"/dossiers/{story.id}/records.ics").content)


@pytest.mark.parametrize(
    "path", ["/records.atom", "/records.atom?q=Niamey&country=NER", "/feeds/changes.atom"]
)
def test_feeds_are_atom(desk: TestClient[Litestar], path: str) -> None:
    """Feeds parse without complaint; their entries have ids, links and days, and hostile words are words."""
    answer = desk.get(path)
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.entries
    assert len({one.id for one in feed.entries}) == len(feed.entries)
    assert all(one.link.startswith("http://127.0.0.1/records/") for one in feed.entries)
    assert all(one.updated_parsed for one in feed.entries)
    assert b"<script" not in answer.content


def test_csv_json_plover_geojson(desk: TestClient[Litestar], ledger: Ledger) -> None:
    """Files hold the records that the filters list; a cell that a spreadsheet would run is kept as words."""
    rows = list(csv.DictReader(io.StringIO(desk.get("/records.csv").text)))
    assert len(rows) == ledger.count()
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+@" and cell]
    assert any(HOSTILE in row["title"] for row in rows)
    assert [one["id"] for one in desk.get("/records.json?country=TUR").json()] == [
        one.id for one in ledger.records(country="TUR")
    ]
    lines = desk.get("/records.plover").text.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["AGREE"]
    assert desk.get("/records.geojson").json()["type"] == "FeatureCollection"
    assert "attachment" in desk.get(f"/records.csv?q={HOSTILE}").headers["content-disposition"]
    for path in ("/records.csv?status=burning", "/records.ics?since=soon"):
        assert desk.get(path).status_code == 400


def test_map_and_network_data(desk: TestClient[Litestar]) -> None:
    """The drawn pages' data hold what the tables do."""
    network = desk.get("/network.json").json()
    assert {"NER", "ESP", "TUR", "HUN"} <= {node["id"] for node in network["nodes"]}
    assert {(link["source"], link["target"]) for link in network["links"]} >= {("ESP", "NER")}
    assert desk.get("/map.json").json()["type"] == "FeatureCollection"
