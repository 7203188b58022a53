"""Adding, checking and judging through the pages' forms."""

import threading
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from tests.web import desk as made_by_hand
from tests.web.desk import client, form_token, post

from dragoman.coding import read_document
from dragoman.errors import MissingExtra, UsageError
from dragoman.ledger import Ledger
from dragoman.model import Document, Reading
from dragoman.web.examples import file_examples
from dragoman.web.kept import Answers, Waiting

STATEMENT = """Ministers to meet in Oslo

OSLO, May 6, 2025 - The Foreign Minister of Norway, Espen Barth Eide, will meet the Swedish Foreign Minister,
Maria Malmer Stenergard, in Oslo on May 9. They will discuss security in the Arctic.
"""


def _read(desk: TestClient[Litestar], **fields: Any) -> Any:
    data = {"_csrf_token": form_token(desk), "text": "", "url": "", "published": "", **fields}
    files = data.pop("files", None) or {"file": ("", b"")}
    return desk.post("/add", data=data, files=files)


def _kept(page: str) -> str:
    return page.split('name="kept" value="')[1].split('"')[0]


@pytest.mark.parametrize("way", ["text", "file"])
def test_a_document_is_seen_and_then_filed(empty: Ledger, way: str) -> None:
    """What is pasted or uploaded is shown as read, filed only when asked, and the reading filed is the one shown."""
    with client(empty) as desk:
        if way == "text":
            answer = _read(desk, text=STATEMENT)
        else:
            answer = _read(desk, files={"file": ("../../etc/oslo.txt", STATEMENT.encode())})
        assert answer.status_code == 200
        assert "Malmer Stenergard" in answer.text
        assert empty.stats()["documents"] == 0
        filed = post(desk, "/add/file", kept=_kept(answer.text))
        assert filed.status_code == 303
        assert empty.stats()["documents"] == 1
        shown = desk.get(filed.headers["location"])
        assert "announced" in shown.text
        assert empty.count(country="NOR") >= 1
        assert post(desk, "/add/file", kept=_kept(answer.text)).status_code == 400


@pytest.mark.parametrize(
    "text", ["/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:1/x", "~/.bashrc", "-"]
)
def test_pasted_text_is_never_a_path(desk: TestClient[Litestar], text: str) -> None:
    """A pasted path or address is words, whatever lies there."""
    answer = _read(desk, text=text)
    assert "root:" not in answer.text
    assert answer.status_code in (200, 422)


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"url": "http://127.0.0.1:9/secret"}, 422, "private"),
        ({"url": "http://169.254.169.254/latest/meta-data"}, 422, "private"),
        ({"url": "http://[::1]/x"}, 422, "private"),
        ({"url": "http://localhost/x"}, 422, "private"),
        ({"url": "file:///etc/passwd"}, 400, "https://"),
        ({"url": "javascript:alert(1)"}, 400, "https://"),
        ({"text": "Words.", "published": "soon"}, 400, "YYYY-MM-DD"),
        ({}, 400, "nothing to read"),
        ({"files": {"file": ("a.exe", b"MZ")}}, 400, "not read here"),
        ({"files": {"file": ("a", b"words")}}, 400, "not read here"),
        ({"files": {"file": ("a.pdf", b"%PDF-1.7 and no more")}}, 422, ""),
        ({"files": {"file": ("a.txt", b"\x00\xff" * 500)}}, 422, ""),
        ({"files": {"file": ("a.txt", b"a" * 10_000_001)}}, 400, "10 MB"),
        ({"files": {"file": ("a.txt", b"a" * 21_000_000)}}, 413, ""),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(
    desk: TestClient[Litestar], fields: dict[str, Any], status: int, said: str
) -> None:
    """Private addresses, other schemes, other kinds of file and files too large are refused, saying why."""
    answer = _read(desk, **fields)
    assert answer.status_code == status, answer.text
    assert said in answer.text
    assert "Traceback" not in answer.text


def test_check_shows_findings_in_place(desk: TestClient[Litestar]) -> None:
    """A wrong place in a brief is marked where it stands, with its finding beside it."""
    brief = "Espen Barth Eide will meet Maria Malmer Stenergard in Bergen on May 9, 2025."
    answer = post(desk, "/check", "/check", text=brief, sources=STATEMENT)
    assert answer.status_code == 200
    assert '<span id="in-f-1"></span>' in answer.text
    assert "Bergen" in answer.text.split('class="aside"')[1]


def test_a_judgement_is_made_and_undone(own_desk: TestClient[Litestar], own_ledger: Ledger) -> None:
    """A correction shows with its reason and author, changes the record, and can be taken back."""
    record = own_ledger.records(country="NER", other="ESP", kind="meeting")[0]
    page = f"/records/{record.id}"
    sent = {"what": "correct", "field": "place", "value": "Dosso", "because": "I was in Dosso"}
    answer = post(own_desk, f"{page}/judge", page, **sent)
    assert answer.status_code == 303
    shown = own_desk.get(page).text
    assert "I was in Dosso" in shown
    assert own_ledger.record(record.id).fields["place"][0].value.startswith("Dosso")
    made = own_ledger.judgements()[0]
    assert post(own_desk, f"/judgements/{made.id}/withdraw", page).status_code == 303
    assert own_ledger.record(record.id).fields["place"] == record.fields["place"]
    assert "taken back" in own_desk.get(page).text
    assert "taken back" in own_desk.get("/judgements").text


