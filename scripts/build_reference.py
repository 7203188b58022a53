"""Writes the generated pages of docs/reference: the command line and the JSON Schema of a Reading.

    uv run python scripts/build_reference.py

A test fails where they are not current.
"""

import io
import json
import os
import sys
from contextlib import redirect_stdout, suppress
from importlib import import_module
from pathlib import Path

import msgspec
from typer.main import get_command

from dragoman.cli.app import COMMANDS, main
from dragoman.model import Reading

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def cli() -> str:
    """The page of the command line: the help of every command, as it prints it."""
    parts = [
        "# Command line\n\nMade from `--help` by `scripts/build_reference.py`. Exit codes: 0 fine, 1 findings"
        " or nothing to\nshow where that is the point, 2 wrong use, 3 an input that could not be read.\n"
    ]
    for name in ("", *COMMANDS):
        title = f"dragoman {name}".strip()
        parts.append(f"## {title}\n\n```text\n{help_of(*name.split())}```\n")
        parts += [f"### {title} {sub}\n\n```text\n{help_of(name, sub)}```\n" for sub in subcommands(name)]
    return "\n".join(parts)


def help_of(*names: str) -> str:
    """What `dragoman NAMES --help` prints at 80 columns."""
    printed = io.StringIO()
    environment, arguments = dict(os.environ), sys.argv
    os.environ |= {"COLUMNS": "80", "NO_COLOR": "1"}
    sys.argv = ["dragoman", *names, "--help"]
    try:
        with redirect_stdout(printed), suppress(SystemExit):
            main()
    finally:
        sys.argv = arguments
        os.environ.clear()
        os.environ |= environment
    return "\n".join(line.rstrip() for line in printed.getvalue().strip().splitlines()) + "\n"


def subcommands(name: str) -> list[str]:
    """The names of a command's own commands, where it has any."""
    if not name:
        return []
    command = get_command(import_module(f"dragoman.cli.{name}").app)
    return list(getattr(command, "commands", {}))


def schema() -> str:
    """The JSON Schema of a Reading."""
    made = msgspec.json.schema(Reading)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "Reading"
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


PAGES = {"cli.md": cli, "reading.schema.json": schema}

if __name__ == "__main__":
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for page, make in PAGES.items():
        (REFERENCE / page).write_text(make(), encoding="utf8")
