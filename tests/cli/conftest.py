"""Runs the command line in this process, as the installed command would."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from dragoman.cli.app import main


class Ran(NamedTuple):
    """What a call of the command line left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Call `dragoman` with arguments; gives its exit code and what it printed."""

    def call(*args: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, args)])
        try:
            main()
            code = 0
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 0
        return Ran(code, *capsys.readouterr())

    return call
