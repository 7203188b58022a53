"""One way in: paths, URLs, standard input and texts are told apart and become documents."""

from pathlib import Path

import pytest
from tests.files import ARTICLE, article_page, pdf

from dragoman.errors import NotFound, UsageError
from dragoman.sources import load
from dragoman.sources.markdown import to_text


def test_a_path_is_read_as_a_string_or_a_path(tmp_path: Path) -> None:
    """Both forms give the same document, with its location."""
    path = tmp_path / "note"
    path.write_text(ARTICLE, encoding="utf8")
    assert load(str(path)) == load(path)
    assert load(path).location == str(path)


@pytest.mark.parametrize(
    "source",
    [
        "missing.txt",
        "./missing",
        "folder/missing",
        "~/missing",
        "C:\\missing",
        "www.example.org/page",
        "a b.pdf",
    ],
)
def test_what_looks_like_a_path_is_not_read_as_text(source: str) -> None:
    """A slip in a path is told, rather than read as a text of one word."""
    with pytest.raises(NotFound, match="does not exist"):
        load(source)


@pytest.mark.parametrize(
    "source", [ARTICLE, "The minister met his counterpart.", "Talks and/or visits are planned for May."]
)
def test_a_text_is_read_as_such(source: str) -> None:
    """Anything else is the text itself, each character in its place, without a location."""
    document = load(source)
    assert document.text.split() == source.split()
    assert len(document.text) == len(source)
    assert document.location is None


def test_line_ends_become_one_kind() -> None:
    """Windows' and old Mac's line ends become newlines."""
    assert load("Talks in Geneva\r\n\r\nThe minister spoke.\rHe left.").text == (
        "Talks in Geneva\n\nThe minister spoke.\nHe left."
    )


def test_a_pdf_gives_its_text_and_its_fields(tmp_path: Path) -> None:
    """Lines that the page broke are joined; the file's own facts are kept with their basis."""
    lines = (
        "Ministers meet in Geneva.",
        "The Foreign Minister of Norland met her coun-",
        "terpart from Sudria, and they",
        "spoke about fisheries.",
    )
    path = tmp_path / "statement.pdf"
    fields = {
        "Title": "Statement on the talks",
        "Author": "Press Office",
        "CreationDate": "D:20240304101500Z",
    }
    path.write_bytes(pdf(*lines, fields=fields))
    document = load(path)
    assert "met her counterpart from Sudria, and they spoke about fisheries." in document.text
    assert (document.title, document.author) == ("Statement on the talks", "Press Office")
    assert str(document.published) == "2024-03-04"
    assert document.basis["published"].inferred


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    """Headings, emphasis, links and quotes become plain words; front matter becomes facts."""
    path = tmp_path / "note.md"
    path.write_text(
        "---\ntitle: Talks\nauthor: Lena Berg\ndate: 2024-03-04\n---\n# Talks in *Geneva*\n\n> The"
        " **minister** met [her counterpart](https://x.example/a_b) on snake_case terms, and they agreed"
        " that it was good.\n\n- one\n- two\n",
        encoding="utf8",
    )
    document = load(path)
    assert document.text == (
        "Talks in Geneva\n\nThe minister met her counterpart on snake_case terms, and they agreed that it was"
        " good.\n\none\ntwo\n"
    )
    assert (document.title, document.author, str(document.published)) == ("Talks", "Lena Berg", "2024-03-04")


def test_markdown_without_marks_is_kept() -> None:
    """Plain words stay as they are."""
    assert to_text("The minister met 2 * 3 people.\n")[0] == "The minister met 2 * 3 people.\n"


def test_a_page_and_its_scraped_text_read_alike() -> None:
    """The headline stands in front of the text in both."""
    from dragoman.sources.load import from_bytes

    page = from_bytes(article_page().encode(), name="a.html")
    scraped = load(ARTICLE)
    assert page.text.split() == scraped.text.split()
    assert page.title == scraped.title


@pytest.mark.parametrize("language", ["de", "english", ""])
def test_unread_languages_are_wrong_use(language: str) -> None:
    """A language that is not read cannot be asked for."""
    with pytest.raises(UsageError, match="en, fr"):
        load("The minister met his counterpart.", language=language)
