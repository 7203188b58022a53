"""What people do at the desk, in a real browser: every visit fails on an error in the console too."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from tests.web.browser import serving_desk, until, visiting
from tests.web.desk import SOON, TOKEN

from dragoman.ledger import Ledger
from dragoman.web.security import Access

pytestmark = pytest.mark.browser
STATEMENT = """Joint statement on the visit of the Foreign Minister

PARIS, June 3, 2031 - The Foreign Minister of Norway, Espen Barth Eide, will visit Paris on June 12, 2031 to
meet the French Minister for Europe and Foreign Affairs. Norway reaffirmed its support for a ceasefire.
"""


def test_from_an_empty_ledger_to_a_subscribed_calendar(
    browser: Any, empty_address: str, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    """A newcomer loads the examples, finds a country, subscribes to its calendar, adds to it, and sees it there."""
    story = sorted((root / "examples/stories/greece-turkey").glob("*.html"))[:3]
    assert story
    monkeypatch.setattr("dragoman.web.pages.adding.example_files", lambda: iter(story))
    with visiting(browser, empty_address) as page:
        page.goto("/")
        assert page.locator("h1").inner_text() == "The ledger is empty"
        page.click("text=Load the examples")
        page.wait_for_selector("text=Reading the examples")
        page.wait_for_selector("text=The week ahead", timeout=120_000)
        page.click("nav >> text=Records")
        page.fill("#fcountry", "France")
        page.keyboard.press("Enter")
        page.wait_for_url("**country=France**")
        calendar = page.get_attribute("#found .tools >> text=Calendar", "href")
        before = _entries(empty_address + calendar)
        page.click("nav >> text=Add")
        page.fill("#text", STATEMENT)
        page.click("text=Read it")
        page.wait_for_selector("h1:has-text('How it is read')")
        assert "Espen Barth Eide" in page.locator("article.text").inner_text()
        page.click("button:has-text('File it')")
        page.wait_for_url("**/documents/*")
        assert page.locator("h1").inner_text() == "Joint statement on the visit of the Foreign Minister"
    after = _entries(empty_address + calendar)
    new = [day for day in after if day not in before]
    assert new == ["2031-06-12", "2031-06-12"]  # the visit, and the meeting in it


def _entries(address: str) -> list[str]:
    answer = httpx.get(address)
    assert answer.headers["content-type"].startswith("text/calendar")
    return [str(one["dtstart"].dt) for one in Calendar.from_ical(answer.content).walk("VEVENT")]


def test_a_judgement_and_its_undoing(browser: Any, own_address: str, own_ledger: Ledger) -> None:
    """A value is corrected with a reason, leads, stands in the list of judgements, and is taken back."""
    record = own_ledger.records(country="NER", other="ESP", kind="meeting")[0]
    with visiting(browser, own_address) as page:
        page.goto(f"/records/{record.id}")
        page.click("text=Correct a value")
        page.select_option("#jfield", "place")
        page.fill("#jvalue", "Agadez, NER")
        page.click("button:has-text('Correct')")
        assert "#judged" not in page.url  # the browser itself asks for the reason
        page.fill("#jreason", "The minutes say so")
        page.click("button:has-text('Correct')")
        page.wait_for_url("**#judged")
        assert "Agadez" in page.locator("main .head").inner_text()
        page.click("footer >> text=Judgements")
        assert "The minutes say so" in page.locator("main").inner_text()
        page.click("text=Take back")
        page.wait_for_url("**#judged")
        assert "Agadez" not in page.locator("main .head").inner_text()


def test_two_records_are_said_to_be_one(browser: Any, own_address: str, own_ledger: Ledger) -> None:
    """The form for "the same" offers the records near it, and joins the one chosen."""
    own_ledger.different(
        *[r.id for r in own_ledger.records(country="NER", other="ESP")[0].reports[:2]], because="two"
    )
    one, other = own_ledger.records(country="NER", other="ESP", kind="meeting")[:2]
    with visiting(browser, own_address) as page:
        page.goto(f"/records/{one.id}")
        page.click("text=The same as another")
        offered = page.eval_on_selector_all("#jothers option", "all => all.map((one) => one.value)")
        assert other.id in offered
        page.fill("#jother", other.id)
        page.fill("#jwhy", "one meeting, two rooms")
        page.click("button:has-text('The same')")
        page.wait_for_url("**#judged")
    assert len(own_ledger.records(country="NER", other="ESP", kind="meeting")) == 1


def test_search_with_filters(browser: Any, address: str) -> None:
    """A filter acts at once, stands in the address, is saved under a name, and comes back from there."""
    with visiting(browser, address) as page:
        page.goto("/")
        page.fill("header #q", "Niamey")
        page.keyboard.press("Enter")
        page.wait_for_url("**/records?q=Niamey")
        assert page.locator("ol.records > li").count() == 1
        page.goto("/records")
        every = page.locator("ol.records > li").count()
        page.select_option("#fstatus", "announced")
        page.wait_for_url("**status=announced**")
        until(page, "all => document.querySelectorAll('ol.records > li').length < all", every)
        assert page.input_value("#fstatus") == "announced"
        page.fill("#sname", "to come")
        page.click("text=Save it")
        page.goto("/records")
        page.click("text=to come")
        assert "status=announced" in page.url
        page.click("[aria-label='Forget to come']")
        page.goto("/records")
        assert not page.locator("text=to come").count()


def test_a_brief_is_checked(browser: Any, address: str) -> None:
    """A wrong place is marked where it stands; the mark leads to what is wrong with it, and back."""
    with visiting(browser, address, "phone") as page:
        page.goto("/check")
        page.fill("#text", "Espen Barth Eide will visit Lyon on June 12, 2031.")
        page.fill("#sources", STATEMENT + "\n---\nAnother source, which says nothing of it.")
        page.click("button:has-text('Check')")
        page.wait_for_selector("#found")
        assert "2 sources" in page.locator("main").inner_text()
        page.click("article mark >> text=Lyon")
        assert page.locator(".card:target").inner_text().startswith("Error: place")
        page.click(".card:target >> text=Where it stands")
        assert "#in-f-" in page.url


def test_keyboard_alone(browser: Any, address: str) -> None:
    """From the first page, by keys alone, one skips to the content and opens what comes next week."""
    with visiting(browser, address) as page:
        page.goto("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        for _ in range(12):
            page.keyboard.press("Tab")
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            if page.evaluate("document.activeElement.classList.contains('title')"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/records/*")
        assert f"{SOON.day} {SOON:%b}" in page.locator("main").inner_text()


def test_a_choice_of_dossier_on_today(browser: Any, address: str) -> None:
    """One story is chosen on the first page, and left again."""
    with visiting(browser, address) as page:
        page.goto("/dossiers")  # once they are found, Today offers them
        page.click("nav >> text=Today")
        page.select_option("#tdossier", index=1)
        page.click("main button:has-text('Show')")
        page.wait_for_url("**dossier=s*")
        assert "Only" in page.locator("main .head").inner_text()
        page.click("text=everything")
        page.wait_for_selector("text=records from")


def test_a_stranger_signs_in(browser: Any, ledger: Ledger) -> None:
    """Where reading is public, writing asks for the token: then Add is there."""
    access = Access(token=TOKEN, public=True)
    with serving_desk(ledger, access=access) as address, visiting(browser, address) as page:
        page.goto("/")
        assert not page.locator("nav >> text=Add").count()
        page.click("nav >> text=Sign in")
        page.fill("#token", TOKEN)
        page.click("main button:has-text('Sign in')")
        page.wait_for_selector("nav >> text=Add")
        page.click("text=Sign out")
        page.wait_for_selector("nav >> text=Sign in")
