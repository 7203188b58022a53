"""Filing: documents and Readings into the ledger, and records made anew."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.ledger.opened import Days, Opened, as_day
from dragoman.ledger.rows import chunks
from dragoman.ledger.writer import Entry, Filed, prepare
from dragoman.model import Reading

_BATCH = 100  # documents in one transaction


class Adding(Opened):
    """The part of a ledger that files."""

    def add(self, source: str | Path, *, published: Days = None, language: str | None = None) -> Filed:
        """Read a path, a URL or a text and file it; a document filed before changes nothing.

        Raises SourceError where it cannot be read.
        """
        from dragoman.coding import read  # loads the models: only where something is read

        return self.file(read(source, published=as_day(published, "published"), language=language))

    def add_many(
        self,
        sources: Iterable[str | Path],
        *,
        published: Days = None,
        language: str | None = None,
        progress: Callable[[int], None] = lambda _: None,
        failed: Callable[[str | Path, DragomanError], None] | None = None,
    ) -> int:
        """Read and file many sources as they come, in batches; return how many were new.

        Each batch is kept whole: after an interruption, add all again. `progress` is told how many
        were done after each batch, `failed` of each that cannot be read (without it, the first one
        raises).
        """
        from dragoman.coding import read

        day = as_day(published, "published")

        def readings() -> Iterator[Reading]:
            for source in sources:
                try:
                    yield read(source, published=day, language=language)
                except DragomanError as error:
                    if failed is None:
                        raise
                    failed(source, error)

        return self.file_many(readings(), progress=progress)

    def file(self, reading: Reading) -> Filed:
        """File a Reading that was made already."""
        return self._file([prepare(reading)])[0]

    def file_many(
        self, readings: Iterable[Reading], *, progress: Callable[[int], None] = lambda _: None
    ) -> int:
        """File Readings as they come, in batches; return how many documents were new."""
        new = 0
        for batch in chunks(readings, _BATCH):
            outcome = self._file([prepare(reading) for reading in batch])
            new += sum(one.new for one in outcome)
            progress(len(batch))
        return new

    def _file(self, entries: list[Entry]) -> list[Filed]:
        with self._writing() as connection:
            return self._writer.file(connection, entries)

    def rebuild(self, *, progress: Callable[[int], None] = lambda _: None) -> None:
        """Make all records anew from the reports and judgements: after an upgrade of the rules."""
        with self._writing() as connection:
            self._writer.rebuild(connection, progress)
