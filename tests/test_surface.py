"""The public surface: its names are pinned, and only Dragoman's own errors leave it."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.files import page, pdf

import dragoman
from dragoman.errors import DragomanError

NAMES = [
    "DragomanError",
    "Finding",
    "Ledger",
    "check",
    "code_pairs",
    "find_places",
    "find_times",
    "open_ledger",
    "read",
    "read_many",
    "resolve_actor",
]


def test_the_names_are_these() -> None:
    """Adding or dropping a public name is a decision, not an accident."""
    assert dragoman.__all__ == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_there(name: str) -> None:
    """Each name is imported on first use, and documented."""
    assert (getattr(dragoman, name).__doc__ or "").strip()


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The lazy import does not swallow slips."""
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        dragoman.reed  # noqa: B018


def test_importing_costs_nothing() -> None:
    """`import dragoman` loads none of the heavy parts."""
    heavy = "{'spacy', 'numpy', 'lxml', 'sqlalchemy', 'httpx'}"
    code = f"import dragoman, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


HOSTILE: dict[str, bytes] = {
    "empty.txt": b"",
    "nul.txt": b"\x00" * 100,
    "surrogates.txt": "Minister \ud800 met".encode("utf-8", "surrogatepass"),
    "half-utf16.txt": b"\xff\xfeA\x00B",
    "cut.pdf": pdf("The minister met his counterpart.")[:300],
    "liar.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
    "locked.pdf": pdf("Words.", password="x"),
    "deep.html": page("<b>" * 20_000 + "x").encode(),
    "entity.html": b"<!DOCTYPE html [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;'>]><p>&c;</p>",
    "json-ld.html": page(
        "<p>x</p>", "<script type='application/ld+json'>" + "[" * 20_000 + "</script>"
    ).encode(),
    "zip.txt": b"PK\x03\x04" + bytes(50),
    "long-line.txt": b"a" * 300_000,
    "marks.txt": b"(" * 20_000 + b"[" * 20_000 + b"\n" * 20_000,
    "tabs.md": (b"*" * 5000 + b"_" * 5000 + b"[" * 5000 + b"\n") * 3,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_raise_only_our_errors(name: str, tmp_path: Path) -> None:
    """Whatever a file holds, it is read or refused with a DragomanError of one line."""
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    told, text = "", ""
    try:
        text = dragoman.read(path).document.text
    except DragomanError as error:
        told = str(error)
    assert text.strip() or (str(path) in told and "\n" not in told)


@pytest.mark.parametrize("published", ["yesterday", "2024-02-30", "", "20240424T10"])
def test_wrong_days_are_told(published: str) -> None:
    """A published date that is none is the caller's error, with the form that is wanted."""
    with pytest.raises(DragomanError, match="YYYY-MM-DD"):
        dragoman.read("The minister met his counterpart.", published=published)


def test_every_error_says_how_the_command_ends() -> None:
    """All errors share one base and have an exit code of the command line."""
    found = [DragomanError]
    for kind in found:
        found += kind.__subclasses__()
        assert kind.exit_code in (2, 3)
