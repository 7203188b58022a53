"""French syntax: entries of an agenda, things put in between, papers, company, how long talks took."""

from datetime import date
from functools import partial

import pytest
from tests.coding import telling

PUBLISHED = date(2024, 3, 13)  # a Wednesday

AGENDA = """Agenda de M. Stéphane Séjourné, ministre de l'Europe et des Affaires étrangères
Semaine du 18 au 24 mars 2024

Lundi 18 mars

10h00 Quai d'Orsay – Entretien avec M. Espen Barth Eide, ministre norvégien des affaires étrangères
18h30 Berlin – Dîner de travail avec Mme Annalena Baerbock et M. Radosław Sikorski

Mardi 19 et mercredi 20 mars

Marrakech – Déplacement au Maroc pour la réunion des ministres des affaires étrangères du G7
En marge de la réunion, entretien bilatéral avec Mme Yoko Kamikawa, ministre japonaise (mercredi, 10h30)
"""


read = partial(telling.read, language="fr", published=PUBLISHED)


def test_agenda_takes_place_days_and_official_from_around_its_entries() -> None:
    """The place before the dash, both days of a heading, the weekday in brackets and the minister count."""
    found = [
        (
            e.kind,
            {p.country for p in e.participants},
            e.place.name if e.place else None,
            str(e.start),
            str(e.end),
        )
        for e in read(AGENDA)
    ]
    assert found == [
        ("meeting", {"FRA", "NOR"}, "Quai d'Orsay", "2024-03-18", "2024-03-18"),
        ("meeting", {"FRA", "DEU", "POL"}, "Berlin", "2024-03-18", "2024-03-18"),
        ("visit", {"FRA"}, "Marrakech", "2024-03-19", "2024-03-20"),
        ("meeting", {"FRA", "JPN"}, "Marrakech", "2024-03-20", "2024-03-20"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries", "place", "days"),
    [
        ("Les pourparlers entre Juba et Khartoum se sont ouverts le 4 mars à Addis-Abeba et se sont achevés mardi.",
         "talks", "held", {"SSD", "SDN"}, "Addis-Abeba", ("2024-03-04", "2024-03-12")),
        ("Le capitaine Ibrahim Traoré a, dans la matinée, rencontré Vladimir Poutine lundi à Saint-Pétersbourg.",
         "meeting", "held", {"BFA", "RUS"}, "Saint-Pétersbourg", ("2024-03-11", "2024-03-11")),
        ("Ahmed Attaf avait évoqué ce sujet la semaine dernière, à Paris, avec M. Stéphane Séjourné.",
         "meeting", "held", {"DZA", "FRA"}, "Paris", ("2024-03-04", "2024-03-10")),
        ("Un dîner a été offert lundi à Doha par l'émir du Qatar en l'honneur du président paraguayen Santiago Peña.",
         "meeting", "held", {"QAT", "PRY"}, "Doha", ("2024-03-11", "2024-03-11")),
        ("Le président turc Recep Tayyip Erdogan avait fait le déplacement d'Athènes le 7 décembre.",
         "visit", "held", {"TUR", "GRC"}, "Athènes", ("2023-12-07", "2023-12-07")),
        ("La signature de l'accord entre Addis-Abeba et Mogadiscio, prévue vendredi, a été repoussée sine die.",
         "signing", "postponed", {"ETH", "SOM"}, None, ("2024-03-15", "2024-03-15")),
        ("Une rencontre entre les présidents arménien et azerbaïdjanais est attendue la semaine prochaine à Almaty.",
         "meeting", "announced", {"ARM", "AZE"}, "Almaty", ("2024-03-18", "2024-03-24")),
    ],
)  # fmt: skip
def test_syntax_of_french(
    text: str, kind: str, status: str, countries: set[str], place: str | None, days: tuple[str, str]
) -> None:
    """Parties, days and place are found across what stands between them."""
    (found,) = read(text)
    assert (found.kind, found.status, set(found.countries)) == (kind, status, countries)
    assert (found.place.name if found.place else None, (str(found.start), str(found.end))) == (place, days)


def test_paper_is_signed_by_those_who_agreed_on_it() -> None:
    """What is signed later has the sides of what was told before."""
    held, planned = read(
        "Le ministre malien Abdoulaye Diop et son homologue algérien Ahmed Attaf ont paraphé mardi à Alger un accord. "
        "Le texte doit être signé lundi à Bamako."
    )
    assert (held.status, held.kind) == ("held", "signing")
    assert (planned.kind, planned.status, set(planned.countries)) == ("signing", "announced", {"MLI", "DZA"})
    assert (planned.place.name if planned.place else None, str(planned.start)) == ("Bamako", "2024-03-18")


@pytest.mark.parametrize(
    "text",
    [
        "Il s'agissait de la première visite d'un ministre français des Affaires étrangères au Soudan depuis dix ans.",
        "Les présidents serbe et kosovar sont convenus à Paris de reprendre le dialogue.",
    ],
)
def test_what_is_only_counted_or_wished_is_none(text: str) -> None:
    """A visit that is only counted and talks without a day are no engagement of their own."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "count", "kind", "status", "countries", "place"),
    [
        ("Le sommet Union européenne-Ukraine aura lieu vendredi à Kiev.",
         1, "summit", "announced", {"EU", "UKR"}, "Kiev"),
        ("Le président Nicolas Maduro se tourne vers Bogota. Lundi, le président Gustavo Petro l'avait reçu à Cúcuta.",
         1, "meeting", "held", {"COL", "VEN"}, "Cúcuta"),
        ("Ursula von der Leyen est à Tunis ce mercredi en compagnie de la présidente du Conseil italienne, Giorgia "
         "Meloni, et du Premier ministre néerlandais, Mark Rutte.",
         1, "visit", "underway", {"EU", "ITA", "NLD", "TUN"}, "Tunis"),
        ("La chancelière Angela Merkel ne fera finalement pas le voyage d'Alger. Sa visite, prévue lundi, est reportée.",
         1, "visit", "postponed", {"DEU", "DZA"}, "Alger"),
        ("L'entrevue que devaient avoir vendredi à Genève Antonio Guterres et Sergueï Lavrov a été annulée.",
         1, "meeting", "cancelled", {"UN", "RUS"}, "Genève"),
        ("Déplacement de Mme Catherine Colonna au Liban (Beyrouth, 18-19 mars 2024).",
         1, "visit", "announced", {"FRA", "LBN"}, "Beyrouth"),
        ("Réunion de haut niveau lundi à Rabat entre le Maroc et l'Espagne.",
         1, "meeting", "held", {"MAR", "ESP"}, "Rabat"),
    ],
)  # fmt: skip
def test_sides_and_states_across_sentences(
    text: str, count: int, kind: str, status: str, countries: set[str], place: str
) -> None:
    """Two sides in one name, pronouns before their verb, company, and what a given up visit came to."""
    found = read(text)
    assert len(found) == count
    one = found[-1]
    assert (one.kind, one.status, set(one.countries)) == (kind, status, countries)
    assert one.place is not None
    assert one.place.name == place
