"""`dragoman ledger same, different, correct, withdraw, judgements`: what people decide."""

from typing import Annotated

import typer

from dragoman.cli.ledger_options import As, Author, Because, Where, app, open_at, print_all


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
    with open_at(url) as opened:
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
    with open_at(url) as opened:
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
    with open_at(url) as opened:
        made = opened.correct(record, field, value, because=because, author=author)
        typer.echo(f"{made.id}: {field} is {value}")


@app.command()
def withdraw(
    judgement: Annotated[str, typer.Argument(help="A judgement's id, or its beginning.")], url: Where = None
) -> None:
    """Take a judgement back.

    Example: dragoman ledger withdraw j7e8f9
    """
    with open_at(url) as opened:
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
    with open_at(url) as opened:
        print_all(opened.judgements(withdrawn=withdrawn), form, "judgements")
