"""No page has a serious fault of accessibility, nor is wider than its window: axe-core in a real browser."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.web.browser import until, visiting

from dragoman.ledger import Ledger

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent / "axe/axe.min.js").read_text("utf8")
RUN = """async (rules) => (await axe.run(document, {resultTypes: ["violations"], ...rules})).violations
  .filter((one) => ["serious", "critical"].includes(one.impact))
  .map((one) => one.id + ": " + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | "))"""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
PAGES = [
    "/", "/records", "/records?q=Niamey", "/records?q=nothinglikethis", "/documents", "/countries/NER",
    "/people/Emmanuel%20Macron", "/people/Ali%20Sow", "/organisations/UN", "/dyads/NER/ESP", "/dossiers",
    "/map", "/network", "/add", "/check", "/api", "/judgements", "/sign-in",
]  # fmt: skip


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_no_serious_fault_on_any_page(browser: Any, address: str, ledger: Ledger, look: str) -> None:
    """In light, in dark and at a phone's width axe finds nothing serious, and no page has to be moved sideways."""
    told = ledger.records(country="NER", other="ESP", kind="meeting")[0]
    story = next(one for one in ledger.dossiers() if "NER" in one.parties and "ESP" in one.parties)
    hostile = ledger.records(country="FRA")[0]
    paths = [
        *PAGES, f"/records/{told.id}", f"/documents/{told.reports[0].document.id}?names=true",
        f"/dossiers/{story.id}", f"/?dossier={story.id}", f"/records/{hostile.id}",
        f"/documents/{hostile.reports[0].document.id}?names=true",
    ]  # fmt: skip
    found: dict[str, Any] = {}
    with visiting(browser, address, look) as page:
        for path in paths:
            page.goto(path, wait_until="load")
            if path in ("/map", "/network"):
                page.wait_for_selector("svg circle")
            for one in page.query_selector_all("details:not([open]) > summary"):
                one.click()
            page.evaluate(AXE)
            faults = page.evaluate(RUN, COLOURS if look == "dark" else {})
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                faults.append("wider than the window")
            if faults:
                found[path] = faults
    assert not found


def test_pages_work_without_script(browser: Any, address: str) -> None:
    """Without script the map and the network are tables, and a filter is a form."""
    with visiting(browser, address, java_script_enabled=False) as page:
        page.goto("/map")
        assert page.locator("table >> text=Niamey").count()
        page.goto("/network")
        assert page.locator("table >> text=Spain").count()
        page.goto("/records")
        page.select_option("#fkind", "visit")
        page.click("text=Show")
        assert "kind=visit" in page.url
        assert page.locator("ol.records > li").count() == 1
        page.goto(f"/people/{quote('Ali Sow')}")
        assert page.locator("h1").inner_text() == "Ali Sow"


def test_first_paint_waits_for_no_drawing(browser: Any, address: str) -> None:
    """While the map's and the network's data are still on their way, the page is painted and its table read."""
    for path in ("/map", "/network", "/countries/NER"):
        with visiting(browser, address) as page:
            page.route("**/*.json*", lambda route: None)  # asked, and never answered
            page.goto(path)
            until(page, "performance.getEntriesByName('first-contentful-paint').length > 0")
            assert page.locator("main table").first.is_visible()
            assert not page.locator("figure svg circle").count()
