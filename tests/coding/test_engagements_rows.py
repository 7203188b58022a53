"""Engagements whose parties, day or place the text has told before: rounds, their delegates, the two."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str, language: str = "en") -> list[Engagement]:
    """The engagements of a text published on 15 May 2024; "|" parts paragraphs."""
    text = text.replace("|", "\n\n")
    return find_engagements(annotate(Document(text=text, published=PUBLISHED, language=language)))


def told(found: Engagement) -> tuple[str, str, set[str], str, str | None]:
    """Kind, status, countries, first day and place of an engagement."""
    place = found.place.name if found.place is not None else None
    return found.kind, found.status, set(found.countries), str(found.start), place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt and Ethiopia ended talks in Kinshasa on Tuesday.|The next round will open in Cairo on May 23.",
         ("talks", "announced", {"EGY", "ETH"}, "2024-05-23", "Cairo")),
        ("Egypt and Ethiopia ended talks in Kinshasa on Tuesday.|The last round, held in January by video link,"
         " also broke up without agreement.", ("talks", "failed", {"EGY", "ETH"}, "2024-01-01", None)),
        ("Iran and the United States concluded a third round of talks in Muscat on Saturday.|The second had been"
         " held in Rome on May 3.", ("talks", "held", {"IRN", "USA"}, "2024-05-03", "Rome")),
        ("Iran and the United States concluded talks in Muscat on Saturday.|Negotiations broke down in Vienna"
         " in March.", ("talks", "failed", {"IRN", "USA"}, "2024-03-01", "Vienna")),
        ("Iran and the United States concluded talks in Muscat on Saturday.|Technical teams are to meet on"
         " May 20.", ("meeting", "announced", {"IRN", "USA"}, "2024-05-20", None)),
        ("Talks between Sudan's army and the Rapid Support Forces resumed in Jeddah on Monday.|Earlier"
         " negotiations in Jeddah were suspended in April.",
         ("talks", "failed", {"SDN"}, "2024-04-01", "Jeddah")),
        ("Talks between Sudan's army and the Rapid Support Forces resumed in Jeddah on Monday.|On March 11"
         " their delegates signed a declaration.", ("signing", "held", {"SDN"}, "2024-03-11", None)),
        ("The next round of talks between Britain and India will now start on May 25.|The talks had been due to"
         " open in Delhi on May 18.", ("talks", "postponed", {"GBR", "IND"}, "2024-05-18", "Delhi")),
    ],
)  # fmt: skip
def test_a_row_of_talks_has_the_same_sides(
    text: str, expected: tuple[str, str, set[str], str, str | None]
) -> None:
    """A round without a word of whose it is has the sides of the talks that the text speaks of."""
    assert expected in [told(e) for e in read(text)]


def test_what_goes_on_is_one_with_what_began() -> None:
    """Talks told to go on until a day are those of the sentence before, and last until then."""
    (found,) = read(
        "Delegations from Belgrade and Zagreb sat down in Sarajevo on Monday. The talks go on until Saturday."
    )
    assert (found.status, str(found.start), str(found.end)) == ("underway", "2024-05-13", "2024-05-18")


@pytest.mark.parametrize(
    ("text", "language", "kind", "status", "names"),
    [
        ("President Donald Trump on Monday agreed by telephone with Mexican President Claudia Sheinbaum to put off"
         " tariffs.", "en", "call", "held", ["Trump", "Sheinbaum"]),
        ("Prime Minister Keir Starmer will tell President Donald Trump by phone on Friday that tariffs hurt.",
         "en", "call", "announced", ["Starmer", "Trump"]),
        ("In Panama City on Sunday, Marco Rubio told President José Raúl Mulino that the canal was at risk.",
         "en", "meeting", "held", ["Rubio", "Mulino"]),
        ("Antony Blinken warned Foreign Minister Wang Yi in Beijing on Monday that support for Russia had to end.",
         "en", "meeting", "held", ["Blinken", "Yi"]),
        ("Antony Blinken told a news conference with South Korean Foreign Minister Park Jin that it was bad, after"
         " the two met at the State Department on Friday.", "en", "meeting", "held", ["Blinken", "Jin"]),
        ("Emmanuel Macron a convenu par téléphone avec Joe Biden de poursuivre l'aide.",
         "fr", "call", "held", ["Macron", "Biden"]),
    ],
)  # fmt: skip
def test_engagements_without_a_word_of_the_lexicon(
    text: str, language: str, kind: str, status: str, names: list[str]
) -> None:
    """A telephone, or the place at which one told another, is enough of a call or a meeting."""
    (found,) = read(text, language)
    assert (found.kind, found.status) == (kind, status)
    assert [p.name.split()[-1] for p in found.participants] == names


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries"),
    [
        ("Egypt and Ethiopia will open talks in Doha on May 20.", "talks", "announced", {"EGY", "ETH"}),
        ("Talks between Egypt and Ethiopia had been due to open in Khartoum on May 10.",
         "talks", "announced", {"EGY", "ETH"}),
        ("Talks between Egypt and Ethiopia on May 5 fell through.", "talks", "failed", {"EGY", "ETH"}),
        ("The summit between Egypt and Ethiopia on May 5 fell through.", "summit", "cancelled", {"EGY", "ETH"}),
        ("Egypt and Ethiopia left Kinshasa on Friday with no deal after three days of negotiations.",
         "talks", "failed", {"EGY", "ETH"}),
        ("Kim Jong Un stays on in Vietnam for an official visit until Saturday.",
         "visit", "underway", {"PRK", "VNM"}),
        ("Sergei Lavrov, too, was in the Ethiopian capital this week.", "visit", "held", {"RUS", "ETH"}),
    ],
)  # fmt: skip
def test_how_talks_and_visits_stand(text: str, kind: str, status: str, countries: set[str]) -> None:
    """What had been due, fell through, ended with nothing or lasts is read from verb and phrase."""
    assert (kind, status, countries) in [(e.kind, e.status, set(e.countries)) for e in read(text)]


@pytest.mark.parametrize("text", ["The peacekeeping force will stay in Mali until June.",
                                  "The government remained in touch with Paris."])  # fmt: skip
def test_what_stays_is_no_visit(text: str) -> None:
    """Only a person's stay is a visit."""
    assert read(text) == []


