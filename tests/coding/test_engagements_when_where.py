"""When and where: days and places told in clauses, headings and sentences on what happens beside."""

from datetime import date
from functools import partial

import pytest
from tests.coding import telling

from dragoman.model import Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


read = partial(telling.read, published=PUBLISHED)


def told(one: Engagement) -> tuple[str, str | None, str, str]:
    """Kind, place, first and last day."""
    return one.kind, one.place.name if one.place else None, str(one.start), str(one.end)


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("The UN welcomed the talks between the Government of Burundi and the opposition, which were held in"
         " Arusha, Tanzania, from 7 to 12 May.", "en", "2024-05-07", "2024-05-12"),
        ("The peace talks hosted by Kuwait from April to August 2022 between the Government of Yemen and the"
         " Houthis ended without agreement.", "en", "2022-04-01", "2022-08-31"),
        ("In the past two days, UN envoy Hans Grundberg has met Omani Foreign Minister Badr Albusaidi.",
         "en", "2024-05-14", "2024-05-15"),
        ("Armenian Prime Minister Nikol Pashinyan visited Copenhagen earlier this month.",
         "en", "2024-05-01", "2024-05-31"),
        ("La visite du roi Felipe VI au Danemark, qui devait commencer lundi et se terminer mercredi, a été"
         " reportée.", "fr", "2024-05-20", "2024-05-22"),
        ("Talks between Sudan and Ethiopia in Jeddah broke down on Friday. The talks had opened on May 6.",
         "en", "2024-05-06", "2024-05-10"),
        ("Lavrov is in Brazzaville after talks in Conakry on Monday with Guinean Foreign Minister Morissanda"
         " Kouyaté.", "en", "None", "None"),
        ("Lula da Silva put off his trip to China, which was to start on Sunday, as he fell ill.",
         "en", "2024-05-19", "2024-05-19"),
        ("Antony Blinken a quitté Kiev mardi soir après une visite de deux jours.",
         "fr", "2024-05-13", "2024-05-14"),
    ],
)  # fmt: skip
def test_days_told_in_a_clause(text: str, language: str, start: str, end: str) -> None:
    """A clause on the noun tells its days, whatever stands between; ranges of months are days."""
    assert (str(read(text, language)[0].start), str(read(text, language)[0].end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "language", "which", "expected"),
    [
        # beside a summit, its day and place
        ("Leaders of the East African Community met in Arusha on Friday for an extraordinary summit. On the"
         " sidelines, Kenyan President William Ruto held talks with his Burundian counterpart Evariste"
         " Ndayishimiye.", "en", -1, ("talks", "Arusha", "2024-05-10", "2024-05-10")),
        ("The Arab League summit opened in Manama on Monday. Before the summit, King Hamad of Bahrain"
         " received Egyptian President Abdel Fattah el-Sisi.",
         "en", -1, ("meeting", "Manama", "2024-05-13", "2024-05-13")),
        # stops of a journey told by its region, and of two stops each its own
        ("German Foreign Minister Annalena Baerbock leaves on Sunday for a four-day trip to West Africa. In"
         " Dakar she will call on President Bassirou Diomaye Faye of Senegal.",
         "en", -1, ("meeting", "Dakar", "2024-05-19", "2024-05-22")),
        ("Egyptian Foreign Minister Sameh Shoukry will travel to Zambia and Malawi from 20 to 23 May. In"
         " Lusaka he will call on President Hakainde Hichilema, and in Lilongwe he will hold talks with"
         " Foreign Minister Nancy Tembo.", "en", 1, ("meeting", "Lusaka", "2024-05-20", "2024-05-23")),
        ("Assistant Secretary Daniel Kritenbrink of the United States will travel to Seoul, Republic of"
         " Korea, and Beijing, China, May 20-24.", "en", 0, ("visit", None, "2024-05-20", "2024-05-24")),
        # a format is no place; a town behind a building says more; a common building has its visit's town
        ("Advisers to the leaders of Germany, France, Russia and Ukraine met in the Normandy format in Berlin"
         " on Thursday.", "en", 0, ("meeting", "Berlin", "2024-05-09", "2024-05-09")),
        ("Jaishankar of India called on Sri Lankan President Ranil Wickremesinghe at the Presidential"
         " Secretariat, Colombo, on Friday.", "en", 0, ("meeting", "Colombo", "2024-05-10", "2024-05-10")),
        ("Qatari Foreign Minister Mohammed bin Abdulrahman Al Thani met on Monday at the presidential palace"
         " with Hassan Akhund, Prime Minister of Afghanistan, during a visit to Kabul.",
         "en", 0, ("meeting", "Kabul", "2024-05-13", "2024-05-13")),
        # a town in the name of a gathering; a place behind a further verb is not that of the meeting
        ("Le sommet de Bucarest, prévu les 4 et 5 juin, réunira les présidents polonais Andrzej Duda et"
         " roumain Klaus Iohannis.", "fr", 0, ("summit", "Bucarest", "2024-06-04", "2024-06-05")),
        ("Greek Prime Minister Alexis Tsipras will travel to Moscow on May 28, where he is to have a meeting"
         " with Russian President Vladimir Putin, a source in Athens told reporters.",
         "en", -1, ("meeting", "Moscow", "2024-05-28", "2024-05-28")),
        # a dateline with its date
        ("Islamabad, 15 May 2024: Foreign Minister Ishaq Dar received the Ambassador of Japan, Wada"
         " Mitsuhiro, today.", "en", 0, ("meeting", "Islamabad", "2024-05-15", "2024-05-15")),
        # headings of two days, places that lead entries
        ("Agenda de M. Laurent Fabius, ministre des affaires étrangères||Lundi 20 mai||10h00 Quai d’Orsay –"
         " Entretien avec Mme María Ángela Holguín, ministre colombienne des relations extérieures||Mardi 21"
         " et mercredi 22 mai||Lübeck – Déplacement en Allemagne",
         "fr", 1, ("visit", "Lübeck", "2024-05-21", "2024-05-22")),
        ("Agenda de M. Laurent Fabius, ministre des affaires étrangères||Lundi 20 mai||10h00 Quai d’Orsay –"
         " Entretien avec Mme María Ángela Holguín, ministre colombienne des relations extérieures",
         "fr", 0, ("meeting", "Quai d’Orsay", "2024-05-20", "2024-05-20")),
    ],
)  # fmt: skip
def test_days_and_places_from_around(
    text: str, language: str, which: int, expected: tuple[str, str | None, str, str]
) -> None:
    """What a sentence leaves open is told by the summit, the journey, the heading that it belongs to."""
    assert told(read(text, language)[which]) == expected
