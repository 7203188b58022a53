"""The home country: the state whose organ speaks in a document, for officials without a country.

In order: the publisher's, by its address; the one that the document pairs with a partner ("UK-US");
the one whose ministry, agency or capital heads it; the one that it names most. None where nothing
tells.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from dragoman.annotate import Annotations
from dragoman.annotate.actors.home import dateline_country
from dragoman.authority.states import lookup_state, states
from dragoman.coding.engagements.party import Party, code_of, country_of, own_offices, party
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table
from dragoman.model import Actor

HEAD = 300  # characters at the head of a document in which its issuer names itself
TAIL = 60
_RULERS = frozenset({"prime minister", "president", "vice president", "ministre", "chef de l'etat"})


def by_address(url: str | None) -> str | None:
    """Return the state or organisation whose own site `url` is, None where it is nobody's."""
    host = (urlsplit(url).hostname or "") if url else ""
    best = ""
    found = None
    for row in table("official_hosts", "authority"):
        if (host == row["host"] or host.endswith("." + row["host"])) and len(row["host"]) > len(best):
            best, found = row["host"], row["party"]
    return found


def _taken(found: Annotations) -> set[str | None]:
    """Return the countries that named persons act for by the words of the text."""
    return {code_of(a) for a in found.actors if a.kind == "person" and not party(a).loose}


def _by_pair(found: Annotations) -> str | None:
    """Return the first state of a pair ("UK-US", "Franco-...") that no named person acts for."""
    taken = _taken(found)
    text = found.document.text
    counted: Counter[str] = Counter()
    for actor in found.actors:
        if actor.kind == "state" and actor.country and actor.country not in taken:
            for span in actor.mentions:
                after, before = text[span.end : span.end + 1], text[max(0, span.start - 1) : span.start]
                if (after in "-–" and after) or (before in "-–" and before):
                    counted[actor.country] += 1
    return counted.most_common(1)[0][0] if counted else None


@cache
def _agencies() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {row["agency"]: row["country"] for row in table("agencies") if row["country"]}
    names = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    return re.compile(rf"\(({names})\)|\b({names})\b ?(?:--|–|—)|(?:--|–|—) ?({names})\b"), codes


def _by_issuer(found: Annotations) -> str | None:
    """Return the state of the national agency, or of the organ of state, that heads or ends the document."""
    text = found.document.text
    pattern, codes = _agencies()
    hit = pattern.search(text[:HEAD]) or pattern.search(text[-TAIL:])
    if hit is not None:
        return codes[next(name for name in hit.groups() if name)]
    for actor in found.actors:
        first = actor.mentions[0] if actor.mentions else None
        body = own_offices(found.document.language).get(fold(actor.role or ""))
        early = first is not None and first.start <= HEAD
        if early and actor.kind == "office" and actor.country is None and body and body not in states():
            return body  # "the Secretary-General", without an organisation
        if first is None or first.start > HEAD or actor.country not in states():
            continue
        organ = actor.kind == "organisation" and actor.sector == "GOV" and not party(actor).loose
        only = actor.kind in ("office", "person") and any("country: the title" in b for b in actor.basis)
        own = own_offices(found.document.language).get(fold(actor.role or "")) == actor.country
        seat = actor.kind == "state" and any(r.form == "seat" for r in lookup_state(first.text))
        if organ or only or own or seat:
            return actor.country
    return None


def _by_mention(found: Annotations) -> str | None:
    """Return the state that the document names most and no named person acts for."""
    taken = _taken(found)
    named = [a for a in found.actors if a.kind == "state" and a.country and a.country not in taken]
    best = max(named, key=lambda a: len(a.mentions), default=None)
    return best.country if best is not None else None


def _by_dateline(found: Annotations) -> str | None:
    head = found.document.text[:60].split("\n")[0]
    word = head.split(",")[0].split("(")[0].strip()
    named = country_of(word, found.document.language) if word and len(word) < 25 else None
    return named or dateline_country(found.document.text)


def home_of(found: Annotations) -> str | None:
    """Return the code of the state that the document speaks for, None where nothing tells."""
    return (
        by_address(found.document.url)
        or _by_pair(found)
        or _by_issuer(found)
        or _by_dateline(found)
        or _by_mention(found)
    )


def unsettle(
    actors: Sequence[Actor],
    language: str,
    home: str | None,
    parties: list[Party],
    others: Sequence[Party],
    goals: Sequence[str],
) -> list[Party]:
    """Take back a country that the text was thought to take for granted, where it is the other side's.

    `others` are those of `parties` whom the trigger is done with, `goals` the countries travelled to.
    One who stands beside an official of a country that the text tells is of the same.
    """
    keys = {p.key for p in others}
    out = []
    for one in parties:
        if one.actor is None or not one.person or not (one.loose or one.code is None):
            out.append(one)
            continue
        group = [p for p in parties if (p.key in keys) == (one.key in keys) and p.key != one.key]
        across = [p for p in parties if (p.key in keys) != (one.key in keys)]
        if not keys:
            group, across = [], [p for p in parties if p.key != one.key]
        theirs = {p.code for p in across if not p.loose and p.code} | set(goals)
        mine = {p.code for p in group if not p.loose and p.code and p.person} - theirs
        if one.code is not None and one.code not in theirs:
            out.append(one)
        elif len(mine) == 1 and one.actor.role:
            out.append(replace(one, code=mine.pop()))
        elif one.code is None and (home is not None or one.actor.kind == "person"):
            out.append(one)
        else:
            out.append(replace(one, code=_elsewhere(actors, language, home, one.actor, theirs)))
    return out


def _elsewhere(
    actors: Sequence[Actor], language: str, home: str | None, actor: Actor, theirs: set[str]
) -> str | None:
    """Return whom an official acts for who is none of `theirs`."""
    title = fold(actor.role or actor.name)
    own = own_offices(language).get(title)
    if own in theirs or (actor.kind == "person" and title in _RULERS):
        own = None
    if home is not None and home not in theirs:
        return home if own is None else own
    if own is not None:
        return own
    named = [a for a in actors if a.kind == "state" and a.country not in theirs]
    best = max(named, key=lambda a: len(a.mentions), default=None)
    return best.country if best is not None and len(best.mentions) > 1 else None
