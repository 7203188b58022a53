"""`dragoman ledger list, show, timeline, changes, search, dossiers`: what looks at records."""

from typing import Annotated

import typer

from dragoman.cli.ledger_options import (
    As,
    Country,
    Kind,
    Limit,
    Person,
    Since,
    Status,
    Until,
    Where,
    app,
    day_of,
    open_at,
    print_all,
)


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
    with open_at(url) as opened:
        found = opened.records(
            country=country,
            person=person,
            kind=kind,
            status=status,
            type=event_type,
            place=place,
            since=day_of(since),
            until=day_of(until),
            limit=limit,
        )
        print_all(found, form, "records")


@app.command()
def show(
    record: Annotated[str, typer.Argument(help="A record's id, or its beginning.")],
    url: Where = None,
    form: As = "table",
) -> None:
    """Show a record: its fields, their values, who reports them, and in which words.

    Example: dragoman ledger show r1a2b3
    """
    with open_at(url) as opened:
        found = opened.record(record)
        history = opened.changes(record=found.id)
        if form == "table":
            from dragoman.cli.show_ledger import show_record

            show_record(found, history)
        else:
            print_all([found], form, "records")


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
    with open_at(url) as opened:
        print_all(
            opened.timeline(subject, since=day_of(since), until=day_of(until), limit=limit), form, "records"
        )


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
    with open_at(url) as opened:
        found = opened.changes(
            since=day_of(since), until=day_of(until), country=country, record=record, limit=limit
        )
        print_all(found, form, "changes")


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
    with open_at(url) as opened:
        found = opened.search(
            query,
            what="documents" if documents else "records",
            country=country,
            person=person,
            kind=kind,
            status=status,
            since=day_of(since),
            until=day_of(until),
            limit=limit,
        )
        if form == "table":
            typer.echo(f"{found.total} found")
        print_all(found.hits, form, "hits")


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
    with open_at(url) as opened:
        found = opened.dossiers(country=country, since=day_of(since), until=day_of(until), limit=limit)
        print_all(found, form, "dossiers")
