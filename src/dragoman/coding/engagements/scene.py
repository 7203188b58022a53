"""The document as the engagement reader sees it: layout, lexicon, cast and home country.

The home country is the state whose organ speaks in the document ("the Prime Minister" of a British
page): the publisher's, by its address; else the one that the document pairs with a partner
("UK-US"); None where nothing tells.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from dragoman.annotate import Annotations
from dragoman.coding.engagements.aliases import unite_names
from dragoman.coding.engagements.cast import Cast, Party, code_of, country_of, own_offices
from dragoman.coding.engagements.layout import Layout, read_layout
from dragoman.coding.engagements.lexicon import Lexicon, lexicon
from dragoman.coding.engagements.phrases import Reader
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table


@dataclass
class Scene:
    """What the reading of one document shares."""

    found: Annotations
    lexicon: Lexicon
    layout: Layout
    cast: Cast
    reader: Reader
    published: date | None
    text: str

    @property
    def schedule(self) -> bool:
        """Whether the document is a schedule."""
        return self.layout.schedule


def _by_address(url: str | None) -> str | None:
    host = (urlsplit(url).hostname or "") if url else ""
    best = ""
    party = None
    for row in table("official_hosts", "authority"):
        if (host == row["host"] or host.endswith("." + row["host"])) and len(row["host"]) > len(best):
            best, party = row["host"], row["party"]
    return party


def _by_pair(found: Annotations) -> str | None:
    """Return the first state of a pair ("UK-US", "Franco-...") that no named person acts for."""
    taken = {code_of(a) for a in found.actors if a.kind == "person"}
    text = found.document.text
    counted: Counter[str] = Counter()
    for actor in found.actors:
        if actor.kind == "state" and actor.country and actor.country not in taken:
            for span in actor.mentions:
                after, before = text[span.end : span.end + 1], text[max(0, span.start - 1) : span.start]
                if (after in "-–" and after) or (before in "-–" and before):
                    counted[actor.country] += 1
    return counted.most_common(1)[0][0] if counted else None


def _by_mention(found: Annotations) -> str | None:
    """Return the state that the document names most and no named person acts for."""
    taken = {code_of(a) for a in found.actors if a.kind == "person"}
    states = [a for a in found.actors if a.kind == "state" and a.country and a.country not in taken]
    best = max(states, key=lambda a: len(a.mentions), default=None)
    return best.country if best is not None else None


def _by_dateline(found: Annotations) -> str | None:
    head = found.document.text[:60].split("\n")[0]
    word = head.split(",")[0].split("(")[0].strip()
    return country_of(word, found.document.language) if word and len(word) < 25 else None


def home_of(found: Annotations) -> str | None:
    """Return the code of the state that the document speaks for, None where nothing tells."""
    by_text = _by_pair(found)
    official = _by_address(found.document.url)
    return official or by_text or _by_dateline(found) or _by_mention(found)


def unsettle(scene: Scene, parties: list[Party], firm: set[str | None]) -> list[Party]:
    """Take back a country that the text was thought to take for granted, where it is the other side's."""
    out = []
    for one in parties:
        if one.loose and one.actor is not None and one.code in firm:
            title = fold(one.actor.role or one.actor.name)
            code = own_offices(scene.lexicon.language).get(title)
            if code is None or code in firm:
                states = [a for a in scene.found.actors if a.kind == "state" and a.country not in firm]
                best = max(states, key=lambda a: len(a.mentions), default=None)
                code = best.country if best is not None and len(best.mentions) > 1 else None
            one = replace(one, code=code)
        out.append(one)
    return out


def afresh(scene: Scene) -> Scene:
    """Return the scene with nobody spoken of yet, for a second reading of the document."""
    cast = Cast(scene.found.actors, scene.lexicon.language, scene.cast.home)
    return replace(scene, cast=cast, reader=Reader(scene.lexicon, cast, scene.text))


def open_scene(found: Annotations) -> Scene:
    """Prepare the reading of `found`."""
    found = unite_names(found)
    words = lexicon(found.document.language)
    cast = Cast(found.actors, found.document.language, home_of(found))
    reader = Reader(words, cast, found.document.text)
    return Scene(
        found, words, read_layout(found), cast, reader, found.document.published, found.document.text
    )
