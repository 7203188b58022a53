"""`dragoman check`: a brief against its sources."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli.app import commands

if TYPE_CHECKING:
    from dragoman.model import Document
    from dragoman.verify import Finding

app = commands()

Form = Literal["table", "json", "sarif", "html"]


@app.command()
def check(
    brief: Annotated[str, typer.Argument(metavar="BRIEF", help="The text to check: a path, a URL, or -.")],
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source", "-s", metavar="FILE|URL|-", help="What the brief rests on; may be repeated."
        ),
    ] = None,
    ledger: Annotated[
        str | None,
        typer.Option(metavar="URL", envvar="DRAGOMAN_LEDGER", help="Compare with its records too."),
    ] = None,
    omitted: Annotated[
        bool, typer.Option("--omitted", help="Note also what the sources say and the brief leaves out.")
    ] = False,
    language: Annotated[
        Literal["en", "fr"] | None, typer.Option(help="The language of the brief, where it is told wrongly.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="What to print.")] = "table",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private addresses too.")
    ] = False,
) -> None:
    """Check a brief against its sources: names, titles, dates, numbers, who said what.

    Without a source, only what the brief itself and what is known beforehand show to be wrong is
    found. The exit code is 1 where there are errors.

    \b
    Examples:
      dragoman check brief.md --source statement.txt
      dragoman check draft.txt -s statement.pdf -s https://example.org/readout --omitted
      dragoman check draft.txt -s statement.txt --format html --output findings.html
    """
    from dragoman.cli.output import opened
    from dragoman.verify import check as check_brief

    sources = [_load(name, None, allow_private) for name in source or ()]
    draft = _load(brief, language, allow_private)
    findings = check_brief(draft, sources, omitted=omitted)
    if ledger:
        from dragoman.ledger import open_ledger
        from dragoman.verify.against_ledger import check_ledger

        findings = sorted(
            [*findings, *check_ledger(draft, open_ledger(ledger))], key=lambda f: (f.start, f.end)
        )
    with opened(output) as out:
        if form == "table":
            from rich.console import Console

            from dragoman.cli.show_findings import show

            show(findings, draft, Console(file=out.stream, width=100 if output else None), len(sources))
            out.used = True
        else:
            out.write(_written(findings, draft, form))
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(1)


def _load(name: str, language: str | None, allow_private: bool) -> "Document":
    from dragoman.sources.load import is_url, load

    where = name if name == "-" or is_url(name) else Path(name)
    return load(where, language=language, allow_private=allow_private)


def _written(findings: "list[Finding]", brief: "Document", form: Form) -> str:
    from dragoman.formats.findings import to_json, to_sarif
    from dragoman.formats.findings_html import to_html

    if form == "json":
        return to_json(findings) + "\n"
    return to_sarif(findings, brief) + "\n" if form == "sarif" else to_html(findings, brief)