def test_records_are_joined_and_parted(own_desk: TestClient[Litestar], own_ledger: Ledger) -> None:
    """Two records become one and two again; one report is told apart from the rest."""
    one = own_ledger.records(country="NER", other="ESP", kind="meeting")[0]
    other = own_ledger.records(country="HUN")[0]
    page = f"/records/{one.id}"
    address = f"http://127.0.0.1:8010/records/{other.id}"
    joined = post(own_desk, f"{page}/judge", page, what="same", other=address, because="one trip")
    assert joined.status_code == 303
    assert len(own_desk.get(joined.headers["location"]).text.split("independent witness")) == 2
    assert own_ledger.record(one.id).id == own_ledger.record(other.id).id
    post(own_desk, f"/judgements/{own_ledger.judgements()[0].id}/withdraw", page)
    assert own_ledger.record(one.id).id != own_ledger.record(other.id).id
    first, second = one.reports[0].id, one.reports[-1].id
    apart = {"what": "different", "this": first, "other": second, "because": "another day"}
    assert post(own_desk, f"{page}/judge", page, **apart).status_code == 303
    assert own_ledger.record(first).id != own_ledger.record(second).id


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "correct", "field": "when", "value": "2025-01-01", "because": " "},
        {"what": "correct", "field": "when", "value": "soon", "because": "x"},
        {"what": "correct", "field": "nothing", "value": "x", "because": "x"},
        {"what": "burn", "because": "x"},
        {"what": "same", "other": "r123", "because": "x"},
        {"what": "same", "other": "'; DROP TABLE", "because": "x"},
        {},
    ],
)
def test_a_judgement_without_sense_is_refused(
    desk: TestClient[Litestar], ledger: Ledger, fields: dict[str, str]
) -> None:
    """No reason, no such field, no day, no such record: told, and nothing is judged."""
    record = ledger.records(country="NER", other="ESP", kind="meeting")[0]
    answer = post(desk, f"/records/{record.id}/judge", f"/records/{record.id}", **fields)
    assert answer.status_code == 400
    assert ledger.judgements(withdrawn=True) == []


def test_readings_wait_half_an_hour_and_in_a_bounded_room() -> None:
    """A reading is forgotten after half an hour, and the oldest go where there are too many."""
    now = 0.0
    waiting = Waiting(clock=lambda: now)
    reading = made_by_hand.readings()[0]
    first = waiting.keep(reading)
    assert waiting.take(first) is reading
    now = 1801.0
    with pytest.raises(UsageError, match="waits no more"):
        waiting.take(first)
    keys = [waiting.keep(reading) for _ in range(60)]
    with pytest.raises(UsageError):
        waiting.take(keys[0])
    assert waiting.take(keys[-1]) is reading


def test_answers_are_kept_for_their_seconds() -> None:
    """An answer is given again until it is old or forgotten."""
    now, found = 0.0, iter(range(10))
    answers = Answers(clock=lambda: now)
    assert [answers.get("a", 5, lambda: next(found)) for _ in range(3)] == [0, 0, 0]
    now = 26.0
    assert answers.get("a", 5, lambda: next(found)) == 1
    answers.forget()
    assert answers.get("a", 5, lambda: next(found)) == 2


def test_answers_that_are_asked_for_stay() -> None:
    """There is room for so many answers, and those not asked for the longest go first."""
    answers = Answers(lambda: 0.0)
    answers.get("dear", 10, lambda: 1)
    for number in range(3000):
        answers.get(number, 10, lambda: 0)
        assert answers.get("dear", 10, lambda: 2) == 1
    assert answers.get(0, 10, lambda: 5) == 5


def test_a_peek_waits_for_nothing() -> None:
    """What takes long is not waited for: the default, or what was known, until it is found."""
    found = threading.Event()
    answers = Answers(lambda: 0.0)

    def slow() -> int:
        found.wait(10)
        return 7

    assert answers.peek("k", 10, slow, 0) == 0
    assert answers.peek("k", 10, slow, 0) == 0
    found.set()
    assert answers.get("k", 10, lambda: 8) == 7
    assert answers.peek("k", 10, slow, 0) == 7


def test_an_old_answer_is_given_while_it_is_renewed() -> None:
    """A visitor does not wait for what was known a moment ago: it is found anew behind the scenes."""
    now, found = 0.0, iter(range(10))
    answers = Answers(clock=lambda: now)
    renewed = threading.Event()

    def find() -> int:
        number = next(found)
        if number:
            renewed.set()
        return number

    assert answers.get("a", 5, find) == 0
    now = 6.0
    assert answers.get("a", 5, find) == 0
    assert renewed.wait(5)
    while answers.get("a", 5, find) == 0:
        pass
    assert answers.get("a", 5, find) == 1


def test_examples_load_without_the_model_of_a_language(
    empty: Ledger, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    """Where a language's model is missing, its examples are left out, and the page says so; the rest is filed."""

    def read(document: Document) -> Reading:
        if document.language == "fr":
            raise MissingExtra("the model for 'fr' is not installed; run: pip install 'dragoman[fr]'")
        return read_document(document)

    monkeypatch.setattr("dragoman.coding.read_document", read)
    story = root / "examples/stories/greece-turkey"
    left_out = file_examples(empty, [story / "athens.html", story / "athenes.html"])
    assert left_out.startswith("1 of the examples left out: the model for 'fr'")
    assert empty.stats()["documents"] == 1
