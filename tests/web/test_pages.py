"""Every page answers, says what it should, and shows hostile words as words."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from lxml import html
from tests.web.desk import HOSTILE, SOON, client

from dragoman.ledger import Ledger
from dragoman.web.pages.today import visit

PAGES = [
    "/", "/records", "/records?q=Niamey", "/records?country=Niger&status=held&kind=meeting",
    "/records?page=2",
    "/records?q=nothinglikethis", "/records?since=2025-01-01&until=2025-12-31", "/documents",
    "/documents?q=onions", "/countries/NER", "/countries/Niger", "/countries/EU", "/countries/nowhere",
    "/people/Ali%20Sow", "/people/%3Cscript%3E%20x", "/organisations/UN", "/dyads/NER/ESP", "/dyads/x/y",
    "/dossiers", "/dossiers?country=Niger", "/map", "/map?since=2025-01-01&country=NER", "/network", "/add",
    "/check", "/api", "/judgements", "/sign-in",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_page_answers(desk: TestClient[Litestar], path: str) -> None:
    """Each page answers in HTML with one h1, a language and labelled fields."""
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    tree = html.fromstring(answer.text)
    assert len(tree.xpath("//h1")) == 1
    assert tree.get("lang") == "en"
    labelled = {label.get("for") for label in tree.xpath("//label")}
    fields = tree.xpath("//input[not(@type='hidden')] | //select | //textarea")
    assert {field.get("id") for field in fields} <= labelled
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_today_tells_what_comes_and_what_is_missing(desk: TestClient[Litestar]) -> None:
    """Today shows the visit to come, and the announced meeting of which nothing was heard."""
    tree = html.fromstring(desk.get("/").text)
    coming = tree.xpath("//section[@aria-labelledby='coming']")[0].text_content()
    silent = tree.xpath("//section[@aria-labelledby='unreported']")[0].text_content()
    assert "Cem Kaya" in coming
    assert f"{SOON.day} {SOON:%b}" in coming
    assert "Dora Nagy" in silent
    assert "No report that it took place" in silent


def test_today_of_one_dossier(desk: TestClient[Litestar], ledger: Ledger) -> None:
    """With a dossier chosen, Today shows that story only."""
    story = next(one for one in ledger.dossiers() if "NER" in one.parties and "ESP" in one.parties)
    page = desk.get(f"/?dossier={story.id}").text
    assert "Ali Sow" in page
    assert "Dora Nagy" not in page
    assert desk.get("/?dossier=sdeadbeef").status_code == 404


def test_today_counts_since_the_last_visit() -> None:
    """A visit ends after half an hour; then what came since its end is new; a broken cookie is none."""
    start = datetime(2026, 1, 5, 8, tzinfo=UTC)
    since, cookie = visit("", start)
    assert since is None
    since, cookie = visit(cookie, start + timedelta(minutes=5))
    assert since is None
    since, cookie = visit(cookie, start + timedelta(days=1))
    assert since == start + timedelta(minutes=5)
    since, _ = visit(cookie, start + timedelta(days=1, minutes=2))
    assert since == start + timedelta(minutes=5)
    for broken in ("x", "1_2_3_x", "-5_9", "9" * 400, "٣_٣"):
        visit(broken, start)


def test_record_shows_disagreement_witnesses_and_people(desk: TestClient[Litestar], ledger: Ledger) -> None:
    """A record's page says where reports differ, who says what in which words, and who takes part."""
    record = ledger.records(country="NER", other="ESP", kind="meeting")[0]
    assert len(record.reports) == 3
    tree = html.fromstring(desk.get(f"/records/{record.id}").text)
    disputed = tree.xpath("//section[@aria-labelledby='disputed']")[0].text_content()
    assert "Niamey, Niger" in disputed
    assert "Zinder, Niger" in disputed
    assert "They met in Zinder." in disputed
    people = tree.xpath("//section[@aria-labelledby='people']//span[contains(@class, 'value')]")
    assert [one.text_content() for one in people].count("Ali Sow") == 1


def test_country_and_dyad_show_what_was_said(desk: TestClient[Litestar]) -> None:
    """Statements stand on the pages of those who made them, with their source."""
    for path in ("/countries/NER", "/dyads/NER/ESP"):
        tree = html.fromstring(desk.get(path).text)
        said = tree.xpath("//section[@aria-labelledby='said']")[0]
        assert "its friendship with Spain" in said.text_content()
        assert "Gazette" in said.text_content()