def test_each_of_the_two_is_met_alone() -> None:
    """Who opens talks of others is no party to them, and may have met each of them alone."""
    found = read(
        "Armenian Foreign Minister Ararat Mirzoyan and his Azerbaijani counterpart, Jeyhun Bayramov, wrapped up two"
        " days of talks in Almaty on May 11.|Kazakh Foreign Minister Murat Nurtleu opened the session on May 10,"
        " having met each of the two separately."
    )
    assert [set(e.countries) for e in found] == [{"ARM", "AZE"}, {"KAZ", "ARM"}, {"KAZ", "AZE"}]


def test_what_fell_through_keeps_its_day() -> None:
    """A day between the noun and the verb that calls it off is the one that was planned."""
    (found,) = read("The summit between Egypt and Ethiopia in Luanda on May 5 fell through.")
    assert (found.status, str(found.start)) == ("cancelled", "2024-05-05")


def test_meetings_with_one_and_with_another_are_two() -> None:
    """Of several meetings each "with" begins one, even within one country."""
    found = read(
        "Canadian Prime Minister Stephen Harper will visit Warsaw on June 3. There he will have bilateral meetings"
        " with Bronisław Komorowski, President of Poland, and with Prime Minister Donald Tusk."
    )
    assert [[p.name for p in e.participants][1:] for e in found if e.kind == "meeting"] == [
        ["Bronisław Komorowski"],
        ["Donald Tusk"],
    ]
