"""HTML pages to text by trafilatura, and what their head says of them.

Structured data comes first (JSON-LD, then meta tags), then what the page shows (headings, time
elements, bylines). Text is trafilatura's main content, with the headline in front where the
content lacks it, so that a page and its scraped text read alike.
"""

import json
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html as parser
from lxml.etree import ParserError

from dragoman.errors import NotText
from dragoman.lexicon.tables import toml
from dragoman.sources.days import day_of, plausible
from dragoman.sources.draft import Draft

_ARTICLE_TYPES = re.compile(r"Article|Report|BlogPosting|WebPage|PressRelease|Statement", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:by|par|author|auteur)\b\s*:?\s*", re.IGNORECASE)


def to_text(html: str, draft: Draft) -> str:
    """Return the article's text in `html` and offer the page's facts to `draft`. Raises NotText."""
    try:
        tree = parser.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", html))
    except (ParserError, ValueError, AssertionError) as error:
        raise NotText("is HTML without anything in it; give the page of an article") from error
    text = _content(html)
    if text is None or len(text) < 80:
        raise NotText(
            "is HTML without an article (an index, a form, or a page made by scripts);"
            " give the page of one article, or copy its text"
        )
    headline = _headline(tree)
    if headline and headline[:60] not in text[: len(headline) + 200]:
        text = f"{headline}\n\n{text}"
    draft.text = text
    _offer_json_ld(tree, draft)
    _offer_meta(tree, draft)
    if headline:
        draft.offer("title", headline, "h1")
    for node in tree.xpath(toml("pages")["shown"]["author"]):
        name = _BY.sub("", " ".join(node.text_content().split()))
        name = re.split(r"\s*[|•·,]|\s[-–—]\s|\d", name)[0].strip()
        if 3 < len(name) < 80:
            draft.offer("author", name, "byline")
    for node in tree.xpath(toml("pages")["shown"]["published"]):
        stated = node.get("datetime") or node.get("content") or node.text_content()
        draft.offer("published", day_of(stated.strip()), "time element")
    for node in tree.xpath("//head/title"):
        draft.offer("title", re.split(r"\s[|–—-]\s", node.text_content().strip())[0], "title element")
    if title := draft.facts.get("title"):
        draft.facts["title"] = _without_site(title, draft.facts.get("publisher"))
    if "published" not in draft.facts:
        draft.last_resort = _guessed_day(html)
    return text


def _without_site(title: str, site: str | None) -> str:
    """The title without the site's name that many systems add to it ("Talks begin | The Herald")."""
    parts = re.split(r"\s[|–—-]\s", title)
    if site and len(parts) > 1 and parts[-1].lower() == site.lower():
        return title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return title


def _guessed_day(html: str) -> tuple[date, str] | None:
    """What htmldate finds in the page's markup: a guess, for where nothing states the day."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(html, extensive_search=False, original_date=True)
    except Exception:  # a guess may fail on hostile markup, and costs nothing
        return None
    day = plausible(found) if found else None
    return (day, "markup") if day else None


def _content(html: str) -> str | None:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(html, include_comments=False, include_tables=True, with_metadata=False)
    except Exception as error:  # hostile markup makes lxml and trafilatura raise many things
        raise NotText("is HTML that cannot be parsed; save the page again from a browser") from error
    return re.sub(r"\n+", "\n\n", text) if text else None  # a paragraph a line


def _headline(tree: Any) -> str | None:
    found = [" ".join(node.text_content().split()) for node in tree.xpath("//article//h1|//main//h1")]
    found = found or [" ".join(node.text_content().split()) for node in tree.xpath("//h1")]
    return next((words for words in found if 8 < len(words) < 300), None)


def _offer_json_ld(tree: Any, draft: Draft) -> None:
    for node in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(node.text_content()[:500_000])
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if not _ARTICLE_TYPES.search(str(item.get("@type"))):
                continue
            draft.offer("title", _string(item.get("headline")), "JSON-LD headline")
            draft.offer("author", _names(item.get("author")), "JSON-LD author")
            draft.offer("publisher", _names(item.get("publisher")), "JSON-LD publisher")
            draft.offer("published", day_of(_string(item.get("datePublished"))), "JSON-LD datePublished")


def _items(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Objects of JSON-LD, also those in lists and in @graph."""
    if isinstance(data, list) and depth < 4:
        for item in data[:100]:
            yield from _items(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph", []), depth + 1)


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _names(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in values[:8]]
    return ", ".join(name for name in names if isinstance(name, str) and not name.startswith("http"))


def _offer_meta(tree: Any, draft: Draft) -> None:
    stated: dict[str, str] = {}
    for node in tree.xpath("//meta[@content]"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        stated.setdefault(name, node.get("content").strip())
    for field, names in toml("pages")["meta"].items():
        for name in names:
            value = stated.get(name, "")
            if field == "published":
                draft.offer(field, day_of(value), f"meta {name}")
            elif not value.startswith(("http://", "https://")):
                draft.offer(field, value, f"meta {name}")
    _offer_address(tree, draft, stated)


def _offer_address(tree: Any, draft: Draft, stated: dict[str, str]) -> None:
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    for value, how in (
        (canonical[0] if canonical else "", "link canonical"),
        (stated.get("og:url", ""), "meta og:url"),
    ):
        address = urljoin(draft.url or "", value.strip())
        if urlsplit(address).scheme in ("http", "https"):
            draft.offer("url", address, how)
