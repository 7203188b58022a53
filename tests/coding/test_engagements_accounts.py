"""How several outlets tell of one engagement: told apart in words, read with the same sides, days and place."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document

PUBLISHED = date(2024, 5, 15)  # a Wednesday

# The text, then each engagement read: kind, status, countries, first day, last day, place.
CASES = [
    (
        "Norwegian Foreign Minister Espen Barth Eide spent three hours in Oslo on Monday with Josep Borrell.",
        ["meeting held EU,NOR 2024-05-13 2024-05-13 Oslo"],
    ),
    (
        "President Biden brought Prime Minister Pashinyan and President Aliyev together at Camp David on May 10.",
        ["meeting held ARM,AZE,USA 2024-05-10 2024-05-10 Camp David"],
    ),
    (
        "fr:Le chef de l'État kényan a reçu lundi à Nairobi le Premier ministre ougandais.",
        ["meeting held KEN,UGA 2024-05-13 2024-05-13 Nairobi"],
    ),
    (
        "fr:Le secrétaire d'État américain et le chef de la diplomatie chinoise se sont rencontrés vendredi à Munich.",
        ["meeting held CHN,USA 2024-05-10 2024-05-10 Munich"],
    ),
    (
        "fr:Hun Manet et le chef du gouvernement thaïlandais par intérim, Phumtham Wechayachai, se sont rencontrés "
        "lundi à Kuala Lumpur.",
        ["meeting held KHM,THA 2024-05-13 2024-05-13 Kuala Lumpur"],
    ),
    (
        "fr:Abdelmadjid Tebboune a reçu jeudi 9 mai à Alger Emmanuel Macron, en visite de trois jours dans le pays.",
        [
            "meeting held DZA,FRA 2024-05-09 2024-05-09 Alger",
            "visit held DZA,FRA 2024-05-09 2024-05-11 Alger",
        ],
    ),
    (
        "Joe Biden held talks with Kenyan President William Ruto in Washington on Tuesday, the second day of the "
        "Kenyan leader's three-day state visit.",
        [
            "talks held KEN,USA 2024-05-14 2024-05-14 Washington",
            "visit held KEN,USA 2024-05-13 2024-05-15 Washington",
        ],
    ),
    (
        "The directors general of military operations of India and Pakistan, Lieutenant General Rajiv Ghai and "
        "Major General Kashif Abdullah, spoke by telephone on Saturday.",
        ["call held IND,PAK 2024-05-11 2024-05-11 None"],
    ),
    (
        "fr:Les directeurs généraux des opérations militaires indien et pakistanais se sont parlé samedi 11 mai au "
        "téléphone.",
        ["call held IND,PAK 2024-05-11 2024-05-11 None"],
    ),
    (
        "fr:Reçu lundi à Astana par Kassym-Jomart Tokaïev, Emmanuel Macron a salué l'accord.",
        ["meeting held FRA,KAZ 2024-05-13 2024-05-13 Astana"],
    ),
    (
        "fr:Les présidents tchadien, Mahamat Déby, et nigérien, Abdourahamane Tiani, se sont rencontrés lundi à "
        "Niamey.",
        ["meeting held NER,TCD 2024-05-13 2024-05-13 Niamey"],
    ),
    (
        "Taye Selassie of Ethiopia and Ahmed Fiqi of Somalia came closer in two days of talks in Ankara that ended "
        "on Tuesday.",
        ["talks held ETH,SOM 2024-05-13 2024-05-14 Ankara"],
    ),
    (
        "Keir Starmer and Emmanuel Macron agreed at a summit in London on Sunday to draft a plan.",
        ["summit held FRA,GBR 2024-05-12 2024-05-12 London"],
    ),
    (
        "Sergei Lavrov spoke with Marco Rubio in Kuala Lumpur on Monday.",
        ["meeting held RUS,USA 2024-05-13 2024-05-13 Kuala Lumpur"],
    ),
    (
        "Sergei Lavrov spoke with Marco Rubio on Monday about the fighting in Syria.",
        ["call held RUS,USA 2024-05-13 2024-05-13 None"],
    ),
    (
        "President Donald Trump met Giorgia Meloni on Monday. Vice President JD Vance was received by her in Rome "
        "on Tuesday.",
        [
            "meeting held ITA,USA 2024-05-13 2024-05-13 None",
            "meeting held ITA,USA 2024-05-14 2024-05-14 Rome",
        ],
    ),
    (
        "Chad and Sudan agreed on Friday to restore relations. Their foreign ministers are to meet soon.",
        ["meeting announced SDN,TCD None None None"],
    ),
    (
        "The foreign ministers of Ethiopia and Somalia, Taye Selassie and Ahmed Fiqi, were in Ankara on Monday for "
        "talks led by Turkey's Hakan Fidan.",
        [
            "talks held ETH,SOM,TUR 2024-05-13 2024-05-13 Ankara",
            "visit held ETH,SOM,TUR 2024-05-13 2024-05-13 Ankara",
        ],
    ),
]


def told(text: str) -> list[str]:
    """The engagements of a text, a line each."""
    language = "fr" if text.startswith("fr:") else "en"
    document = Document(text=text.removeprefix("fr:"), published=PUBLISHED, language=language)
    return sorted(
        f"{e.kind} {e.status} {','.join(sorted(e.countries))} {e.start} {e.end} {e.place.name if e.place else None}"
        for e in find_engagements(annotate(document))
    )


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_engagements_accounts(text: str, expected: list[str]) -> None:
    """Each account gives the engagements that another outlet tells in other words."""
    assert told(text) == expected
