"""What is settled last: open states by the day of publication, and officials without a country."""

from dataclasses import replace
from datetime import date

from dragoman.coding.engagements.agreement import CHANGED
from dragoman.coding.engagements.cluster import Cluster

ARRIVALS = frozenset(
    {
        "leave",
        "depart",
        "head",
        "partir",
        "quitter",
        "repartir",
        "envoler",
        "arrive",
        "land",
        "reach",
        "touch",
        "fly",
        "jet",
        "proceed",
        "continue",
        "arriver",
        "atterrir",
        "débarquer",
    }
)


def settle_codes(c: Cluster, home: str | None) -> None:
    """Conclude whom an official without a named country acts for: the host's, else the home state."""
    known = {p.code for p in c.parties if p.code}
    loose = [p for p in c.parties if p.person and p.code is None and p.actor is not None and p.actor.role]
    abroad = c.place.country if c.place is not None else None
    sidelined = any(m.sideline for m in c.mentions)
    guests = [p for p in c.parties if p.loose and p.person and p.code not in (None, home, abroad)]
    hosts = [p for p in c.parties if p not in guests and p.code]
    if len(guests) == 1 and hosts:  # an official whose country was only taken for granted
        loose += guests
    elif len(guests) == 0 and abroad and home != abroad and c.kind not in ("visit", "call", "summit"):
        same = [p for p in c.parties if p.loose and p.person and p.code == home]
        firm = [p for p in c.parties if not p.loose and p.person and p.code == home]
        loose += same if firm and len(same) == 1 and len(c.parties) == 2 else []
    for one in loose:
        code = None
        if (
            abroad
            and abroad not in known
            and known
            and not sidelined
            and c.kind not in ("visit", "call", "summit")
        ):
            code = abroad
        elif home and home not in known and one.code is None:
            code = home
        if code:
            c.parties = [
                replace(p, code=code)
                if p.actor is not None and one.actor is not None and p.actor.id == one.actor.id
                else p
                for p in c.parties
            ]


def settle(c: Cluster, published: date | None) -> None:
    """Settle a state that the words leave open, and arrivals, by the day of publication."""
    verb = c.mentions[0].trigger.verb
    if c.trip and verb is not None and verb.lemma in ARRIVALS and c.status == "held":
        recent = published is None or c.when.start is None or (published - c.when.start).days <= 6
        last = c.when.end if c.when.end != c.when.start else None
        if recent and not (last and published and last < published):
            c.status = "underway"
            c.when = replace(c.when, end=last)
    if c.kind == "call":
        c.place, c.venue, c.place_spans = None, None, ()
    begun = any("begin" in m.cls for m in c.mentions)
    lasting = c.trip or c.kind in ("talks", "dialogue")
    if lasting and c.status == "underway" and begun and c.when.how == "time" and c.when.start == c.when.end:
        c.when = replace(c.when, end=None)
    if published is None or c.status in CHANGED:
        return
    if c.trip and c.status == "underway" and not c.when.known and any(m.length == 1 for m in c.mentions):
        c.when = replace(c.when, start=published, end=published, inferred=True)  # "une visite d'une journée"
    start, end = c.when.start, c.when.end or c.when.start
    if c.trip and c.status == "underway" and start and end:
        if start > published:
            c.status = "announced"
        elif c.when.end and c.when.end < published:
            c.status = "held"
    elif (
        c.status == "announced"
        and end
        and end < published
        and c.mentions[0].why in ("schedule", "present", "before")
    ):
        c.status = "held"
    elif c.status == "announced" and end and end < published and any(m.status == "held" for m in c.mentions):
        c.status = "held"  # "agreed to return to the table at a dinner in A on June 4"
    elif c.open and start and end:
        ahead = end > published and c.mentions[0].why == "present" and not c.mentions[0].title
        if start > published or ahead:
            c.status = "announced"
        elif end < published and c.status == "announced":
            c.status = "held"
    elif c.status in ("held", "underway") and start and start > published:
        c.status = "announced"
