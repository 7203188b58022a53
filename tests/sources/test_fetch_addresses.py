"""Pages are fetched from public addresses only, within bounds."""

import socket
from typing import Any

import pytest

from dragoman.errors import FetchError, NotText
from dragoman.sources import fetch as module
from dragoman.sources.fetch import fetch, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_private_addresses_are_known(address: str) -> None:
    """Loopback, private, link-local, shared and disguised addresses are not public."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_known(address: str) -> None:
    """Addresses of the public internet are public."""
    assert is_public(address)


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make 127.0.0.1, where the test server is, count as public."""
    monkeypatch.setattr(module, "is_public", lambda address: address == "127.0.0.1")


def test_a_page_is_fetched_through_a_redirect(server: str) -> None:
    """The answer, its type and the last address come back."""
    fetched = fetch(f"{server}/hop", allow_private=True)
    assert fetched.url == f"{server}/article"
    assert fetched.media_type == "text/html"
    assert b"Anna Holm" in fetched.data


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("refused", "403 Forbidden"),
        ("missing", "404"),
        ("loop", "loop"),
        ("far", "more than 5"),
        ("file", "no web address"),
    ],
)
def test_refusals_and_loops_are_told(server: str, path: str, told: str) -> None:
    """What went wrong is said, with what to do."""
    with pytest.raises(FetchError, match=told):
        fetch(f"{server}/{path}", allow_private=True)


def test_private_addresses_are_refused_at_once(server: str) -> None:
    """Loopback is not asked unless that is allowed."""
    with pytest.raises(FetchError, match="private address"):
        fetch(f"{server}/article")


@pytest.mark.parametrize("path", ["inside", "metadata"])
def test_redirects_to_private_addresses_are_refused(server: str, path: str, outside: None) -> None:
    """A public page cannot send the reader to a private address."""
    with pytest.raises(FetchError, match="private address"):
        fetch(f"{server}/{path}")


def test_a_name_is_resolved_once(server: str, outside: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that was checked is the one asked, whatever the name resolves to later."""
    real = socket.getaddrinfo
    asked: list[str] = []

    def resolve(host: Any, *args: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name == "rebinding.example":
            asked.append(name)
            name = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return real(name, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    port = server.rsplit(":", 1)[1]
    fetched = fetch(f"http://rebinding.example:{port}/host")
    assert fetched.data.startswith(f"rebinding.example:{port}".encode())
    assert asked == ["rebinding.example"]


def test_a_name_with_any_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One private address among public ones is enough to refuse."""
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("8.8.8.8", "192.168.0.9")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: rows)
    with pytest.raises(FetchError, match=r"192\.168\.0\.9"):
        fetch("http://mixed.example/")


def test_slow_servers_are_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that does not answer in time is given up."""
    monkeypatch.setattr(module, "PACKET_S", 0.2)
    with pytest.raises(FetchError, match="in time"):
        fetch(f"{server}/slow", allow_private=True)


def test_dripping_servers_are_given_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that sends a little again and again is given up after the whole time."""
    monkeypatch.setattr(module, "TOTAL_S", 0.2)
    with pytest.raises(FetchError, match="too long"):
        fetch(f"{server}/drip", allow_private=True)


def test_large_answers_are_cut_short(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer larger than the limit is not read to its end."""
    monkeypatch.setattr(module, "MAX_BYTES", 1_000_000)
    with pytest.raises(NotText, match="larger than 1 MB"):
        fetch(f"{server}/big", allow_private=True)


@pytest.mark.parametrize("url", ["http://", "http://[::1", "ftp://example.org/x", "http://nowhere.invalid/"])
def test_broken_addresses_are_told(url: str) -> None:
    """An address that is none gives a FetchError, not an error of a library."""
    with pytest.raises(FetchError):
        fetch(url)


def test_nobody_listening_is_told() -> None:
    """A refused connection is said in one line."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(FetchError, match="could not be fetched"):
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)
