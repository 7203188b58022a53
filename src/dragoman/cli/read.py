"""`dragoman read`: the first thing that anybody runs."""

import typer

from dragoman.cli.app import commands

app = commands()


@app.command()
def read(sources: list[str] = typer.Argument(help="Paths")) -> None:
    """Read pages, files or standard input into sourced records."""
    import msgspec

    from dragoman.coding import read as r

    for s in sources:
        print(msgspec.json.encode(r(s)).decode())
