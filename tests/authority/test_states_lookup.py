"""Names of states: the traps, both languages, and what is ambiguous."""

import pytest

from dragoman.authority.states import french_forms, lookup_state, state, state_index, states
from dragoman.errors import UsageError

# text, language, countries, form of the first reading
CASES = [
    ("Niger", None, {"NER"}, "name"),
    ("Nigeria", None, {"NGA"}, "name"),
    ("Nigerien", "en", {"NER"}, "demonym"),
    ("Nigeriens", "en", {"NER"}, "demonym"),
    ("Nigerian", "en", {"NGA"}, "demonym"),
    ("nigérien", "fr", {"NER"}, "demonym"),
    ("Nigériennes", "fr", {"NER"}, "demonym"),
    ("nigérian", "fr", {"NGA"}, "demonym"),
    ("nigérianes", "fr", {"NGA"}, "demonym"),
    ("Congolese", "en", {"COD", "COG"}, "demonym"),
    ("congolaises", "fr", {"COD", "COG"}, "demonym"),
    ("DR Congo", None, {"COD"}, "alias"),
    ("RDC", "fr", {"COD"}, "alias"),
    ("Congo-Brazzaville", None, {"COG"}, "name"),
    ("Congo", "en", {"COD", "COG"}, "alias"),
    ("Guinea", "en", {"GIN"}, "name"),
    ("Guinea-Bissau", None, {"GNB"}, "name"),
    ("Guinée équatoriale", "fr", {"GNQ"}, "name"),
    ("Equatorial Guinea", "en", {"GNQ"}, "name"),
    ("Papua New Guinea", "en", {"PNG"}, "name"),
    ("Bissau-Guinean", "en", {"GNB"}, "demonym"),
    ("South Korean", "en", {"KOR"}, "demonym"),
    ("North Korea", None, {"PRK"}, "name"),
    ("nord-coréenne", "fr", {"PRK"}, "demonym"),
    ("Korean", "en", {"KOR", "PRK"}, "demonym"),
    ("Dominica", None, {"DMA"}, "name"),
    ("Dominican Republic", "en", {"DOM"}, "name"),
    ("Dominican", "en", {"DMA", "DOM"}, "demonym"),
    ("dominicaine", "fr", {"DOM"}, "demonym"),
    ("Georgia", None, {"GEO"}, "name"),
    ("Georgian", None, {"GEO"}, "demonym"),
    ("Ireland", None, {"IRL"}, "name"),
    ("Northern Ireland", None, {"GBR"}, "alias"),
    ("Sudan", None, {"SDN"}, "name"),
    ("South Sudan", None, {"SSD"}, "name"),
    ("South Sudanese", None, {"SSD"}, "demonym"),
    ("Samoa", None, {"WSM"}, "name"),
    ("American Samoa", None, {"ASM"}, "name"),
    ("Saint-Martin", "fr", {"MAF"}, "name"),
    ("Swiss", "en", {"CHE"}, "demonym"),
    ("Swazi", "en", {"SWZ"}, "demonym"),
    ("suissesses", "fr", {"CHE"}, "demonym"),
    ("Ivory Coast", None, {"CIV"}, "name"),
    ("Côte d’Ivoire", None, {"CIV"}, "name"),
    ("Ivorian", None, {"CIV"}, "demonym"),
    ("Burma", None, {"MMR"}, "alias"),
    ("Birmanie", None, {"MMR"}, "name"),
    ("the Vatican", None, {"VAT"}, "alias"),
    ("Saint-Siège", None, {"VAT"}, "alias"),
    ("Türkiye", None, {"TUR"}, "name"),
    ("Turquie", None, {"TUR"}, "name"),
    ("Burkinabè", "en", {"BFA"}, "demonym"),
    ("Chadian", None, {"TCD"}, "demonym"),
    ("tchadiennes", "fr", {"TCD"}, "demonym"),
    ("Washington", None, {"USA"}, "capital"),
    ("Foggy Bottom", None, {"USA"}, "seat"),
    ("Downing Street", None, {"GBR"}, "seat"),
    ("the Elysée", "en", {"FRA"}, "seat"),
    ("the Kremlin", None, {"RUS"}, "seat"),
    ("South Block", None, {"IND"}, "seat"),
    ("Pékin", "fr", {"CHN"}, "capital"),
    ("N’Djamena", None, {"TCD"}, "capital"),
    ("Kosovo", None, {"XKX"}, "name"),
    ("Taiwanese", None, {"TWN"}, "demonym"),
    ("Soviet Union", None, {"SUN"}, "name"),
    ("Zaire", None, {"COD"}, "alias"),
    ("Yugoslavia", None, {"YUG"}, "name"),
    ("Czechoslovakia", None, {"CSK"}, "name"),
    ("U.S.", None, {"USA"}, "alias"),
    ("US", None, {"USA"}, "alias"),
    ("us", None, set(), ""),
    ("Nigerland", None, set(), ""),
    ("", None, set(), ""),
]


@pytest.mark.parametrize(("text", "language", "countries", "form"), CASES)
def test_lookup_state_readings(text: str, language: str | None, countries: set[str], form: str) -> None:
    """A name has all its countries, and no more; the first reading tells its kind."""
    rows = lookup_state(text, language)
    assert {row.country for row in rows} == countries
    assert (rows[0].form if rows else "") == form


def test_state_knows_codes() -> None:
    """A state is found by both codes, and an unknown code says what to give."""
    assert state("NER").name == state("NE").name == "Niger"
    assert state("CIV").name_fr == "Côte d'Ivoire"
    with pytest.raises(UsageError, match="give an ISO 3166 code"):
        state("QQQ")


def test_states_have_names_and_points() -> None:
    """Every member of the United Nations and more is there, with names and a point on the map."""
    known = [entry for entry in states().values() if entry.kind == "state"]
    assert len(known) == 194
    assert all(entry.name and entry.name_fr and entry.capital for entry in known)
    assert all(-90 <= entry.latitude <= 90 and -180 <= entry.longitude <= 180 for entry in known)


@pytest.mark.parametrize(
    ("cell", "forms"),
    [
        ("nigérien/nigérienne", ["nigérien", "nigériens", "nigérienne", "nigériennes"]),
        ("français/française", ["français", "française", "françaises"]),
        ("belge/belge", ["belge", "belges"]),
    ],
)
def test_french_forms_follow_the_rule(cell: str, forms: list[str]) -> None:
    """French plurals take -s, save after s, x and z."""
    assert french_forms(cell) == forms


def test_index_finds_the_longest_name() -> None:
    """In a text the longest name of a state wins, and both apostrophes do."""
    text = "Equatorial Guinea, Guinea-Bissau and Côte d’Ivoire met the Nigerien side."
    found = [(text[s:e], {row.country for row in rows}) for s, e, rows in state_index("en").find(text)]
    assert found == [
        ("Equatorial Guinea", {"GNQ"}),
        ("Guinea-Bissau", {"GNB"}),
        ("Côte d’Ivoire", {"CIV"}),
        ("Nigerien", {"NER"}),
    ]
