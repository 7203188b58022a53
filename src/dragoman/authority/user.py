"""What a user adds to the authority: files of the same shape as ours, in a folder of the user's.

The folder is $DRAGOMAN_AUTHORITY, or dragoman/authority under $XDG_DATA_HOME (~/.local/share;
%LOCALAPPDATA% on Windows). Rows there are read after ours, and never change ours.
"""

import csv
import os
import sys
from pathlib import Path

from dragoman.errors import UsageError


def user_folder() -> Path:
    """Return the folder of the user's own authority files; it need not exist."""
    named = os.environ.get("DRAGOMAN_AUTHORITY")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base or Path.home()) / "dragoman" / "authority"
    base = os.environ.get("XDG_DATA_HOME")
    return Path(base or Path.home() / ".local" / "share") / "dragoman" / "authority"


def user_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the user's `<name>.tsv`, () where there is none.

    Raises UsageError, naming the file and line, for a row with too few or too many cells.
    """
    path = user_folder() / f"{name}.tsv"
    if not path.is_file():
        return ()
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith("#")]
    rows = []
    for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
        if None in row or None in row.values():
            raise UsageError(f"{path}: row {number} has not as many cells as the header; fix or remove it")
        rows.append(row)
    return tuple(rows)
