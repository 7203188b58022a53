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
    user_header: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The header in which a proxy that signs people in names them."),
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ADDRESS", help="Whence that header is believed.", show_default="127.0.0.1 and ::1"
        ),
    ] = None,
    address: Annotated[
        str, typer.Option(metavar="URL", help="The desk's address for others, in feeds' links.")
    ] = "",
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
      dragoman serve --user-header X-Forwarded-User --address https://desk.example.org
    """
    from dragoman.web.security import Access
    from dragoman.web.serving import run

    believed = frozenset(proxy) if proxy else Access().proxies
    access = Access(token, public, user_header, believed)
    run(ledger, access, host=host, port=port, address=address, demo=demo)
