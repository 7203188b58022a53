"""What a page, a feed or the API is asked for: filters from a query, and back to one."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from litestar.params import Parameter

from dragoman.errors import UsageError
from dragoman.ledger.query import Filters
from dragoman.model import Day

NAMES = (
    "country", "other", "person", "organisation", "place", "kind", "type", "status", "topic", "since",
    "until",
)  # fmt: skip
LONGEST = 200  # characters of one filter


def given(query: Mapping[str, str]) -> dict[str, Any]:
    """The filters that a query gives, as the ledger's methods take them; empty ones are none.

    Raises UsageError where one is far too long.
    """
    found = {name: query[name].strip() for name in NAMES if query.get(name, "").strip()}
    for name, value in found.items():
        if len(value) > LONGEST:
            raise UsageError(f"{name} is longer than {LONGEST} characters")
    return found


def filters(query: Mapping[str, str]) -> Filters:
    """The same as one value. Raises UsageError where a day is none, or the last is before the first."""
    asked: dict[str, Any] = given(query)
    for name in ("since", "until"):
        if name in asked:
            asked[name] = day(asked[name], name)
    if "since" in asked and "until" in asked and asked["until"] < asked["since"]:
        raise UsageError(f"{asked['since']} to {asked['until']} is no range of days: the first comes first")
    return Filters(**asked)


def day(value: str, name: str) -> Day:
    """A day written YYYY-MM-DD. Raises UsageError where it is none."""
    try:
        return Day.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{name}: {value[:40]!r} is no day: write YYYY-MM-DD") from None


def query_of(query: Mapping[str, Any], **changed: object) -> str:
    """The query with some values changed, those that are empty left out, as it stands in an address."""
    return urlencode({k: v for k, v in {**query, **changed}.items() if v not in (None, "", 0)})


def text(most: int = LONGEST) -> Any:
    """A parameter that is a text of at most so many characters."""
    return Parameter(max_length=most)
