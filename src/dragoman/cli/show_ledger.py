"""Records, changes and judgements laid out for people."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.model import Change, Day, Dossier, FieldValue, Hit, Judgement, Record, Witness

_COLOURS = {
    "announced": "cyan",
    "underway": "yellow",
    "held": "green",
    "postponed": "magenta",
    "cancelled": "red",
    "failed": "red",
}
UNREPORTED = "no report that it took place"
_QUOTE = 240  # characters of a quote shown


def _console() -> Console:
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=110)


def show_list(found: Sequence[Any], what: str) -> None:
    """Print a list of records, changes, hits, dossiers or judgements."""
    if not found:
        _console().print(f"no {what}")
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    for cells in (_cells(one) for one in found):
        table.add_row(*cells)
    console = _console()
    if console.is_terminal:
        console.print(table)
        return
    with console.capture() as captured:  # a file or a pipe wants no blanks at the ends of lines
        console.print(table)
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def _cells(one: Any) -> tuple[Text, ...]:
    if isinstance(one, Record):
        return (Text(one.id[:9], "dim"), Text(when(one)), status(one), Text(one.title), _counted(one))
    if isinstance(one, Change):
        return _change(one)
    if isinstance(one, Hit):
        return _hit(one)
    if isinstance(one, Dossier):
        span = f"{one.start} to {one.end}"
        return (
            Text(one.id[:9], "dim"),
            Text(span),
            Text(one.name),
            Text(f"{len(one.records)} records", "dim"),
        )
    assert isinstance(one, Judgement)
    said = f"{one.field} = {one.value}" if one.field else f"{one.left[0][:9]} {one.right[0][:9]}"
    author = f"{one.author or 'unknown'}, {one.at:%Y-%m-%d}" if one.at else (one.author or "unknown")
    taken = "withdrawn" if one.withdrawn else ""
    return (
        Text(one.id[:9], "dim"),
        Text(one.kind),
        Text(said),
        Text(author),
        Text(one.because or taken, "dim"),
    )


def _counted(one: Record) -> Text:
    reports = len(one.reports)
    return Text(f"{reports} report{'s' if reports != 1 else ''}", "dim")


def _change(one: Change) -> tuple[Text, ...]:
    value = one.after or ""
    if one.before and one.kind in ("date moved", "date set", "contradicted"):
        value = f"{one.before} \N{RIGHTWARDS ARROW} {one.after}"
    if value == one.kind or (one.field == "status" and one.kind == "reported"):
        value = ""
    by = one.source.outlet if one.source else None
    told = ", ".join(filter(None, (str(one.published) if one.published else None, by)))
    head = Text(one.kind, _COLOURS.get(one.kind, ""))
    return (
        Text(f"{one.at:%Y-%m-%d}", "dim"),
        Text(one.record[:9], "dim"),
        head,
        Text(value),
        Text(one.title),
        Text(told, "dim"),
    )


def _hit(one: Hit) -> tuple[Text, ...]:
    if one.record is not None:
        record = one.record
        quote = Text(f"\n“{short(one.words)}”", "italic") if one.words else Text()
        return (
            Text(record.id[:9], "dim"),
            Text(when(record)),
            status(record),
            Text(record.title).append_text(quote),
        )
    assert one.source is not None
    title = Text(one.source.title or "untitled").append(f"\n“{short(one.words)}”" if one.words else "")
    return (Text(str(one.source.published or "")), Text(one.source.outlet or ""), title)


def when(record: Record) -> str:
    """The days of a record, as far as they are known."""
    if record.start:
        return _days(record.start, record.end)
    if record.earliest and record.latest:
        return f"~{_days(record.earliest, record.latest)}"
    if record.earliest or record.latest:
        return f"from {record.earliest}" if record.earliest else f"by {record.latest}"
    published = sorted(r.document.published for r in record.reports if r.document.published)
    return f"reported {published[0]}" if published else "day unknown"


def _days(start: Day | None, end: Day | None) -> str:
    if end is None:
        return f"from {start}"
    return f"{start} to {end}" if end != start else str(start)


def status(record: Record) -> Text:
    """The state of a record; one whose day has passed without a report says so."""
    if record.unreported:
        return Text(UNREPORTED, "yellow")
    return Text(record.status, _COLOURS.get(record.status, ""))


def short(words: str | None) -> str:
    """A quote on one line, cut where it is long."""
    flat = " ".join((words or "").split())
    return flat if len(flat) <= _QUOTE else flat[: _QUOTE - 1].rsplit(" ", 1)[0] + " …"


def show_record(record: Record, history: Sequence[Change]) -> None:
    """Print a record with all that is reported of it."""
    console = _console()
    console.print(Text(record.title, "bold"))
    line = Text(f"{record.id}  {when(record)}  ", "dim").append_text(status(record))
    console.print(line.append(f"  {record.witnesses} independent of {len(record.reports)} reports", "dim"))
    console.print()
    table = Table(box=None, pad_edge=False, show_header=False)
    for name, values in record.fields.items():
        for number, value in enumerate(values):
            table.add_row(Text(name if not number else "", "bold"), _value(value, several=len(values) > 1))
    console.print(table)
    console.print(Text("\nReports", "bold"))
    for report in record.reports:
        source = report.document
        told = ", ".join(filter(None, (source.outlet, str(source.published or ""), source.title)))
        console.print(Text(f"  {report.id[:9]} ", "dim").append(f"{report.status}: {told}"))
        if source.copy_of:
            console.print(Text("            a copy of another document's text", "dim"))
        if report.evidence:
            console.print(Text(f"            “{short(report.evidence[0].text)}”", "italic"))
        where = source.url or source.location
        if where:
            console.print(Text(f"            {where}", "dim"))
    if history:
        console.print(Text("\nHistory", "bold"))
        for change in sorted(history, key=lambda one: (str(one.published or ""), one.at)):
            after = change.after if change.after != change.kind else ""
            by = change.source.outlet if change.source else ""
            console.print(
                Text(f"  {change.published or change.at.date()}  {change.kind} {after or ''}  ").append(
                    by or "", "dim"
                )
            )


def _value(value: FieldValue, *, several: bool) -> Text:
    text = Text(value.value, "" if value.preferred or not several else "dim")
    told = "; ".join(_witness(one) for one in value.witnesses[:4])
    more = f"; and {len(value.witnesses) - 4} more" if len(value.witnesses) > 4 else ""
    text.append(f"  {told}{more}", "dim")
    if value.preferred and several:
        text.append(f"  [{value.preferred}]", "green")
    return text


def _witness(one: Witness) -> str:
    if one.author:
        return f"{one.author}: {one.words or 'no reason given'}"
    return (one.outlet or one.url or one.document) + ("" if one.independent else " (not independent)")
