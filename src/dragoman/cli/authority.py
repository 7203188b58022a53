"""`dragoman authority`: what is known beforehand of a name, and the user's additions to it."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.app import commands
from dragoman.errors import UsageError

app = commands()


@app.callback()
def root() -> None:
    """Show and extend what is known beforehand: states, organisations, holders, places."""


@app.command()
def show(
    name: str = typer.Argument(help="A name, demonym, acronym, city or person."),
    on: str | None = typer.Option(None, "--on", help="The day that offices are asked for: YYYY-MM-DD."),
    output: str = typer.Option("text", "--format", help="text, or json: a list of lines."),
) -> None:
    """Say what is known by a name, and from where.

    Example: dragoman authority show Nigerien --on 2024-04-25
    """
    from dragoman.authority.show import known_by

    try:
        day = date.fromisoformat(on) if on else None
    except ValueError as error:
        raise UsageError(f"--on {on!r} is no day; write it as 2024-04-24") from error
    if output not in ("text", "json"):
        raise UsageError(f"--format {output!r} is neither text nor json; give one of these")
    lines = known_by(name, day)
    if output == "json":
        typer.echo(json.dumps(lines, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(lines) if lines else f"nothing is known by the name {name!r}")
    if not lines:
        sys.exit(1)


@app.command()
def add(
    kind: Annotated[str, typer.Argument(help="state, demonym, organisation, holder or place.")],
    fields: Annotated[list[str], typer.Argument(help="field=value, for example country=NER text=Nijer.")],
) -> None:
    """Add one row to your own files; they are read beside the shipped ones.

    Example: dragoman authority add demonym country=NER text=Nijer
    """
    from dragoman.authority.extend import add as append

    given = {}
    for field in fields:
        key, sign, value = field.partition("=")
        if not sign:
            raise UsageError(f"{field!r} is not of the form field=value")
        given[key] = value
    typer.echo(f"added to {append(kind, given)}")


@app.command("import")
def import_(
    source: Annotated[str, typer.Argument(help="pocom: the Office of the Historian's chiefs of mission.")],
    folder: Annotated[Path, typer.Argument(help="The folder with the source's files.")],
    since: str = typer.Option("1990", "--since", help="Leave out terms that ended before: YYYY or YYYY-MM."),
) -> None:
    """Import terms of office from the Office of the Historian's data.

    Example: dragoman authority import pocom pocom/ --since 2000
    """
    from dragoman.authority.extend import import_pocom

    if source != "pocom":
        raise UsageError(f"{source!r} is no source that can be imported; give pocom")
    number, path = import_pocom(folder, since)
    typer.echo(f"{number:,} terms of office in {path}")
