"""What a brief shows to be wrong by itself, without any source."""

import pytest

from dragoman.sources.load import from_bytes
from dragoman.verify import Finding, check


def alone(brief: str, published: str | None = "2024-04-24") -> list[Finding]:
    return check(from_bytes(brief.encode(), name="brief.txt", published=published))


DOUBTS = [
    ("demonym", "error", "Talks in Niamey go on. Washington supports the Nigerian people, the envoy to Niger said.", "Nigerian"),
    ("demonym", "warning", "The Congolese delegation denied the report on Monday, a spokesman said in Geneva.", "Congolese"),
    ("place", "error", "Ministers flew to the Malian capital, Niamey, to meet the junta.", "Niamey"),
    ("place", "error", "They gathered in Ouagadougou, the capital of Ghana, for two days.", "Ouagadougou"),
    ("organisation", "warning", "The National Committee for Safeguarding the Homeland (CNSP) rules in Niamey.", "National Committee"),
    ("organisation", "error", "The Economic Community of West African States (ECCAS) met in Abuja.", "ECCAS"),
    ("organisation", "warning", "The Organisation of the Islamic Conference met in Jeddah.", "Organisation"),
    ("date", "error", "The ministers will meet in Oslo on Monday, 25 April 2024.", "Monday"),
    ("date", "error", "The conference opens in Oslo on 31 June.", "31 June"),
    ("name", "warning", "Minister Anna Kowalska met the envoy. Later Anna Kovalska flew home. Kowalska spoke to the press.", "Kovalska"),
    ("loaded", "note", "In a landmark decision the two states agreed on a border.", "landmark"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "severity", "brief", "words"), DOUBTS, ids=[f"{d[0]}: {d[3]}" for d in DOUBTS]
)
def test_alone_finds(kind: str, severity: str, brief: str, words: str) -> None:
    """The slip is found with its kind and severity, at its place."""
    start = brief.index(words)
    hits = [f for f in alone(brief) if f.kind == kind and f.start < start + len(words) and start < f.end]
    assert [f.severity for f in hits] == [severity], alone(brief)


FINE = [
    "The Nigerien army and the Nigerian army met in Niamey; Nigeria and Niger share a border.",
    "The Congolese government in Kinshasa, in the Democratic Republic of the Congo, denied the report.",
    "Ministers flew to the Malian capital, Bamako, to meet the junta.",
    "The Economic Community of West African States (ECOWAS) met in Abuja.",
    "The ministers will meet in Oslo on Thursday, 25 April 2024.",
    "The conference opens in Oslo on 30 June.",
]


@pytest.mark.parametrize("brief", FINE)
def test_alone_leaves_right_words_alone(brief: str) -> None:
    """Where nothing is wrong, nothing is found."""
    assert [f for f in alone(brief) if f.severity != "note"] == []


def test_alone_corrects_the_demonym_in_its_form() -> None:
    """The right demonym comes in the number and language of the wrong one."""
    french = "La délégation reste à Niamey. Les Nigérians ont reçu l'envoyé au Niger."
    found = [f for f in alone(french) if f.kind == "demonym"]
    assert [f.correction for f in found] == ["Nigériens"]


@pytest.mark.gold
def test_seed_gives_the_demonym_as_an_error_and_the_council_as_a_warning(shared) -> None:  # type: ignore[no-untyped-def]
    """The page that the project began with has two slips, and both are found without its source."""
    path = next((shared / "seed").glob("*.txt"))
    found = {(f.kind, f.severity, f.text) for f in check(path)}
    assert ("demonym", "error", "Nigerian") in found
    assert ("organisation", "warning", "National Committee for Safeguarding the Homeland") in found
