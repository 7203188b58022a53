"""Signing in with the desk's token, and out again."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.datastructures import Cookie, State
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotAuthorizedException
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.params import Body
from litestar.response import Redirect, Template

from dragoman.web.security import COOKIE, Access

TRIES = RateLimitConfig(("minute", 10), store="sign_in_tries")


@dataclass
class Signing:
    """What the form gives."""

    token: str = ""


@get("/sign-in", name="sign-in")
async def sign_in_form() -> Template:
    """The form."""
    return Template("sign_in.html")


@post("/sign-in", name="sign-in-run", middleware=[TRIES.middleware])
async def sign_in(
    state: State,
    request: Request[Any, Any, State],
    data: Annotated[Signing, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Keep a pass made from the token in a cookie that scripts cannot read, where the token is right."""
    access: Access = state.access
    if not access.is_token(data.token.strip()):
        raise NotAuthorizedException("that is not the desk's token")
    cookie = Cookie(
        COOKIE,
        value=access.derived("pass"),
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
        path="/",
    )
    return Redirect("/", status_code=303, cookies=[cookie])


@post("/sign-out", name="sign-out")
async def sign_out() -> Response[Any]:
    """Let the pass go."""
    return Redirect("/", status_code=303, cookies=[Cookie(COOKIE, value="", max_age=0, path="/")])
