"""People by name, title and country in the phrasings of ministries and agencies of many countries."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.annotate.actors.find import read_mentions
from dragoman.annotate.actors.resolve import read_text
from dragoman.annotate.places.names import place_index
from dragoman.model import Document


def people(text: str, language: str) -> dict[str, str | None]:
    """Name -> country that the words state, for the people of a text."""
    found = [m for m in read_mentions(read_text(text, language), None, []) if m.kind == "person"]
    return {m.name: m.country or next((t.country for t in m.titles if t.country), None) for m in found}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Mr. KISHIDA Fumio, Prime Minister of Japan, met H.E. Mr. YOON Suk Yeol, President of the Republic of Korea.",
         "en", {"Kishida Fumio": "JPN", "Yoon Suk Yeol": "KOR"}),
        ("China's Vice Premier He Lifeng met Vice Foreign Minister Sun Weidong.",
         "en", {"He Lifeng": "CHN", "Sun Weidong": None}),
        ("Sri Lanka's Foreign Minister M.U.M. Ali Sabry spoke.", "en", {"M.U.M. Ali Sabry": "LKA"}),
        ("Ghana's Minister for Foreign Affairs and Regional Integration Kwabena Ofori signed.",
         "en", {"Kwabena Ofori": "GHA"}),
        ("Nicaragua's Minister of National Defence and Veterans' Affairs Ana Lopez spoke.",
         "en", {"Ana Lopez": "NIC"}),
        ("The High Commissioner of India, H.E. Mr. Rajat Bose, called.", "en", {"Rajat Bose": "IND"}),
        ("Deputy Prime Minister, Minister of Foreign Affairs of Kazakhstan Murat Nurtleu spoke.",
         "en", {"Murat Nurtleu": "KAZ"}),
        ("Indonesian President Joko Widodo at Kirribilli House.", "en", {"Joko Widodo": "IDN"}),
        ("He met Cambodia's Prime Minister Hun Sen.", "en", {"Hun Sen": "KHM"}),
        ("La ministre des Affaires étrangères, de la Francophonie et du Commerce du Togo, Mme Odette Kaboré, parle.",
         "fr", {"Odette Kaboré": "TGO"}),
        ("M. Armando Sanhá, Président de la République de Guinée-Bissau, est arrivé.",
         "fr", {"Armando Sanhá": "GNB"}),
        ("M. Jean-Yves Le Drian, ministre français des Affaires étrangères, est arrivé.",
         "fr", {"Jean-Yves Le Drian": "FRA"}),
    ],
)  # fmt: skip
def test_names_and_titles_keep_together(text: str, language: str, wanted: dict[str, str | None]) -> None:
    """A name takes the whole of its title, whatever order, capitals and commas it comes in."""
    found = people(text, language)
    assert wanted.items() <= found.items()


@pytest.mark.parametrize(("text", "language"), [("in New York City", "en"), ("to The Hague", "en")])
def test_the_end_of_a_place_is_no_person(text: str, language: str) -> None:
    """Words that end a place's name are nobody's name."""
    assert people(f"They went {text}.", language) == {}


@pytest.mark.parametrize(("name", "country"), [("N'Djaména", "TCD"), ("Addis", "ETH"), ("Abou Dhabi", "ARE")])
def test_capitals_are_known_by_all_their_names(name: str, country: str) -> None:
    """A capital's other names are places of its country where the gazetteer lacks them."""
    readings = place_index("fr").get(name) or ()
    assert country in {reading.country for reading in readings}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Special Envoy for Yemen, Jonas Berg, was in Riyadh.", "Jonas Berg", None),
        ("The Special Coordinator for Lebanon, Ana Rossi, met the President.", "Ana Rossi", None),
        ("The Personal Envoy for Western Sahara, Ana Rossi, was in Algiers.", "Ana Rossi", "UNO"),
        ("The UN met. The Special Envoy for Yemen, Jonas Berg, was in Riyadh.", "Jonas Berg", "UNO"),
        ("The U.S. met. The Special Envoy for Yemen, Jonas Berg, was in Riyadh.", "Jonas Berg", "USA"),
        ("High Representative Kaja Kallas spoke.", "Kaja Kallas", "EUR"),
    ],
)
def test_envoys_are_not_of_the_state_that_they_deal_with(text: str, name: str, country: str | None) -> None:
    """An envoy for a state is of whoever sends him, and a title of the EU goes before an earlier office."""
    parse = annotate(Document(text=text, published=date(2024, 5, 15), language="en"))
    assert {a.name: a.country for a in parse.actors}[name] == country


def roles(text: str, language: str) -> dict[str, str | None]:
    """Name -> role as it is shown, for the people of a text."""
    found = annotate(Document(text=text, language=language, published=date(2024, 6, 3))).actors
    return {actor.name: actor.role for actor in found if actor.kind == "person"}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("DEPUTY SECRETARY OF STATE (ACTING) MARY K. ROWE", "en", {"Mary K. Rowe": "Deputy Secretary of State"}),
        ("Le président de la Transition, le colonel Assimi Goïta, l'a reçue.", "fr",
         {"Assimi Goïta": "président de la Transition, colonel"}),
        ("Defence Minister Boris Pistorius arrived in Kyiv. He met President Volodymyr Zelenskyy and his"
         " Ukrainian counterpart, Rustem Umerov.", "en",
         {"Boris Pistorius": "Defence Minister", "Volodymyr Zelenskyy": "President",
          "Rustem Umerov": "Defence Minister"}),
    ],
)  # fmt: skip
def test_roles_around_names(text: str, language: str, wanted: dict[str, str]) -> None:
    """Brackets and ranks between an office and a name part them not; whose counterpart a pronoun tells."""
    assert roles(text, language) == wanted
