"""Signing in with the desk's token."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Response, get, post
from litestar.datastructures import Cookie, State
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotAuthorizedException
from litestar.params import Body
from litestar.response import Redirect, Template

from dragoman.web.security import COOKIE, Guard


@dataclass
class Signing:
    """What the form gives."""

    token: str = ""


@get("/sign-in", name="sign-in")
async def sign_in_form() -> Template:
    """The form."""
    return Template("sign_in.html")


@post("/sign-in", name="sign-in-run")
async def sign_in(
    state: State, data: Annotated[Signing, Body(media_type=RequestEncodingType.URL_ENCODED)]
) -> Response[Any]:
    """Keep the token in a cookie that scripts cannot read, where it is right."""
    guard: Guard = state.guard
    if not guard.is_token(data.token.strip()):
        raise NotAuthorizedException("that is not the desk's token")
    cookie = Cookie(COOKIE, value=data.token.strip(), httponly=True, samesite="strict", path="/")
    return Redirect("/", status_code=303, cookies=[cookie])
