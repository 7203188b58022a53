"""Where a command's output goes: standard output, or a file that appears only when it is whole."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dragoman.errors import UsageError


class Output:
    """A stream that remembers whether anything was written to it."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.used = False

    def write(self, text: str) -> None:
        """Write `text`, and flush it so that a pipe sees each reading as it is made."""
        if text:
            self.used = True
            self.stream.write(text)
            self.stream.flush()


@contextmanager
def opened(path: Path | None) -> Iterator[Output]:
    """Open `path`, or standard output where it is None.

    The file is written beside its place under another name and moved there at the end: it never
    holds a part, and an older file stays as it is where nothing was written or something failed.
    Raises UsageError where the file cannot be made.
    """
    if path is None:
        yield Output(sys.stdout)
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}); give --output another file") from error
    try:
        with os.fdopen(handle, "w", encoding="utf8", newline="") as stream:
            output = Output(stream)
            yield output
        if output.used:
            _adopt(name, path)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _adopt(name: str, path: Path) -> None:
    mask = os.umask(0)
    os.umask(mask)
    try:
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}); give --output another file") from error
