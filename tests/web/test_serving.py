"""The desk as it is started from the command line."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from tests.web.desk import fill

from dragoman.errors import UsageError
from dragoman.web.security import Access
from dragoman.web.serving import run


def test_serve_answers_and_ends(tmp_path: Path) -> None:
    """`dragoman serve` says where it is, answers there, by either name of loopback, and ends on Ctrl+C."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", "serve",
               "--ledger", fill(tmp_path / "l.db"), "--port", str(port)]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            for _ in range(600):
                try:
                    page = httpx.get(f"http://127.0.0.1:{port}/")
                    break
                except httpx.TransportError:
                    assert server.poll() is None
                    time.sleep(0.1)
            assert page.status_code == 200
            assert "Cem Kaya" in page.text
            assert httpx.get(f"http://localhost:{port}/static/app.css").status_code == 200
            assert httpx.get(f"http://127.0.0.1:{port}/records.ics").text.startswith("BEGIN:VCALENDAR")
        finally:
            server.send_signal(signal.SIGINT)
        told, _ = server.communicate(timeout=30)
    assert told.strip() == f"The desk is open at http://127.0.0.1:{port}/ (Ctrl+C closes it)"
    assert server.returncode in (0, -signal.SIGINT)


def test_the_demo_has_a_ledger_of_its_own() -> None:
    """A ledger and the demo together make no sense, and are refused in a line."""
    with pytest.raises(UsageError, match="leave out"):
        run("sqlite:///x.db", Access(), host="127.0.0.1", port=8010, address="", demo=True)
