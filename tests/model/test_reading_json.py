"""A Reading goes out as JSON and comes back the same, whatever it holds."""

import types
import typing
from datetime import date

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.formats.readings import from_json, to_json
from dragoman.model import Document, Reading, Span


def values(kind: typing.Any) -> st.SearchStrategy[typing.Any]:
    """Anything that a field of the type `kind` can hold."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([values(argument) for argument in arguments])
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(st.text(max_size=5), values(arguments[1]), max_size=2)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        hints = typing.get_type_hints(kind)
        return st.deferred(
            lambda: st.builds(kind, **{name: values(hints[name]) for name in kind.__struct_fields__})
        )
    return {
        str: st.text(max_size=12),
        int: st.integers(0, 10**6),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        date: st.dates(),
        type(None): st.none(),
    }[kind]


@given(values(Reading))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_reading_survives_json(reading: Reading) -> None:
    """What goes out comes back equal, indented or on one line."""
    assert from_json(to_json(reading)) == reading
    assert from_json(to_json(reading, indent=None)) == reading


def test_values_are_frozen_and_hashable() -> None:
    """A span cannot be changed once made, and can stand in sets."""
    span = Span(0, 4, "Anna")
    assert len({span, Span(0, 4, "Anna")}) == 1
    try:
        span.start = 1  # type: ignore[misc]
    except AttributeError:
        return
    raise AssertionError("a span could be changed")


def test_days_are_written_as_iso_dates() -> None:
    """Days stand in JSON as YYYY-MM-DD."""
    written = to_json(Reading(Document(text="x", published=date(2024, 3, 4))), indent=None)
    assert '"published":"2024-03-04"' in written
