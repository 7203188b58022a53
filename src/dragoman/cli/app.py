"""The command `dragoman`: a table of commands, each loaded only when it is called.

`dragoman --help` has to answer at once, so this module imports nothing but Typer: what the help
lists stands in `COMMANDS`, and the module `dragoman.cli.<name>` is imported when its command runs.
Such a module holds `app`, made by `commands()`.

This is also the one place where errors become exit codes: 0 fine, 1 findings or nothing to show,
2 wrong use, 3 an input that could not be read.
"""

import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from dragoman.errors import DragomanError

# name -> the first line of its help. A test holds both to be the same.
COMMANDS = {
    "read": "Read pages, files or standard input into sourced records.",
    "check": "Check a brief against its sources: names, titles, dates, numbers, who said what.",
    "ledger": "Keep a ledger: one record a happening, from many reports.",
    "serve": "Open the ledger as web pages: the desk.",
    "authority": "Show and extend what is known beforehand: states, organisations, holders, places.",
}


def commands() -> typer.Typer:
    """Make the Typer application of one command's module: plain help, no tracebacks dressed up."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


class LazyCommands(TyperGroup):
    """A group that knows its commands' names, and imports one only to run it."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  (Typer calls it by name)
        """Names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ARG002
        """The command's name and help: enough to list it."""
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Import the command that is about to run."""
        self.commands = {name: TyperCommand(name) for name in COMMANDS}  # for "did you mean"
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and command is not None:
            command = get_command(import_module(f"dragoman.cli.{name}").app)
            command.name = name
        return name, command, rest


app = typer.Typer(
    name="dragoman",
    cls=LazyCommands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        from dragoman import __version__

        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(
        False, "--version", help="Print the version and exit.", callback=_version, is_eager=True
    ),
) -> None:
    """Read official statements and news about diplomacy into a sourced, checkable record.

    Example: dragoman read examples/niger-talks.html
    """


def main() -> None:
    """Run the command line; a DragomanError becomes one line on standard error."""
    try:
        app(prog_name="dragoman")
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of a pipe went away ("| head"): nothing is wrong
        sys.stderr.close()
        sys.exit(0)
