"""A plot drawn on the server: events over time by quad class, cooperation up, conflict down.

Numbers only: the template turns them into SVG attributes, which the content policy allows where it
allows no inline style.
"""

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.coding.ontology import quad

CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
WIDTH, HEIGHT, LEFT, BOTTOM = 720, 220, 34, 22
_MOST = 60  # columns that stay readable side by side


class Bar(NamedTuple):
    """One column's share of one class: where it stands, and what it says."""

    x: float
    y: float
    width: float
    height: float
    quad: int
    title: str


class Label(NamedTuple):
    """Words on an axis."""

    x: float
    y: float
    text: str


class Plot(NamedTuple):
    """A plot, and the same as rows of a table: period, then a number a class."""

    bars: list[Bar]
    periods: list[Label]
    scale: list[Label]
    middle: float
    rows: list[tuple[str, list[int]]]


def quad_plot(months: Iterable[tuple[str, str, int]]) -> Plot | None:
    """Draw (month, PLOVER type, count) rows; years where there are too many months. None if empty."""
    counted: dict[str, list[int]] = {}
    for month, type_, count in months:
        counted.setdefault(month, [0, 0, 0, 0])[quad(type_) - 1] += count
    if not counted:
        return None
    rows = _whole(counted)
    if len(rows) > _MOST:
        rows = _years(rows)
    up = max(max(row[0] + row[1] for _, row in rows), 1)
    down = max(row[2] + row[3] for _, row in rows)
    unit = (HEIGHT - BOTTOM - 12) / (up + down)
    middle = 8 + up * unit
    step = (WIDTH - LEFT) / max(len(rows), 12)
    bars = [bar for n, row in enumerate(rows) for bar in _bars(LEFT + n * step, step, middle, unit, row)]
    every = -(-len(rows) // 8)
    periods = [
        Label(round(LEFT + n * step, 1), HEIGHT - 6, name)
        for n, (name, _) in enumerate(rows)
        if n % every == 0
    ]
    scale = [Label(LEFT - 6, round(middle - up * unit + 4, 1), str(up)), Label(LEFT - 6, middle + 4, "0")]
    if down:
        scale.append(Label(LEFT - 6, round(middle + down * unit + 4, 1), str(down)))
    return Plot(bars, periods, scale, round(middle, 1), rows)


def _bars(x: float, step: float, middle: float, unit: float, row: tuple[str, list[int]]) -> Iterable[Bar]:
    name, counts = row
    width, gap = max(step * 0.82, 1.5), step * 0.09
    for classes, sign in (((0, 1), -1), ((2, 3), 1)):
        at = middle
        for number in classes:
            height = counts[number] * unit
            if not height:
                continue
            y = at - height if sign < 0 else at
            at += sign * height
            title = f"{name}: {counts[number]} {CLASSES[number]}"
            yield Bar(round(x + gap, 1), round(y, 1), round(width, 1), round(height, 1), number + 1, title)


def _whole(counted: dict[str, list[int]]) -> list[tuple[str, list[int]]]:
    """All months from the first to the last, those without events too, so that time is to scale."""
    first, last = min(counted), max(counted)
    year, month = int(first[:4]), int(first[5:7])
    rows: list[tuple[str, list[int]]] = []
    while (name := f"{year:04}-{month:02}") <= last and len(rows) < 12 * 300:
        rows.append((name, counted.get(name, [0, 0, 0, 0])))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return rows


def _years(rows: list[tuple[str, list[int]]]) -> list[tuple[str, list[int]]]:
    years: dict[str, list[int]] = {}
    for name, counts in rows:
        held = years.setdefault(name[:4], [0, 0, 0, 0])
        for number, count in enumerate(counts):
            held[number] += count
    return list(years.items())
