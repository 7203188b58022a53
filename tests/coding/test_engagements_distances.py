"""Days told by their distance from another engagement, and whose engagement it then is."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document

PUBLISHED = date(2024, 5, 15)  # a Wednesday

CASES = [
    (
        "Foreign Minister Lavrov met Wang Yi in Beijing on Monday, a day after his talks with Antony Blinken "
        "in Vienna.",
        {("CHN", "RUS"): ("2024-05-13", "Beijing"), ("RUS", "USA"): ("2024-05-12", "Vienna")},
    ),
    (
        "President Joe Biden received Ukrainian President Volodymyr Zelensky at the White House on Monday, "
        "three days after he had met Xi Jinping in Lima.",
        {("UKR", "USA"): ("2024-05-13", "White House"), ("CHN", "USA"): ("2024-05-10", "Lima")},
    ),
    (
        "Emmanuel Macron will meet Olaf Scholz in Berlin on Friday, two days before he meets Xi Jinping in Paris.",
        {("DEU", "FRA"): ("2024-05-17", "Berlin"), ("CHN", "FRA"): ("2024-05-19", "Paris")},
    ),
    (
        "fr:Narendra Modi a rencontré Karl Nehammer à Vienne lundi, au lendemain de ses entretiens avec Vladimir "
        "Poutine à Moscou.",
        {("AUT", "IND"): ("2024-05-13", "Vienne"), ("IND", "RUS"): ("2024-05-12", "Moscou")},
    ),
    (
        "fr:Le président américain Joe Biden a reçu lundi Volodymyr Zelensky, trois jours après avoir rencontré "
        "Xi Jinping à Lima.",
        {("UKR", "USA"): ("2024-05-13", None), ("CHN", "USA"): ("2024-05-10", "Lima")},
    ),
    (
        "Sergei Lavrov met Wang Yi in Beijing on Wednesday before Thursday's formal talks in the Great Hall.",
        {("CHN", "RUS"): ("2024-05-15", "Beijing")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_engagements_distances(text: str, expected: dict[tuple[str, str], tuple[str, str | None]]) -> None:
    """What lies days before or after another engagement has that day, its own place and the right sides."""
    language = "fr" if text.startswith("fr:") else "en"
    document = Document(text=text.removeprefix("fr:"), published=PUBLISHED, language=language)
    found = {
        tuple(sorted(one.countries)): (str(one.start), one.place.name if one.place else None)
        for one in reversed(find_engagements(annotate(document)))
    }
    for parties, told in expected.items():
        assert found.get(parties) == told
