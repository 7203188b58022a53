"""The desk's scripts, styles and data: each under an address of its content, scripts with their hash.

A browser keeps an asset for a year, since a changed one has another address, and refuses a vendored
script whose content is not the one pinned in vendor/assets.tsv.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"


@cache
def pins() -> dict[str, str]:
    """The SHA-384 of each asset by its name, base64: as pinned where vendored, else as it is."""
    rows = (STATIC / "vendor/assets.tsv").read_text("utf8").splitlines()[1:]
    pinned = {f"vendor/{name}": digest for name, *_, digest in (row.split("\t") for row in rows)}
    own = [path for path in STATIC.iterdir() if path.is_file()]
    return pinned | {
        path.name: base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode() for path in own
    }


def asset(name: str) -> str:
    """The address of an asset, which changes with its content."""
    return f"/static/{name}?v={re.sub('[^A-Za-z0-9]', '', pins()[name])[:12]}"


def integrity(name: str) -> str:
    """What a page says of a script, so that no other is run in its place."""
    return f"sha384-{pins()[name]}"
