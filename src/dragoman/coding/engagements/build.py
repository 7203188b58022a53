"""From a cluster of mentions to an Engagement: names, countries, basis and evidence."""

from dragoman.authority.states import lookup_state, states
from dragoman.coding.engagements.agreement import CHANGED
from dragoman.coding.engagements.announcing import announced_by
from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import ARMED_OR_OPPOSED, Party
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.topics import find_topics
from dragoman.model import Basis, Engagement, EngagementKind, Location, Participant, Span, Status


def participant(one: Party) -> Participant | None:
    """Return the participant that a party is; None for an unnamed one."""
    actor = one.actor
    if actor is None:
        if one.label is None:
            return None
        return Participant(one.label, None, one.code, one.side, spans=(one.span,) if one.span else ())
    name = actor.name
    if actor.kind == "state" and one.span is not None:
        forms = {row.form for row in lookup_state(one.span.text)}
        name = one.span.text if forms == {"capital"} or forms == {"seat"} else name
    body = actor.kind == "group" and actor.organisation is not None
    return Participant(
        name=(actor.organisation or name) if body else name,
        role=None if body else actor.role,
        country=one.code,
        side=one.side,
        sector=actor.sector,
        actor=actor.id,
        inferred=one.inferred,
        spans=(one.span,) if one.span else actor.mentions[:1],
    )


def _neutral(c: Cluster, scene: Scene) -> bool:
    """Say whether who takes part are told to be two, or brought together: the host's land is no side."""
    for m in c.mentions:
        units = m.sentence.units
        ahead = units[m.trigger.at + 1].low if m.trigger.at + 1 < len(units) else ""
        if m.kind == "talks" and scene.lexicon.has("pairing", ahead):
            return True
        lead = units[max(0, m.trigger.first - 2) : m.trigger.first]
        helped = any(scene.lexicon.has("mediation", u.low) for u in units)
        if m.kind == "talks" and (helped or any(scene.lexicon.has("peace", u.low) for u in lead)):
            return True
    return False


def _countries(c: Cluster, scene: Scene) -> tuple[str, ...]:
    codes = [p.code for p in c.parties if p.code] + list(c.countries)
    sides = sides_among(c.parties)
    told = sum(p.named or p.label is not None for p in c.parties)
    organised = bool(sides) and all(p.code and p.code not in states() for p in c.parties)
    if (organised and c.kind == "summit") or any(m.body for m in c.mentions):
        return tuple(dict.fromkeys(codes))  # whose leaders meet wherever they are
    camps = any(p.actor is not None and p.actor.sector in ARMED_OR_OPPOSED for p in c.parties)
    alone = len(sides) < 2 and told < 2 and not camps and not c.trip
    if alone and c.place is not None and c.place.country and not _neutral(c, scene):
        codes.append(c.place.country)
    return tuple(dict.fromkeys(codes))


def _shown(c: Cluster) -> list[Party]:
    """Return the parties to name: states only where no named party acts for them."""
    named = {p.code for p in c.parties if p.named and not p.opposed}
    shown = []
    for one in c.parties:
        unnamed = one.actor is None and one.label is None
        if unnamed or (not one.named and one.code in named):
            continue
        shown.append(one)
    if any(p.person for p in shown) and any(m.place is not None for m in c.mentions):
        shown = [p for p in shown if p.actor is not None and not (p.actor.kind == "state" and c.trip)]
    return shown


def _sides(parties: list[Participant]) -> list[Participant]:
    """Tell delegations apart by letters where host and visitor are not known."""
    if any(p.side for p in parties):
        return parties
    letters: dict[str, str] = {}
    out = []
    for p in parties:
        key = p.country or p.name
        letters.setdefault(key, "abcdefghijklmnopqrstuvwxyz"[min(len(letters), 25)])
        out.append(
            Participant(p.name, p.role, p.country, letters[key], p.sector, p.actor, p.inferred, p.spans)
        )
    return out


def _order(m: Mention) -> tuple[int, int, int]:
    return (m.status not in CHANGED, m.title or m.open, m.sentence.index)


def _first(c: Cluster) -> Mention:
    return min(c.mentions, key=_order)


def build(c: Cluster, number: int, scene: Scene) -> Engagement:
    """Return the engagement that a cluster adds up to."""
    text, language = scene.text, scene.lexicon.language
    people = [p for p in map(participant, _shown(c)) if p is not None]
    spans: list[Span] = []
    for m in sorted(c.mentions, key=_order):
        if m.span not in spans:
            spans.append(m.span)
    when = c.when
    basis: dict[str, Basis] = {
        "status": Basis(_first(c).why or "tense", c.open or c.learned, tuple(spans[:1])),
        "kind": Basis("learned" if c.learned else "trigger", c.learned, (_word(c.mentions[0], text),)),
        "participants": Basis(
            "document" if any(p.inferred for p in people) else "sentence",
            any(p.inferred for p in people),
            tuple(s for p in people for s in p.spans),
        ),
    }
    if when.text or when.known:
        basis["start"] = Basis(when.how, when.inferred, when.spans)
    if c.place is not None:
        basis["place"] = Basis(c.place_how, c.place_how == "inferred", c.place_spans)
    topics, topic_spans = find_topics(
        [m.sentence for m in c.mentions], [m.trigger for m in c.mentions], text, language
    )
    if topics:
        basis["topics"] = Basis("phrase", False, topic_spans)
    told = announced_by(scene, sorted(c.mentions, key=_order))
    if told is not None:
        basis["announced_by"] = told[1]
    kind: EngagementKind = c.kind  # type: ignore[assignment]
    status: Status = c.status  # type: ignore[assignment]
    return Engagement(
        id=f"g{number}",
        kind=kind,
        status=status,
        participants=tuple(_sides(people)),
        countries=_countries(c, scene),
        place=Location(c.place.name, c.place.country, c.place.latitude, c.place.longitude, c.place.geonameid)
        if c.place
        else None,
        venue=c.venue,
        start=when.start,
        end=when.end,
        earliest=when.earliest,
        latest=when.latest,
        new_start=when.new_start,
        new_end=when.new_end,
        date_text=when.text,
        topics=topics,
        announced_by=told[0] if told is not None else None,
        mediators=tuple(p for p in map(participant, c.mediators) if p is not None),
        evidence=tuple(spans),
        basis=basis,
    )


def _word(m: Mention, text: str) -> Span:
    units = m.sentence.units
    start, end = units[m.trigger.first].start, units[m.trigger.at].end
    return Span(start, end, text[start:end])
