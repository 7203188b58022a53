"""The generated pages of the reference say what the code says."""

import importlib.util
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from dragoman.formats.readings import to_json
from dragoman.model import Document, Engagement, Participant, Reading, Span


@pytest.fixture(scope="module")
def build(root: Path) -> ModuleType:
    """The script that writes the pages."""
    spec = importlib.util.spec_from_file_location("build_reference", root / "scripts" / "build_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["cli.md", "reading.schema.json"])
def test_generated_pages_are_current(build: ModuleType, root: Path, page: str) -> None:
    """Run `uv run python scripts/build_reference.py` where this fails."""
    written = (root / "docs" / "reference" / page).read_text(encoding="utf8")
    assert written == build.PAGES[page]()


def test_the_schema_names_what_a_reading_prints(build: ModuleType) -> None:
    """Every field of the JSON stands in the schema's definitions."""
    schema = msgspec.json.decode(build.schema())
    known = {name for kind in schema["$defs"].values() for name in kind.get("properties", {})}
    engagement = Engagement(
        "g1", "meeting", "held", participants=(Participant("A", spans=(Span(0, 1, "A"),)),)
    )
    printed = msgspec.json.decode(to_json(Reading(Document(text="A"), engagements=(engagement,))))

    def names(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {name for item in value.values() for name in names(item)}
        return {name for item in value for name in names(item)} if isinstance(value, list) else set()

    assert names(printed) <= known
