"""A reading laid out for people: what the page is, who meets whom, who said what, and the words.

Plain lines with a narrow column of labels, so that it reads alike at 80 and 120 columns, in a
terminal and in a file. What was concluded rather than read is marked "(inferred)".
"""

from collections.abc import Iterator
from datetime import date

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.model import Basis, Document, Engagement, Participant, Reading, Span, Statement

WIDEST = 110  # columns; longer lines are hard to read
QUOTE = 320  # characters of evidence shown
_STATUS = {
    "announced": "cyan",
    "underway": "yellow",
    "held": "green",
    "postponed": "magenta",
    "cancelled": "red",
    "failed": "red",
}
_LANGUAGES = {"en": "English", "fr": "French"}


def show(reading: Reading, console: Console) -> None:
    """Print `reading` to `console`."""
    width = min(console.width, WIDEST)
    if console.is_terminal:
        console.print(_page(reading), width=width, highlight=False)
        return
    with console.capture() as captured:  # a file or a pipe wants no blanks at the ends of lines
        console.print(_page(reading), width=width, highlight=False)
    for line in captured.get().splitlines():
        console.file.write(line.rstrip() + "\n")


def _page(reading: Reading) -> RenderableType:
    parts: list[RenderableType] = [_title_block(reading.document), Text()]
    parts += _section("Engagements", [_engagement(item) for item in reading.engagements])
    parts += _section("Statements", [_statement(item) for item in reading.statements])
    parts.append(_rest(reading))
    return Group(*parts)


def _section(name: str, items: list[RenderableType]) -> list[RenderableType]:
    if not items:
        return [Text(f"{name}: none found", style="bold"), Text()]
    parts: list[RenderableType] = [Text(f"{name} ({len(items)})", style="bold"), Text()]
    for number, item in enumerate(items, 1):
        row = Table.grid(padding=(0, 1))
        row.add_column(width=3, justify="right", style="dim")
        row.add_column(ratio=1)
        row.add_row(str(number), item)
        parts += [row, Text()]
    return parts


def _rows(rows: Iterator[tuple[str, Text]], label_width: int = 7) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=label_width, style="dim")
    grid.add_column(ratio=1, overflow="fold")
    for label, value in rows:
        grid.add_row(label, value)
    return grid


def _title_block(document: Document) -> RenderableType:
    title = Text(document.title or "Untitled", style="bold")
    return Group(title, Padding(_rows(_facts(document), 10), (0, 0, 0, 2)))


def _facts(document: Document) -> Iterator[tuple[str, Text]]:
    basis = document.basis
    if document.author:
        yield "author", _marked(document.author, basis.get("author"))
    if document.publisher:
        yield "publisher", _marked(document.publisher, basis.get("publisher"))
    if document.published:
        yield "published", _marked(day_text(document.published), basis.get("published"))
    else:
        yield (
            "published",
            Text("unknown; give it with --published to resolve days like “Thursday”", style="dim"),
        )
    if document.source:
        day = f", {day_text(document.source.date)}" if document.source.date else ""
        yield "source", Text(document.source.name + day)
    if document.url:
        yield "address", Text(document.url)
    language = _LANGUAGES.get(document.language, document.language)
    where = "" if document.location in (None, document.url) else f"{document.location} · "
    yield "read from", Text(f"{where}{language} · {len(document.text):,} characters", style="dim")


def _marked(value: str, basis: Basis | None) -> Text:
    """The value, and where it was inferred a mark that says from what."""
    text = Text(value)
    if basis is not None and basis.inferred:
        way = "" if basis.how == "inferred" else f" from the {basis.how}"
        text.append(f"  (inferred{way})", style="dim italic")
    return text


def _engagement(item: Engagement) -> RenderableType:
    head = Text.assemble(
        (item.kind.capitalize(), "bold"), (" · ", "dim"), (item.status, _STATUS[item.status])
    )
    return Group(head, _rows(_engagement_rows(item)))


def _engagement_rows(item: Engagement) -> Iterator[tuple[str, Text]]:
    yield "when", _when(item)
    yield from _sides(item.participants)
    for number, mediator in enumerate(item.mediators):
        yield ("" if number else "through"), _participant(mediator)
    where = _where(item)
    if where is not None:
        yield "where", where
    if item.topics:
        yield "about", _marked("; ".join(item.topics), item.basis.get("topics"))
    if item.announced_by:
        yield "told by", Text(item.announced_by)
    if item.evidence:
        yield "words", _quote(item.evidence[0])


