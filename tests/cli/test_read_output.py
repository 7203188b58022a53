"""What `dragoman read` prints: for people, and for programs."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from tests.files import ARTICLE

from dragoman.cli.show import range_text, show
from dragoman.formats.csv import COLUMNS
from dragoman.formats.readings import from_json
from dragoman.model import (
    Attribution,
    Basis,
    Document,
    Engagement,
    Location,
    Participant,
    Reading,
    Span,
    Statement,
)
from dragoman.sources.wrapping import unwrap

Run = Callable[..., Any]

TEXT = "Anna Holm, the minister, will meet Paul Leroy in Geneva on Thursday. She welcomed the talks."
READING = Reading(
    document=Document(
        text=TEXT,
        title="Ministers to meet",
        author="Lena Berg",
        publisher="The Norland Herald",
        published=date(2024, 3, 4),
        source=Attribution("Ministry of Foreign Affairs", date(2024, 3, 4), Span(0, 4, "Anna")),
        location="page.html",
        basis={"published": Basis("attribution", inferred=True)},
    ),
    engagements=(
        Engagement(
            id="g1",
            kind="meeting",
            status="announced",
            participants=(
                Participant("Anna Holm", role="Minister", country="NOR", side="visitor", sector="GOV"),
                Participant("Paul Leroy", country="CHE", side="host", inferred=True),
            ),
            place=Location("Geneva", "CHE"),
            start=date(2024, 3, 7),
            end=date(2024, 3, 7),
            date_text="on Thursday",
            topics=("fisheries",),
            evidence=(Span(0, 68, TEXT[:68]),),
        ),
        Engagement(
            id="g2",
            kind="visit",
            status="postponed",
            date_text="in the coming months",
            earliest=date(2024, 3, 4),
            evidence=(Span(69, 93, TEXT[69:]),),
        ),
    ),
    statements=(
        Statement(
            id="s1",
            act="welcome",
            speaker=Participant("Anna Holm", role="Minister", country="NOR"),
            content=Span(82, 92, TEXT[82:92]),
            reporters=("the ministry",),
            evidence=(Span(69, 93, TEXT[69:]),),
        ),
    ),
)


def shown(width: int) -> str:
    """The reading as it is laid out for people."""
    console = Console(file=io.StringIO(), width=width)
    show(READING, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_lines_keep_within_the_terminal(width: int) -> None:
    """No line is longer than the terminal, nor than what reads well, nor ends in blanks."""
    for line in shown(width).splitlines():
        assert len(line) <= min(width, 110)
        assert line == line.rstrip()


def test_people_see_what_matters() -> None:
    """Title block, engagements by side with their words, and statements are all there."""
    text = " ".join(shown(100).split())
    for words in (
        "Ministers to meet",
        "author Lena Berg",
        "publisher The Norland Herald",
        "published 4 March 2024 (inferred from the attribution)",
        "source Ministry of Foreign Affairs, 4 March 2024",
        "Engagements (2)",
        "Meeting · announced",
        "when 7 March 2024 “on Thursday”",
        "who Anna Holm, Minister NOR GOV",
        "with Paul Leroy CHE (inferred)",
        "where Geneva, CHE",
        "about fisheries",
        "words “Anna Holm, the minister, will meet Paul Leroy in Geneva on Thursday.”",
        "Visit · postponed",
        "“in the coming months” (no day given; from 4 March 2024)",
        "Statements (1)",
        "Anna Holm NOR · welcome",
        "role Minister",
        "via the ministry",
    ):
        assert words in text


def test_nothing_found_is_said() -> None:
    """A page without engagements says so rather than showing nothing."""
    console = Console(file=io.StringIO(), width=80)
    show(Reading(Document(text="Words.")), console)
    assert isinstance(console.file, io.StringIO)
    assert "Engagements: none found" in console.file.getvalue()
    assert "unknown; give it with --published" in console.file.getvalue()


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2024, 4, 25), date(2024, 4, 25), "25 April 2024"),
        (date(2024, 4, 4), date(2024, 4, 5), "4 to 5 April 2024"),
        (date(2024, 4, 29), date(2024, 5, 5), "29 April to 5 May 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 December 2023 to 2 January 2024"),
    ],
)
def test_ranges_say_nothing_twice(start: date, end: date, told: str) -> None:
    """Month and year are said once where they are shared."""
    assert range_text(start, end) == told


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A page as text."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf8")
    return path


def test_json_of_one_is_an_object_and_of_several_an_array(run: Run, article: Path) -> None:
    """JSON is whole in both cases, and reads back."""
    one = run("read", article, "--format", "json")
    two = run("read", article, article, "--format", "json")
    text = unwrap(ARTICLE)
    assert from_json(one.out).document.text == text
    assert [item["document"]["text"] for item in json.loads(two.out)] == [text, text]


def test_json_lines_are_one_reading_a_line(run: Run, article: Path) -> None:
    """Each line is a whole reading."""
    lines = run("read", article, article, "--format", "jsonl").out.splitlines()
    assert [from_json(line).document.location for line in lines] == [str(article)] * 2


def test_csv_has_a_header_and_a_row_an_engagement(run: Run, article: Path) -> None:
    """CSV rows have the columns of the header, also where there are several inputs."""
    rows = list(csv.reader(io.StringIO(run("read", article, article, "--format", "csv").out)))
    assert tuple(rows[0]) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert sum(row[0] == "document" for row in rows) == 1


def test_plover_is_an_event_a_line(run: Run, article: Path) -> None:
    """Each line is an event with PLOVER's fields."""
    ran = run("read", article, "--format", "plover")
    assert ran.code == 0
    for line in ran.out.splitlines():
        assert {"id", "actor", "event"} <= json.loads(line).keys()


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_output_goes_to_the_file(run: Run, article: Path, tmp_path: Path, form: str) -> None:
    """With --output nothing is printed and the file holds what would have been."""
    out = tmp_path / "out"
    ran = run("read", article, "--output", out, "--format", form)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    printed = run("read", article, "--format", form).out
    written = out.read_text(encoding="utf8")
    assert written if form == "table" else written == printed


def test_given_facts_win(run: Run, article: Path) -> None:
    """--published and --language override the page, and are marked as given."""
    ran = run("read", article, "--published", "2020-02-29", "--language", "en", "--format", "json")
    document = json.loads(ran.out)["document"]
    assert document["published"] == "2020-02-29"
    assert document["basis"]["published"] == {"how": "given"}
    assert document["basis"]["language"] == {"how": "given"}


def test_verbose_says_what_facts_rest_on(run: Run, article: Path) -> None:
    """--verbose explains on standard error, and leaves standard output to the reading."""
    ran = run("read", article, "--verbose", "--format", "json")
    assert json.loads(ran.out)
    assert "title: 'Ministers of Norland and Sudria meet in Geneva' from first line" in ran.err


def test_a_pipe_gets_no_colour(run: Run, article: Path) -> None:
    """Escape sequences are for terminals."""
    assert "\x1b" not in run("read", article).out


def test_a_terminal_gets_colour() -> None:
    """On a terminal, the status is coloured."""
    console = Console(file=io.StringIO(), width=80, force_terminal=True, color_system="standard")
    show(READING, console)
    assert isinstance(console.file, io.StringIO)
    assert "\x1b[36mannounced" in console.file.getvalue()
