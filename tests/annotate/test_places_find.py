"""Places in texts: what is one, which one it is, and how its name is used."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.parse import parse
from dragoman.annotate.places import find_places
from dragoman.model import Actor, Span

# text, then (words, country, use) of each place that has to be found, and no others
LOCATION, MODIFIER, ACTOR = "location", "modifier", "actor"
ENGLISH: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    ("Talks were held in Washington on Monday.", [("Washington", "USA", LOCATION)]),
    ("Washington said it would withdraw its troops.", []),
    ("Moscow warned London over the plan.", []),
    (
        "MOSCOW (Reuters) - The minister arrived in Baku on Friday.",
        [("MOSCOW", "RUS", LOCATION), ("Baku", "AZE", LOCATION)],
    ),
    (
        "Paris Hilton met Jordan Peele in Paris, Texas.",
        [("Paris", "USA", LOCATION), ("Texas", "USA", LOCATION)],
    ),
    ("The envoy flew to Paris.", [("Paris", "FRA", LOCATION)]),
    # a capital before its namesakes; a town over a date
    ("The minister received the ambassador in Islamabad.", [("Islamabad", "PAK", LOCATION)]),
    ("Windhoek, 14 May 2024: The minister received the ambassador.", [("Windhoek", "NAM", LOCATION)]),
    (
        "Bank of America opened an office in Georgia, near Tbilisi.",
        [("Georgia", "GEO", LOCATION), ("Tbilisi", "GEO", LOCATION)],
    ),
    (
        "He moved from Atlanta to Savannah, Georgia, last year.",
        [("Atlanta", "USA", LOCATION), ("Savannah", "USA", LOCATION), ("Georgia", "USA", LOCATION)],
    ),
    (
        "The Nigerien authorities in Niamey met officials from Nigeria in Abuja.",
        [
            ("Nigerien", "NER", MODIFIER),
            ("Niamey", "NER", LOCATION),
            ("Nigeria", "NGA", LOCATION),
            ("Abuja", "NGA", LOCATION),
        ],
    ),
    ("Chad Smith flew to Chad.", [("Chad", "TCD", LOCATION)]),
    ("They agreed at Camp David.", [("Camp David", "USA", LOCATION)]),
    (
        "They met at the Palais des Nations in Geneva.",
        [("Palais des Nations", "CHE", LOCATION), ("Geneva", "CHE", LOCATION)],
    ),
    (
        "The leaders dined at the Great Hall of the People in Beijing.",
        [("Great Hall of the People", "CHN", LOCATION), ("Beijing", "CHN", LOCATION)],
    ),
    ("Ships crossed the Strait of Hormuz.", [("Strait of Hormuz", None, LOCATION)]),
    (
        "Fighting spread in North Kivu and in Darfur.",
        [("North Kivu", "COD", LOCATION), ("Darfur", "SDN", LOCATION)],
    ),
    (
        "She lives in Mexico City, not in Mexico, Missouri.",
        [("Mexico City", "MEX", LOCATION), ("Mexico", "USA", LOCATION), ("Missouri", "USA", LOCATION)],
    ),
    (
        "He was born in Springfield, Ill., and works in Cambridge, Massachusetts.",
        [
            ("Springfield", "USA", LOCATION),
            ("Ill.", "USA", LOCATION),
            ("Cambridge", "USA", LOCATION),
            ("Massachusetts", "USA", LOCATION),
        ],
    ),
    ("Miss Jones may go on Sunday.", []),
    (
        "The delegation travelled to Kinshasa and Brazzaville.",
        [("Kinshasa", "COD", LOCATION), ("Brazzaville", "COG", LOCATION)],
    ),
]
FRENCH: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    (
        "Le ministre s'est rendu à Niamey, au Niger.",
        [("Niamey", "NER", LOCATION), ("Niger", "NER", LOCATION)],
    ),
    ("Paris a condamné le coup d'État.", []),
    ("Ils se sont réunis à Pékin.", [("Pékin", "CHN", LOCATION)]),
]


def _found(text: str, language: str) -> list[tuple[str, str | None, str]]:
    return [(place.text, place.country, place.use) for place in find_places(text, language=language)]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_find_places_english(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    """Each English text yields its places, with country and use, and no others."""
    assert _found(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_find_places_french(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    """Each French text yields its places, with country and use, and no others."""
    assert _found(text, "fr") == expected


def test_find_places_has_points() -> None:
    """A city has its own point and GeoNames id; an unknown square has its city's, and says so."""
    city, square = find_places("Crowds met in Niamey on Concertation Square.")
    assert city.geonameid is not None
    assert (round(city.latitude or 0, 1), round(city.longitude or 0, 1)) == (13.5, 2.1)
    assert square.text == "Concertation Square"
    assert (square.within, square.geonameid) == ("Niamey", None)
    assert (square.latitude, square.longitude) == (city.latitude, city.longitude)


def test_find_places_skips_names_of_persons() -> None:
    """A name that is a person's mention is not looked at."""
    text = "Baroness Ashton spoke to Chelsea Clinton in Lagos."
    actor = Actor("a1", "person", "Chelsea Clinton", mentions=(Span(25, 40, "Chelsea Clinton"),))
    assert [place.text for place in find_places(text, actors=[actor])] == ["Lagos"]


@given(st.text(alphabet="Niger .,ParisTexas\n(AP)—é’", max_size=120))
@settings(max_examples=40, deadline=None)
def test_find_places_spans_hold_their_text(text: str) -> None:
    """For any text every place's words stand where its span says, in order, within the map."""
    last = 0
    for place in find_places(text):
        assert place.text == text[place.start : place.end]
        assert last <= place.start < place.end
        last = place.end
        if place.latitude is not None and place.longitude is not None:
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180


@pytest.mark.parametrize("text", ["", " \n", "A" * 300_000, "Niger, " * 40_000, "(" * 100_000])
def test_find_places_bears_hostile_texts(text: str) -> None:
    """Long and empty texts are read without fail."""
    find_places(text)


def test_find_places_takes_a_parse() -> None:
    """A parse that is given changes nothing."""
    text = "The delegation of Niger met in Agadez."
    assert find_places(text, parse=parse(text)) == find_places(text)


def test_a_town_known_for_meetings_is_meant_where_nothing_says_otherwise() -> None:
    """Geneva is in Switzerland also where a text speaks of the United States."""
    text = "The U.S. Secretary left the White House. He is in Geneva."
    assert [p.country for p in find_places(text) if p.text == "Geneva"] == ["CHE"]
