"""Reads mentions: what one trigger tells, split by leg and by partner."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.coding.engagements.camps import without_camps
from dragoman.coding.engagements.companions import companions
from dragoman.coding.engagements.goals import destinations
from dragoman.coding.engagements.home import unsettle
from dragoman.coding.engagements.itinerary import until_day
from dragoman.coding.engagements.legs import split_legs
from dragoman.coding.engagements.marks import (
    again,
    anaphoric,
    at_home,
    beside,
    by_the_clock,
    face_to_face,
    first_of_kind,
    french_meeting,
    internal,
    kind_of,
    numbered,
    occasion_only,
    one_sided,
    only_attended,
    sibling,
    verb_before,
)
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.noun_parties import holds, named_after, noun_parties
from dragoman.coding.engagements.offsets import distant_day
from dragoman.coding.engagements.partners import listed, per_partner
from dragoman.coding.engagements.party import Party, unique
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.sessions import session_kind
from dragoman.coding.engagements.status import judge, told_as
from dragoman.coding.engagements.stops import not_at_home, stop_goals, stop_visitors, the_country
from dragoman.coding.engagements.thither import spoken_of
from dragoman.coding.engagements.told_places import gone_to, hosting_town, left_behind
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verb_parties import called_off_by, verb_parties
from dragoman.coding.engagements.verdict import Verdict
from dragoman.coding.engagements.when import duration, read_when
from dragoman.coding.engagements.where import meeting_place
from dragoman.model import Span


def read_mentions(
    scene: Scene,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    verdict: Verdict | None = None,
) -> list[Mention]:
    """Return what `trigger` tells: no mention, one, or one a leg or a partner."""
    lexicon, text = scene.lexicon, scene.text
    verdict = verdict or judge(lexicon, scene.found.parse, sentence, trigger, schedule=scene.schedule)
    if verdict.status is None or (len(triggers) > 1 and occasion_only(scene, sentence, trigger)):
        return []
    if verdict.present and verdict.status == "held" and by_the_clock(sentence, trigger, scene.published):
        verdict.status = "announced"
    lead = sentence.units[trigger.first - 1].low if trigger.first else ""
    if trigger.frame == "back" and not (verdict.subject and lexicon.has("definite", lead)):
        return []  # "before the ceremony", "a wreath-laying ceremony"
    mediators: list[Party] = []
    if trigger.verb is not None:
        parties, tail = verb_parties(scene, sentence, trigger, verdict)
    else:
        parties, mediators, tail = noun_parties(scene, sentence, trigger, verdict)
    parties = without_camps(unique(parties), lexicon.language)
    barriers = [
        t.at for t in triggers if t is not trigger and (trigger.trip or not holds(scene, sentence, t))
    ]
    spot, venue, place_spans = meeting_place(
        lexicon, sentence, trigger, text, [b for b in barriers if not _joined(sentence, trigger, triggers, b)]
    )
    countries: list[str] = []
    if spot is None and not trigger.trip:
        spot = hosting_town(scene, sentence, trigger, verdict)
        left = (
            (left_behind(scene, sentence, trigger, verdict) or gone_to(scene, sentence, trigger))
            if spot is None
            else []
        )
        spot = left[0].location if left else spot
    there = spoken_of(scene, sentence, trigger) if spot is None else None
    if there is not None and not trigger.trip:
        spot, place_spans = there.location, (there.span,)
    if place_spans and face_to_face(scene, sentence, trigger, place_spans[0]):
        trigger = replace(trigger, kind="meeting", frame="mutual")
    met = french_meeting(scene, sentence, trigger, spot)
    if trigger.kind == "call" and not met:
        spot, venue, place_spans = None, None, ()
    if trigger.trip:
        goals = destinations(lexicon, sentence, trigger, text, barriers)
        countries = list(dict.fromkeys(s.location.country for s in goals if s.location.country))
        goals = goals or stop_goals(scene, sentence, trigger) or ([there] if there is not None else [])
        goals = goals or left_behind(scene, sentence, trigger, verdict)
        parties = stop_visitors(scene, trigger, parties)
        countries = countries or the_country(scene, sentence, trigger, parties)
        countries = countries or [s.location.country for s in goals if s.location.country]
        parties = not_at_home(scene, sentence, trigger, parties, countries)
        if any(p.person for p in parties):
            parties = unique([*parties, *companions(scene, sentence, trigger, parties, countries)])
        countries = countries or called_off_by(scene, sentence, verdict, parties)
        stop = trigger.noun is not None and lexicon.has("stops", trigger.noun.words[-1])
        late = (
            trigger.verb is not None
            and bool(place_spans)
            and verb_before(sentence, trigger, place_spans[0].start)
        )
        if not goals and not countries and not (stop or late) and spot is not None and spot.country:
            abroad = {p.code for p in parties if p.code}
            countries = [spot.country] if abroad and spot.country not in abroad else []
        if goals:
            towns = {s.location.name for s in goals}
            spot = goals[0].location if len(towns) == 1 and countries else None
            venue, place_spans = None, tuple(s.span for s in goals)
    cast = scene.cast
    facing = [*tail.others, *tail.by]
    parties = unsettle(
        cast.actors, cast.language, cast.home, parties, facing, countries if trigger.trip else ()
    )
    if trigger.frame == "host" and verdict.passive and not facing and spot is not None and spot.country:
        countries = [spot.country]  # "will be received at the White House": the house tells the host
    own = {trigger.at} | ({verdict.verb} if verdict.verb is not None else set())
    hosts = named_after(scene, sentence, trigger) if trigger.kind == "summit" else []
    distant = distant_day(lexicon, sentence, trigger, text, scene.published)
    distant = None if verdict.change is not None else distant  # "a day after A called off his trip"
    if distant is not None and place_spans and place_spans[0].start < distant.spans[0].start:
        spot, venue, place_spans = None, None, ()  # "met X in Vienna, a day after his talks with Y"
    when = distant or read_when(
        lexicon,
        scene.found.parse,
        sentence,
        trigger,
        told_as(scene, sentence, verdict),
        own=own,
        others=barriers,
        change=verdict.change,
        published=scene.published,
        verb_class=verdict.cls,
    )
    when = until_day(lexicon, sentence, trigger, when)
    if not when.known and first_of_kind(scene, sentence, trigger):
        return []
    session = session_kind(scene, sentence, trigger, parties)
    mention = Mention(
        sentence,
        trigger,
        session or ("meeting" if met else kind_of(scene, sentence, trigger, parties)),
        verdict.status,
        verdict.open,
        parties,
        when,
        Span(sentence.start, sentence.end, text[sentence.start : sentence.end]),
        mediators,
        [*countries, *hosts],
        spot,
        venue,
        place_spans,
        internal=internal(scene, sentence, trigger, tail, parties),
        sideline=beside(scene, sentence),
        sibling=sibling(scene, sentence, trigger),
        anaphoric=anaphoric(scene, sentence, trigger),
        plural=bool(trigger.noun and trigger.noun.plural)
        and not lexicon.has("collective", sentence.units[trigger.at].low),
        change=verdict.change is not None or verdict.status == "failed",
        why=verdict.why,
        cls=verdict.cls,
        vague=tail.vague,
        phone=trigger.frame in ("speech", "call") or any(lexicon.has("phone", u.low) for u in sentence.units),
        length=duration(lexicon, sentence, trigger.at),
        round=numbered(scene, sentence, trigger),
        agreed=bool(verdict.cls & {"plan"}) and bool(parties) and not tail.others,
        one_sided=one_sided(trigger, parties, tail),
        body=session is not None and not only_attended(scene, sentence, trigger, verdict),
        proper=text[sentence.units[trigger.first].start].isupper() and trigger.first > 0,
        follow_up=again(scene, sentence, trigger),
    )
    mention.follow_up = mention.follow_up or (mention.round and mention.status == "announced")
    mention.remote = _remote(scene, mention)
    mention.internal = mention.internal or _history(scene, mention) or at_home(scene, mention)
    legs = split_legs(scene, sentence, trigger, barriers)
    if len(legs) > 1 and verdict.status in ("announced", "held", "underway"):
        return [
            replace(
                mention,
                when=leg.when,
                place=leg.place,
                place_spans=leg.spans,
                venue=None,
                countries=[leg.place.country] if leg.place.country else [],
            )
            for leg in legs
        ]
    return listed(scene, mention) or per_partner(scene, mention, tail)


def _joined(sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger], at: int) -> bool:
    """Say whether another summit is told of in one breath: "the summit of A and the summit of B in C"."""
    other = next((t for t in triggers if t.at == at), None)
    if other is None or trigger.kind != "summit" or other.kind != "summit" or at < trigger.at:
        return False
    between = sentence.units[trigger.at + 1 : at]
    return len(between) < 8 and not any(u.pos in ("VERB", "AUX") and not u.named for u in between)


HISTORY = timedelta(days=5 * 365)
REMOTE = timedelta(days=21)  # what lies further back is told as background


def _remote(scene: Scene, mention: Mention) -> bool:
    last = mention.when.end or mention.when.start
    return scene.published is not None and last is not None and scene.published - last > REMOTE


def _history(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention is of a past that is no news any more: "in 1972 Nixon travelled to"."""
    last = mention.when.end or mention.when.start or mention.when.latest
    return scene.published is not None and last is not None and scene.published - last > HISTORY
