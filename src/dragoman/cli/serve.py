"""`dragoman serve`: the desk in a browser."""

from typing import Annotated

import typer

from dragoman.cli.app import commands

app = commands()


@app.command()
def serve(
    ledger: Annotated[
        str | None,
        typer.Option(
            "--ledger",
            metavar="URL",
            envvar="DRAGOMAN_LEDGER",
            help="The ledger.",
            show_default="./ledger.db",
        ),
    ] = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8010,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option(envvar="DRAGOMAN_TOKEN", help="Asked of who comes in; needed beyond 127.0.0.1."),
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Reading needs no token; writing still does.")
    ] = False,
    demo: Annotated[
        bool, typer.Option("--demo", help="A ledger of its own, filled with the examples.")
    ] = False,
) -> None:
    """Open the ledger as web pages: the desk.

    \b
    Examples:
      dragoman serve
      dragoman serve --demo --port 8011
      dragoman serve --ledger postgresql+psycopg://desk@db/dragoman --host 0.0.0.0 --token SECRET --public
    """
    from dragoman.web.serving import run

    run(ledger, host=host, port=port, token=token, public=public, demo=demo)
