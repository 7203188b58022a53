"""Errors in one shape: problem details (RFC 9457) for programs, a page for people.

What went wrong inside goes to the log with the method and path of the request, never its body,
its query or its headers; the answer tells nothing of it.
"""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

import msgspec
from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException, NotFoundException
from litestar.openapi import ResponseSpec
from litestar.response import Template

from dragoman.errors import DragomanError, LedgerError, UsageError

LOG = logging.getLogger("dragoman.web")
T = TypeVar("T")
_TITLES = {
    400: "That cannot be asked so",
    401: "Sign in",
    403: "Not allowed",
    404: "Not found",
    405: "Not allowed here",
    413: "Too large",
    415: "Of a kind that is not read",
    422: "Could not be read",
    429: "Too many requests",
    503: "The ledger does not answer",
}


class Problem(msgspec.Struct):
    """What went wrong (RFC 9457); `errors` tells of each field that is not as it should be."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] = []


PROBLEMS = {
    status: ResponseSpec(Problem, description=_TITLES[status], media_type="application/problem+json")
    for status in (400, 401, 404, 429, 503)
}


def known(lookup: Callable[[], T]) -> T:
    """What `lookup` finds; what it does not know is not found (404)."""
    try:
        return lookup()
    except UsageError as error:
        raise NotFoundException(str(error)) from error


def told(request: Request[Any, Any, State], error: Exception) -> Response[Any]:
    """Answer an error of any kind."""
    status, detail, extra = _meaning(error)
    if status >= 500:
        LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    headers = {k: v for k, v in (getattr(error, "headers", None) or {}).items() if k.lower() != "set-cookie"}
    if request.url.path.startswith("/api/"):
        body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
        body |= {"errors": extra} if extra else {}
        return Response(body, status_code=status, media_type="application/problem+json", headers=headers)
    title = _TITLES.get(status, "Something went wrong")
    context = {"status": status, "title": title, "detail": detail}
    return Template("error.html", context=context, status_code=status, headers=headers)


def _meaning(error: Exception) -> tuple[int, str, list[dict[str, str]]]:
    if isinstance(error, HTTPException):
        if error.status_code >= 500:
            return error.status_code, "the desk failed; its log says why", []
        if error.status_code == 403 and "CSRF" in error.detail:
            return 403, "the form has expired: go back, load the page again and send it once more", []
        return error.status_code, error.detail, _fields(error.extra)
    if isinstance(error, LedgerError):
        return 503, str(error), []
    if isinstance(error, UsageError):
        return 400, str(error), []
    if isinstance(error, DragomanError):
        return 422, str(error), []
    return 500, "the desk failed; its log says why", []


def _fields(extra: object) -> list[dict[str, str]]:
    """What a validation complains of, field by field; what was given is not repeated."""
    rows = extra if isinstance(extra, list) else []
    return [
        {name: str(row[name]) for name in ("key", "source", "message") if name in row}
        for row in rows
        if isinstance(row, dict)
    ]
