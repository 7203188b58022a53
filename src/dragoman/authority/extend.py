"""Adds to the user's own authority files, and imports terms of office from the Historian's data."""

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from dragoman.authority.historian import chiefs
from dragoman.authority.user import user_folder, user_table
from dragoman.errors import UsageError

# What can be added: the kind, the file, and the columns that must be given.
KINDS = {
    "state": ("state_names", ("country", "form", "text")),
    "demonym": ("demonyms", ("country",)),
    "organisation": ("organisations", ("en", "kind", "code")),
    "holder": ("holders", ("person", "office", "country", "start")),
    "place": ("places", ("names", "latitude", "longitude")),
}
SHIPPED = {"holders": "holders_africa"}
DEFAULTS = {"language": "*", "kind": "venue", "basis": "added by the user"}
FORMS = ("name", "alias", "capital", "seat")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_EARLIEST = "1990"


def columns(name: str) -> list[str]:
    """Return the columns of the authority file `name`, by the shipped file's header."""
    shipped = files("dragoman.authority").joinpath(f"{SHIPPED.get(name, name)}.tsv")
    lines = shipped.read_text(encoding="utf8").splitlines()
    return next(line for line in lines if not line.startswith("#")).split("\t")


def _check(kind: str, row: dict[str, str]) -> None:
    from dragoman.authority.states import state

    if kind in ("state", "demonym"):
        state(row["country"])
    if kind == "state" and row["form"] not in FORMS:
        raise UsageError(f"form={row['form']!r} is none of {', '.join(FORMS)}; give one of these")
    if kind == "demonym" and not (row["en"] or row["fr"]):
        raise UsageError("a demonym needs en= or fr=, for example en=Nigerien fr=nigérien/nigérienne")
    for month in ("start", "end"):
        if kind == "holder" and row[month] and not _MONTH.fullmatch(row[month]):
            raise UsageError(f"{month}={row[month]!r} is no month; write it as 2023-08")
    if kind == "place":
        for name, most in (("latitude", 90), ("longitude", 180)):
            try:
                good = abs(float(row[name])) <= most
            except ValueError:
                good = False
            if not good:
                raise UsageError(f"{name}={row[name]!r} is no {name} in degrees; write it as 13.51")


def add(kind: str, fields: dict[str, str]) -> Path:
    """Append one row of `kind` to the user's file and return the file's path.

    Raises UsageError for an unknown kind or field, one that is missing, or a value that cannot be.
    """
    if kind not in KINDS:
        raise UsageError(f"{kind!r} cannot be added; give one of {', '.join(KINDS)}")
    name, needed = KINDS[kind]
    known = columns(name)
    for field in fields:
        if field not in known:
            raise UsageError(f"a {kind} has no {field!r}; it has {', '.join(known)}")
    for field in needed:
        if not fields.get(field):
            raise UsageError(f"a {kind} needs {field}=...; it has {', '.join(known)}")
    row = {column: fields.get(column) or DEFAULTS.get(column, "") for column in known}
    row = {column: " ".join(value.split()) for column, value in row.items()}
    _check(kind, row)
    return _append(name, known, [row])


def _append(name: str, known: list[str], rows: Iterable[dict[str, str]]) -> Path:
    path = user_folder() / f"{name}.tsv"
    present = {tuple(row.values()) for row in user_table(name)}
    fresh = [row for row in rows if tuple(row.values()) not in present]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = not path.exists()
        with path.open("a", encoding="utf8") as out:
            if new:
                out.write("\t".join(known) + "\n")
            out.writelines("\t".join(row[column] for column in known) + "\n" for row in fresh)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); set DRAGOMAN_AUTHORITY") from error
    return path


def import_pocom(folder: str | Path, since: str = _EARLIEST) -> tuple[int, Path]:
    """Add the terms of U.S. chiefs of mission and principal officers that were held after `since`.

    Returns how many terms there are and the user's file they were added to. A term that is already
    there is not added again.
    """
    known = columns("holders")
    rows = []
    for term in chiefs(folder):
        last = term.end or "9999"
        if not _MONTH.match(term.start) or last < since or (term.end and not _MONTH.match(term.end)):
            continue
        row = dict.fromkeys(known, "")
        row |= {"person": term.person, "names": "; ".join(term.names), "title": term.title}
        row |= {"office": "ambassador" if term.post else "principal_officer", "country": "USA"}
        row |= {"start": term.start[:7], "end": (term.end or "")[:7]}
        row["basis"] = f"Office of the Historian, {term.number}"
        rows.append(row)
    return len(rows), _append("holders", known, rows)
