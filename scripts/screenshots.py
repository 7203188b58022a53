"""Makes the desk's screenshots for the documentation, in a real browser.

    python scripts/screenshots.py [--ledger URL] [--to FOLDER] [--only NAME ...]

Without --ledger the example stories are read first (about a minute). Each page is taken in light and
in dark at 1200 pixels, and at 390 pixels, a phone's width; files are WebP. Needs Chromium
(CHROMIUM names its path, /usr/bin/chromium by default) and `uv sync --group web`.
"""

import argparse
import io
import os
import socket
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from dragoman.authority.holders import holders_named
from dragoman.ledger import Ledger
from dragoman.web.app import create_app
from dragoman.web.examples import example_files

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1200, "height": 860}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1200, "height": 860}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 800}, "color_scheme": "light", "is_mobile": True},
}
STATEMENT = """Joint statement on the visit of the Foreign Minister

PARIS, June 3, 2025 - The Foreign Minister of Norway, Espen Barth Eide, will visit Paris on Thursday to meet
Jean-Noël Barrot, the French Minister for Europe and Foreign Affairs. The two ministers will discuss support
for Ukraine and security in the Arctic. Norway reaffirmed its support for a ceasefire.
"""
BRIEF = "Norway's Foreign Minister, Espen Barth Eide, met Jean-Noël Barrot in Lyon on June 5, 2025."


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """The desk's address, while it runs in a thread."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(create_app(ledger), host="127.0.0.1", port=port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


def pages(ledger: Ledger) -> dict[str, str]:
    """The pages' names and paths; the fullest record and story stand for all."""
    records = ledger.records()
    fullest = max(records, key=lambda one: (len(one.reports), one.place is not None, one.id))
    story = max(ledger.dossiers(), key=lambda one: (len(one.records), one.id))
    told = max(fullest.reports, key=lambda one: len(one.evidence)).document.id
    one, other = fullest.countries[:2]
    named = Counter(p.name for one in records for p in one.participants if " " in p.name)
    person = max(named, key=lambda name: (bool(holders_named(name)), named[name], name))
    return {
        "today": "/",
        "records": f"/records?country={one}",
        "search": f"/records?q={quote(fullest.place.name if fullest.place else person)}",
        "record": f"/records/{fullest.id}",
        "document": f"/documents/{told}?names=true",
        "dossiers": "/dossiers",
        "dossier": f"/dossiers/{story.id}",
        "dyad": f"/dyads/{one}/{other}",
        "country": "/countries/USA",
        "judgements": "/judgements",
        "person": f"/people/{quote(person)}",
        "map": "/map",
        "network": "/network",
        "add": "/add",
        "check": "/check",
        "api": "/api",
        "documents": "/documents",
    }


def shoot(page: Page, address: str, name: str, path: str) -> bytes:
    """One page's picture; forms are filled in and sent."""
    page.goto(address + path, wait_until="networkidle", timeout=90_000)
    if name == "add":
        page.fill("#text", STATEMENT)
        page.click("text=Read it")
        page.wait_for_selector("text=How it is read", timeout=90_000)
    if name == "check":
        page.fill("#text", BRIEF)
        page.fill("#sources", STATEMENT)
        page.click("button:has-text('Check')")
        page.wait_for_selector("#found", timeout=90_000)
    if name in ("map", "network"):
        page.wait_for_selector("svg circle")
    shot: bytes = page.screenshot()
    return shot


def take(browser: Any, address: str, paths: dict[str, str], to: Path, full: bool) -> None:
    """Each page in each look, as files in `to`."""
    for look, settings in LOOKS.items():
        page = browser.new_context(**settings).new_page()
        for name, path in paths.items():
            raw = shoot(page, address, name, path)
            if full:
                raw = page.screenshot(full_page=True)
            target = to / f"{name}-{look}.webp"
            Image.open(io.BytesIO(raw)).convert("RGB").save(target, quality=82, method=6)
            print(f"{target} {target.stat().st_size // 1024} kB", flush=True)


def main() -> None:
    """Take them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--ledger", help="a filled ledger; by default one of the example stories is made")
    parser.add_argument("--to", type=Path, default=Path(__file__).parents[1] / "docs/assets/desk")
    parser.add_argument("--only", nargs="*", help="names of pages")
    parser.add_argument("--full", action="store_true", help="whole pages, to look them over")
    options = parser.parse_args()
    options.to = options.to.resolve()
    options.to.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        opened.enter_context(chdir(folder))  # a short name of the ledger in the picture
        empty = opened.enter_context(Ledger("sqlite:///ledger.db"))
        ledger = opened.enter_context(Ledger(options.ledger or f"sqlite:///{folder / 'shots.db'}"))
        if not options.ledger:
            ledger.add_many(example_files())
        playwright = opened.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for held, paths in ((empty, {"welcome": "/"}), (ledger, pages(ledger))):
            wanted = {n: path for n, path in paths.items() if not options.only or n in options.only}
            with served(held) as address:
                take(browser, address, wanted, options.to, options.full)
        browser.close()


if __name__ == "__main__":
    main()
