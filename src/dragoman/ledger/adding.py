"""Filing: documents and Readings into the ledger, and records made anew."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sqlalchemy import select

from dragoman.errors import DragomanError, SourceError, UsageError
from dragoman.ledger import query, schema
from dragoman.ledger.documents import document_id
from dragoman.ledger.opened import Days, Opened, as_day
from dragoman.ledger.rows import chunks
from dragoman.ledger.writer import Entry, Filed, prepare
from dragoman.model import Document, Reading
from dragoman.sources import load

_BATCH = 100  # documents in one transaction


class Adding(Opened):
    """The part of a ledger that files."""

    def add(self, source: str | Path, *, published: Days = None, language: str | None = None) -> Filed:
        """Read a path, a URL or a text and file it; a document filed before changes nothing.

        Raises SourceError where it cannot be read.
        """
        document = load(source, published=as_day(published, "published"), language=language)
        key = document_id(document)
        if self._has(key):  # reading takes a hundred times as long as asking
            return Filed(key, self._reports_of(key), new=False)
        return self.file(_read(source, document))

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

        Each batch is kept whole: after an interruption, add all again; what is filed is not read
        twice. `progress` is told how many more are done, `failed` of each that cannot be read
        (without it, the first one raises).
        """
        day = as_day(published, "published")

        def readings() -> Iterator[Reading]:
            for source in sources:
                try:
                    document = load(source, published=day, language=language)
                    if not self._has(document_id(document)):
                        yield _read(source, document)
                        continue
                except UsageError:
                    raise
                except DragomanError as error:
                    if failed is None:
                        raise
                    failed(source, error)
                progress(1)

        return self.file_many(readings(), progress=progress)

    def _has(self, document: str) -> bool:
        table = schema.documents
        with self._store.reading() as connection:
            return connection.execute(select(table.c.id).where(table.c.key == document)).first() is not None

    def _reports_of(self, document: str) -> tuple[str, ...]:
        with self._store.reading() as connection:
            return tuple(report.id for report in query.reports_of(connection, document))

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


def _read(source: str | Path, document: Document) -> Reading:
    """Read a document; a failure of the reader costs this one, not those beside it."""
    from dragoman.coding import read_document  # loads the models: only where something is read

    try:
        return read_document(document)
    except DragomanError:
        raise
    except Exception as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise SourceError(f"{source} could not be read ({told}); please report it") from error
