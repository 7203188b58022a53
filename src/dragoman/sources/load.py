"""One way in: a path, a URL, standard input or a text goes in, a Document comes out.

A string is a URL where it has a scheme, "-" for standard input, a path where such a file exists or
where it looks like a path (one line that begins like a path, ends in a known suffix, or has a
slash and no spaces), and else a text. A `Path` is always a path.
"""

import re
import sys
from datetime import date
from pathlib import Path

from dragoman.errors import NotFound, NotText, SourceError, UsageError
from dragoman.model import Document
from dragoman.sources.addresses import day_in, site_of
from dragoman.sources.days import day_of, plausible
from dragoman.sources.decode import MAX_BYTES, MAX_CHARACTERS, decode, kind_of
from dragoman.sources.draft import Draft
from dragoman.sources.front import read_front
from dragoman.sources.furniture import clean
from dragoman.sources.language import READ, language_of
from dragoman.sources.wrapping import unwrap

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_PATH_START = re.compile(r"(?:/|\.{1,2}/|~|[A-Za-z]:\\)")
_SUFFIX = re.compile(
    r"\.(?:txt|text|html?|xhtml|md|markdown|pdf|docx?|odt|rtf|csv|jsonl?|xml)$", re.IGNORECASE
)


def load(
    source: str | Path,
    *,
    published: date | str | None = None,
    language: str | None = None,
    allow_private: bool = False,
) -> Document:
    """Load a path, a URL, "-" (standard input) or a text.

    `published` (a date or YYYY-MM-DD) and `language` ("en", "fr") override what the source says of
    itself. Private addresses are refused unless `allow_private`. Raises SourceError where the
    source cannot be read, UsageError where an override makes no sense.
    """
    day = _given_day(published)
    if language is not None and language not in READ:
        raise UsageError(f"the language {language!r} is not read; give one of: {', '.join(READ)}")
    label = _label(source)
    try:
        return _finish(_draft(source, allow_private), day, language)
    except SourceError as error:
        raise type(error)(f"{label} {error}") from error.__cause__


def from_bytes(
    data: bytes,
    *,
    name: str = "",
    url: str | None = None,
    media_type: str = "",
    charset: str | None = None,
    published: date | str | None = None,
    language: str | None = None,
) -> Document:
    """Load what has been fetched or stored already (an archive's record, a feed's page).

    `name` is its file name or other location, `url` its address, `media_type` and `charset` what
    its transport said. Raises as `load` does.
    """
    day = _given_day(published)
    try:
        return _finish(_draft_bytes(data, name or url, url, media_type, charset), day, language)
    except SourceError as error:
        raise type(error)(f"{name or url or 'the document'} {error}") from error.__cause__


def _given_day(published: date | str | None) -> date | None:
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published.strip())
    except ValueError as error:
        raise UsageError(f"{published!r} is not a day; give the published date as YYYY-MM-DD") from error


def is_url(source: str) -> bool:
    """Say whether `source` has a scheme, as in https://example.org/."""
    return bool(_SCHEME.match(source))


def _looks_like_path(source: str) -> bool:
    if "\n" in source or len(source) > 1000:
        return False
    return bool(
        _PATH_START.match(source)
        or _SUFFIX.search(source)
        or ("/" in source and not re.search(r"\s", source))
    )


def _is_file(source: str) -> bool:
    try:
        return len(source) < 4000 and "\n" not in source and bool(source.strip()) and Path(source).exists()
    except (OSError, ValueError):
        return False


def _label(source: str | Path) -> str:
    if source == "-":
        return "standard input"
    if isinstance(source, Path) or is_url(source) or _is_file(source) or _looks_like_path(source):
        return str(source)
    return "the text"


def _draft(source: str | Path, allow_private: bool) -> Draft:
    if isinstance(source, Path):
        return _draft_file(source)
    if source == "-":
        return _draft_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "-")
    if is_url(source):
        from dragoman.sources.fetch import fetch

        fetched = fetch(source, allow_private=allow_private)
        return _draft_bytes(fetched.data, source, fetched.url, fetched.media_type, fetched.charset)
    if _is_file(source) or _looks_like_path(source):
        return _draft_file(Path(source).expanduser())
    return _draft_text(source, None)


def _draft_file(path: Path) -> Draft:
    try:
        if path.is_dir():
            raise NotFound(f"is a folder; give the files in it, for example {path}/*.html")
        if not path.exists():
            hint = "; if it is a web address, put https:// before it" if str(path).startswith("www.") else ""
            raise NotFound(f"does not exist; check the path{hint}")
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise NotText(f"is larger than {MAX_BYTES // 1_000_000} MB; give one article, or split the file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotFound(f"cannot be opened ({error.strerror}); check the path and its permissions") from error
    except ValueError as error:  # a NUL in the name
        raise NotFound("is no path; check it") from error
    return _draft_bytes(data, str(path))


def _draft_bytes(
    data: bytes,
    location: str | None,
    url: str | None = None,
    media_type: str = "",
    charset: str | None = None,
) -> Draft:
    if len(data) > MAX_BYTES:
        raise NotText(f"is larger than {MAX_BYTES // 1_000_000} MB; give one article, or split the file")
    kind = kind_of(data, location or "", media_type)
    draft = Draft("", location, url)
    if kind == "pdf":
        from dragoman.sources import pdf

        text, fields = pdf.to_text(data)
        _set_text(draft, text)
        draft.offer("title", fields.get("title"), "PDF title")
        draft.offer("author", fields.get("author"), "PDF author")
        if created := plausible(fields.get("created", "")):
            draft.last_resort = (created, "PDF created")
    elif kind == "html":
        from dragoman.sources import pages

        _set_text(draft, pages.to_text(decode(data, charset), draft))
    elif kind == "markdown":
        from dragoman.sources import markdown

        text, fields = markdown.to_text(decode(data, charset))
        _set_text(draft, text)
        for name in ("title", "author", "publisher"):
            draft.offer(name, fields.get(name), "front matter")
        draft.offer("published", day_of(fields.get("date", "")), "front matter")
    else:
        return _draft_text(decode(data, charset), location, url)
    return draft


def _draft_text(text: str, location: str | None, url: str | None = None) -> Draft:
    draft = Draft("", location, url)
    _set_text(draft, text)
    return draft


def _set_text(draft: Draft, text: str) -> None:
    """Clean `text` and keep it, with the author that its furniture named."""
    cleaned = clean(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " "))
    if not cleaned.text.strip():
        raise NotText("is empty, or holds nothing but furniture and data; give a text with words in it")
    if len(cleaned.text) > MAX_CHARACTERS:
        raise NotText(f"has more than {MAX_CHARACTERS:,} characters; give one article, or split the text")
    draft.text = unwrap(cleaned.text)
    if cleaned.author:
        draft.offer("author", cleaned.author, f"byline {cleaned.byline!r}")


def _finish(draft: Draft, day: date | None, language: str | None) -> Document:
    if day is not None:
        draft.give("published", day)
    if language is not None:
        draft.give("language", language)
    else:
        code, assumed = language_of(draft.text)
        draft.offer("language", code, "function words", inferred=assumed)
    read_front(draft, draft.facts["language"])
    if draft.url:
        draft.offer("url", draft.url, "address")
    if address := draft.facts.get("url"):
        draft.offer("published", day_in(address), "address", inferred=True)
        draft.offer("publisher", site_of(address), "address", inferred=True)
    if draft.last_resort is not None:
        draft.offer("published", *draft.last_resort, inferred=True)
    return draft.finish()
