"""HTML pages give their article's text, and what their head says of them in order of trust."""

from datetime import date
from pathlib import Path

import pytest
from tests.files import article_page

from dragoman.sources import load
from dragoman.sources.load import from_bytes

LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"},'
    ' {"@type": "NewsArticle", "headline": "From data", "datePublished": "2024-03-04T23:00:00Z",'
    ' "author": [{"name": "Lena Berg"}, {"name": "Omar Diallo"}],'
    ' "publisher": {"name": "The Herald"}}]}</script>'
)


def test_the_example_reads_without_its_furniture(root: Path) -> None:
    """Of the example page the article is kept, and nothing of what is around it."""
    document = load(root / "examples" / "niger-talks.html")
    assert document.title == "Washington and Niamey to open talks on American troop departure"
    assert (document.author, document.publisher) == ("Aïcha Lawal", "The Sahel Dispatch")
    assert document.published == date(2024, 4, 24)
    assert document.source is not None
    assert document.source.name == "U.S. Department of State"
    assert document.url == "https://sahel-dispatch.example/2024/04/24/washington-niamey-troop-departure/"
    assert document.text.startswith(document.title)
    for words in (
        "Skip to",
        "Facebook",
        "newsletter",
        "Marchers",
        "cookies",
        "Leave a comment",
        "Nov 4th",
        "Read more",
    ):
        assert words not in document.text
    assert "week of April 29" in document.text


@pytest.mark.parametrize(
    ("head", "field", "value", "how"),
    [
        (LD, "title", "From data", "JSON-LD headline"),
        (LD, "author", "Lena Berg, Omar Diallo", "JSON-LD author"),
        (LD, "publisher", "The Herald", "JSON-LD publisher"),
        (LD, "published", date(2024, 3, 4), "JSON-LD datePublished"),
        ('<meta property="og:title" content="From meta">', "title", "From meta", "meta og:title"),
        ('<meta name="author" content="Lena Berg">', "author", "Lena Berg", "meta author"),
        (
            '<meta property="og:site_name" content="The Herald">',
            "publisher",
            "The Herald",
            "meta og:site_name",
        ),
        (
            '<meta property="article:published_time" content="2023-01-02T10:00:00+01:00">',
            "published",
            date(2023, 1, 2),
            "meta article:published_time",
        ),
        ('<meta name="date" content="2 January 2023">', "published", date(2023, 1, 2), "meta date"),
        (
            '<meta name="dcterms.created" content="2 janvier 2023">',
            "published",
            date(2023, 1, 2),
            "meta dcterms.created",
        ),
        (
            '<link rel="canonical" href="https://herald.example/a">',
            "url",
            "https://herald.example/a",
            "link canonical",
        ),
        ("", "title", "Ministers of Norland and Sudria meet in Geneva", "h1"),
    ],
)
def test_facts_of_the_head(head: str, field: str, value: object, how: str) -> None:
    """Each fact is read where pages state it, and says where that was."""
    document = from_bytes(article_page(head).encode(), name="page.html")
    assert getattr(document, field) == value
    assert document.basis[field].how == how


def test_structured_data_goes_before_meta_tags() -> None:
    """Where both state a fact, JSON-LD is believed."""
    head = '<meta property="og:title" content="From meta">' + LD
    assert from_bytes(article_page(head).encode(), name="page.html").title == "From data"


@pytest.mark.parametrize(
    "broken",
    ["{", "[[[[", '{"@type": 3}', '{"@type": "NewsArticle", "author": {"name": {}}, "datePublished": 5}'],
)
def test_broken_structured_data_costs_nothing(broken: str) -> None:
    """JSON-LD that is no JSON, or of odd types, is passed over."""
    head = f'<script type="application/ld+json">{broken}</script>'
    document = from_bytes(article_page(head).encode(), name="page.html")
    assert document.title == "Ministers of Norland and Sudria meet in Geneva"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://herald.example/articles/2018/11/29/talks-called-off/", date(2018, 11, 29)),
        ("https://gov.example/news/pm-call-with-the-president-25-october-2022", date(2022, 10, 25)),
        ("https://gov.example/public-schedule-march-12-2024/", date(2024, 3, 12)),
        ("https://gov.example/a/35662?utm_source=x", None),
        ("https://gov.example/2024/13/45/x", None),
    ],
)
def test_the_address_tells_the_day_where_nothing_else_does(url: str, day: date | None) -> None:
    """A day in the address is the last resort, and is marked as inferred."""
    page = article_page(
        paragraphs="Talks in Geneva\n\n" + "The two ministers said that they would meet again. " * 8
    )
    document = from_bytes(page.encode(), name="page.html", url=url)
    assert document.published == day
    assert document.publisher == url.split("/")[2]
    assert document.basis["publisher"].inferred
    assert day is None or (document.basis["published"].how, document.basis["published"].inferred) == (
        "address",
        True,
    )


def test_the_site_goes_from_the_title() -> None:
    """A title that ends in the site's name is kept without it."""
    head = '<meta property="og:title" content="Talks - a start | The Herald">'
    head += '<meta property="og:site_name" content="The Herald">'
    assert from_bytes(article_page(head).encode(), name="page.html").title == "Talks - a start"


def test_markup_is_the_last_resort_for_the_day() -> None:
    """A day that only the markup hints at is taken, and marked as inferred."""
    plain = "Talks in Geneva\n\n" + "The two ministers said that they would meet again. " * 8
    head = '<meta name="citation_publication_date" content="2023-05-06">'
    document = from_bytes(article_page(head, plain).encode(), name="page.html")
    assert document.published is not None
    assert document.basis["published"].inferred


def test_a_day_that_is_not_yet_is_no_day_of_publication() -> None:
    """A page cannot have been published after today."""
    head = '<meta property="article:published_time" content="2999-01-02">'
    document = from_bytes(article_page(head).encode(), name="page.html")
    assert document.basis["published"].how == "dateline"
