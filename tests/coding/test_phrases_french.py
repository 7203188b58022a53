"""French events: the lexicon's table on sentences with named actors."""

import pytest
from tests.coding.sketch import sketch

from dragoman.coding.events import find_events

ACTORS = {
    "NOR": ["Norvège", "norvégien", "norvégiens", "Oslo"],
    "PER": ["Pérou", "péruvien", "péruviens", "Lima"],
    "RUS": ["Russie", "russe", "russes", "Moscou"],
    "NER": ["Niger", "nigérien"],
}

CASES = [
    ("Le président péruvien a téléphoné au ministre norvégien.", "CONSULT"),
    ("Les pourparlers entre la Russie et le Pérou ont repris.", "CONSULT"),
    ("Les négociations entre Oslo et Lima ont échoué.", "REJECT"),
    ("La Norvège a remercié le Pérou.", "SUPPORT"),
    ("La Russie a fourni des hélicoptères au Niger.", "AID"),
    ("La Norvège va retirer ses troupes du Niger.", "CONCEDE"),
    ("La Russie a libéré deux marins norvégiens.", "RETREAT"),
    ("Le Niger a ordonné à l'ambassadeur russe de quitter le pays.", "REQUEST"),
    ("La Russie a été accusée par la Norvège d'ingérence.", "ACCUSE"),
    ("Moscou a rejeté la proposition de Lima.", "REJECT"),
    ("Moscou a menacé la Norvège de représailles.", "THREATEN"),
    ("Le Pérou a rappelé son ambassadeur en Norvège.", "SANCTION"),
    ("La Norvège a gelé les avoirs de trois généraux russes.", "COERCE"),
    ("L'armée russe a bombardé un convoi norvégien.", "ASSAULT"),
    ("La Russie a massé des troupes contre la Norvège.", "MOBILIZE"),
    ("Lima est plus peuplée que la Norvège.", None),
    ("La Norvège, comme le Pérou, vit de la pêche.", None),
]


@pytest.mark.parametrize(("sentence", "kind"), CASES)
def test_phrases_code_french_predicates(sentence: str, kind: str | None) -> None:
    """A predicate of the table gives its type to its actors; other sentences give no event."""
    found = [event.type for event in find_events(sketch(sentence, ACTORS, language="fr"))]
    assert found == ([kind] if kind else [])