def test_dyad_plots_events_by_class(desk: TestClient[Litestar]) -> None:
    """The plot has a bar for the agreement, and a table with the same number."""
    tree = html.fromstring(desk.get("/dyads/NER/ESP").text)
    assert [bar.get("class") for bar in tree.xpath("//figure[@class='quads']/svg[@role='img']/rect")] == [
        "q1"
    ]
    assert tree.xpath("//section[@aria-labelledby='quads']//tbody/tr/th/text()") == ["2025-03"]


def test_document_marks_lead_to_what_was_read(desk: TestClient[Litestar], ledger: Ledger) -> None:
    """Every mark's link and every entry's link has its target in the page."""
    document = ledger.records(country="NER", other="ESP", kind="meeting")[0].reports[0].document.id
    tree = html.fromstring(desk.get(f"/documents/{document}").text)
    links = tree.xpath("//mark//a/@href | //div[@class='aside']//a[starts-with(@href, '#')]/@href")
    assert links
    assert {link[1:] for link in links} <= set(tree.xpath("//@id"))


def test_unknown_things_are_not_found(desk: TestClient[Litestar]) -> None:
    """What is not there is a 404 page with a way back; what makes no sense a 400; neither a traceback."""
    for path in ("/records/r000", "/records/zzz", "/documents/nope", "/dossiers/nope", "/nowhere"):
        answer = desk.get(path)
        assert answer.status_code == 404
        assert "Back to today" in answer.text
    for path in ("/records?since=yesterday", "/records?since=2025-02-01&until=2025-01-01", "/records?page=0"):
        assert desk.get(path).status_code == 400
    assert "Traceback" not in desk.get("/records?since=yesterday").text


def test_hostile_words_stay_words(desk: TestClient[Litestar], ledger: Ledger) -> None:
    """Scripts in titles, bodies, names, places, topics and quotes are shown, never run."""
    record = ledger.records(country="FRA")[0]
    document = record.reports[0].document.id
    paths = ["/", "/records", f"/records/{record.id}", f"/documents/{document}", "/documents",
             "/countries/FRA", "/dyads/FRA/DEU", "/map", "/network", "/records?q=alert",
             f"/records?q={HOSTILE}",
             f"/people/{HOSTILE.replace('/', '')}", "/judgements"]  # fmt: skip
    for path in paths:
        page = desk.get(path).text
        tree = html.fromstring(page)
        assert not [s for s in tree.xpath("//script") if not s.get("src", "").startswith("/static/")], path
        assert not tree.xpath("//@onerror | //@onclick | //@style | //img"), path
        assert not [h for h in tree.xpath("//@href | //@src | //@action") if "javascript:" in h], path
    assert "&lt;script&gt;" in desk.get(f"/documents/{document}").text


def test_nothing_is_loaded_from_elsewhere(desk: TestClient[Litestar]) -> None:
    """No page loads anything from another host, nor sends a form to one."""
    for path in ["/", "/map", "/network", "/records", "/api"]:
        tree = html.fromstring(desk.get(path).text)
        loaded = tree.xpath(
            "//script/@src | //link/@href | //img/@src | //form/@action | //@data-src | //@data-land"
        )
        assert loaded
        assert all(re.match(r"/(?!/)", one) for one in loaded), path


def test_empty_ledger_greets(empty: Ledger) -> None:
    """An empty ledger says how to fill it, and its other pages work."""
    with client(empty) as desk:
        page = desk.get("/").text
        assert "Load the examples" in page
        assert "dragoman ledger add" in page
        for path in ("/records", "/dossiers", "/map", "/network", "/documents", "/records.ics", "/map.json"):
            assert desk.get(path).status_code == 200


def test_searches_are_kept_in_the_browser(desk: TestClient[Litestar]) -> None:
    """A search is kept under a name, listed, and forgotten; a query is cut to its filters."""
    token = desk.get("/records?country=NER").text.split('name="_csrf_token" value="')[1].split('"')[0]
    sent = {"_csrf_token": token, "name": "Niger & co", "query": "country=NER&evil=1&q="}
    desk.post("/searches", data=sent)
    page = desk.get("/records").text
    assert 'href="/records?country=NER">Niger &amp; co' in page
    desk.post("/searches", data={**sent, "forget": "yes"})
    assert "Niger &amp; co" not in desk.get("/records").text
