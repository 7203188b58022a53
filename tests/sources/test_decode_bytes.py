"""Bytes become text by what they are, not by what they say they are."""

import pytest

from dragoman.errors import NotText
from dragoman.sources.decode import decode, kind_of

WORDS = (
    "Le ministre de l’Économie s’est rendu à Genève où il a été reçu – très brièvement – par son homologue."
)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", None),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-32", "utf-8"),
        ("cp1252", "cp1252"),
        ("cp1252", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "ascii"),
        ("cp1252", None),
        ("cp1252", "no-such-encoding"),
    ],
)
def test_encodings_are_read_whatever_is_declared(encoding: str, declared: str | None) -> None:
    """The words come out right with a true, a lying, an unknown or no declaration."""
    assert decode((WORDS * 5).encode(encoding), declared) == WORDS * 5


def test_a_lying_meta_tag_does_not_spoil_utf8() -> None:
    """UTF-8 that claims to be Latin-1 is read as UTF-8."""
    page = f'<html><meta charset="iso-8859-1"><p>{WORDS}</p></html>'
    assert decode(page.encode()) == page


def test_a_true_meta_tag_is_followed() -> None:
    """A page in Windows-1251 that says so is read in it."""
    page = '<html><meta charset="windows-1251"><p>Встреча министров прошла в Минске</p></html>'
    assert decode(page.encode("cp1251")) == page


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "x.txt", "pdf"),
        (b"<!DOCTYPE html><html></html>", "", "html"),
        (b"<p>words</p>", "page.htm", "html"),
        (b"words", "page.html", "html"),
        (b"# Title", "note.md", "markdown"),
        (b"Words.", "", "text"),
        (b"The tag <p> is written so.", "notes.txt", "text"),
        (b"BMW and RIFFs are words", "", "text"),
    ],
)
def test_kinds_are_told_by_content_and_name(data: bytes, name: str, kind: str) -> None:
    """A file's kind is told by what it holds, then by its name."""
    assert kind_of(data, name) == kind


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
        (b"\xff\xd8\xff\xe0\x00", "JPEG image"),
        (b"GIF89a", "GIF image"),
        (b"PK\x03\x04\x14\x00", "Word"),
        (b"\x7fELF\x02", "program"),
        (b"\x00\x00\x00\x20ftypmp42", "media"),
        (b"BM\x36\x00\x00\x00", "bitmap"),
        (b"SQLite format 3\x00", "database"),
    ],
)
def test_files_without_text_are_named(data: bytes, told: str) -> None:
    """A file that is no text is refused with what it is."""
    with pytest.raises(NotText, match=told):
        kind_of(data)


def test_noise_is_refused() -> None:
    """Bytes that are text in no encoding are refused as binary."""
    noise = bytes((i * 7919 + i // 3) % 256 for i in range(4000))
    with pytest.raises(NotText, match="binary"):
        decode(noise)
