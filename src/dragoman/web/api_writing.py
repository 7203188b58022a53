"""The API's calls that take something: a text to read or to file, a brief to check, a judgement."""

from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, delete, post
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody

from dragoman.coding import read_document
from dragoman.ledger import Ledger
from dragoman.model import Document, Judgement, Reading
from dragoman.sources.load import from_bytes
from dragoman.verify import Finding
from dragoman.verify import check as check_brief
from dragoman.web.asked import day
from dragoman.web.errors import known
from dragoman.web.kept import Answers
from dragoman.web.pages.adding import file
from dragoman.web.pages.judging import Judged, decide
from dragoman.web.security import writer_of


class Text(msgspec.Struct, forbid_unknown_fields=True):
    """A text to read: `published` is YYYY-MM-DD, `language` en or fr; both may be left out."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2_000_000)]
    published: str | None = None
    language: Literal["en", "fr"] | None = None


class Brief(msgspec.Struct, forbid_unknown_fields=True):
    """A brief to check, with the texts of its sources; `omitted` asks for what it leaves out too."""

    brief: Annotated[str, msgspec.Meta(min_length=1, max_length=500_000)]
    sources: Annotated[
        list[Annotated[str, msgspec.Meta(max_length=2_000_000)]], msgspec.Meta(max_length=20)
    ] = []
    omitted: bool = False


class Decision(msgspec.Struct, forbid_unknown_fields=True):
    """A judgement of a record: `other` is a record's or report's id, for "same" and "different"."""

    kind: Literal["same", "different", "correct"]
    because: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
    other: Annotated[str, msgspec.Meta(max_length=40)] = ""
    this: Annotated[str, msgspec.Meta(max_length=40)] = ""
    field: Annotated[str, msgspec.Meta(max_length=200)] = ""
    value: Annotated[str, msgspec.Meta(max_length=500)] = ""


class Added(msgspec.Struct):
    """The id of a document that was filed, or had been before."""

    document: str


def _document(data: Text) -> Document:
    published = str(day(data.published, "published")) if data.published else None
    body = data.text.encode("utf-8", "replace")
    return from_bytes(body, name="text.txt", published=published, language=data.language)


@post("/read", sync_to_thread=True, status_code=200)
def read(data: JSONBody[Text]) -> Reading:
    """Read a text; nothing is filed."""
    return read_document(_document(data))


@post("/documents", sync_to_thread=True, status_code=201)
def add(state: State, data: JSONBody[Text]) -> Added:
    """Read a text and file it; one that was filed before changes nothing."""
    return Added(file(state, state.ledger, read_document(_document(data))))


@post("/check", sync_to_thread=True, status_code=200)
def check(data: JSONBody[Brief]) -> list[Finding]:
    """Check a brief against its sources; nothing is filed."""
    sources = [
        from_bytes(text.encode("utf-8", "replace"), name=f"source-{n}.txt")
        for n, text in enumerate(data.sources, 1)
    ]
    brief = from_bytes(data.brief.encode("utf-8", "replace"), name="brief.txt")
    return check_brief(brief, sources, omitted=data.omitted)


@post("/records/{id:str}/judgements", sync_to_thread=True, status_code=201)
def judge(
    state: State, request: Request[Any, Any, State], id: FromPath[str], data: JSONBody[Decision]
) -> Judgement:
    """Judge a record: the same as another, different from it, or wrong in a field."""
    ledger: Ledger = state.ledger
    found = known(lambda: ledger.record(id))
    asked = Judged(data.kind, data.other, data.field, data.value, data.because, data.this)
    return decide(state, found.id, asked, writer_of(request))


@delete("/judgements/{id:str}", sync_to_thread=True)
def withdraw(state: State, id: FromPath[str]) -> None:
    """Take a judgement back; it stays on record as withdrawn."""
    ledger: Ledger = state.ledger
    answers: Answers = state.answers
    known(lambda: ledger.withdraw(id))
    answers.forget()


WRITING = [read, add, check, judge, withdraw]
