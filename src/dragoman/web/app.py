"""The desk's application: routes, templates, assets, errors.

Handlers are plain functions run in threads, since the ledger is synchronous; each page is rendered
on the server and works without script.
"""

from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response
from litestar.config.csrf import CSRFConfig
from litestar.contrib.jinja import JinjaTemplateEngine
from litestar.datastructures import CacheControlHeader, State
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.response import Template
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

from dragoman import __version__
from dragoman.errors import DragomanError
from dragoman.ledger import Ledger
from dragoman.web import filters
from dragoman.web.api import ROUTER
from dragoman.web.pages import HANDLERS
from dragoman.web.security import Guard, add_headers, new_secret

HERE = Path(__file__).parent
LARGEST = 20_000_000  # bytes of a request: the largest file that may be added


def create_app(ledger: Ledger, *, token: str | None = None, public: bool = False) -> Litestar:
    """Make the desk over `ledger`; `token` is asked of all, or, where `public`, of writers only."""
    engine = JinjaTemplateEngine(directory=HERE / "templates")
    engine.engine.filters.update(filters.FILTERS)
    engine.engine.globals.update(version=__version__)
    engine.engine.trim_blocks = engine.engine.lstrip_blocks = True
    static = create_static_files_router(
        path="/static", directories=[HERE / "static"], cache_control=CacheControlHeader(max_age=3600)
    )
    return Litestar(
        route_handlers=[*HANDLERS, ROUTER, static],
        state=State({"ledger": ledger, "guard": (guard := Guard(token, public=public))}),
        guards=[guard],
        template_config=TemplateConfig(instance=engine),
        csrf_config=CSRFConfig(secret=new_secret(), cookie_samesite="strict", exclude=["^/api/"]),
        before_send=[add_headers],
        exception_handlers={DragomanError: told, HTTPException: told},
        request_max_body_size=LARGEST,
        openapi_config=OpenAPIConfig(title="Dragoman", version=__version__, enabled_endpoints=set()),
    )


def told(request: Request[Any, Any, State], error: Exception) -> Response[Any]:
    """An error in one shape: problem details (RFC 9457) for programs, a page for people."""
    status = _status(error)
    detail = error.detail if isinstance(error, HTTPException) else str(error)
    if request.url.path.startswith("/api/"):
        body = {"type": "about:blank", "title": _title(status), "status": status, "detail": detail}
        return Response(body, status_code=status, media_type="application/problem+json")
    context = {"status": status, "title": _title(status), "detail": detail}
    return Template("error.html", context=context, status_code=status)


def _status(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    return {2: 404 if "no " in str(error)[:4] else 400}.get(getattr(error, "exit_code", 3), 422)


def _title(status: int) -> str:
    titles = {400: "That cannot be asked so", 401: "Sign in", 403: "Not allowed", 404: "Not found"}
    titles |= {405: "Not allowed here", 413: "Too large", 422: "Could not be read", 429: "Too many requests"}
    return titles.get(status, "Something went wrong")
