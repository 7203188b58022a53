"""Adding a document: pasted, a file or an address; its reading is seen before it is filed.

The reading that was shown is the one that is filed: it waits on the server under a key that the
form carries, so that a file need not be sent twice and nothing is read otherwise in between.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from anyio import to_thread
from litestar import get, post
from litestar.datastructures import State, UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect, Template

from dragoman.coding import read_document
from dragoman.errors import UsageError
from dragoman.ledger import Ledger
from dragoman.model import Document, Reading
from dragoman.sources.load import from_bytes, load
from dragoman.web.asked import day
from dragoman.web.examples import Loading, example_files
from dragoman.web.kept import Answers, Waiting
from dragoman.web.marks import coded_in, marked, named_in, said_in, told_in

KINDS = (".txt", ".md", ".html", ".htm", ".pdf")
LARGEST = 10_000_000  # bytes of a file
LONGEST = 2_000_000  # characters of a pasted text


@dataclass
class Given:
    """What a form gives: a text, an address or a file, and what to know of it."""

    text: str = ""
    url: str = ""
    published: str = ""
    file: UploadFile | None = None


@dataclass
class Kept:
    """Which reading to file."""

    kept: str = ""


Form = Annotated[Given, Body(media_type=RequestEncodingType.MULTI_PART)]
FileForm = Annotated[Kept, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/add", name="add")
async def add() -> Template:
    """The form."""
    return Template("add.html", context={"reading": None, "given": Given(), "kinds": ",".join(KINDS)})


@post("/add", name="add-read", status_code=200)
async def add_read(state: State, data: Form) -> Template:
    """Show how a document is read."""
    upload = await data.file.read(LARGEST + 1) if data.file else b""
    name = data.file.filename if data.file else ""
    waiting: Waiting = state.waiting

    def run() -> Template:
        reading = read_document(to_document(data, upload, name))
        more, entries = named_in(reading.times, reading.places, reading.actors)
        marks = [*told_in(reading.engagements), *coded_in(reading.events), *said_in(reading.statements)]
        context = {
            "reading": reading,
            "names": {actor.id: actor.name for actor in reading.actors},
            "entries": entries,
            "marks": marked(reading.document.text, [*marks, *more]),
            "kept": waiting.keep(reading),
            "given": data,
            "kinds": ",".join(KINDS),
        }
        return Template("add.html", context=context)

    return await to_thread.run_sync(run)


@post("/add/file", sync_to_thread=True, name="add-file")
def add_file(state: State, data: FileForm) -> Redirect:
    """File a reading that was shown."""
    ledger: Ledger = state.ledger
    waiting: Waiting = state.waiting
    filed = file(state, ledger, waiting.take(data.kept))
    waiting.forget(data.kept)
    return Redirect(f"/documents/{filed}", status_code=303)


def file(state: State, ledger: Ledger, reading: Reading) -> str:
    """File a reading and let the pages know; return the document's id."""
    answers: Answers = state.answers
    filed = ledger.file(reading)
    answers.forget()
    return filed.document


def to_document(given: Given, upload: bytes = b"", name: str = "") -> Document:
    """Load what a form gives; a pasted text is never taken for a path or an address.

    Raises UsageError where there is nothing, or too much, or a file of a kind that is not read;
    SourceError where it cannot be read.
    """
    published = str(day(given.published, "published")) if given.published.strip() else None
    if upload:
        suffix = Path(name).suffix.lower()
        if suffix not in KINDS:
            raise UsageError(
                f"a file of kind {suffix[:10] or 'none'} is not read here; give one of {', '.join(KINDS)}"
            )
        if len(upload) > LARGEST:
            raise UsageError("the file is larger than 10 MB; add it with `dragoman ledger add`")
        return from_bytes(upload, name=Path(name).name[:200], published=published)
    if given.text.strip():
        if len(given.text) > LONGEST:
            raise UsageError(
                "the text is longer than 2 million characters; add it with `dragoman ledger add`"
            )
        return from_bytes(given.text.encode("utf-8", "replace"), name="pasted.txt", published=published)
    if given.url.strip():
        return fetched(given.url, published)
    raise UsageError("there is nothing to read: paste a text, choose a file, or give an address")


def fetched(url: str, published: str | None = None) -> Document:
    """Load an address as guardedly as `dragoman read` does: never a file, never a private address."""
    if not url.strip().lower().startswith(("http://", "https://")):
        raise UsageError("an address begins with https:// or http://")
    return load(url.strip()[:2000], published=published)


@post("/examples", sync_to_thread=True, name="examples")
def examples(state: State) -> Redirect:
    """Begin to fill an empty ledger with the example stories; the first page shows how far it is."""
    answers: Answers = state.answers
    loading: Loading = state.loading
    loading.start(state.ledger, list(example_files()), answers.forget)
    return Redirect("/", status_code=303)
