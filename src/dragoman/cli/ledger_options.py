"""What all commands of `dragoman ledger` share: the application, its options, opening, printing."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dragoman.cli.app import commands

if TYPE_CHECKING:
    from dragoman.ledger import Ledger

app = commands()

Form = Literal["table", "json", "jsonl"]
Where = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="URL", envvar="DRAGOMAN_LEDGER", help="The ledger.", show_default="./ledger.db"
    ),
]
As = Annotated[Form, typer.Option("--format", help="What to print.")]
Since = Annotated[
    str | None, typer.Option(metavar="DAY", help="From this day on: YYYY-MM-DD, today or yesterday.")
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day.")]
Country = Annotated[str | None, typer.Option(help="A country's or organisation's name or code.")]
Person = Annotated[str | None, typer.Option(help="A family name or a full name.")]
Kind = Annotated[str | None, typer.Option(help="meeting, visit, call, talks, summit, ... or event.")]
Status = Annotated[
    str | None,
    typer.Option(help="announced, underway, held, postponed, cancelled, failed, or unreported."),
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="The most to show.")]
Because = Annotated[str | None, typer.Option(help="Why.")]
Author = Annotated[str | None, typer.Option(help="Who decides; you, by default.")]


def open_at(url: str | None) -> "Ledger":
    """Open the ledger at `url`, or the one used where none is named."""
    from dragoman.ledger import open_ledger

    return open_ledger(url)


def day_of(value: str | None) -> str | None:
    """The day that "today" and "yesterday" stand for, in UTC; any other value as it is."""
    today = datetime.now(UTC).date()
    words = {"today": today, "yesterday": today - timedelta(days=1)}
    return str(words[value.lower()]) if value and value.lower() in words else value


def print_all(values: Iterable[Any], form: Form, what: str) -> None:
    """Print `values` as JSON, or as `what` for people; exit with 1 where there is nothing to show."""
    import msgspec

    found = list(values)
    if form == "json":
        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    elif form == "jsonl":
        for value in found:
            typer.echo(msgspec.json.encode(value).decode())
    else:
        from dragoman.cli.show_ledger import show_list

        show_list(found, what)
    if not found:
        raise typer.Exit(1)
