"""Fetches one page, and nothing that a page or a redirect could trick us into.

Every address is checked before it is asked, redirects included: the name is resolved here, every
address that it has must be public, and the connection goes to the very address that was checked,
so that a name cannot resolve differently the second time. Size, time and hops are bounded.
Proxies of the environment are not used, since they would resolve the name again.
"""

import ipaddress
import socket
import time
from dataclasses import dataclass
from urllib.parse import urljoin

import httpx

from dragoman.errors import FetchError, NotText
from dragoman.sources.decode import MAX_BYTES

MAX_REDIRECTS = 5
PACKET_S = 10.0  # seconds to wait for a connection, and between two packets
TOTAL_S = 60.0  # seconds for the whole page
_HEADERS = {
    "User-Agent": "dragoman (+https://dragoman.readthedocs.io)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1",
}
_SAVE = "save the page with a browser and read the file"


@dataclass(frozen=True)
class Fetched:
    """What an address answered: `url` is the last address after redirects."""

    data: bytes
    url: str
    media_type: str
    charset: str | None


def fetch(url: str, *, allow_private: bool = False) -> Fetched:
    """Fetch `url`; private addresses are refused unless `allow_private`.

    Raises FetchError, or NotText where the answer is too large.
    """
    deadline = time.monotonic() + TOTAL_S
    seen: list[str] = []
    timeout = httpx.Timeout(PACKET_S)
    try:
        with httpx.Client(
            follow_redirects=False, timeout=timeout, trust_env=False, headers=_HEADERS
        ) as client:
            while True:
                if url in seen or len(seen) > MAX_REDIRECTS:
                    raise FetchError(f"redirects in a loop or more than {MAX_REDIRECTS} times; {_SAVE}")
                seen.append(url)
                answer = _ask(client, url, allow_private, deadline)
                if isinstance(answer, Fetched):
                    return answer
                url = urljoin(url, answer)
    except httpx.TimeoutException as error:
        raise FetchError(f"did not answer in time; try again later, or {_SAVE}") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError, OSError) as error:
        raise FetchError(f"could not be fetched ({_reason(error)}); check the address, or {_SAVE}") from error


def _ask(client: httpx.Client, url: str, allow_private: bool, deadline: float) -> Fetched | str:
    """Ask one address: its answer, or where it redirects to."""
    asked = httpx.URL(url)
    if asked.scheme not in ("http", "https") or not asked.host:
        raise FetchError(f"leads to {url[:80]}, which is no web address; give an http or https URL")
    address = _checked_address(
        asked.host, asked.port or (443 if asked.scheme == "https" else 80), allow_private
    )
    request = client.build_request(
        "GET",
        asked.copy_with(host=address),
        headers={"Host": asked.netloc.decode("ascii")},
        extensions={"sni_hostname": asked.raw_host.decode("ascii")},
    )
    response = client.send(request, stream=True)
    try:
        if response.is_redirect:
            return response.headers["location"]
        if response.status_code >= 400:
            raise FetchError(f"answered {response.status_code} {response.reason_phrase}; {_SAVE}")
        chunks: list[bytes] = []
        size = 0
        for chunk in response.iter_bytes(65_536):
            size += len(chunk)
            if size > MAX_BYTES:
                raise NotText(f"is larger than {MAX_BYTES // 1_000_000} MB; give the page of one article")
            if time.monotonic() > deadline:
                raise FetchError(f"took too long to arrive; try again later, or {_SAVE}")
            chunks.append(chunk)
        media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
        return Fetched(b"".join(chunks), url, media_type, response.charset_encoding)
    finally:
        response.close()


def _checked_address(host: str, port: int, allow_private: bool) -> str:
    """Resolve `host` and return an address of it, all of them public unless `allow_private`."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"has a host that cannot be found ({host}); check the address and the network"
        ) from error
    addresses = [str(row[4][0]).split("%")[0] for row in found]
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise FetchError(
                    f"leads to a private address ({host} is {address}); give --allow-private if you trust it"
                )
    return addresses[0]


def is_public(address: str) -> bool:
    """Say whether an IP address is on the public internet, IPv4 inside IPv6 included."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split())
    return (words or type(error).__name__)[:120]
