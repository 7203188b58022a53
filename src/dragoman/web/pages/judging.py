"""Judgements: the same, different, correct; each with its reason, and each can be taken back."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, post
from litestar.datastructures import State
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from dragoman.errors import UsageError
from dragoman.ledger import Ledger
from dragoman.web.security import writer_of


@dataclass
class Judged:
    """What a form asks for."""

    what: str = ""
    other: str = ""
    field: str = ""
    value: str = ""
    because: str = ""


Form = Annotated[Judged, Body(media_type=RequestEncodingType.URL_ENCODED)]


@post("/records/{id:str}/judge", sync_to_thread=True, name="judge")
def judge(state: State, request: Request[Any, Any, State], id: str, data: Form) -> Redirect:
    """File a judgement of a record; a reason has to be given."""
    ledger: Ledger = state.ledger
    reason, author = data.because.strip(), writer_of(request)
    if not reason:
        raise UsageError("say why: a judgement is kept with its reason")
    if data.what == "same":
        ledger.same(id, data.other.strip(), because=reason, author=author)
    elif data.what == "different":
        ledger.different(id, data.other.strip(), because=reason, author=author)
    elif data.what == "correct":
        ledger.correct(id, data.field.strip(), data.value.strip(), because=reason, author=author)
    else:
        raise UsageError("a judgement is one of: same, different, correct")
    return Redirect(f"/records/{ledger.record(id).id}", status_code=303)


@post("/judgements/{id:str}/withdraw", sync_to_thread=True, name="withdraw")
def withdraw(state: State, id: str) -> Redirect:
    """Take a judgement back."""
    ledger: Ledger = state.ledger
    taken = ledger.withdraw(id)
    return Redirect(f"/records/{taken.left[0]}", status_code=303)
