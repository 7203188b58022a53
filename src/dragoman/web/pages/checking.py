"""Checking a brief against its sources: findings in place."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from litestar import get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Template

from dragoman.errors import UsageError
from dragoman.sources.load import from_bytes
from dragoman.verify import check as check_brief
from dragoman.web.marks import Mark, marked
from dragoman.web.pages.adding import Given, fetched, to_document

MOST = 10  # sources
_APART = re.compile(r"^-{3,}\s*$", re.MULTILINE)


@dataclass
class Brief:
    """What the form gives: the brief, its day, its sources as texts apart by "---", or as addresses."""

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
    for number, text in enumerate(_APART.split(data.sources), 1):
        if text.strip():
            sources.append(from_bytes(text.encode("utf-8", "replace"), name=f"source-{number}.txt"))
    addresses = data.source_url.split()
    if len(addresses) + len(sources) > MOST:
        raise UsageError(f"a brief is checked against {MOST} sources at most: give fewer")
    sources += [fetched(address) for address in addresses]
    findings = check_brief(brief, sources)
    marks = [Mark(f.start, f.end, f.severity, f.message, f"f-{n}") for n, f in enumerate(findings, 1)]
    context: dict[str, Any] = {"findings": findings, "text": marked(brief.text, marks), "given": data}
    return Template("check.html", context={**context, "sources": len(sources)})
