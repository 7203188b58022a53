"""The API's page: each call with what it takes and gives, made from the OpenAPI description."""

from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.response import File, Template

from dragoman.web.assets import STATIC
from dragoman.web.pages.exports import base_of


@get("/api", name="api", sync_to_thread=False)
def api_page(request: Request[Any, Any, State]) -> Template:
    """List the calls, and the structs that they take and give."""
    description = request.app.openapi_schema.to_schema()
    structs = description["components"]["schemas"]
    calls = [
        {
            "method": method.upper(),
            "path": path,
            "told": call.get("description") or call.get("summary"),
            "parameters": call.get("parameters", []),
            "body": _content(call.get("requestBody", {})),
            "gives": next((_content(told) for code, told in call["responses"].items() if code < "300"), ""),
        }
        for path, methods in sorted(description["paths"].items())
        for method, call in methods.items()
    ]
    shown = {name: _fields(struct) for name, struct in sorted(structs.items()) if struct.get("properties")}
    return Template("api.html", context={"calls": calls, "structs": shown, "base": base_of(request)})


def _content(told: dict[str, Any]) -> str:
    schemas = [one["schema"] for one in told.get("content", {}).values() if "schema" in one]
    return _kind(schemas[0]) if schemas else ""


def _kind(schema: dict[str, Any]) -> str:
    """A schema in few words: "Record", "list of Change", "text or null"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return " or ".join(dict.fromkeys(_kind(one) for one in schema[key]))
    if schema.get("enum"):
        return " | ".join(map(str, schema["enum"]))
    kind = schema.get("type", "any")
    if kind == "array":
        return f"list of {_kind(schema.get('items') or {})}"
    return {"string": schema.get("format") or "text", "object": "object"}.get(str(kind), str(kind))


def _fields(struct: dict[str, Any]) -> list[tuple[str, str, bool]]:
    needed = set(struct.get("required", []))
    return [(name, _kind(schema), name in needed) for name, schema in struct["properties"].items()]


@get("/favicon.ico", name="favicon", sync_to_thread=False)
def favicon() -> File:
    """The icon, for those who ask for it where it always was."""
    return File(STATIC / "icon.svg", media_type="image/svg+xml", content_disposition_type="inline")
