"""The help answers at once, is complete, and is the same in the table and in the command."""

import resource
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from typer.main import get_command

from dragoman import __version__
from dragoman.cli.app import COMMANDS

Run = Callable[..., Any]

# What makes a start slow; none of it may be imported to print the help.
HEAVY = (
    "spacy",
    "trafilatura",
    "lxml",
    "httpx",
    "numpy",
    "onnxruntime",
    "sqlalchemy",
    "litestar",
    "rich",
    "msgspec",
)


def test_help_imports_nothing_heavy() -> None:
    """`dragoman --help` loads Typer and little else."""
    code = (
        "import sys; sys.argv = ['dragoman', '--help']\n"
        "from dragoman.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print('HEAVY', sorted({set(HEAVY)!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_help_answers_within_a_third_of_a_second() -> None:
    """The best of seven cold starts works less than 0.3 s: processor time, as neighbours cost wall time."""
    best = 9.0
    for _ in range(7):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "dragoman", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert best < 0.3


def test_help_lists_all_commands(run: Run) -> None:
    """Every command is listed with its line."""
    out = run("--help").out
    for name in COMMANDS:
        assert f"\n  {name} " in out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    """The line in the list is the first line of the command's own help."""
    command = get_command(import_module(f"dragoman.cli.{name}").app)
    assert (command.help or "").splitlines()[0] == COMMANDS[name]


def leaves() -> list[str]:
    """All commands that do something: those of a group by both names, as "ledger file"."""
    names = []
    for name in COMMANDS:
        command = get_command(import_module(f"dragoman.cli.{name}").app)
        parts = list(getattr(command, "commands", {}))
        names += [f"{name} {part}" for part in parts] or [name]
    return names


@pytest.mark.parametrize("name", leaves())
def test_every_command_shows_an_example(run: Run, name: str) -> None:
    """`dragoman NAME --help` has an example that starts with "dragoman NAME"."""
    ran = run(*name.split(), "--help")
    assert ran.code == 0
    assert "Example" in ran.out
    assert f"dragoman {name} " in ran.out.split("Example", 1)[1]


def test_version_is_printed(run: Run) -> None:
    """`--version` gives the installed version."""
    assert run("--version").out == f"dragoman {__version__}\n"


def test_a_slip_of_the_pen_is_helped(run: Run) -> None:
    """An unknown command gets the nearest known one."""
    assert "Did you mean 'read'" in run("raed").err


@pytest.mark.parametrize(("words", "offered"), [("dragoman re", "read"), ("dragoman read --for", "--format")])
def test_the_shell_completes(run: Run, monkeypatch: pytest.MonkeyPatch, words: str, offered: str) -> None:
    """Commands and options are completed in bash."""
    monkeypatch.setenv("_DRAGOMAN_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert offered in run().out.split()
