"""Saved searches: kept in the visitor's own browser, as names and queries in a cookie."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qsl

import msgspec
from litestar import Request, post
from litestar.datastructures import Cookie, State
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from dragoman.errors import UsageError
from dragoman.web.asked import NAMES, query_of

COOKIE = "dragoman_searches"
MOST = 12
_DECODER = msgspec.json.Decoder(list[tuple[str, str]])


@dataclass
class Search:
    """What the form gives: the name of a search, its query; `forget` takes it away again."""

    name: str = ""
    query: str = ""
    forget: str = ""


@post("/searches", name="keep-search")
async def keep_search(
    request: Request[Any, Any, State],
    data: Annotated[Search, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Redirect:
    """Keep a search under a name, or forget it."""
    name, query = data.name.strip()[:60], clean(data.query)
    if not name:
        raise UsageError("give the search a name")
    held = [one for one in saved(request) if one[0] != name]
    if not data.forget:
        held = [(name, query), *held][:MOST]
    cookie = Cookie(
        COOKIE, value=_packed(held), max_age=400 * 86400, httponly=True, samesite="lax", path="/"
    )  # fmt: skip
    return Redirect(f"/records?{query}" if query else "/records", status_code=303, cookies=[cookie])


def clean(query: str) -> str:
    """The query with nothing but a search's own filters."""
    given = dict(parse_qsl(query[:1000]))
    return query_of({name: given.get(name, "")[:200] for name in ("q", *NAMES)})


def saved(request: Request[Any, Any, State]) -> list[tuple[str, str]]:
    """The searches that the visitor's cookie holds, each a name and a query; none where it is broken."""
    try:
        packed = bytes.fromhex(request.cookies.get(COOKIE, ""))
        return [(name[:60], clean(query)) for name, query in _DECODER.decode(packed)][:MOST]
    except (ValueError, msgspec.DecodeError):
        return []


def _packed(held: list[tuple[str, str]]) -> str:
    while len(packed := msgspec.json.encode(held).hex()) > 3500:  # a cookie holds 4 kB
        held = held[:-1]
    return packed
