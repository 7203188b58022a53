"""Whom officials without a country act for, by where they are met and where they are posted.

Who goes to a country meets its officials: in "travelled to Ankara, where she met Deputy Foreign Minister
X" X acts for Turkey, and she for whom she travelled for. Who receives "the Ambassador of A to B" acts for B.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.agreement import CHANGED
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import Party, country_of

_POSTED = re.compile(
    r"\b(?:ambassador|high commissioner|chargé d['’]affaires|consul general|permanent representative)\b"
    r".*?\bto (?:the )?((?:[A-Z][\w'’-]+ ?){1,3})"
    r"|\bambassad(?:eur|rice)\b.*? (?:en|au|aux|à|auprès de la) ((?:[A-ZÉ][\w'’-]+ ?){1,3})",
    re.IGNORECASE,
)
TITLE = 200  # characters of a name with its title that are read


def _unsure(one: Party) -> bool:
    return one.person and (one.code is None or one.loose)


def _posted_to(one: Party, language: str) -> str | None:
    """Return the state that an ambassador is posted to, None where the words do not tell."""
    match = _POSTED.search(one.span.text[:TITLE]) if one.span is not None else None
    if match is None:
        return None
    words = (match.group(1) or match.group(2)).split()
    found = (country_of(" ".join(words[:n]), language) for n in range(len(words), 0, -1))
    return next((code for code in found if code), None)


def _journey(mention: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the journey that a mention falls in: the last one of one who takes part, to one country."""
    keys = {p.key for p in mention.parties if p.person}
    place = mention.place.country if mention.place is not None else None
    for c in reversed(clusters):
        if not c.trip or c.status in CHANGED or not keys & {p.key for p in c.parties}:
            continue
        if place is not None and place not in c.countries:
            continue
        return c if place is not None or len(set(c.countries)) == 1 else None
    return None


def settle_hosts(mention: Mention, clusters: Sequence[Cluster], language: str) -> Mention:
    """Give officials whose country is not told that of the place where a traveller meets them."""
    if mention.trip or not any(_unsure(p) for p in mention.parties):
        return mention
    parties = list(mention.parties)
    for one in mention.parties:
        post = _posted_to(one, language)
        if post is not None and one.code != post:
            parties = [replace(p, code=post, loose=False) if _unsure(p) else p for p in parties]
    trip = _journey(mention, clusters)
    if trip is None:
        return replace(mention, parties=parties)
    travellers = {p.key: p.code for p in trip.parties if p.code is not None}
    parties = [
        replace(p, code=travellers[p.key]) if _unsure(p) and p.key in travellers else p for p in parties
    ]
    place = mention.place.country if mention.place is not None else None
    host = place or next(iter(trip.countries), None)
    hosts = [p for p in parties if p.key not in travellers]
    if host is None or any(p.code == host for p in parties) or host in travellers.values():
        return replace(mention, parties=parties)
    parties = [replace(p, code=host, loose=False) if p in hosts and _unsure(p) else p for p in parties]
    return replace(mention, parties=parties)
