"""`dragoman check`: exit codes and forms of output."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
FOLDER = Path(__file__).resolve().parent.parent.parent / "examples" / "brief"
DRAFT, RIGHT, SOURCE = (str(FOLDER / name) for name in ("draft.txt", "corrected.txt", "statement.txt"))


def test_check_exits_with_1_where_there_are_errors(run: Run) -> None:
    """A draft with errors stops a pipeline, and both quotes are shown."""
    code, out, _ = run("check", DRAFT, "--source", SOURCE)
    assert code == 1
    assert "12 March" in out
    assert "21 March" in out


def test_check_exits_with_0_where_there_are_none(run: Run) -> None:
    """A faithful brief passes."""
    code, out, _ = run("check", RIGHT, "--source", SOURCE)
    assert code == 0
    assert "nothing found" in out


def test_check_prints_json(run: Run) -> None:
    """The findings come as a list of objects whose words stand at their offsets."""
    code, out, _ = run("check", DRAFT, "--source", SOURCE, "--format", "json")
    found = json.loads(out)
    text = Path(DRAFT).read_text(encoding="utf8")
    assert code == 1
    assert {"date", "demonym", "polarity"} <= {f["kind"] for f in found}
    assert all(text[f["start"] : f["end"]] == f["text"] for f in found)


def test_check_prints_sarif(run: Run) -> None:
    """The log has what SARIF 2.1.0 requires, and every result names a rule that is described."""
    _, out, _ = run("check", DRAFT, "--source", SOURCE, "--format", "sarif")
    log = json.loads(out)
    assert log["version"] == "2.1.0"
    [made] = log["runs"]
    rules = {rule["id"] for rule in made["tool"]["driver"]["rules"]}
    assert made["tool"]["driver"]["name"]
    assert made["results"]
    for result in made["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert result["ruleId"] in rules
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert place["artifactLocation"]["uri"]
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1


def test_check_writes_html_that_fetches_nothing(run: Run, tmp_path: Path) -> None:
    """The page escapes a hostile draft, has no script, and names no address to fetch."""
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "Talks\n\nElsa Lindgrem <script>alert(1)</script> went to Oslo & <img src=x> on 3 May 2024.\n",
        encoding="utf8",
    )
    page = tmp_path / "findings.html"
    run("check", str(draft), "--source", SOURCE, "--format", "html", "--output", str(page))
    html = page.read_text(encoding="utf8")
    assert "<script" not in html
    assert "<img" not in html
    assert "src=" not in html.replace("&lt;img src=x&gt;", "")
    assert "http://" not in html
    assert "Lindgrem" in html


def test_check_says_what_to_do_about_a_missing_brief(run: Run, tmp_path: Path) -> None:
    """A file that is not there gives one line and exit code 2 or more, no traceback."""
    code, _, err = run("check", str(tmp_path / "none.txt"), "--source", SOURCE)
    assert code > 1
    assert "none.txt" in err
    assert "Traceback" not in err
