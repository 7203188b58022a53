"""`dragoman ledger`: file documents, look at records, judge them."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dragoman.cli.app import commands
from dragoman.errors import DragomanError, UsageError

if TYPE_CHECKING:
    from dragoman.ledger import Ledger

app = commands()

Form = Literal["table", "json", "jsonl"]
Where = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="URL", envvar="DRAGOMAN_LEDGER", help="The ledger.", show_default="./ledger.db"
    ),
]
As = Annotated[Form, typer.Option("--format", help="What to print.")]
Since = Annotated[
    str | None, typer.Option(metavar="DAY", help="From this day on: YYYY-MM-DD, today or yesterday.")
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day.")]
Country = Annotated[str | None, typer.Option(help="A country's or organisation's name or code.")]
Person = Annotated[str | None, typer.Option(help="A family name or a full name.")]
Kind = Annotated[str | None, typer.Option(help="meeting, visit, call, talks, summit, ... or event.")]
Status = Annotated[
    str | None,
    typer.Option(help="announced, underway, held, postponed, cancelled, failed, or unreported."),
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="The most to show.")]
Because = Annotated[str | None, typer.Option(help="Why.")]
Author = Annotated[str | None, typer.Option(help="Who decides; you, by default.")]
READ = frozenset((".html", ".htm", ".txt", ".pdf", ".md"))  # what is read of a folder


def _open(url: str | None) -> "Ledger":
    from dragoman.ledger import open_ledger

    return open_ledger(url)


def _day(value: str | None) -> str | None:
    today = datetime.now(UTC).date()
    words = {"today": today, "yesterday": today - timedelta(days=1)}
    return str(words[value.lower()]) if value and value.lower() in words else value


def _print(values: Iterable[Any], form: Form, what: str) -> None:
    """Print `values` as JSON, or as `what` for people; exit with 1 where there is nothing to show."""
    import msgspec

    found = list(values)
    if form == "json":
        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    elif form == "jsonl":
        for value in found:
            typer.echo(msgspec.json.encode(value).decode())
    else:
        from dragoman.cli.show_ledger import show_list

        show_list(found, what)
    if not found:
        raise typer.Exit(1)


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


@app.callback()
def ledger() -> None:
    """Keep a ledger: one record a happening, from many reports."""


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
    with _open(url) as opened:
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


@app.command("list")
def list_records(
    url: Where = None,
    country: Country = None,
    person: Person = None,
    kind: Kind = None,
    status: Status = None,
    event_type: Annotated[str | None, typer.Option("--type", help="A PLOVER type of events.")] = None,
    place: Annotated[str | None, typer.Option(help="A city or place.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 1000,
    form: As = "table",
) -> None:
    """List records in order of their first day.

    Example: dragoman ledger list --country Niger --since 2024-04-01
    """
    with _open(url) as opened:
        found = opened.records(
            country=country,
            person=person,
            kind=kind,
            status=status,
            type=event_type,
            place=place,
            since=_day(since),
            until=_day(until),
            limit=limit,
        )
        _print(found, form, "records")


@app.command()
def show(
    record: Annotated[str, typer.Argument(help="A record's id, or its beginning.")],
    url: Where = None,
    form: As = "table",
) -> None:
    """Show a record: its fields, their values, who reports them, and in which words.

    Example: dragoman ledger show r1a2b3
    """
    with _open(url) as opened:
        found = opened.record(record)
        history = opened.changes(record=found.id)
        if form == "table":
            from dragoman.cli.show_ledger import show_record

            show_record(found, history)
        else:
            _print([found], form, "records")


@app.command()
def timeline(
    subject: Annotated[str, typer.Argument(help="A country, an organisation, a person or a place.")],
    url: Where = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 200,
    form: As = "table",
) -> None:
    """Show what is on record of a country, an organisation, a person or a place.

    \b
    Example: dragoman ledger timeline Niger --since 2024-01-01
    """
    with _open(url) as opened:
        _print(opened.timeline(subject, since=_day(since), until=_day(until), limit=limit), form, "records")


@app.command()
def changes(
    url: Where = None,
    since: Since = None,
    until: Until = None,
    country: Country = None,
    record: Annotated[str | None, typer.Option(help="Only of this record.")] = None,
    limit: Limit = 200,
    form: As = "table",
) -> None:
    """Show what became known, the latest first: announced, moved, held, cancelled, contradicted.

    \b
    Example: dragoman ledger changes --since yesterday
    """
    with _open(url) as opened:
        found = opened.changes(
            since=_day(since), until=_day(until), country=country, record=record, limit=limit
        )
        _print(found, form, "changes")


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help='Words that all occur; "several words" together.')],
    url: Where = None,
    documents: Annotated[
        bool, typer.Option("--documents", help="Search the texts, not the records.")
    ] = False,
    country: Country = None,
    person: Person = None,
    kind: Kind = None,
    status: Status = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    form: As = "table",
) -> None:
    """Search names, titles and quotes of the records, or the documents' texts.

    Example: dragoman ledger search withdrawal "follow-up sessions"
    """
    query = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with _open(url) as opened:
        found = opened.search(
            query,
            what="documents" if documents else "records",
            country=country,
            person=person,
            kind=kind,
            status=status,
            since=_day(since),
            until=_day(until),
            limit=limit,
        )
        if form == "table":
            typer.echo(f"{found.total} found")
        _print(found.hits, form, "hits")


@app.command()
def dossiers(
    url: Where = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    form: As = "table",
) -> None:
    """List the stories that records belong to, the most recent first.

    Example: dragoman ledger dossiers --country Niger
    """
    with _open(url) as opened:
        found = opened.dossiers(country=country, since=_day(since), until=_day(until), limit=limit)
        _print(found, form, "dossiers")


@app.command()
def same(
    a: Annotated[str, typer.Argument(help="A record.")],
    b: Annotated[str, typer.Argument(help="The record that is the same.")],
    url: Where = None,
    because: Because = None,
    author: Author = None,
) -> None:
    """Decide that two records are one.

    Example: dragoman ledger same r1a2b3 r4c5d6
    """
    with _open(url) as opened:
        made = opened.same(a, b, because=because, author=author)
        typer.echo(f"{made.id}: one record now: {opened.record(made.left[0]).id}")


@app.command()
def different(
    a: Annotated[str, typer.Argument(help="A record (r...) or a report (p...).")],
    b: Annotated[str, typer.Argument(help="The one that is not the same.")],
    url: Where = None,
    because: Because = None,
    author: Author = None,
) -> None:
    """Decide that two records, or two reports within one, are not the same.

    Example: dragoman ledger different r1a2b3 r4c5d6
    """
    with _open(url) as opened:
        made = opened.different(a, b, because=because, author=author)
        ids = sorted({opened.record(made.left[0]).id, opened.record(made.right[0]).id})
        typer.echo(f"{made.id}: apart: {', '.join(ids)}")


@app.command()
def correct(
    record: Annotated[str, typer.Argument(help="A record.")],
    field: Annotated[str, typer.Argument(help="A field, as `dragoman ledger show` names it.")],
    value: Annotated[str, typer.Argument(help="The value that is right.")],
    url: Where = None,
    because: Because = None,
    author: Author = None,
) -> None:
    """Put a value in the place of the one preferred; what was reported stays shown beside it.

    Example: dragoman ledger correct r1a2b3 start 2024-04-26
    """
    with _open(url) as opened:
        made = opened.correct(record, field, value, because=because, author=author)
        typer.echo(f"{made.id}: {field} is {value}")


@app.command()
def withdraw(
    judgement: Annotated[str, typer.Argument(help="A judgement's id, or its beginning.")], url: Where = None
) -> None:
    """Take a judgement back.

    Example: dragoman ledger withdraw j7e8f9
    """
    with _open(url) as opened:
        made = opened.withdraw(judgement)
        typer.echo(f"{made.id}: withdrawn")


@app.command()
def judgements(
    url: Where = None,
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="Also those taken back.")] = False,
    form: As = "table",
) -> None:
    """List what was decided by hand, by whom and why.

    Example: dragoman ledger judgements --format json
    """
    with _open(url) as opened:
        _print(opened.judgements(withdrawn=withdrawn), form, "judgements")


@app.command()
def rebuild(url: Where = None) -> None:
    """Make all records anew from the reports: after an upgrade, when the rules have changed.

    Example: dragoman ledger rebuild --ledger ledger.db
    """
    with _open(url) as opened:
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
    with _open(url) as opened:
        before = opened.stats()
        with _bar(len(found), "Importing") as advance:
            opened.file_many(found, progress=advance)
        _tell(before, opened.stats())
