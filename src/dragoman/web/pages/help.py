"""The API's page: each call with what it takes and gives, made from the OpenAPI description."""

from pathlib import Path
from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.response import File, Template

STATIC = Path(__file__).parents[1] / "static"


@get("/api", name="api", sync_to_thread=False)
def api_page(request: Request[Any, Any, State]) -> Template:
    """List the calls."""
    description = request.app.openapi_schema.to_schema()
    calls = [
        {
            "method": method.upper(),
            "path": path,
            **{k: call.get(k) for k in ("summary", "description", "parameters")},
        }
        for path, methods in sorted(description["paths"].items())
        if path.startswith("/api/")
        for method, call in methods.items()
        if isinstance(call, dict)
    ]
    return Template("api.html", context={"calls": calls})


@get("/favicon.ico", name="favicon", sync_to_thread=False)
def favicon() -> File:
    """The icon, for those who ask for it where it always was."""
    return File(STATIC / "icon.svg", media_type="image/svg+xml", content_disposition_type="inline")
