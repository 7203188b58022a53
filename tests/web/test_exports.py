"""Every list can be taken away, and feeds are cheap to ask for again."""

import csv
import io

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from lxml import etree

from dragoman.ledger import Ledger


@pytest.mark.parametrize("name", ["documents", "dossiers", "judgements"])
def test_every_list_can_be_taken_away(own_desk: TestClient[Litestar], own_ledger: Ledger, name: str) -> None:
    """Documents, stories and judgements come as CSV and JSON with as many rows as the list, and as a feed."""
    one = own_ledger.records(country="NER")[0]
    own_ledger.correct(one.id, "venue", "=Palace", because="=seen", author="desk")
    page = own_desk.get(f"/{name}").text
    rows = own_desk.get(f"/{name}.json").json()
    assert rows
    table = list(csv.DictReader(io.StringIO(own_desk.get(f"/{name}.csv").text)))
    assert len(table) == len(rows)
    assert not [cell for row in table for cell in row.values() if cell[:1] in "=+-@" and cell]
    assert f'href="/{name}.csv"' in page
    if name != "judgements":
        feed = etree.fromstring(own_desk.get(f"/{name}.atom").content)
        links = [one.get("href") for one in feed.findall("{*}entry/{*}link")]
        assert len(links) == len(rows)
        assert all(own_desk.get(link.partition("127.0.0.1")[2]).status_code == 200 for link in links)


def test_a_feed_is_not_sent_twice(desk: TestClient[Litestar]) -> None:
    """A reader that has a feed is told so in no words."""
    first = desk.get("/records.ics?country=NER")
    again = desk.get("/records.ics?country=NER", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert desk.get("/records.ics?country=NER", headers={"if-none-match": '"other"'}).content == first.content
