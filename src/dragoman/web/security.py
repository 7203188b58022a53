"""What keeps the desk safe: who may come in, what a page may load, and what is never shown.

On loopback the desk is open to its user. On any other address it refuses to start without a token
(`Authorization: Bearer ...`, or the sign-in page's cookie). Reading may be public; writing never is.
Everything shown is escaped by the templates, and the Content-Security-Policy allows no inline
script, so that a document with a script in it stays words.
"""

import hmac
import ipaddress
import secrets
from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import NotAuthorizedException
from litestar.handlers.base import BaseRouteHandler
from litestar.types import Message, Scope

from dragoman.errors import UsageError

COOKIE = "dragoman_token"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = {"GET", "HEAD", "OPTIONS"}
OPEN_PATHS = ("/static/", "/sign-in")


def is_loopback(host: str) -> bool:
    """Whether `host` can only be reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def require_token(host: str, token: str | None) -> None:
    """Refuse to serve beyond this machine without a token; raises UsageError."""
    if not is_loopback(host) and not token:
        raise UsageError(
            f"serving on {host} opens the desk to others; give --token SECRET (or set DRAGOMAN_TOKEN), "
            "or keep --host 127.0.0.1"
        )


def new_secret() -> str:
    """A secret for one run of the server."""
    return secrets.token_hex(32)


class Guard:
    """Lets a request in: everyone on loopback; else who has the token, or reads what is public."""

    def __init__(self, token: str | None, *, public: bool) -> None:
        self.token = token
        self.public = public

    def knows(self, request: ASGIConnection[Any, Any, Any, Any]) -> bool:
        """Whether the request carries the token, or none is needed."""
        if self.token is None:
            return True
        given = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
        given = given or request.cookies.get(COOKIE, "")
        return self.is_token(given)

    def is_token(self, given: str) -> bool:
        """Whether `given` is the desk's token, in a time that does not tell how much of it is."""
        return self.token is None or hmac.compare_digest(given.encode(), self.token.encode())

    def __call__(self, request: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        """Raise NotAuthorizedException where the request may not come in."""
        method = request.scope.get("method", "GET")
        if request.scope["path"].startswith(OPEN_PATHS) or self.knows(request):
            return
        if self.public and method in SAFE and not request.scope["path"].startswith("/add"):
            return
        raise NotAuthorizedException("this needs the desk's token: sign in, or send it as a bearer token")


async def add_headers(message: Message, scope: Scope) -> None:
    """Put the safety headers on every response."""
    if message["type"] == "http.response.start" and scope["type"] == ScopeType.HTTP:
        headers = MutableScopeHeaders.from_message(message)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)


def writer_of(request: Request[Any, Any, Any]) -> str:
    """Who makes a judgement: the name that a proxy vouches for, or the desk itself."""
    return request.headers.get("x-forwarded-user", "") or "desk"