def _when(item: Engagement) -> Text:
    said = f"“{' '.join(item.date_text.split())}”" if item.date_text else ""
    if item.start is None:
        text = Text(said or "no day given")
        bounds = [f"from {day_text(item.earliest)}" if item.earliest else "", _until(item.latest)]
        known = ", ".join(bound for bound in bounds if bound)
        if said or known:
            text.append(f"  (no day given{'; ' + known if known else ''})", style="dim")
    else:
        days = range_text(item.start, item.end) if item.end else f"from {day_text(item.start)}"
        text = _marked(days, item.basis.get("start"))
        if said:
            text.append(f"  {said}", style="dim")
    if item.new_start:
        text.append(f"; moved to {range_text(item.new_start, item.new_end or item.new_start)}")
    return text


def _until(day: date | None) -> str:
    return f"until {day_text(day)}" if day else ""


def _where(item: Engagement) -> Text | None:
    parts = [item.venue or ""]
    if item.place is not None:
        country = f", {item.place.country}" if item.place.country else ""
        parts.append(f"{item.place.name}{country}")
    words = ", ".join(part for part in parts if part)
    return _marked(words, item.basis.get("place")) if words else None


def _sides(participants: tuple[Participant, ...]) -> Iterator[tuple[str, Text]]:
    """The sides in their order of appearance: "who", then "with" for each other side."""
    sides: dict[str | None, list[Participant]] = {}
    for participant in participants:
        sides.setdefault(participant.side, []).append(participant)
    ordered = sorted(sides, key=lambda side: side == "host")
    for place, side in enumerate(ordered):
        for number, participant in enumerate(sides[side]):
            yield ("" if number else "with" if place else "who"), _participant(participant)


def _participant(participant: Participant) -> Text:
    text = Text(participant.name)
    if participant.role and participant.role.lower() != participant.name.lower():
        text.append(f", {participant.role}")
    codes = " ".join(code for code in (participant.country, participant.sector) if code)
    if codes:
        text.append(f"  {codes}", style="dim")
    if participant.inferred:
        text.append("  (inferred)", style="dim italic")
    return text


def _statement(item: Statement) -> RenderableType:
    name = item.speaker.name if item.speaker else "Speaker unnamed"
    code = f"  {item.speaker.country}" if item.speaker and item.speaker.country else ""
    act = f"{'not ' if item.negated else ''}{item.act}"
    head = Text.assemble((name, "bold"), (code, "dim"), (" · ", "dim"), act)
    return Group(head, _rows(_statement_rows(item)))


def _statement_rows(item: Statement) -> Iterator[tuple[str, Text]]:
    if item.speaker and item.speaker.role and item.speaker.role.lower() != item.speaker.name.lower():
        yield "role", Text(item.speaker.role)
    if item.addressee:
        yield "to", _participant(item.addressee)
    if item.date:
        yield "when", Text(day_text(item.date))
    if item.reporters:
        yield "via", Text(", quoting ".join(item.reporters))
    yield ("quoted" if item.quoted else "words"), _quote(item.evidence[0] if item.evidence else item.content)


def _quote(span: Span) -> Text:
    words = " ".join(span.text.split())
    if len(words) > QUOTE:
        words = words[:QUOTE].rsplit(" ", 1)[0] + " …"
    return Text(f"“{words}”", style="italic")


def _rest(reading: Reading) -> Text:
    counts = (
        (len(reading.times), "time expression"),
        (len(reading.places), "place"),
        (len(reading.actors), "actor"),
        (len(reading.events), "PLOVER event"),
    )
    told = ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in counts)
    return Text(f"Also read: {told} (--format json shows all)", style="dim")


def day_text(day: date) -> str:
    """A day as people write it: 25 April 2024."""
    return f"{day.day} {day:%B %Y}"


def range_text(start: date, end: date) -> str:
    """Days from `start` to `end` without saying anything twice: 29 April to 5 May 2024."""
    if start == end:
        return day_text(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day_text(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} to {day_text(end)}"
    return f"{day_text(start)} to {day_text(end)}"
