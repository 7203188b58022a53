"""Runs the desk: the ledger opened, the demo filled, the server started."""

import tempfile
from pathlib import Path

import uvicorn

from dragoman.errors import UsageError
from dragoman.ledger import open_ledger
from dragoman.web.app import create_app
from dragoman.web.examples import example_files
from dragoman.web.security import require_token


def run(url: str | None, *, host: str, port: int, token: str | None, public: bool, demo: bool) -> None:
    """Serve until interrupted.

    Raises UsageError where the address asks for a token and there is none, or `demo` and a ledger
    are both given; LedgerError where the ledger cannot be opened.
    """
    require_token(host, token)
    if not demo:
        _serve(url, host, port, token, public)
        return
    if url:
        raise UsageError("--demo makes a ledger of its own; leave out --ledger, or leave out --demo")
    with tempfile.TemporaryDirectory(prefix="dragoman-demo-") as folder:
        address = f"sqlite:///{Path(folder) / 'demo.db'}"
        with open_ledger(address) as ledger:
            print("Reading the example stories ...", flush=True)
            ledger.add_many(example_files())
        _serve(address, host, port, token, public)


def _serve(url: str | None, host: str, port: int, token: str | None, public: bool) -> None:
    with open_ledger(url) as ledger:
        app = create_app(ledger, token=token, public=public)
        print(f"The desk is open at http://{host}:{port}/ (Ctrl+C closes it)", flush=True)
        uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
