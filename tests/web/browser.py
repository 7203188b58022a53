"""A real browser at the desk: the server in a thread, Chromium, and what a page must never do."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from dragoman.ledger import Ledger
from dragoman.web.app import create_app

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1200, "height": 860}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1200, "height": 860}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 800}, "color_scheme": "light", "is_mobile": True},
}


@contextmanager
def chromium() -> Iterator[Any]:
    """Chromium, or a skip that says what is missing."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs Playwright: uv sync --group web")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"needs Chromium at {CHROMIUM}, or its path in CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def serving_desk(ledger: Ledger, **options: Any) -> Iterator[str]:
    """The desk's address, while it runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(ledger, **{"writes": 10_000, **options})
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@contextmanager
def visiting(browser: Any, address: str, look: str = "light", **settings: Any) -> Iterator[Any]:
    """A page of a new visitor; at its end nothing may have gone wrong, nor been asked of another host."""
    context = browser.new_context(base_url=address, **{**LOOKS[look], **settings})
    context.set_default_timeout(30_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda asked: None if asked.url.startswith((address, "data:")) else wrong.append(asked.url)
    )
    page.on(
        "response", lambda given: wrong.append(f"{given.status} {given.url}") if given.status >= 400 else None
    )
    yield page
    context.close()
    assert not wrong, wrong


def until(page: Any, expression: str, arg: Any = None) -> None:
    """Wait until `expression` is true of `page`; asked from outside, since the page itself may evaluate no text."""
    for _ in range(300):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true in 15 s: {expression}")
