"""Names on gold data: participants of the gold documents, titled names of the Historian's remarks."""

from pathlib import Path

import pytest
from bench.names import participants, titled

NAME_FLOOR, COUNTRY_FLOOR, TITLED_FLOOR = 0.94, 0.94, 0.97


@pytest.mark.gold
def test_participants_are_among_the_actors(shared: Path) -> None:
    """Nearly all gold participants are found by family name, with the right country."""
    people = list(participants(shared / "gold/engagements"))
    assert sum(name for _, name, _ in people) / len(people) >= NAME_FLOOR
    assert sum(country for _, _, country in people) / len(people) >= COUNTRY_FLOOR


@pytest.mark.gold
@pytest.mark.slow
def test_titled_names_of_travel_remarks_are_read(shared: Path) -> None:
    """A name after a title is read in nearly all remarks."""
    names = list(titled(shared / "gold/history.state.gov/travels"))
    assert sum(read for _, read in names) / len(names) >= TITLED_FLOOR
