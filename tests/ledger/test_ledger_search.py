"""What is found in the ledger: filters, words, and questions that make no sense."""

import pytest
from tests.ledger.accounts import engagement, reading

from dragoman.errors import UsageError
from dragoman.ledger import Ledger

LAVROV, BLINKEN = "Sergei Lavrov|Foreign Minister|RUS", "Antony Blinken|Secretary of State|USA"


def test_ledger_filters_and_search(ledger: Ledger) -> None:
    """Countries by name or code, people by any part of the name, words without accents."""
    ledger.file(
        reading(
            engagement(
                "Mevlüt Çavuşoğlu|Foreign Minister|TUR",
                "Mahamadou Issoufou||NER",
                start="2020-07-21",
                place="Niamey|NER",
                quote="Le ministre a été reçu à Niamey.",
            ),
            published="2020-07-22",
            language="fr",
        )
    )
    ledger.file(reading(engagement(LAVROV, BLINKEN, start="2024-03-01", kind="call"), published="2024-03-01"))
    cases: list[tuple[dict[str, str], int]] = [
        ({"country": "Niger"}, 1),
        ({"country": "NER"}, 1),
        ({"country": "Nigeria"}, 0),
        ({"person": "Cavusoglu"}, 1),
        ({"person": "Mevlut Cavusoglu"}, 1),
        ({"person": "Lavrov", "country": "United States"}, 1),
        ({"person": "Lavrov", "country": "Niger"}, 0),
        ({"kind": "call"}, 1),
        ({"status": "held"}, 2),
        ({"place": "niamey"}, 1),
        ({"since": "2021-01-01"}, 1),
        ({"until": "2021-01-01"}, 1),
        ({"since": "2020-07-21", "until": "2020-07-21"}, 1),
    ]
    for filters, found in cases:
        assert len(ledger.records(**filters)) == found, filters  # type: ignore[arg-type]
        assert ledger.count(**filters) == found, filters
    searches = [
        ("recu", 1),
        ("ÉTÉ", 1),
        ('"recu a Niamey"', 1),
        ('"Niamey recu"', 0),
        ("Lavro*", 1),
        ("met", 1),
    ]
    for words, found in searches:
        assert ledger.search(words).total == found, words
    assert ledger.search("niamey", country="Russia").total == 0
    hit = ledger.search("niamey", what="documents").hits[0]
    assert hit.source is not None
    assert "Niamey" in (hit.words or "")
    assert [len(ledger.timeline(one)) for one in ("Niger", "Lavrov", "Niamey", "USA")] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "call",
    [
        lambda ledger: ledger.records(since="yesterday"),
        lambda ledger: ledger.records(since="2024-02-01", until="2024-01-01"),
        lambda ledger: ledger.records(status="over"),
        lambda ledger: ledger.record("nonsense"),
        lambda ledger: ledger.record("r0123456789abcdef"),
        lambda ledger: ledger.search("  !! "),
        lambda ledger: ledger.withdraw("j1"),
        lambda ledger: ledger.document("d1"),
        lambda ledger: ledger.dossier("none"),
    ],
)
def test_ledger_wrong_use_is_told_in_one_line(ledger: Ledger, call: object) -> None:
    """What makes no sense raises UsageError with what to do."""
    with pytest.raises(UsageError) as error:
        call(ledger)  # type: ignore[operator]
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "words", ["'", '"', "* AND", 'a" OR "b', "NEAR(a b)", "x:y", "\\", "a'b & | !", "-- ;"]
)
def test_ledger_search_takes_any_words(ledger: Ledger, words: str) -> None:
    """No sign in a query is taken for the store's own syntax."""
    try:
        assert ledger.search(words).total == 0
    except UsageError:
        assert not any(char.isalnum() for char in words)
