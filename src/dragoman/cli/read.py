"""`dragoman read`: pages, files and standard input, read one after the other."""

import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli.app import commands
from dragoman.errors import DragomanError, UsageError

if TYPE_CHECKING:
    from dragoman.cli.output import Output
    from dragoman.model import Reading

app = commands()

Form = Literal["table", "json", "jsonl", "plover", "csv"]
MANY = 3  # from so many inputs on, a progress bar is shown


@app.command()
def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-...", help="What to read; - is standard input.")
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The day of publication, where the page does not say it."),
    ] = None,
    language: Annotated[
        Literal["en", "fr"] | None, typer.Option(help="The language, where it is told wrongly.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="What to print.")] = "table",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private addresses too.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what each fact rests on.")] = False,
) -> None:
    """Read pages, files or standard input into sourced records.

    An input that cannot be read costs one line on standard error and exit code 3; the others are
    still read. With --format json, several inputs make one array.

    \b
    Examples:
      dragoman read examples/niger-talks.html
      dragoman read statement.txt --published 2024-04-24 --format json
      dragoman read https://example.org/readout pages/*.html --format jsonl --output readings.jsonl
      curl -s https://example.org/readout | dragoman read -
    """
    from dragoman.cli.output import opened

    run = _Run(published, language, allow_private, verbose=verbose, progress=not quiet)
    with opened(output) as out:
        _print(run.readings(sources), form, out, several=len(sources) > 1, to_file=output is not None)
    if run.exit_code:
        raise typer.Exit(run.exit_code)


def _print(readings: "Iterator[Reading]", form: Form, out: "Output", *, several: bool, to_file: bool) -> None:
    if form != "table":
        from dragoman.formats.readings import stream

        for text in stream(readings, form, several=several):
            out.write(text)
        return
    from rich.console import Console

    from dragoman.cli.show import show

    for number, reading in enumerate(readings):
        console = Console(file=out.stream, width=100 if to_file else None)
        if number:
            console.rule(style="dim")
        show(reading, console)
        out.used = True


class _Run:
    """One call's inputs, read in turn; an error is printed, remembered, and does not end it."""

    def __init__(
        self,
        published: str | None,
        language: str | None,
        allow_private: bool,
        *,
        verbose: bool,
        progress: bool,
    ) -> None:
        self.published = published
        self.language = language
        self.allow_private = allow_private
        self.verbose = verbose
        self.progress = progress
        self.exit_code = 0

    def readings(self, sources: list[str]) -> "Iterator[Reading]":
        """Read each source."""
        for source in self._shown(sources):
            reading = self._read(source)
            if reading is not None:
                yield reading

    def _shown(self, sources: list[str]) -> Iterator[str]:
        """The sources, behind a progress bar on a terminal where they are many."""
        if not self.progress or len(sources) < MANY or not sys.stderr.isatty():
            yield from sources
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(sources, "Reading", console=Console(stderr=True), transient=True)

    def _read(self, source: str) -> "Reading | None":
        from dragoman.coding import read_document
        from dragoman.sources.load import is_url, load

        started = time.perf_counter()
        try:
            document = load(
                source if source == "-" or is_url(source) else Path(source),
                published=self.published,
                language=self.language,
                allow_private=self.allow_private,
            )
            reading = read_document(document)
        except UsageError:
            raise
        except DragomanError as error:
            self._fail(str(error), error.exit_code)
            return None
        except Exception as error:  # one odd document must not cost the others; --verbose tells all
            if self.verbose:
                traceback.print_exc()
            told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            self._fail(f"{source} could not be read ({told}); please report it, with --verbose", 3)
            return None
        if self.verbose:
            self._explain(reading, time.perf_counter() - started)
        return reading

    def _fail(self, message: str, exit_code: int) -> None:
        typer.echo(f"dragoman: {message}", err=True)
        self.exit_code = max(self.exit_code, exit_code)

    def _explain(self, reading: "Reading", seconds: float) -> None:
        document = reading.document
        typer.echo(f"{document.location}: {len(document.text):,} characters in {seconds:.2f} s", err=True)
        for name, basis in document.basis.items():
            mark = " (inferred)" if basis.inferred else ""
            typer.echo(f"  {name}: {getattr(document, name)!r:.80} from {basis.how}{mark}", err=True)
