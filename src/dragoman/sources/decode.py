"""Bytes to text: what kind of file it is, and in what encoding, whatever it says of itself.

UTF-8 is tried first: text that decodes as UTF-8 and holds any multi-byte character is UTF-8 in
practice, even where a header or a meta tag says otherwise. What is declared comes second, a guess
last. Bytes that stay unreadable are refused rather than replaced.
"""

import codecs
import re

from dragoman.errors import NotText

# The limits keep one document within seconds of work and well under a gigabyte of memory.
MAX_BYTES = 20_000_000
MAX_CHARACTERS = 1_000_000  # also the limit of spaCy's parser

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a bitmap image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"PK\x03\x04", "a ZIP, Word or other Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"7z\xbc\xaf", "a 7-zip file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a media file"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
_PRINTABLE = (b"BM", b"MZ", b"RIFF", b"ID3", b"BZh")  # also openings of plain words
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p|h1)[\s>]", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_SAVE_AS = "save it as a text, HTML or PDF file and read that"


def kind_of(data: bytes, name: str = "", media_type: str = "") -> str:
    """Say whether `data` is "pdf", "html", "markdown" or "text". Raises NotText for other files."""
    if not data.strip():
        raise NotText("is empty; give a file with text in it")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    binary = b"\x00" in data[:4096] and not data.startswith(tuple(bom for bom, _ in _BOMS))
    for magic, what in _MAGIC:
        if data.startswith(magic) and (binary or magic not in _PRINTABLE):
            raise NotText(f"is {what}, not text; {_SAVE_AS}")
    if data[4:8] == b"ftyp":
        raise NotText(f"is a media file, not text; {_SAVE_AS}")
    if media_type.startswith(("image/", "video/", "audio/", "font/")):
        raise NotText(f"is {media_type}, not text; give the address of a page")
    lowered = name.lower()
    if lowered.endswith((".md", ".markdown")):
        return "markdown"
    html = media_type in ("text/html", "application/xhtml+xml") or lowered.endswith(
        (".html", ".htm", ".xhtml")
    )
    return "html" if html or (not lowered.endswith(".txt") and _HTML.search(data[:4096])) else "text"


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode `data`; `declared` is what its transport says of its encoding. Raises NotText."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(data.decode(encoding, "replace"))
    meta = _META_CHARSET.search(data[:4096])
    for claimed in ("utf-8", declared, meta[1].decode("ascii") if meta else None):
        if claimed and (text := _try(data, claimed)) is not None:
            return text
    return _checked(_guess(data))


def _try(data: bytes, encoding: str) -> str | None:
    """Decode strictly, or None where the encoding is unknown or the bytes show that it is wrong."""
    try:
        # Pages that say ISO 8859-1 mean Windows-1252 (the WHATWG encoding standard).
        latin = codecs.lookup(encoding).name in ("iso8859-1", "ascii")
        text = data.decode("cp1252" if latin else encoding)
    except (LookupError, UnicodeError):
        return None
    return None if len(_CONTROL.findall(text[:100_000])) > len(text[:100_000]) / 200 else text


def _guess(data: bytes) -> str:
    """Guess: Windows-1252 where that gives the few accents of a western text, else by statistics."""
    western = _try(data, "cp1252")
    if western is not None:
        letters = [letter for letter in western[:20_000] if letter.isalpha()]
        if sum(letter > "\x7f" for letter in letters) * 5 < len(letters):
            return western
    import logging

    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise NotText(f"is a binary file, not text; {_SAVE_AS}")
    return data.decode(best.encoding, "replace")


def _checked(text: str) -> str:
    sample = text[:100_000]
    if len(_CONTROL.findall(sample)) > len(sample) / 200:
        raise NotText(f"is a binary file, not text; {_SAVE_AS}")
    return text
