"""`dragoman ledger add, rebuild, import`: what puts documents and records into a ledger."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dragoman.cli.ledger_options import Where, app, open_at
from dragoman.errors import DragomanError, UsageError

READ = frozenset((".html", ".htm", ".txt", ".pdf", ".md"))  # what is read of a folder


def expand(paths: Iterable[str]) -> Iterator[str | Path]:
    """The sources named: folders stand for all readable files in them, in order of name."""
    for path in paths:
        folder = Path(path)
        if folder.is_dir():
            found = sorted(one for one in folder.rglob("*") if one.suffix.lower() in READ and one.is_file())
            if not found:
                raise UsageError(f"{path}: the folder has no pages or texts to read")
            yield from found
        else:
            yield path if "://" in path or path == "-" else folder


@app.command()
def add(
    sources: Annotated[list[str], typer.Argument(metavar="PATH|FOLDER|URL...", help="What to file.")],
    url: Where = None,
    published: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of publication, where none is told.")
    ] = None,
    language: Annotated[
        Literal["en", "fr"] | None, typer.Option(help="The language, where it is told wrongly.")
    ] = None,
) -> None:
    """Read pages, files or folders and file what they report.

    A document that is filed already changes nothing, so an interrupted run is simply run again. One
    that cannot be read costs a line on standard error and exit code 3; the others are still filed.

    \b
    Example: dragoman ledger add examples/ --ledger stories.db
    """
    failures = 0

    def failed(_: str | Path, error: DragomanError) -> None:
        nonlocal failures
        failures += 1
        typer.echo(f"dragoman: {error}", err=True)

    named = list(expand(sources))
    with open_at(url) as opened:
        before = opened.stats()
        with _bar(len(named), "Filing") as advance:
            opened.add_many(named, published=published, language=language, progress=advance, failed=failed)
        _tell(before, opened.stats())
    if failures:
        raise typer.Exit(3)


def _tell(before: dict[str, int], after: dict[str, int]) -> None:
    gained = {name: after[name] - before[name] for name in ("documents", "reports", "records")}
    typer.echo(
        f"{gained['documents']} new documents, {gained['reports']} new reports; "
        f"{after['records']} records from {after['reports']} reports in all"
    )


class _bar:  # noqa: N801  (used as a function)
    """A progress bar on a terminal, nothing elsewhere."""

    def __init__(self, total: int, label: str) -> None:
        self._total, self._label = total, label
        self._progress: Any = None

    def __enter__(self) -> Any:
        if self._total < 3 or not sys.stderr.isatty():
            return lambda _: None
        from rich.console import Console
        from rich.progress import Progress

        self._progress = Progress(console=Console(stderr=True), transient=True)
        self._progress.start()
        task = self._progress.add_task(self._label, total=self._total)
        return lambda done: self._progress.advance(task, done)

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()


@app.command()
def rebuild(url: Where = None) -> None:
    """Make all records anew from the reports: after an upgrade, when the rules have changed.

    Example: dragoman ledger rebuild --ledger ledger.db
    """
    with open_at(url) as opened:
        with _bar(opened.stats()["reports"], "Rebuilding") as advance:
            opened.rebuild(progress=advance)
        after = opened.stats()
        typer.echo(f"{after['records']} records from {after['reports']} reports")


@app.command("import")
def import_(
    what: Annotated[Literal["travels", "visits"], typer.Argument(help="Which of its data sets.")],
    folder: Annotated[Path, typer.Argument(help="The folder, as its repository lays it out.")],
    url: Where = None,
) -> None:
    """Import the Office of the Historian's travels or visits.

    \b
    Example, with the repositories `travels` and `visits` of github.com/HistoryAtState (CC0):
      git clone https://github.com/HistoryAtState/travels
      dragoman ledger import travels travels/
    """
    from dragoman.ledger.historian import readings

    found = readings(what, folder)
    with open_at(url) as opened:
        before = opened.stats()
        with _bar(len(found), "Importing") as advance:
            opened.file_many(found, progress=advance)
        _tell(before, opened.stats())
