"""Everything that Dragoman raises on purpose.

    DragomanError
    ├── UsageError            wrong use: an option, a date, a name that does not exist (exit 2)
    ├── SourceError           an input that could not be read (exit 3)
    │   ├── NotFound          no such file
    │   ├── NotText           empty, binary, too large, without an article, in an unread language
    │   ├── Protected         a PDF that wants a password
    │   └── FetchError        a URL that refuses, times out, loops or leads to a private address
    ├── LedgerError           the store: full, read-only, newer, corrupted, or in use
    └── MissingExtra          an optional part that is not installed

A message is one line that says what happened and what to do next. Errors of third parties never
leave the public surface; `__cause__` keeps them.
"""


class DragomanError(Exception):
    """Base of all errors that Dragoman raises on purpose."""

    exit_code = 3


class UsageError(DragomanError):
    """What was asked for makes no sense: the caller has to ask differently."""

    exit_code = 2


class SourceError(DragomanError):
    """An input that could not be read; other inputs of the same call still are."""


class NotFound(SourceError):
    """There is no such file."""


class NotText(SourceError):
    """What was read holds no text that can be read."""


class Protected(SourceError):
    """The file is encrypted."""


class FetchError(SourceError):
    """The page could not be fetched, or may not be."""


class LedgerError(DragomanError):
    """The store could not be opened, read or written."""


class MissingExtra(DragomanError):
    """An optional part is needed and not installed."""

    exit_code = 2
