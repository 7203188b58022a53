"""Engagements in the registers of French diplomacy: ministries, organisations, agencies, African press."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str) -> list[Engagement]:
    """The engagements of a French text published on 15 May 2024."""
    return find_engagements(annotate(Document(text=text, published=PUBLISHED, language="fr")))


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries", "when", "place"),
    [
        ("Le Président Emmanuel Macron recevra à dîner le Président brésilien Luiz Inácio Lula da "
         "Silva au palais de l'Élysée mardi 21 mai.",
         "meeting", "announced", {"BRA", "FRA"}, ("2024-05-21", "2024-05-21"), "palais de l'Élysée"),
        ("Emmanuel Macron recevra à déjeuner, jeudi, le roi Abdallah II de Jordanie.",
         "meeting", "announced", {"FRA", "JOR"}, ("2024-05-16", "2024-05-16"), None),
        ("La Conférence des chefs d'État et de gouvernement de la CEDEAO s'est réunie en session "
         "extraordinaire le 12 mai à Abuja.",
         "summit", "held", {"ECOWAS"}, ("2024-05-12", "2024-05-12"), "Abuja"),
        ("La 65e session ordinaire de la Conférence des chefs d'État et de gouvernement de la CEDEAO "
         "se tiendra le 7 juillet à Abuja.",
         "summit", "announced", {"ECOWAS"}, ("2024-07-07", "2024-07-07"), "Abuja"),
        ("Les dirigeants de la Cédéao se retrouveront en sommet extraordinaire samedi à Accra.",
         "summit", "announced", {"ECOWAS"}, ("2024-05-18", "2024-05-18"), "Accra"),
        ("Les chefs d'État et de gouvernement de la CEMAC ont tenu lundi à Yaoundé un sommet "
         "extraordinaire.",
         "summit", "held", {"CEMAC"}, ("2024-05-13", "2024-05-13"), "Yaoundé"),
        ("Le XIXe Sommet de la Francophonie aura lieu à Villers-Cotterêts les 4 et 5 octobre.",
         "summit", "announced", {"OIF"}, ("2024-10-04", "2024-10-05"), "Villers-Cotterêts"),
        ("Le sommet extraordinaire de la CEEAC, initialement prévu le 18 mai à Malabo, a été reporté "
         "sine die.",
         "summit", "postponed", {"ECCAS"}, ("2024-05-18", "2024-05-18"), "Malabo"),
        ("À l'invitation du Président Paul Biya, le Président Faustin-Archange Touadéra a effectué une "
         "visite de travail et d'amitié au Cameroun du 10 au 12 mai 2024.",
         "visit", "held", {"CAF", "CMR"}, ("2024-05-10", "2024-05-12"), "Cameroun"),
        ("Le Premier ministre sénégalais Ousmane Sonko et le Premier ministre ivoirien Robert Beugré "
         "Mambé ont coprésidé mardi à Dakar la réunion du Conseil conjoint.",
         "meeting", "held", {"CIV", "SEN"}, ("2024-05-14", "2024-05-14"), "Dakar"),
        ("Les négociations entre le gouvernement colombien et les rebelles de l'ELN ont repris lundi à "
         "Caracas.",
         "talks", "underway", {"COL"}, ("2024-05-13", None), "Caracas"),
        ("Le dialogue entre Belgrade et Pristina, sous l'égide de l'UE, a repris mardi à Bruxelles.",
         "dialogue", "underway", {"SRB", "XKX"}, ("2024-05-14", None), "Bruxelles"),
        ("Sergueï Lavrov a quitté Bamako mercredi pour Conakry.",
         "visit", "underway", {"GIN", "RUS"}, ("2024-05-15", None), "Conakry"),
        ("Les ministres des Affaires étrangères chinois, japonais et sud-coréen se rencontreront le 26 "
         "mai à Séoul.",
         "meeting", "announced", {"CHN", "JPN", "KOR"}, ("2024-05-26", "2024-05-26"), "Séoul"),
        ("Le pape François a reçu samedi en audience privée le président colombien Gustavo Petro.",
         "meeting", "held", {"COL", "VAT"}, ("2024-05-11", "2024-05-11"), None),
        ("Le ministre saoudien des Affaires étrangères, Fayçal ben Farhane, a atterri lundi à Téhéran.",
         "visit", "underway", {"IRN", "SAU"}, ("2024-05-13", None), "Téhéran"),
        ("La rencontre entre Nicolas Maduro et Irfaan Ali, présidents du Venezuela et du Guyana, n'a "
         "pas eu lieu.",
         "meeting", "cancelled", {"GUY", "VEN"}, (None, None), None),
        ("Le ministre camerounais des Relations extérieures, Lejeune Mbella Mbella, a échangé mardi à "
         "Yaoundé avec l'ambassadeur des États-Unis, Christopher Lamora.",
         "meeting", "held", {"CMR", "USA"}, ("2024-05-14", "2024-05-14"), "Yaoundé"),
        ("Le président centrafricain Faustin-Archange Touadéra a quitté Bangui ce mercredi à "
         "destination de Kigali.",
         "visit", "underway", {"CAF", "RWA"}, ("2024-05-15", None), "Kigali"),
        ("La Suisse et l'Inde ont signé un accord de libre-échange à New Delhi le 10 mars.",
         "signing", "held", {"CHE", "IND"}, ("2024-03-10", "2024-03-10"), "New Delhi"),
        ("La ministre Mélanie Joly a rencontré virtuellement son homologue arménien, Ararat Mirzoïan.",
         "call", "held", {"ARM", "CAN"}, (None, None), None),
        ("Tête-à-tête mardi à Luanda entre le président angolais João Lourenço et son homologue "
         "zambien Hakainde Hichilema.",
         "meeting", "held", {"AGO", "ZMB"}, ("2024-05-14", "2024-05-14"), "Luanda"),
        ("Visite d'amitié de 72 heures du président gabonais Brice Oligui Nguema au Burkina Faso à "
         "partir de jeudi.",
         "visit", "announced", {"BFA", "GAB"}, ("2024-05-16", "2024-05-18"), "Burkina Faso"),
        ("La réunion du comité mixte entre l'Algérie et le Mali, qui devait se tenir le 20 mai à "
         "Bamako, est repoussée à juin.",
         "meeting", "postponed", {"DZA", "MLI"}, ("2024-05-20", "2024-05-20"), "Bamako"),
        ("Le président colombien Gustavo Petro ne se rendra finalement pas à Paris la semaine "
         "prochaine.",
         "visit", "cancelled", {"COL", "FRA"}, ("2024-05-20", "2024-05-26"), "Paris"),
        ("Le Premier ministre pakistanais Shehbaz Sharif est en Chine jusqu'à samedi.",
         "visit", "underway", {"CHN", "PAK"}, (None, "2024-05-18"), "Chine"),
        ("Les ministres des Affaires étrangères serbe et kosovar sont réunis depuis mardi à Bruxelles.",
         "meeting", "underway", {"SRB", "XKX"}, ("2024-05-14", None), "Bruxelles"),
        ("Une délégation malgache séjourne actuellement à Port-Louis.",
         "visit", "underway", {"MDG", "MUS"}, (None, None), "Port-Louis"),
        ("Le président du Conseil européen Charles Michel sera en Moldavie mardi prochain.",
         "visit", "announced", {"EU", "MDA"}, ("2024-05-21", "2024-05-21"), "Moldavie"),
        ("La cérémonie de signature de l'accord entre le Cameroun et la Guinée équatoriale aura lieu "
         "le 28 mai à Malabo.",
         "signing", "announced", {"CMR", "GNQ"}, ("2024-05-28", "2024-05-28"), "Malabo"),
        ("Reçu jeudi à Matignon par Gabriel Attal, le Premier ministre québécois François Legault a "
         "plaidé pour le français.",
         "meeting", "held", {"CAN", "FRA"}, ("2024-05-09", "2024-05-09"), "Matignon"),
        ("Le secrétaire général de l'ONU Antonio Guterres s'est rendu vendredi à Port-au-Prince.",
         "visit", "held", {"HTI", "UN"}, ("2024-05-10", "2024-05-10"), "Port-au-Prince"),
        ("Le président monténégrin Jakov Milatovic a offert un dîner en l'honneur de son homologue "
         "slovène Natasa Pirc Musar, lundi à Cetinje.",
         "meeting", "held", {"MNE", "SVN"}, ("2024-05-13", "2024-05-13"), "Cetinje"),
    ],
)  # fmt: skip
def test_an_engagement_in_a_french_register(
    text: str,
    kind: str,
    status: str,
    countries: set[str],
    when: tuple[str | None, str | None],
    place: str | None,
) -> None:
    """Kind, status, parties, days and place follow from one sentence."""
    (found,) = read(text)
    assert (found.kind, found.status, set(found.countries)) == (kind, status, countries)
    days = tuple(day.isoformat() if day else None for day in (found.start, found.end))
    assert (days, found.place.name if found.place else None) == (when, place)


@pytest.mark.parametrize(
    "text",
    [
        "Israël et l'Iran ont échangé des tirs de missiles dimanche à la frontière.",
        "La Russie et l'Ukraine ont échangé 90 prisonniers de guerre vendredi.",
        "Les ministres ont discuté du budget en conseil des ministres.",
        "Les manifestants se sont rassemblés devant l'ambassade de France à Niamey.",
        "Réunis en congrès à Lille samedi, les délégués du Parti socialiste ont élu leur chef.",
        "L'Allemagne et la France se sont retrouvées en finale à Berlin.",
        "Nous souhaitons que la Russie et l'Ukraine engagent un dialogue.",
        "Une visite du président russe en Mongolie serait contraire aux obligations d'Oulan-Bator.",
        "Le gouvernement malien a rejeté l'offre de dialogue de la Cédéao.",
        "Le général Tiani a décliné l'invitation à se rendre à Abuja.",
        "L'Union européenne est disposée à rencontrer les autorités géorgiennes.",
        "Washington envisage l'envoi d'un émissaire à Niamey.",
    ],
)
def test_no_engagement_in_a_french_register(text: str) -> None:
    """Exchanges of fire and of prisoners, crowds, sport, wishes and refusals are no engagements."""
    assert read(text) == []


def test_apostrophes_as_printed_are_read_like_typed_ones() -> None:
    """A page with printed apostrophes tells what the same page with typed ones tells."""
    typed = (
        "Il s'est rendu hier à Alger. Le ministre français Jean-Yves Le Drian s'est entretenu à Alger avec "
        "son homologue algérien Ramtane Lamamra, qu'il avait reçu à l'Élysée en avril."
    )
    printed = read(typed.replace("'", "’"))
    assert [(e.kind, e.status, e.countries, e.start) for e in printed] == [
        (e.kind, e.status, e.countries, e.start) for e in read(typed)
    ]
    assert all(e.evidence[0].text.count("’") for e in printed)
