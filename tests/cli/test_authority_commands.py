"""`dragoman authority`: what is known by a name, and additions, from the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from dragoman.cli import main; main()", "authority", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DRAGOMAN_AUTHORITY": str(folder)},
    )


def test_show_says_what_and_from_where(tmp_path: Path) -> None:
    """A demonym is explained, with its state, its source, and who governs on the day."""
    done = _run(tmp_path, "show", "Nigerien", "--on", "2024-04-24")
    assert done.returncode == 0
    first, *rest = done.stdout.splitlines()
    assert first.startswith("state: demonym of Niger (NER, state)")
    assert "from demonyms.tsv" in first
    assert any("Abdourahamane Tiani" in line for line in rest)


def test_show_unknown_exits_with_one(tmp_path: Path) -> None:
    """A name that nothing is known by exits with 1, and JSON stays JSON."""
    done = _run(tmp_path, "show", "Qwzzk", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == []


def test_add_then_show(tmp_path: Path) -> None:
    """What was added is shown, with its basis."""
    done = _run(tmp_path, "add", "state", "country=NER", "form=alias", "text=Nijer", "basis=a map")
    assert done.returncode == 0, done.stderr
    assert str(tmp_path) in done.stdout
    assert "a map" in _run(tmp_path, "show", "Nijer").stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["show", "Niger", "--on", "May"], "write it as"),
        (["show", "Niger", "--format", "xml"], "give one of these"),
        (["add", "state", "NER"], "field=value"),
        (["import", "wiki", "."], "give pocom"),
    ],
)
def test_wrong_use_is_one_line(tmp_path: Path, words: list[str], says: str) -> None:
    """Wrong use exits with 2 and one line on standard error that says what to give."""
    done = _run(tmp_path, *words)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.startswith("dragoman: ")
    assert done.stderr.count("\n") == 1
