"""Runs the desk: the ledger opened, the demo filled, the server started."""

import sys
import tempfile
from pathlib import Path

import uvicorn

from dragoman.errors import UsageError
from dragoman.ledger import open_ledger
from dragoman.web.app import create_app
from dragoman.web.examples import example_files, file_examples
from dragoman.web.security import Access, is_loopback

KEEP = 75  # seconds that a connection stays open for the next request: proxies keep theirs for a minute
LOCAL = ("localhost", "127.0.0.1", "[::1]")


def run(url: str | None, access: Access, *, host: str, port: int, address: str, demo: bool) -> None:
    """Serve until interrupted.

    Raises UsageError where the host asks for a token and there is none, or `demo` and a ledger
    are both given; LedgerError where the ledger cannot be opened.
    """
    access.check_address(host)
    if not demo:
        _serve(url, access, host, port, address)
        return
    if url:
        raise UsageError("--demo makes a ledger of its own; leave out --ledger, or leave out --demo")
    with tempfile.TemporaryDirectory(prefix="dragoman-demo-") as folder:
        made = f"sqlite:///{Path(folder) / 'demo.db'}"
        with open_ledger(made) as ledger:
            print("Reading the example stories: about a minute ...", flush=True)
            if left_out := file_examples(ledger, example_files()):
                print(left_out, file=sys.stderr, flush=True)
        _serve(made, access, host, port, address)


def _serve(url: str | None, access: Access, host: str, port: int, address: str) -> None:
    hosts = LOCAL if is_loopback(host) and access.is_open else None
    with open_ledger(url) as ledger:
        app = create_app(ledger, access, address=address, hosts=hosts)
        shown = f"[{host}]" if ":" in host else host
        print(f"The desk is open at {address or f'http://{shown}:{port}'}/ (Ctrl+C closes it)", flush=True)
        # Behind a proxy that names the user, the peer's own address is what says whether it is it.
        uvicorn.run(
            app, host=host, port=port, log_level="warning", access_log=False,
            proxy_headers=not access.user_header, server_header=False, timeout_keep_alive=KEEP,
        )  # fmt: skip
