"""Records are a function of the documents and judgements, never of the order in which they came."""

import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.ledger.accounts import engagement, reading

from dragoman.ledger import Ledger
from dragoman.model import Reading, Record

PEOPLE = ("Sergei Lavrov|Foreign Minister|RUS", "Lavrov||RUS", "Antony Blinken|Secretary of State|USA",
          "Blinken||USA", "Wang Yi||CHN", "Joe Biden|President|USA", "Russian officials||RUS",
          "Xi Jinping|President|CHN")  # fmt: skip
DAYS = ("2024-03-01", "2024-03-02", "2024-03-04", None)

accounts = st.builds(
    engagement,
    st.sampled_from(PEOPLE),
    st.sampled_from(PEOPLE),
    kind=st.sampled_from(("meeting", "talks", "call", "visit", "other")),
    status=st.sampled_from(("announced", "held", "postponed", "cancelled")),
    start=st.sampled_from(DAYS),
    new_start=st.sampled_from((None, None, "2024-03-04", "2024-03-09")),
    place=st.sampled_from((None, "Geneva|CHE", "Moscow|RUS")),
    quote=st.sampled_from(("They met to talk about arms.", "A meeting is planned.", "Ils se sont vus.")),
)
documents = st.builds(
    lambda found, published, publisher: reading(*found, published=published, publisher=publisher),
    st.lists(accounts, min_size=1, max_size=3),
    st.sampled_from(("2024-02-28", "2024-03-01", "2024-03-05", None)),
    st.sampled_from(("A", "B", "C", None)),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger's file, to copy: making one runs the migrations."""
    path = tmp_path_factory.mktemp("empty") / "ledger.db"
    with Ledger(str(path)) as made:
        made.stats()
    return path


def _records(url: str, readings: list[Reading], size: int) -> list[Record]:
    with Ledger(url) as ledger:
        for start in range(0, len(readings), size):
            ledger.file_many(readings[start : start + size])
        before = ledger.records()
        changes = len(ledger.changes())
        ledger.rebuild()
        assert ledger.records() == before, "a rebuild changes nothing"
        assert len(ledger.changes()) == changes, "a rebuild is no news"
        return before


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking would take minutes
)
@given(st.lists(documents, min_size=2, max_size=14), st.randoms(use_true_random=False))
def test_ledger_any_order_gives_the_same_records(
    empty: Path, found: list[Reading], chance: random.Random
) -> None:
    """Shuffled, one by one or all at once: the same records with the same ids."""
    shuffled = list(found)
    chance.shuffle(shuffled)
    with TemporaryDirectory() as folder:
        a, b, c = (str(shutil.copy(empty, Path(folder) / name)) for name in ("a.db", "b.db", "c.db"))
        at_once = _records(a, found, len(found))
        one_by_one = _records(b, shuffled, 1)
        in_threes = _records(c, found[::-1], 3)
    assert at_once == one_by_one == in_threes


@pytest.mark.postgresql
def test_ledger_both_stores_give_the_same_records(postgresql: str, tmp_path: Path) -> None:
    """PostgreSQL and SQLite make the same records of the same documents, in any order."""
    from tests.ledger.conftest import new_database

    chance = random.Random(7)
    found = [
        reading(
            engagement(
                *chance.sample(PEOPLE, 2),
                start=chance.choice(DAYS),
                status=chance.choice(("announced", "held")),
                place=chance.choice((None, "Geneva|CHE")),
                quote=f"Quote {chance.randrange(4)}.",
            ),
            published="2024-03-01",
            publisher=chance.choice("ABCDE"),
        )
        for _ in range(60)
    ]
    one = _records(f"sqlite:///{tmp_path / 'a.db'}", found, 60)
    chance.shuffle(found)
    assert _records(new_database(postgresql), found, 7) == one
