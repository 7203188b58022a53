"""The matching rules, case by case, and what must hold of them for any two reports."""

import pytest
from hypothesis import given
from tests.ledger.accounts import engagement, reading
from tests.ledger.test_ledger_order import documents

from dragoman.ledger.documents import bands, clean_url, document_id, signature, similarity
from dragoman.ledger.features import Features, features
from dragoman.ledger.filing import reports
from dragoman.ledger.matching import LINK, compare
from dragoman.model import Document, Engagement

LAVROV, BLINKEN, WANG = "Sergei Lavrov|Foreign Minister|RUS", "Antony Blinken||USA", "Wang Yi||CHN"


def seen(account: Engagement, published: str = "2024-03-02", publisher: str = "A") -> Features:
    """An account as matching sees it."""
    return features(reports(reading(account, published=published, publisher=publisher))[0])


BASE = engagement(LAVROV, BLINKEN, start="2024-03-01", place="Geneva|CHE")

CASES = [
    ("the same", BASE, True),
    ("family names alone", engagement("Lavrov||RUS", "Blinken||USA", start="2024-03-01"), True),
    ("one side unnamed", engagement("Lavrov||RUS", "U.S. officials||USA", start="2024-03-01"), True),
    ("the week", engagement(LAVROV, BLINKEN, start="2024-02-26", end="2024-03-03"), True),
    ("talks for meeting", engagement(LAVROV, BLINKEN, start="2024-03-01", kind="talks"), True),
    ("no day", engagement(LAVROV, BLINKEN), True),
    ("another day", engagement(LAVROV, BLINKEN, start="2024-03-03"), False),
    ("another counterpart", engagement(LAVROV, WANG, start="2024-03-01", place="Geneva|CHE"), False),
    ("another person of the side", engagement(LAVROV, "Joe Biden||USA", start="2024-03-01"), False),
    ("another country", engagement(LAVROV, BLINKEN, start="2024-03-01", place="Vienna|AUT"), False),
    ("a call", engagement(LAVROV, BLINKEN, start="2024-03-01", kind="call"), False),
    ("a visit", engagement(LAVROV, BLINKEN, start="2024-03-01", kind="visit"), False),
]


@pytest.mark.parametrize(("other", "same"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_matching_rules_tell_the_same_from_others(other: Engagement, same: bool) -> None:
    """Who, when, where and what kind have to agree as far as they are told."""
    found = compare(seen(BASE), seen(other, publisher="B"))
    assert (found.score >= LINK) is same


@given(documents, documents)
def test_matching_rules_are_symmetric(one: object, two: object) -> None:
    """Which of two reports comes first makes no difference; scores are from 0 to 1."""
    for a in reports(one):  # type: ignore[arg-type]
        for b in reports(two):  # type: ignore[arg-type]
            there, back = compare(features(a), features(b)), compare(features(b), features(a))
            assert there == back
            assert 0 <= there.score <= 1


BODY = " ".join(f"sentence {number} of a long agency text about talks" for number in range(20))


@pytest.mark.parametrize(
    ("a", "b", "copy"),
    [
        (BODY, BODY, True),
        (BODY, "NIAMEY (Agency) - " + BODY, True),
        (BODY, BODY.upper() + " (c) Agency", True),
        (BODY, " ".join(f"line {number} in other words on the same matter" for number in range(20)), False),
    ],
)
def test_documents_copies_are_found(a: str, b: str, copy: bool) -> None:
    """Near-identical bodies share a band and most of their signature; others do not."""
    one, two = signature(a), signature(b)
    assert (similarity(one, two) >= 0.7) is copy
    assert bool(set(bands(one)) & set(bands(two))) is copy


def test_documents_ids_depend_on_what_is_said() -> None:
    """White space and tracking make no new document; another day of publication does."""
    one = Document("A  text.\n", url="https://www.a.example/x/?utm_source=mail#top")
    two = Document("A text.", url="http://a.example/x")
    assert document_id(one) == document_id(two)
    assert document_id(one) != document_id(Document("Another text.", url="http://a.example/x"))
    assert clean_url("https://m.a.example/x?id=3&fbclid=9") == "a.example/x?id=3"
    assert clean_url(None) is None
