"""Engagements as the French-speaking press and ministries state them, in a sentence or two each."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 3, 13)  # a Wednesday


def read(text: str) -> list[Engagement]:
    """The engagements of a French text published on 13 March 2024."""
    return find_engagements(annotate(Document(text=text, published=PUBLISHED, language="fr")))


def days(found: Engagement) -> tuple[str | None, str | None]:
    """The first and last day as written in a record."""
    return tuple(day.isoformat() if day else None for day in (found.start, found.end))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries", "start"),
    [
        ("Le roi Mohammed VI a reçu lundi au palais royal de Rabat le président mauritanien Mohamed Ould Ghazouani.",
         "meeting", "held", {"MAR", "MRT"}, "2024-03-11"),
        ("L'ambassadeur du Brésil au Niger, Paulo Reis, et le général Rui Couto rencontrent jeudi 14 mars à Niamey "
         "des responsables du CNSP.",
         "meeting", "announced", {"BRA", "NER"}, "2024-03-14"),
        ("L'ambassadrice du Brésil au Niger, Ana Reis, rencontre jeudi 14 mars des représentants du CNSP.",
         "meeting", "announced", {"BRA", "NER"}, "2024-03-14"),
        ("Félix Tshisekedi et João Lourenço ont eu un tête-à-tête mardi à Luanda.",
         "meeting", "held", {"COD", "AGO"}, "2024-03-12"),
        ("Vladimir Poutine et Kim Jong-un se sont vus mardi à Vladivostok.",
         "meeting", "held", {"RUS", "PRK"}, "2024-03-12"),
        ("Emmanuel Macron reçoit jeudi le Premier ministre polonais Donald Tusk.",
         "meeting", "announced", {"FRA", "POL"}, "2024-03-14"),
        ("Le ministre algérien Ahmed Attaf prendra part jeudi à Istanbul à une réunion tripartite "
         "avec ses homologues turc et libyen.",
         "meeting", "announced", {"DZA", "TUR", "LBY"}, "2024-03-14"),
        ("Les consultations politiques franco-indiennes se tiendront à New Delhi le 21 mars.",
         "talks", "announced", {"FRA", "IND"}, "2024-03-21"),
        ("La Grande commission mixte Algérie-Niger se tiendra les 20 et 21 mars à Niamey.",
         "talks", "announced", {"DZA", "NER"}, "2024-03-20"),
        ("Une réunion quadripartite rassemblant la Russie, la Turquie, l'Iran et la Syrie s'est tenue lundi à Moscou.",
         "meeting", "held", {"RUS", "TUR", "IRN", "SYR"}, "2024-03-11"),
        ("Le conclave qui devait réunir mercredi à Nairobi les présidents William Ruto et Salva Kiir a été annulé.",
         "meeting", "cancelled", {"KEN", "SSD"}, "2024-03-13"),
        ("Les pourparlers entre Israël et le Hamas au Caire ont tourné court mardi.",
         "talks", "failed", {"ISR", "PSE"}, "2024-03-12"),
        ("Les chefs de la diplomatie française, allemande et polonaise se sont retrouvés lundi à Weimar.",
         "meeting", "held", {"FRA", "DEU", "POL"}, "2024-03-11"),
    ],
)  # fmt: skip
def test_meetings_in_french(text: str, kind: str, status: str, countries: set[str], start: str) -> None:
    """Kind, status, countries and first day of a meeting follow from its sentence."""
    (found,) = read(text)
    assert (found.kind, found.status, set(found.countries)) == (kind, status, countries)
    assert days(found)[0] == start


@pytest.mark.parametrize(
    ("text", "status", "visitor", "countries", "when"),
    [
        ("La visite à Berlin du Premier ministre hongrois Viktor Orban, prévue jeudi, a été reportée sine die.",
         "postponed", "Viktor Orban", {"HUN", "DEU"}, ("2024-03-14", "2024-03-14")),
        ("La visite officielle du roi Charles III en France, qui devait débuter dimanche, a été reportée.",
         "postponed", "Charles III", {"GBR", "FRA"}, ("2024-03-17", "2024-03-17")),
        ("Ignazio Cassis effectuera du 18 au 22 mars une tournée qui le mènera en Inde et au Japon.",
         "announced", "Ignazio Cassis", {"CHE", "IND", "JPN"}, ("2024-03-18", "2024-03-22")),
        ("Emmanuel Macron effectuera un déplacement en Asie centrale les 21 et 22 mars.",
         "announced", "Emmanuel Macron", {"FRA"}, ("2024-03-21", "2024-03-22")),
        ("Le vice-président de la Gambie, Muhammed Jallow, séjourne à Dakar depuis lundi.",
         "underway", "Muhammed Jallow", {"GMB", "SEN"}, ("2024-03-11", None)),
        ("Le président libérien Joseph Boakai effectue une visite de 72 heures en Côte d'Ivoire depuis mardi.",
         "underway", "Joseph Boakai", {"LBR", "CIV"}, ("2024-03-12", "2024-03-14")),
        ("Le président chinois Xi Jinping a mis fin mardi à une visite d'État en France.",
         "held", "Xi Jinping", {"CHN", "FRA"}, ("2024-03-12", "2024-03-12")),
    ],
)  # fmt: skip
def test_visits_in_french(
    text: str, status: str, visitor: str, countries: set[str], when: tuple[str | None, str | None]
) -> None:
    """Status, visitor, countries and days of a visit follow from its sentence."""
    (found,) = read(text)
    assert (found.kind, found.status, set(found.countries)) == ("visit", status, countries)
    assert ([p.name for p in found.participants], days(found)) == ([visitor], when)


def test_the_leader_of_a_delegation_takes_part_for_its_country() -> None:
    """Whoever leads a delegation takes part for whom the delegation comes from."""
    (found,) = read(
        "Le général Assimi Goïta a reçu ce mardi une délégation du Burkina Faso, "
        "conduite par le ministre d'État Bassolma Bazié."
    )
    assert {(p.name, p.country) for p in found.participants} == {
        ("Assimi Goïta", "MLI"),
        ("Bassolma Bazié", "BFA"),
    }


def test_a_pronoun_goes_on_from_the_subject_of_its_sentence() -> None:
    """In "il s'entretiendra avec X, avant de rejoindre Y, où il sera reçu" both pronouns mean one person."""
    found = read(
        "Le président Emmanuel Macron se rendra au Cameroun du 25 au 28 mars. Le 27 mars, il s'entretiendra "
        "avec le président béninois Patrice Talon à Cotonou, avant de rejoindre Bissau, où il sera accueilli "
        "le 28 mars par le président Umaro Sissoco Embaló."
    )
    last = max((e for e in found if e.kind == "meeting"), key=lambda e: str(e.start))
    assert {p.country for p in last.participants} == {"FRA", "GNB"}


@pytest.mark.parametrize(
    "text",
    [
        "Le président du Niger, Abdourahamane Tiani, a reçu mardi les lettres de créance de l'ambassadeur de Turquie.",
        "Le ministre a démenti toute rencontre avec son homologue israélien.",
        "Sergueï Lavrov ne se rendra pas à Skopje.",
        "Une rencontre entre Vladimir Poutine et Recep Tayyip Erdogan n'est pas à l'ordre du jour.",
        "Le président pourrait se rendre à Moscou en avril.",
        "Le président a présidé mercredi le Conseil des ministres.",
        "Le président de la République a reçu les vœux du corps diplomatique.",
    ],
)
def test_no_engagement_in_french(text: str) -> None:
    """Letters, denials, doubts and home affairs are no engagements."""
    assert read(text) == []
