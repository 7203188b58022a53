"""Checking a brief against its sources: findings in place."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Template

from dragoman.sources.load import from_bytes
from dragoman.verify import check as check_brief
from dragoman.web.marks import Mark, marked
from dragoman.web.pages.adding import Given, fetched, to_document


@dataclass
class Brief:
    """What the form gives: the brief, its day, and its sources as texts or addresses."""

    text: str = ""
    published: str = ""
    sources: str = ""
    source_url: str = ""


@get("/check", name="check")
async def check_form() -> Template:
    """The form: a brief, and its sources."""
    return Template("check.html", context={"findings": None, "given": Brief()})


@post("/check", name="check-run", status_code=200, sync_to_thread=True)
def check_run(data: Annotated[Brief, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Template:
    """Findings in place."""
    brief = to_document(Given(text=data.text, published=data.published))
    sources = []
    if data.sources.strip():
        sources.append(from_bytes(data.sources.encode("utf-8", "replace"), name="source.txt"))
    if data.source_url.strip():
        sources.append(fetched(data.source_url))
    findings = check_brief(brief, sources)
    marks = [Mark(f.start, f.end, f.severity, f.message, f"f-{n}") for n, f in enumerate(findings, 1)]
    context: dict[str, Any] = {"findings": findings, "text": marked(brief.text, marks), "given": data}
    return Template("check.html", context={**context, "sources": len(sources)})
