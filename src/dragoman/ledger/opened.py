"""What all parts of the ledger's interface share: the store, the clock, days as they are given."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from dragoman.errors import UsageError
from dragoman.ledger.store import DEFAULT, Store
from dragoman.ledger.writer import Writer
from dragoman.model import Day

Days = Day | str | None


def utc_now() -> datetime.datetime:
    """The time, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def as_day(value: Days, name: str) -> Day | None:
    """Read a day that is given as one or as text; UsageError names the argument."""
    if value is None or isinstance(value, Day):
        return value
    try:
        return Day.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{name}: {value!r} is no day: write YYYY-MM-DD") from None


class Opened:
    """An open store."""

    def __init__(self, url: str = DEFAULT, *, now: Callable[[], datetime.datetime] = utc_now) -> None:
        self._store = Store(url)
        self._now = now
        self._writer = Writer(now)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """The writer's transaction; what a failed one left in memory is forgotten."""
        try:
            with self._store.writing() as connection:
                yield connection
        except BaseException:
            self._writer.matcher.forget()
            raise

    @property
    def url(self) -> str:
        """Where the ledger is, without a password."""
        return self._store.url.render_as_string(hide_password=True)

    @property
    def _today(self) -> Day:
        return self._now().date()

    def close(self) -> None:
        """Close all connections."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
