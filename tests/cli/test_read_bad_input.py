"""Whatever is wrong with an input: one clear line, exit code 3, and the others are still read."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.files import ARTICLE, page, pdf

from dragoman.sources import decode, fetch

Run = Callable[..., Any]

INDEX = page("<ul><li><a href='/a'>A</a></li></ul><form><input></form>").encode()
GERMAN = b"Die Minister der beiden Laender haben sich am Montag getroffen und sind sich einig."
# name of the file, its bytes, what the line says, what it advises
BAD_FILES: list[tuple[str, bytes, str, str]] = [
    ("empty.txt", b"", "is empty", "give"),
    ("blank.html", b" \n \n", "is empty", "give"),
    ("furniture.txt", b"top of page\nShare\nbottom of page", "is empty", "give"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "is a PNG image", "save it as"),
    ("photo.html", b"\xff\xd8\xff\xe0\x00\x10JFIF", "is a JPEG image", "save it as"),
    ("letter.docx", b"PK\x03\x04\x14\x00\x06\x00", "Word", "save it as"),
    ("noise.txt", bytes((i * 7919 + i // 3) % 256 for i in range(4000)), "binary", "save it as"),
    ("broken.pdf", b"%PDF-1.4\nnonsense", "damaged PDF", "save it again"),
    ("locked.pdf", pdf("Secret words.", password="s3cret"), "password", "qpdf"),
    ("scan.pdf", pdf(""), "without text", "OCR"),
    ("index.html", INDEX, "without an article", "give"),
    ("german.txt", GERMAN, "German", "--language"),
    ("minsk.txt", "Министры двух стран встретились в Минске.".encode(), "Cyrillic", "--language"),
    ("deep.html", page("<div>" * 5000).encode(), "HTML", "give"),
]  # fmt: skip


def one_line(err: str) -> str:
    """The only line of what was printed on standard error."""
    assert "Traceback" not in err
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("dragoman: ")
    return lines[0]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file that can be read."""
    path = tmp_path / "good.txt"
    path.write_text(ARTICLE, encoding="utf8")
    return path


