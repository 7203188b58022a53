"""Dossiers group records into stories by parties and time, and keep what people edit."""

from tests.ledger.accounts import engagement, reading

from dragoman.ledger import Ledger

RUBIO, LAVROV, WANG = "Marco Rubio||USA", "Sergei Lavrov||RUS", "Wang Yi||CHN"


def fill(ledger: Ledger) -> None:
    """Two meetings of one story, a later one of another, and one of other people."""
    for people, day in (
        ((RUBIO, LAVROV), "2025-02-18"),
        ((RUBIO, LAVROV), "2025-03-20"),
        ((RUBIO, LAVROV), "2025-07-10"),
        ((WANG, LAVROV), "2025-02-20"),
    ):
        ledger.file(reading(engagement(*people, start=day), published=day))


def test_dossiers_stories_end_where_nothing_follows_for_long(ledger: Ledger) -> None:
    """Two records a month apart are one story; months later another begins; one alone is none."""
    fill(ledger)
    (story,) = ledger.dossiers()
    assert story.parties == ("RUS", "USA")
    assert (str(story.start), str(story.end)) == ("2025-02-18", "2025-03-20")
    assert len(story.records) == 2
    assert ledger.dossiers(country="China") == []
    assert ledger.dossier(story.id) == story


def test_dossiers_stories_keep_their_names_and_edits(ledger: Ledger) -> None:
    """A name stays with its records; records are put in and taken out; all survive a rebuild."""
    fill(ledger)
    (story,) = ledger.dossiers()
    ledger.name_dossier(story.id, "The Riyadh track", author="ana")
    (china,) = ledger.records(country="China")
    ledger.add_to_dossier("The Riyadh track", china.id)
    ledger.remove_from_dossier("The Riyadh track", story.records[1])
    ledger.rebuild()
    edited = ledger.dossier("The Riyadh track")
    assert edited.named
    assert set(edited.records) == {story.records[0], china.id}
    ledger.add_to_dossier("Another", china.id)
    assert ledger.dossier("Another").records == (china.id,)
    for edit in ledger.judgements():
        ledger.withdraw(edit.id)
    assert ledger.dossiers() == [story]
