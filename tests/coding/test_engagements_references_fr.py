"""Who, where and when in French by what the text points to: "avec qui", "y", "ce dernier", "Russes et Ukrainiens"."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 3, 13)  # a Wednesday


def read(text: str) -> list[Engagement]:
    """The engagements of a French text published on 13 March 2024."""
    return find_engagements(annotate(Document(text=text, published=PUBLISHED, language="fr")))


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries", "place", "start"),
    [
        ("Au cours d'un entretien mardi à Doha, l'émir du Qatar et le roi de Jordanie ont évoqué Gaza.",
         "meeting", "held", {"QAT", "JOR"}, "Doha", "2024-03-12"),
        ("À l'issue de son entretien mardi avec le président Paul Biya à Yaoundé, l'ambassadeur de Russie a parlé.",
         "meeting", "held", {"CMR", "RUS"}, "Yaoundé", "2024-03-12"),
        ("Le ministre sud-africain Naledi Pandor, que le président Kaïs Saïed a reçu mardi à Tunis, a salué l'accord.",
         "meeting", "held", {"ZAF", "TUN"}, "Tunis", "2024-03-12"),
        ("Le Premier ministre slovaque Robert Fico, avec qui Viktor Orban s'était entretenu mardi à Budapest, a parlé.",
         "meeting", "held", {"SVK", "HUN"}, "Budapest", "2024-03-12"),
        ("Joint au téléphone mardi par son homologue français, le ministre iranien Hossein Amir-Abdollahian a protesté.",
         "call", "held", {"IRN", "FRA"}, None, "2024-03-12"),
        ("Russes et Ukrainiens ont repris mardi à Istanbul leurs pourparlers.",
         "talks", "underway", {"RUS", "UKR"}, "Istanbul", "2024-03-12"),
        ("William Burns a été dépêché au Caire. Le patron de la CIA y a rencontré mardi le chef du renseignement égyptien.",
         "meeting", "held", {"USA", "EGY"}, "Caire", "2024-03-12"),
        ("Ahmed Attaf a eu lundi à Alger avec son homologue tunisien Nabil Ammar des entretiens sur la frontière.",
         "meeting", "held", {"DZA", "TUN"}, "Alger", "2024-03-11"),
        ("Le roi Felipe VI effectuera une visite d'État à Paris le 21 mars.",
         "visit", "announced", {"ESP", "FRA"}, "Paris", "2024-03-21"),
        ("Une délégation militaire russe conduite par Iounous-bek Evkourov a été reçue mardi par Ibrahim Traoré.",
         "meeting", "held", {"RUS", "BFA"}, None, "2024-03-12"),
        ("Ilham Aliev a rencontré lundi à Bakou l'émissaire européen Toivo Klaar.",
         "meeting", "held", {"AZE", "EU"}, "Bakou", "2024-03-11"),
        ("Le locataire de l'Élysée recevra jeudi le roi de Jordanie.",
         "meeting", "announced", {"FRA", "JOR"}, None, "2024-03-14"),
        ("Une réunion trilatérale s'est tenue lundi au Caire entre les ministres égyptien, jordanien et irakien.",
         "meeting", "held", {"EGY", "JOR", "IRQ"}, "Caire", "2024-03-11"),
        ("Nasser Bourita s'est entretenu mardi à Rabat en tête-à-tête avec Stéphane Séjourné.",
         "meeting", "held", {"MAR", "FRA"}, "Rabat", "2024-03-12"),
    ],
)  # fmt: skip
def test_references_in_french(
    text: str, kind: str, status: str, countries: set[str], place: str | None, start: str
) -> None:
    """Parties and place are those that relatives, pronouns and periphrases stand for."""
    (found,) = read(text)
    assert (found.kind, found.status, set(found.countries)) == (kind, status, countries)
    assert (found.place.name if found.place else None, str(found.start)) == (place, start)


def test_an_office_is_his_who_is_no_counterpart() -> None:
    """ "Le chef de l'État" is whom the text is about, not "son homologue" of the sentence before."""
    found = read(
        "Le président français Emmanuel Macron sera reçu jeudi à Yaoundé par son homologue Paul Biya.\n\n"
        "Vendredi, le chef de l'État gagnera Cotonou. Il y rencontrera le président béninois Patrice Talon."
    )
    assert [{p.country for p in e.participants} for e in found if e.kind == "meeting"][-1] == {"FRA", "BEN"}


def test_a_part_of_the_day_is_today() -> None:
    """ "Dans la soirée" in a paragraph of its own is of the day of publication."""
    (_, found) = read(
        "Emmanuel Macron a rencontré lundi à Berlin Olaf Scholz, à qui il a redit que la défense de l'Europe "
        "demandait des efforts communs et que la France y prendrait sa part.\n\n"
        "Le président français devait recevoir dans la soirée à l'Élysée le Premier ministre Donald Tusk."
    )
    assert (found.status, str(found.start)) == ("announced", "2024-03-13")


@pytest.mark.parametrize(
    "text",
    [
        "Le premier appel d'offres franco-allemand sera lancé vendredi.",
        "L'entretien des routes entre le Bénin et le Togo a coûté trois milliards en février.",
        "La France appelle à un dialogue entre le gouvernement et la société nicaraguayenne.",
        "Le cessez-le-feu négocié avec l'aide du Qatar et de la Turquie tient encore.",
    ],
)
def test_no_engagement_by_other_senses(text: str) -> None:
    """Tenders, upkeep, demands and help are no engagements."""
    assert read(text) == []