@pytest.mark.parametrize(("name", "data", "told", "advice"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_bad_files_are_told_in_one_line(
    run: Run, tmp_path: Path, name: str, data: bytes, told: str, advice: str
) -> None:
    """The line names the file, what it is, and what to do next."""
    path = tmp_path / name
    path.write_bytes(data)
    ran = run("read", path, "--format", "json")
    line = one_line(ran.err)
    assert (ran.code, ran.out) == (3, "")
    assert str(path) in line
    assert told in line
    assert advice in line


def test_a_missing_path_is_told(run: Run, tmp_path: Path) -> None:
    """A path that does not exist is no text to be read."""
    ran = run("read", tmp_path / "no such file.txt")
    assert ran.code == 3
    assert "does not exist" in one_line(ran.err)


def test_a_folder_is_told(run: Run, tmp_path: Path) -> None:
    """A folder is refused with a hint at the files in it."""
    ran = run("read", tmp_path)
    assert ran.code == 3
    assert "is a folder" in one_line(ran.err)


def test_large_files_are_refused_unread(run: Run, tmp_path: Path) -> None:
    """A file of 50 MB is refused by its size."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    ran = run("read", path)
    assert ran.code == 3
    assert "is larger than 20 MB" in one_line(ran.err)


def test_long_texts_are_refused(run: Run, tmp_path: Path) -> None:
    """More characters than the parser takes are refused before it is loaded."""
    path = tmp_path / "long.txt"
    path.write_text("The minister said so. " * (decode.MAX_CHARACTERS // 20), encoding="utf8")
    ran = run("read", path)
    assert ran.code == 3
    assert "1,000,000 characters" in one_line(ran.err)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("refused", "403"),
        ("missing", "404"),
        ("loop", "loop"),
        ("image", "PNG image"),
        ("form", "without an article"),
        ("slow", "in time"),
        ("file", "no web address"),
    ],
)
def test_bad_pages_are_told_in_one_line(
    run: Run, server: str, monkeypatch: pytest.MonkeyPatch, path: str, told: str
) -> None:
    """A page that refuses, loops, is late or is none costs one line."""
    monkeypatch.setattr(fetch, "PACKET_S", 0.3)
    ran = run("read", f"{server}/{path}", "--allow-private")
    assert (ran.code, ran.out) == (3, "")
    assert told in one_line(ran.err)


def test_private_addresses_are_refused(run: Run, server: str) -> None:
    """Loopback is refused with the option that allows it, and read with it."""
    ran = run("read", f"{server}/article")
    assert ran.code == 3
    assert "--allow-private" in one_line(ran.err)
    ran = run("read", f"{server}/article", "--allow-private", "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["document"]["title"] == "Ministers of Norland and Sudria meet in Geneva"


def test_a_redirect_to_a_private_address_is_refused(
    run: Run, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public page cannot send the reader inside."""
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1")
    ran = run("read", f"{server}/inside")
    assert ran.code == 3
    assert "private address" in one_line(ran.err)


def test_a_lying_encoding_is_seen_through(run: Run, server: str) -> None:
    """A page in Latin-1 whose server says UTF-8 is read with its accents."""
    ran = run("read", f"{server}/latin", "--allow-private", "--format", "json")
    assert "Zoé Holm" in json.loads(ran.out)["document"]["text"]


def test_the_other_inputs_are_still_read(run: Run, good: Path, tmp_path: Path) -> None:
    """Three bad inputs among two good ones cost three lines."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    ran = run("read", empty, good, tmp_path / "none.txt", "http://127.0.0.1:9/", good, "--format", "jsonl")
    assert ran.code == 3
    assert len(ran.out.splitlines()) == 2
    assert len(ran.err.splitlines()) == 3


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """ "-" is standard input, and an empty one is told as such."""
    for data, code in ((ARTICLE.encode(), 0), (b"", 3)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        ran = run("read", "-", "--format", "json")
        assert ran.code == code
    assert "standard input is empty" in one_line(ran.err)


def test_a_failed_read_leaves_no_file(run: Run, tmp_path: Path) -> None:
    """Neither the output file nor a part of it is left behind."""
    ran = run("read", tmp_path / "none.txt", "--output", tmp_path / "out.json", "--format", "json")
    assert ran.code == 3
    assert list(tmp_path.iterdir()) == []


def test_a_failed_read_leaves_an_older_file_alone(run: Run, tmp_path: Path) -> None:
    """What stood in the output file still does."""
    old = tmp_path / "out.json"
    old.write_text("old", encoding="utf8")
    run("read", tmp_path / "none.txt", "--output", old, "--format", "json")
    assert old.read_text(encoding="utf8") == "old"


def test_an_interrupted_read_leaves_no_file(
    run: Run, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An end in the middle of a run leaves nothing that looks whole."""
    from dragoman import coding

    seen: list[object] = []

    def interrupted(document: object) -> object:
        seen.append(document)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return real(document)  # type: ignore[arg-type]

    real = coding.read_document
    monkeypatch.setattr(coding, "read_document", interrupted, raising=False)
    ran = run("read", good, good, "--output", tmp_path / "out.jsonl", "--format", "jsonl")
    assert ran.code == 130
    assert [path.name for path in tmp_path.iterdir()] == ["good.txt"]


def test_an_unexpected_error_costs_one_line_too(
    run: Run, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours in one document does not cost the others, nor show a traceback."""
    from dragoman import coding

    def broken(document: object) -> object:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(coding, "read_document", broken, raising=False)
    ran = run("read", good)
    assert ran.code == 3
    assert "ZeroDivisionError" in one_line(ran.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x.txt", "--published", "last Tuesday"],
        ["read", "x.txt", "--published", "2024-13-01"],
        ["read", "x.txt", "--language", "de"],
        ["read", "x.txt", "--format", "xml"],
        ["read", "x.txt", "--output", "/no/such/folder/out.json"],
        ["read", "x.txt", "--nonsense"],
        ["raed", "x.txt"],
    ],
)
def test_wrong_use_is_exit_code_2(run: Run, arguments: list[str]) -> None:
    """A call that makes no sense is told as such, without a traceback."""
    ran = run(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert ran.err.strip()
