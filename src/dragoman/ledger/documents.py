"""Documents as the ledger knows them: an id made from what they say, and near-identical bodies.

A document's id is a hash of everything that its reading depends on, so that the same document
added twice, in whatever order, is one. Copies (one agency's text in many outlets) are found by
MinHash (Broder, 1997) over four-word shingles: 64 minima estimate the Jaccard similarity of two
bodies, and eight bands of five minima find the candidates without comparing all with all (a
similarity of 0.8 is found with probability 0.96, one of 0.9 with 0.999).
"""

import hashlib
import re
import zlib
from urllib.parse import parse_qsl, urlencode, urlsplit

import numpy as np
from numpy.typing import NDArray

from dragoman.ledger.names import fold
from dragoman.model import Document

# Two bodies are copies from this similarity on. An agency's text under another headline, with a
# dropped last paragraph, scores 0.75 to 0.95; two accounts of one event by two pens under 0.3.
COPY = 0.7
_MINIMA = 64
_BANDS, _ROWS = 8, 5
_RANDOM = np.random.default_rng(20240425)
_FACTORS = _RANDOM.integers(1, 2**63, size=_MINIMA, dtype=np.uint64) | np.uint64(1)
_TERMS = _RANDOM.integers(0, 2**63, size=_MINIMA, dtype=np.uint64)
_TRACKING = re.compile(r"^(utm_|fbclid$|gclid$|mc_|ref$|cmpid$|xtor$|at_)")

Signature = NDArray[np.uint32]


def clean_url(url: str | None) -> str | None:
    """Write a URL as the ledger knows it: without scheme, "www.", fragment and tracking."""
    if not url:
        return None
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)])
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def document_id(document: Document) -> str:
    """Make the id of a document: a hash of all that its reading depends on."""
    said = (
        " ".join(document.text.split()),
        document.title or "",
        clean_url(document.url) or "",
        str(document.published or ""),
        document.language,
        document.publisher or "",
    )
    return digest("d", *said)


def digest(prefix: str, *parts: str) -> str:
    """Make an id from text: a letter and 16 hexadecimal digits."""
    return prefix + hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def signature(text: str) -> Signature:
    """Make the MinHash signature of a body; all zero where it has no words."""
    tokens = fold(text).split()
    if not tokens:
        return np.zeros(_MINIMA, dtype=np.uint32)
    hashes = np.array([zlib.crc32(token.encode()) for token in tokens], dtype=np.uint64)
    size = min(4, len(hashes))
    shingles = np.zeros(len(hashes) - size + 1, dtype=np.uint64)
    for offset in range(size):
        shingles = shingles * np.uint64(0x9E3779B97F4A7C15) + hashes[offset : offset + len(shingles)]
    shingles = np.unique(shingles ^ (shingles >> np.uint64(29)))
    minima = np.full(_MINIMA, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(shingles), 4096):  # bounded memory for a book-length body
        block = shingles[start : start + 4096, None] * _FACTORS + _TERMS
        minima = np.minimum(minima, block.min(axis=0))
    return (minima >> np.uint64(32)).astype(np.uint32)


def bands(minima: Signature) -> list[int]:
    """The keys under which near-identical bodies meet: eight signed 64-bit integers."""
    keys = []
    for band in range(_BANDS):
        rows = minima[band * _ROWS : (band + 1) * _ROWS].tobytes()
        raw = hashlib.blake2b(bytes([band]) + rows, digest_size=8).digest()
        keys.append(int.from_bytes(raw, "big", signed=True))
    return keys


def similarity(a: Signature, b: Signature) -> float:
    """Estimate the share of shingles that two bodies have in common (0 to 1)."""
    return float(np.count_nonzero(a == b)) / _MINIMA
