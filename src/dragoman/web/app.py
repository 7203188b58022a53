"""The desk's application: routes, templates, assets, errors.

Handlers are plain functions run in threads, since the ledger is synchronous; each page is rendered
on the server and works without script.
"""

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from litestar import Litestar, Request
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.enums import MediaType
from litestar.exceptions import HTTPException
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

from dragoman import __version__
from dragoman.errors import DragomanError
from dragoman.ledger import Ledger
from dragoman.ledger.query import Filters
from dragoman.web import filters
from dragoman.web.api import ABOUT, ROUTER
from dragoman.web.assets import STATIC, asset, integrity
from dragoman.web.errors import told
from dragoman.web.examples import Loading
from dragoman.web.kept import Answers, Waiting
from dragoman.web.pages import HANDLERS
from dragoman.web.pages.dossiers import list_dossiers
from dragoman.web.pages.drawn import pairs, spots
from dragoman.web.security import SAFE, Access, add_headers, guard, new_secret

HERE = Path(__file__).parent
LARGEST = 20_000_000  # bytes of a request: the largest file that may be added, twice over
YEAR = 365 * 86400  # seconds
WRITES_A_MINUTE = 60  # requests that write or read a text, an address


def create_app(
    ledger: Ledger,
    access: Access | None = None,
    *,
    address: str = "",
    hosts: Sequence[str] | None = None,
    writes: int = WRITES_A_MINUTE,
) -> Litestar:
    """Make the desk over `ledger`.

    `address` is the one that feeds' links begin with, by default the request's own; `hosts` the
    names that it answers to, all by default; `writes` the requests a minute that may write, by
    client.
    """
    secret = new_secret()
    engine = JinjaTemplateEngine(directory=HERE / "templates")
    engine.engine.filters.update(filters.FILTERS)
    engine.engine.globals.update(version=__version__, asset=asset, integrity=integrity)
    engine.engine.trim_blocks = engine.engine.lstrip_blocks = True
    static = create_static_files_router(
        path="/static", directories=[STATIC], cache_control=CacheControlHeader(max_age=YEAR)
    )
    held = {
        "ledger": ledger,
        "access": access or Access(),
        "address": address.rstrip("/"),
        "hosts": frozenset(hosts or ()),
    }
    return Litestar(
        route_handlers=[*HANDLERS, ROUTER, static],
        state=State({**held, "waiting": Waiting(), "answers": Answers(), "loading": Loading()}),
        guards=[guard],
        on_startup=[_warm],
        middleware=[RateLimitConfig(("minute", writes), check_throttle_handler=_writes).middleware],
        template_config=TemplateConfig(instance=engine),
        # The cookie's name is this run's own: one of an earlier run, or of a desk on another port,
        # would be taken for it and refused.
        csrf_config=CSRFConfig(
            secret=secret,
            cookie_name=f"dragoman_form_{secret[:8]}",
            cookie_samesite="strict",
            cookie_httponly=True,
            exclude=["^/api/", "^/static/", "^/feeds/", "^/(records|documents|dossiers|judgements)[.]"],
        ),
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=1, minimum_size=2000),
        before_send=[add_headers],
        exception_handlers={DragomanError: told, HTTPException: told, Exception: told},
        request_max_body_size=LARGEST,
        logging_config=None,  # whoever runs the desk says what is logged
        # The description alone: the pages that show it everywhere else come from elsewhere.
        include_in_schema=False,
        openapi_config=OpenAPIConfig(
            title="Dragoman",
            version=__version__,
            description=ABOUT,
            use_handler_docstrings=True,
            path="/openapi",
            render_plugins=[JsonRenderPlugin(path="/openapi.json", media_type=MediaType.JSON)],
        ),
    )


def _warm(app: Litestar) -> None:
    """Begin to find what takes long on a large ledger, so that no visitor waits for it."""

    def find() -> None:
        with suppress(DragomanError):  # told to whoever asks
            list_dossiers(app.state)
            for kind in (spots, pairs):
                kind(app.state, Filters())

    threading.Thread(target=find, daemon=True).start()


async def _writes(request: Request[Any, Any, State]) -> bool:
    return request.method not in SAFE
