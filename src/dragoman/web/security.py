"""What keeps the desk safe: who may come in, what a page may load, and what is never shown.

On loopback the desk is open to its user, and answers only to loopback's own names, so that a page
of another site cannot reach it under a name of its own. On any other address it refuses to start
without a token (`Authorization: Bearer ...`, or the sign-in page's cookie) or a reverse proxy that
names the user in a header. Reading may be public; writing never is. Calendar and news readers
cannot sign in: a feed's address carries a key that opens feeds and nothing else. Everything shown
is escaped by the templates, and the Content-Security-Policy allows no inline script, so that a
document with a script in it stays words.
"""

import hashlib
import hmac
import ipaddress
import re
import secrets
from dataclasses import dataclass
from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException, NotAuthorizedException, NotFoundException
from litestar.handlers.base import BaseRouteHandler
from litestar.types import Message, Scope

from dragoman.errors import UsageError

COOKIE = "dragoman_pass"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = {"GET", "HEAD", "OPTIONS"}
OPEN = {"/sign-in", "/favicon.ico"}  # for everybody, so that one can sign in
HARMLESS = {"/searches", "/sign-out"}  # a POST that writes nothing but the visitor's own cookie
FEEDS = (".ics", ".atom")

Connection = ASGIConnection[Any, Any, Any, Any]


def is_loopback(host: str) -> bool:
    """Whether `host` can only be reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def new_secret() -> str:
    """A secret for one run of the server."""
    return secrets.token_hex(32)


@dataclass(frozen=True)
class Access:
    """Who may come in.

    `token` is asked of everybody, or, where `public`, of writers only; None opens the desk.
    `user_header` names the header in which a reverse proxy at one of the addresses `proxies` says
    who the user is: such a request counts as signed in.
    """

    token: str | None = None
    public: bool = False
    user_header: str | None = None
    proxies: frozenset[str] = frozenset({"127.0.0.1", "::1"})

    def check_address(self, host: str) -> None:
        """Refuse to serve beyond this machine without a token or a proxy; raises UsageError."""
        if not is_loopback(host) and not self.token and not self.user_header:
            raise UsageError(
                f"serving on {host} opens the desk to others; give --token SECRET (or set DRAGOMAN_TOKEN), "
                "or --user-header NAME behind a proxy that signs people in, or keep --host 127.0.0.1"
            )
        if self.token is not None and len(self.token) < 8:
            raise UsageError("a token of fewer than 8 characters is guessed soon: give a longer one")

    @property
    def is_open(self) -> bool:
        """Whether everybody who reaches the desk may do everything."""
        return self.token is None and self.user_header is None

    def user(self, request: Connection) -> str | None:
        """Who the proxy says the user is; None without a proxy that is to be believed."""
        if not self.user_header or request.client is None or request.client.host not in self.proxies:
            return None
        return request.headers.get(self.user_header.lower(), "").strip()[:100] or None

    def knows(self, request: Connection) -> bool:
        """Whether the request may do everything: signed in, vouched for, or on an open desk."""
        if self.is_open or self.user(request):
            return True
        scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.is_token(bearer.strip()):
            return True
        return bool(self.token) and _same(request.cookies.get(COOKIE, ""), self.derived("pass"))

    def is_token(self, given: str) -> bool:
        """Whether `given` is the desk's token, in a time that does not tell how much of it is."""
        return self.token is not None and _same(given, self.token)

    def derived(self, purpose: str) -> str:
        """A secret made from the token for one purpose, which does not tell the token."""
        return hmac.new((self.token or "").encode(), purpose.encode(), hashlib.sha256).hexdigest()[:40]

    @property
    def feed_key(self) -> str:
        """What a feed's address carries: empty where reading is open to all."""
        return self.derived("feeds") if self.token and not self.public else ""

    def may_read(self, request: Connection) -> bool:
        """Whether the request may read."""
        path = request.scope["path"]
        if self.public or path in OPEN or path.startswith("/static/") or self.knows(request):
            return True
        key = request.query_params.get("key", "")
        return bool(self.feed_key) and path.endswith(FEEDS) and _same(key, self.feed_key)


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())


def _host(request: Connection) -> str:
    """The name under which the desk was asked, without its port."""
    return re.sub(r":\d*$", "", request.headers.get("host", "")).lower()


def guard(request: Connection, _: BaseRouteHandler) -> None:
    """Raise NotAuthorizedException where the request may not come in.

    A program's writing request has to say that it is JSON: a form on another site cannot.
    """
    access: Access = request.app.state.access
    hosts: frozenset[str] = request.app.state.hosts
    if hosts and _host(request) not in hosts:
        raise HTTPException(status_code=400, detail=f"this desk answers to {', '.join(sorted(hosts))} only")
    path, method = request.scope["path"], request.scope.get("method", "GET")
    if "\0" in path:
        raise NotFoundException
    if method in SAFE:
        allowed = access.may_read(request)
    else:
        allowed = path in OPEN or (path in HARMLESS and access.may_read(request)) or access.knows(request)
    if not allowed:
        raise NotAuthorizedException("this needs the desk's token: sign in, or send it as a bearer token")
    if path.startswith("/api/") and method not in SAFE | {"DELETE"}:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise HTTPException(status_code=415, detail="send JSON, with Content-Type: application/json")


async def add_headers(message: Message, scope: Scope) -> None:
    """Put the safety headers on every response."""
    if message["type"] == "http.response.start" and scope["type"] == ScopeType.HTTP:
        headers = MutableScopeHeaders.from_message(message)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        if not scope["path"].startswith("/static/"):
            headers.setdefault("cache-control", "private, no-cache")


def writer_of(request: Connection) -> str:
    """Who makes a judgement: the name that the proxy vouches for, or the desk itself."""
    access: Access = request.app.state.access
    return access.user(request) or "desk"
