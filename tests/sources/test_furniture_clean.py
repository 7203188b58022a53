"""Furniture goes; the article stays as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files import ARTICLE

from dragoman.sources.furniture import clean

LONG = "The two ministers said after their talks that officials would meet again in the spring. " * 4


def test_a_text_without_furniture_is_kept_to_the_character() -> None:
    """Blank lines, blanks at line ends and tabs stay where they are."""
    text = f"\n\n{ARTICLE}\n\n\n\n  indented \t\n"
    assert clean(text).text == text


@pytest.mark.parametrize(
    "line",
    [
        "top of page",
        "bottom of page2",
        "Skip to main content",
        "Facebook",
        "Facebook | Twitter | WhatsApp",
        "Share this article",
        "Share",
        "5 min read",
        "1,204 views",
        "Tags: Norland, Sudria, fisheries",
        "This website uses cookies to improve your experience.",
        "Accept all cookies",
        "© 2024 The Norland Herald",
        "All rights reserved.",
        "Advertisement",
        "- Advertisement -",
        "Home » News » World",
        "Facebook 12 Twitter 3",
        "Post Views: 1,204",
        "Reading time: 3 minutes",
        "No comments yet",
        "Click to share on WhatsApp (Opens in new window)",
        "Read more",
        "Subscribe to our newsletter",
        "Haut de page",
        "Partager cet article",
        "Aller au contenu principal",
        "3 minutes de lecture",
        "Nous utilisons des cookies pour améliorer votre visite.",
        "Mots-clés : Norlande, pêche",
        "Lire aussi",
        "Tous droits réservés",
    ],
)
def test_furniture_lines_go(line: str) -> None:
    """A line that is furniture goes, wherever it stands."""
    cleaned = clean(f"{line}\n{LONG}\n\n{line}\n\nThe end of it.").text
    assert line not in cleaned.split("\n")
    assert LONG.strip() in cleaned
    assert "The end of it." in cleaned


@pytest.mark.parametrize(
    "heading",
    [
        "Top Stories",
        "Related stories",
        "Leave a comment",
        "Most read",
        "Is this page useful?",
        "Related",
        "À la une",
        "Articles similaires",
    ],
)
def test_what_follows_the_article_goes(heading: str) -> None:
    """A heading of other stories ends the article, but not where there is none above it."""
    assert "Marchers" not in clean(f"{LONG}\n{heading}\nMarchers call for talks\n").text
    assert "Marchers" in clean(f"{heading}\nMarchers call for talks\n{LONG}").text


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ: Ministers of Norland and Sudria to meet in May",
        "The President will share the stage with his counterpart.",
        "Email from the embassy confirmed the visit.",
        "Home affairs ministers met in Geneva.",
        "12",
        "Trending topics were discussed by the two ministers.",
        "À lire aussi : les ministres se verront en mai",
    ],
)
def test_content_that_resembles_furniture_stays(line: str) -> None:
    """Sentences, and headlines that are linked in the article, are content."""
    assert line in clean(f"{LONG}\n{line}\n{LONG}").text


def test_the_author_in_the_furniture_is_kept_as_a_fact() -> None:
    """A site builder's author line goes from the text, and its name is kept."""
    cleaned = clean(f"top of page\n  • Writer's pictureAnna Holm\n\n{LONG}")
    assert cleaned.author == "Anna Holm"
    assert "Writer" not in cleaned.text


def test_notes_on_links_go_from_sentences() -> None:
    """ "(link is external)" goes from the middle of a sentence."""
    assert clean("He met Paul Leroy(link is external), the minister.").text.startswith(
        "He met Paul Leroy, the"
    )


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Cleaning is idempotent for any text."""
    once = clean(text).text
    assert clean(once).text == once
