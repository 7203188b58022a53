"""Adding a document (paste, file or address; seen before it is filed), and checking a brief."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

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
from dragoman.verify import check as check_brief
from dragoman.web.examples import example_files
from dragoman.web.pages.documents import Mark, marked

KINDS = {".txt", ".md", ".html", ".htm", ".pdf"}
LARGEST = 10_000_000


@dataclass
class Given:
    """What a form gives: a text, an address or a file, and what to know of it."""

    text: str = ""
    url: str = ""
    published: str = ""
    file: UploadFile | None = None
    sources: str = ""
    source_url: str = ""
    filed: str = ""


Form = Annotated[Given, Body(media_type=RequestEncodingType.MULTI_PART)]


@get("/add", name="add")
async def add() -> Template:
    """The form."""
    return Template("add.html", context={"reading": None, "given": Given()})


@post("/add", name="add-read", status_code=200)
async def add_read(state: State, data: Form) -> Template | Redirect:
    """Show how a document is read; file it where `filed` is set."""
    from anyio import to_thread

    upload = await data.file.read() if data.file else b""
    document = await to_thread.run_sync(_document, data, upload, data.file.filename if data.file else "")
    reading = await to_thread.run_sync(read_document, document)
    if data.filed:
        ledger: Ledger = state.ledger
        filed = await to_thread.run_sync(ledger.file, reading)
        return Redirect(f"/documents/{filed.document}", status_code=303)
    context = {"reading": reading, "given": data, "text": reading.document.text, "marks": _marks(reading)}
    return Template("add.html", context=context)


def _document(given: Given, upload: bytes, name: str) -> Document:
    """Load what the form gives; a pasted text is never taken for a path."""
    published = given.published or None
    if upload:
        suffix = Path(name).suffix.lower()
        if suffix not in KINDS:
            raise UsageError(
                f"a file of kind {suffix or 'none'} is not read here; give .txt, .md, .html or .pdf"
            )
        if len(upload) > LARGEST:
            raise UsageError("the file is larger than 10 MB; add it with `dragoman ledger add`")
        return from_bytes(upload, name=Path(name).name, published=published)
    if given.url.strip():
        return _fetched(given.url, published)
    if given.text.strip():
        return from_bytes(given.text.encode(), name="pasted.txt", published=published)
    raise UsageError("there is nothing to read: paste a text, choose a file, or give an address")


def _fetched(url: str, published: str | None = None) -> Document:
    if not url.strip().lower().startswith(("http://", "https://")):
        raise UsageError("an address begins with https:// or http://")
    return load(url.strip(), published=published)


def _marks(reading: Reading) -> Any:
    marks = [
        Mark(s.start, s.end, "engagement", f"{e.kind}, {e.status}", f"e-{e.id}")
        for e in reading.engagements
        for s in e.evidence[:2]
    ]
    marks += [Mark(t.start, t.end, "time", t.value or "a time") for t in reading.times]
    marks += [Mark(p.start, p.end, "place", f"{p.name}, {p.country}") for p in reading.places]
    marks += [Mark(m.start, m.end, a.kind, a.name) for a in reading.actors for m in a.mentions]
    return marked(reading.document.text, marks)


@get("/check", name="check")
async def check_form() -> Template:
    """The form: a brief, and its sources."""
    return Template("check.html", context={"findings": None, "given": Given()})


@post("/check", name="check-run", status_code=200)
async def check_run(data: Form) -> Template:
    """Findings in place."""
    from anyio import to_thread

    def run() -> dict[str, Any]:
        brief = _document(Given(text=data.text, url=data.url, published=data.published), b"", "")
        pasted, address = data.sources.strip(), data.source_url.strip()
        sources = [from_bytes(pasted.encode(), name="source.txt")] if pasted else []
        sources += [_fetched(address)] if address else []
        findings = check_brief(brief, sources)
        marks = [Mark(f.start, f.end, f.severity, f.message, f"f-{n}") for n, f in enumerate(findings, 1)]
        return {"findings": findings, "text": marked(brief.text, marks), "given": data}

    return Template("check.html", context=await to_thread.run_sync(run))


@post("/examples", sync_to_thread=True, name="examples")
def examples(state: State) -> Redirect:
    """Fill an empty ledger with the example stories."""
    ledger: Ledger = state.ledger
    ledger.add_many(example_files())
    return Redirect("/", status_code=303)
