"""`dragoman ledger` on a ledger made by hand: what it prints, and its exit codes."""

import json
import re
import sys
from pathlib import Path

import pytest
from tests.ledger.accounts import engagement, reading

from dragoman.cli.app import main
from dragoman.ledger import Ledger


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger with one meeting told twice, one call, and one meeting long announced."""
    monkeypatch.setenv("DRAGOMAN_LEDGER", str(tmp_path / "ledger.db"))
    monkeypatch.setenv("COLUMNS", "110")
    ledger = Ledger(str(tmp_path / "ledger.db"))
    niamey = ("Kathleen FitzGibbon|Ambassador|USA", "CNSP||NER")
    ledger.file(
        reading(
            engagement(*niamey, start="2024-04-25", place="Niamey|NER", quote="They met in Niamey."),
            published="2024-04-26",
            publisher="Wire",
            url="https://wire.example/1",
        )
    )
    ledger.file(reading(engagement(*niamey, status="announced", start="2024-04-25"), publisher="Gazette"))
    ledger.file(
        reading(
            engagement("Lavrov||RUS", "Wang Yi||CHN", kind="call", start="2024-05-01"), published="2024-05-01"
        )
    )
    ledger.file(
        reading(engagement("Christopher Maier||USA", "CNSP||NER", status="announced", start="2024-05-02"))
    )
    return ledger


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command line; exit code, what it printed, and its errors."""
    before, sys.argv = sys.argv, ["dragoman", "ledger", *arguments]
    try:
        main()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 0
    finally:
        sys.argv = before
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("timeline Niger", 0, r"2024-04-25 +held +Meeting: .*FitzGibbon.*2 reports"),
        ("list --person Lavrov", 0, r"Call: Lavrov \(RUS\) – Wang Yi \(CHN\)"),
        ("list --status unreported", 0, "no report that it took\\s+place"),
        ("list --country France", 1, "no records"),
        ("changes", 0, "announced.*Gazette"),
        ("changes --country Russia", 0, "held"),
        ("search niamey", 0, "1 found\n.*“They met in Niamey.”"),
        ("search niamey --documents", 0, "Wire"),
        ("dossiers", 0, "NER – USA"),
        ("judgements", 1, "no judgements"),
        ("rebuild", 0, "3 records from 4 reports"),
    ],
)
def test_ledger_cli_prints(
    filled: Ledger, capsys: pytest.CaptureFixture[str], arguments: str, code: int, said: str
) -> None:
    """Each command prints what it is for; 1 says that there is nothing to show."""
    left, printed, errors = run(capsys, *arguments.split())
    assert (left, errors) == (code, "")
    assert re.search(said, printed, re.DOTALL), printed


def test_ledger_cli_show_names_values_witnesses_and_quotes(
    filled: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record is shown with its fields, who reports them, its reports and its history."""
    (record,) = filled.records(person="FitzGibbon")
    _, printed, _ = run(capsys, "show", record.id[:7])
    for said in ("participants.fitzgibbon.role", "Ambassador", "Gazette; Wire", "They met in Niamey.",
                 "https://wire.example/1", "History", "announced", "held", "last reported"):  # fmt: skip
        assert said in printed


def test_ledger_cli_judgements_hold_and_can_be_withdrawn(
    filled: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    """A correction leads, keeps its reason, survives a rebuild, and goes when it is withdrawn."""
    (record,) = filled.records(person="FitzGibbon")
    code, printed, _ = run(capsys, "correct", record.id, "place", "Agadez", "--because", "seen there",
                           "--author", "ana")  # fmt: skip
    assert code == 0
    run(capsys, "rebuild")
    _, shown, _ = run(capsys, "show", record.id)
    assert re.search(r"Agadez +ana: seen there +\[corrected by a person\]", shown), shown
    assert "Niamey, NER" in shown
    _, listed, _ = run(capsys, "judgements")
    assert "seen there" in listed
    run(capsys, "withdraw", printed.split(":")[0])
    assert "Agadez" not in run(capsys, "list", "--person", "FitzGibbon")[1]


def test_ledger_cli_same_and_different(filled: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    """Records are joined and parted by hand."""
    one, two = filled.records(country="Niger")
    assert run(capsys, "same", one.id, two.id)[0] == 0
    (joined,) = filled.records(country="Niger")
    assert len(joined.reports) == 3
    first, second = joined.reports[0].id, joined.reports[-1].id
    assert run(capsys, "different", first, second)[0] == 0
    assert len(filled.records(country="Niger")) == 2
    assert run(capsys, "different", one.id, one.id)[0] == 2


def test_ledger_cli_json_is_the_records(filled: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    """--format json prints records as the library has them; jsonl one a line."""
    _, printed, _ = run(capsys, "list", "--format", "json")
    records = json.loads(printed)
    assert [one["id"] for one in records] == [one.id for one in filled.records()]
    assert records[0]["fields"]["when"][0]["witnesses"][0]["words"]
    assert records[0]["reports"][0]["evidence"][0]["text"]
    _, printed, _ = run(capsys, "list", "--format", "jsonl")
    assert [json.loads(line)["id"] for line in printed.splitlines()] == [one["id"] for one in records]


@pytest.mark.parametrize(
    "arguments",
    ["show r99", "list --since soon", "correct r99 when 2024-01-01", "withdraw j9", "search !",
     "import visits /nonexistent", "add /nonexistent/folder.txt", "list --ledger mysql://x/y"],
)  # fmt: skip
def test_ledger_cli_wrong_use_costs_one_line(
    filled: Ledger, capsys: pytest.CaptureFixture[str], arguments: str
) -> None:
    """What cannot be done is told in one line on standard error."""
    code, _, errors = run(capsys, *arguments.split())
    assert code in (2, 3)
    assert len(errors.strip().splitlines()) == 1
    assert errors.startswith("dragoman: ")


@pytest.mark.gold
def test_ledger_cli_imports_the_historians_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shared: Path
) -> None:
    """Seven thousand visits are filed with their own provenance, and found by country and name."""
    monkeypatch.setenv("DRAGOMAN_LEDGER", str(tmp_path / "history.db"))
    folder = shared / "gold" / "history.state.gov" / "visits"
    code, printed, _ = run(capsys, "import", "visits", str(folder))
    assert code == 0
    assert re.match(r"2988 new documents", printed)
    with Ledger(str(tmp_path / "history.db")) as ledger:
        found = ledger.records(country="Egypt", person="Sadat", since="1977-01-01", until="1977-12-31")
        assert [str(one.start) for one in found] == ["1977-04-03"]
        assert found[0].reports[0].document.official == "USA"
