"""PDF to text, by pypdf; lines that a page broke are joined again."""

import io
import logging
import re

from dragoman.errors import NotText, Protected
from dragoman.sources.wrapping import PROPORTIONAL, unwrap

MAX_PAGES = 500
_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")


def to_text(data: bytes) -> tuple[str, dict[str, str]]:
    """Return the text of a PDF and its own fields (title, author, created as YYYY-MM-DD).

    Raises Protected where it wants a password, NotText where it cannot be read or holds no text.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Protected(
                "is protected by a password; remove the password (for example: qpdf --decrypt) and read again"
            )
        if len(reader.pages) > MAX_PAGES:
            raise NotText(
                f"has {len(reader.pages)} pages, more than {MAX_PAGES}; split it and read the parts"
            )
        text = "\n\n".join(page.extract_text() for page in reader.pages)
        fields = _fields(reader)
    except (Protected, NotText):
        raise
    except PyPdfError as error:
        raise NotText("is a damaged PDF; open it in a reader and save it again") from error
    except Exception as error:  # a damaged file makes pypdf raise anything, RecursionError included
        raise NotText("is a damaged PDF; open it in a reader and save it again") from error
    if not text.strip():
        raise NotText("is a PDF without text, likely a scan; run OCR on it first (for example: ocrmypdf)")
    return unwrap(_HYPHENATED.sub("", text), slack=PROPORTIONAL), fields


def _fields(reader: "PdfReader") -> dict[str, str]:  # type: ignore[name-defined]  # noqa: F821
    known = reader.metadata
    if known is None:
        return {}
    created = known.get("/CreationDate") or ""
    day = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", str(created))
    return {
        "title": str(known.get("/Title") or ""),
        "author": str(known.get("/Author") or ""),
        "created": "-".join(day.groups()) if day else "",
    }
