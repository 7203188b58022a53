"""Judgements: the same, different, correct; each with its reason, and each can be taken back."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, get, post
from litestar.datastructures import State
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath
from litestar.response import Redirect, Template

from dragoman.errors import UsageError
from dragoman.ledger import Ledger
from dragoman.model import Judgement
from dragoman.web.errors import known
from dragoman.web.kept import Answers
from dragoman.web.security import writer_of

KINDS = ("same", "different", "correct")


@dataclass
class Judged:
    """What a form asks for. `this` is one report of the record, where not the whole of it is meant."""

    what: str = ""
    other: str = ""
    field: str = ""
    value: str = ""
    because: str = ""
    this: str = ""


Form = Annotated[Judged, Body(media_type=RequestEncodingType.URL_ENCODED)]


@post("/records/{id:str}/judge", sync_to_thread=True, name="judge")
def judge(state: State, request: Request[Any, Any, State], id: FromPath[str], data: Form) -> Redirect:
    """File a judgement of a record; a reason has to be given."""
    ledger: Ledger = state.ledger
    found = known(lambda: ledger.record(id))
    decide(state, found.id, data, writer_of(request))
    return Redirect(f"/records/{ledger.record(found.reports[0].id).id}#judged", status_code=303)


def decide(state: State, record: str, data: Judged, author: str) -> Judgement:
    """File what a form or a program judges. Raises UsageError where it makes no sense."""
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    reason = data.because.strip()[:2000]
    if not reason:
        raise UsageError("say why: a judgement is kept with its reason")
    this, other = data.this.strip() or record, data.other.strip().rpartition("/")[2]
    if data.what == "same":
        made = ledger.same(this, other, because=reason, author=author)
    elif data.what == "different":
        made = ledger.different(this, other, because=reason, author=author)
    elif data.what == "correct":
        value = data.value.strip()[:500]
        made = ledger.correct(record, data.field.strip(), value, because=reason, author=author)
    else:
        raise UsageError(f"a judgement is one of: {', '.join(KINDS)}")
    answers.forget()
    return made


@post("/judgements/{id:str}/withdraw", sync_to_thread=True, name="withdraw")
def withdraw(state: State, id: FromPath[str]) -> Redirect:
    """Take a judgement back."""
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    taken = known(lambda: ledger.withdraw(id))
    answers.forget()
    return Redirect(f"/records/{ledger.record(taken.left[0]).id}#judged", status_code=303)


@get("/judgements", sync_to_thread=True, name="judgements")
def judgements(state: State) -> Template:
    """All judgements, the latest first, with those that were taken back."""
    ledger: Ledger = state.ledger
    found = [one for one in reversed(ledger.judgements(withdrawn=True)) if one.kind in KINDS][:200]
    return Template("judgements.html", context={"judgements": found})
