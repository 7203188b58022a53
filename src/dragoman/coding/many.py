"""Many sources read one after the other, by one process or by several at once.

Each process loads the language models for itself, so that this pays from some hundred documents on.
Batches are handed out only a few ahead of what has been taken back: memory stays flat however many
sources there are.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from dragoman.coding.reading import BATCH, read_documents
from dragoman.errors import DragomanError, UsageError
from dragoman.model import Document, Reading
from dragoman.sources import load

_AHEAD = 2  # batches that wait for each process, so that none idles

_Batch = tuple[list[Reading], DragomanError | None]


def read_many(
    sources: Iterable[str | Path],
    *,
    published: date | str | None = None,
    language: str | None = None,
    processes: int = 1,
) -> Iterator[Reading]:
    """Read each source in turn, parsed in batches; the first that cannot be read raises SourceError.

    What stands before that source is yielded first. With `processes` above 1 so many read at once,
    each with models of its own, and the readings come in the same order. Raises UsageError for fewer
    than one.
    """
    if processes < 1:
        raise UsageError(f"processes is {processes}: give 1 or more")
    if processes == 1:
        return _in_turn(sources, published=published, language=language)
    return _in_parallel(sources, published=published, language=language, processes=processes)


def _in_turn(
    sources: Iterable[str | Path], *, published: date | str | None, language: str | None
) -> Iterator[Reading]:
    """Read each source in this process, parsed in batches."""
    failure: list[DragomanError] = []

    def documents() -> Iterator[Document]:
        for source in sources:
            try:
                yield load(source, published=published, language=language)
            except DragomanError as error:
                failure.append(error)
                return

    yield from read_documents(documents())
    if failure:
        raise failure[0]


def _read(sources: list[str | Path], published: date | str | None, language: str | None) -> _Batch:
    readings: list[Reading] = []
    try:
        readings.extend(_in_turn(sources, published=published, language=language))
    except DragomanError as error:
        return readings, error
    return readings, None


def _in_parallel(
    sources: Iterable[str | Path], *, published: date | str | None, language: str | None, processes: int
) -> Iterator[Reading]:
    """Read the sources in batches, each by one of so many processes; yields in the sources' order.

    Raises the error of the first source that cannot be read, after what stands before it.
    """
    waiting: deque[Future[_Batch]] = deque()
    left = iter(sources)
    # "spawn": a forked copy of a process with threads (a server's, a notebook's) may hang.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    try:
        while True:
            while len(waiting) < processes * _AHEAD and (batch := list(islice(left, BATCH))):
                waiting.append(pool.submit(_read, batch, published, language))
            if not waiting:
                return
            try:
                readings, error = waiting.popleft().result()
            except BrokenProcessPool as broken:
                raise DragomanError(
                    "a process that was reading was ended from outside, for want of memory most likely; "
                    "read with fewer processes"
                ) from broken
            yield from readings
            if error:
                raise error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
