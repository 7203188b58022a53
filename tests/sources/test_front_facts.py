"""A text's own lines tell its title, author, day, publisher and source, each with its basis."""

from datetime import date

import pytest

from dragoman.sources import load

BODY = (
    "The Foreign Minister of Norland, Anna Holm, met her counterpart from Sudria, Paul Leroy, on"
    " Monday. They spoke about fisheries and about the border that their countries share.\n\nOfficials"
    " of both ministries will meet again in the spring, the minister said after the talks.\n"
)
CORPS = (
    "La ministre des affaires étrangères de Norlande, Anna Holm, a reçu son homologue de Sudrie, Paul"
    " Leroy. Ils ont parlé de la pêche et de la frontière que partagent les deux pays.\n\nLes deux"
    " ministres se sont félicités des progrès accomplis et se reverront au printemps.\n"
)

# the text's lines above the body, those below it, the day, what it rests on, whether it is inferred
DAYS: list[tuple[str, str, date | None, str, bool]] = [
    ("Published on 4 March 2024", "", date(2024, 3, 4), "publication line", False),
    ("Posted: March 4, 2024", "", date(2024, 3, 4), "publication line", False),
    ("Geneva, 19/06/2021", "", date(2021, 6, 19), "dateline", False),
    ("Geneva, 07/10/2022", "", date(2022, 10, 7), "dateline", False),
    (
        "GENEVA (Norland News / Agency - 03rd October, 2019) It was said so.",
        "",
        date(2019, 10, 3),
        "dateline",
        False,
    ),
    ("WASHINGTON, D.C., March 4, 2024 – It was said so.", "", date(2024, 3, 4), "dateline", False),
    (
        "Lena Berg (@lenaberg) 2 minutes ago Thu 03rd October 2019 | 03:54 PM",
        "",
        date(2019, 10, 3),
        "byline",
        False,
    ),
    ("March 4, 2024", "", date(2024, 3, 4), "date line", False),
    ("MEDIA NOTE\nOFFICE OF THE SPOKESPERSON\nMARCH 4, 2024", "", date(2024, 3, 4), "date line", False),
    ("Monday, 4 March 2024, 10:30", "", date(2024, 3, 4), "date line", False),
    ("Fri. Jun 2nd, 2023\n\nGeneva, 19/06/2021", "", date(2021, 6, 19), "dateline", False),
    ("Fri. Jun 2nd, 2023", "", None, "", False),
    ("Updated on 5 March 2024", "", None, "", False),
    ("On 1 March 2024, the two had spoken on the telephone.", "", None, "", False),
    ("The treaty of 4 March 1990 was renewed.", "", None, "", False),
    ("", "Source: Norland Ministry Of Foreign Affairs, March 4, 2024", date(2024, 3, 4), "attribution", True),
    ("Public Schedule – March 4, 2024\n", "", date(2024, 3, 4), "title", True),
    ("Minister to visit Sudria (March 4 - March 6, 2024)\n", "", None, "", False),
    ("Signed in Geneva on 4 March 2999", "", None, "", False),
]


@pytest.mark.parametrize(
    ("above", "below", "day", "how", "inferred"), DAYS, ids=[row[0][:40] or row[1][:40] for row in DAYS]
)
def test_the_day_of_publication(above: str, below: str, day: date | None, how: str, inferred: bool) -> None:
    """Each settled form gives its day; clocks of the page, updates and prose give none."""
    document = load(f"{above}\n\n{BODY}\n{below}\n".lstrip("\n"))
    assert document.published == day
    if day is not None:
        basis = document.basis["published"]
        assert (basis.how, basis.inferred) == (how, inferred)
        assert basis.spans
    for basis in document.basis.values():
        for span in basis.spans:
            assert document.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("above", "day", "how"),
    [
        ("Publié le 4 mars 2024 à 12h30", date(2024, 3, 4), "publication line"),
        ("Genève, le 4 mars 2024", date(2024, 3, 4), "dateline"),
        (
            "La ministre l’a dit ce lundi 4 mars 2024 à Genève, où elle a reçu son homologue.",
            date(2024, 3, 4),
            "day named as today",
        ),
        ("Mis à jour le 5 mars 2024", None, ""),
        ("Le 1er mars 2024, ils s’étaient parlé au téléphone.", None, ""),
    ],
)
def test_the_day_of_publication_in_french(above: str, day: date | None, how: str) -> None:
    """The same forms in French."""
    document = load(f"{above}\n\n{CORPS}")
    assert document.language == "fr"
    assert document.published == day
    assert day is None or document.basis["published"].how == how


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("Source: U.S. Department Of State, April 24, 2024", "U.S. Department of State", date(2024, 4, 24)),
        ("SOURCE: VOA", "VOA", None),
        ("(Source: Norland News Agency)", "Norland News Agency", None),
        ("SOURCE MINISTRY OF FOREIGN AFFAIRS", "Ministry of Foreign Affairs", None),
        (
            "Distributed by APO Group on behalf of Ministry of Trade, Norland.",
            "Ministry of Trade, Norland",
            None,
        ),
        (
            "Source : ministère des Affaires étrangères, 4 mars 2024",
            "ministère des Affaires étrangères",
            date(2024, 3, 4),
        ),
    ],
)
def test_the_attributed_source(line: str, name: str, day: date | None) -> None:
    """An attribution line names the source as it writes itself, with its day."""
    document = load(f"{CORPS if ' : ' in line else BODY}\n{line}\n")
    assert document.source is not None
    assert (document.source.name, document.source.date) == (name, day)
    assert document.source.span.text == line


@pytest.mark.parametrize(
    "line", ["Sources said that the talks went on.", "A source close to the talks: no comment."]
)
def test_sources_in_prose_are_no_attribution(line: str) -> None:
    """A sentence about sources is no attribution line."""
    assert load(f"{BODY}\n{line}\n").source is None


@pytest.mark.parametrize(
    ("lines", "author", "inferred"),
    [
        ("top of page\n  • Writer's pictureLena Berg\n\nTalks to start in Geneva\n\n{}", "Lena Berg", False),
        ("Talks to start in Geneva\n\nBy Lena Berg\n\n{}", "Lena Berg", False),
        ("Talks to start in Geneva\n\nBy LENA BERG, Norland News\n\n{}", "LENA BERG", False),
        ("Talks to start in Geneva\n\n{}\n\nLena Berg", "Lena Berg", True),
        ("Talks to start in Geneva\n\nBy the end of March both will have met.\n\n{}", None, False),
        ("Talks to start in Geneva\n\n{}\n\nGeneva", None, False),
    ],
)
def test_the_author(lines: str, author: str | None, inferred: bool) -> None:
    """Bylines and signatures give the author; sentences that begin alike do not."""
    document = load(lines.format(BODY.strip()))
    assert document.author == author
    assert author is None or document.basis["author"].inferred == inferred


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"U.S. and Norland begin talks\n\n{BODY}", "U.S. and Norland begin talks"),
        (f"4 March 2024\nNorland and Sudria begin talks\n\n{BODY}", "Norland and Sudria begin talks"),
        (f"“We will talk,” says the minister\n\n{BODY}", "“We will talk,” says the minister"),
        (BODY, None),
        ("Norland and Sudria begin talks", None),
    ],
)
def test_the_title(text: str, title: str | None) -> None:
    """The first line is the title where it is set apart and no sentence; it stays in the text."""
    document = load(text)
    assert document.title == title
    assert title is None or document.basis["title"].spans[0].text == title
