"""One mention: what one trigger in one sentence tells of an engagement.

Mentions are facts of sentences; what several of them add up to is for `merge`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.coding.engagements.arguments import After, after, mark, objects, possessors, relative, subject
from dragoman.coding.engagements.cast import ARMED_OR_OPPOSED, Party, code_of, office_of, unique
from dragoman.coding.engagements.legs import split_legs
from dragoman.coding.engagements.scene import Scene, unsettle
from dragoman.coding.engagements.status import Verdict, judge
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.when import When, duration, read_when
from dragoman.coding.engagements.where import destinations, meeting_place
from dragoman.model import Location, Span

JOINS = frozenset({"light", "attend", "lead", "begin", "end", "go_on", "plan", "fail"})


@dataclass
class Mention:
    """What one trigger tells: parties, state, days and place, with the words."""

    sentence: Sentence
    trigger: Trigger
    kind: str
    status: str
    open: bool
    parties: list[Party]
    when: When
    span: Span
    mediators: list[Party] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    place: Location | None = None
    venue: str | None = None
    place_spans: tuple[Span, ...] = ()
    internal: bool = False
    sideline: bool = False
    sibling: bool = False
    anaphoric: bool = False
    plural: bool = False
    change: bool = False
    follow_up: bool = False
    vague: bool = False
    phone: bool = False
    length: int | None = None
    why: str = ""
    cls: frozenset[str] = frozenset()

    @property
    def title(self) -> bool:
        """Whether it stands in a headline."""
        return self.sentence.form in ("title", "furniture", "header")

    @property
    def trip(self) -> bool:
        """Whether it tells of a journey."""
        return self.kind == "visit"

    @property
    def codes(self) -> set[str]:
        """Return the countries and organisations that take part."""
        return {p.code for p in self.parties if p.code} | set(self.countries)


def _subject(scene: Scene, sentence: Sentence, verdict: Verdict) -> list[Party]:
    if verdict.verb is None:
        return []
    first = verdict.first if verdict.first is not None else verdict.verb
    return subject(scene.reader, scene.found.parse, sentence, verdict.verb, first)


def unlike(before: list[Party], others: list[Party], home: str | None, language: str) -> list[Party]:
    """Take a subject that is also the other side for an office without a name: nobody meets himself."""
    keys = {p.key for p in others}
    if not others or not before or not all(p.key in keys for p in before) or len(others) > len(before):
        return before
    one = before[0]
    if one.span is None or one.actor is None or one.actor.name.split()[-1] in one.span.text:
        return before
    if one.span.text.lower() in ("he", "she", "il", "elle", "they", "ils", "elles"):
        return before
    return [office_of(one.actor, one.span, home, language)]


def _default(sentence: Sentence) -> list[Party]:
    one = sentence.defaults.get("official")
    return [one] if isinstance(one, Party) else []


def _verb_parties(
    scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict
) -> tuple[list[Party], After]:
    tail = after(scene.reader, sentence, trigger, direct=True)
    before = _subject(scene, sentence, verdict)
    if not before and trigger.first <= 4:
        before = _default(sentence)
    if trigger.frame == "host":
        if verdict.passive:
            return [*mark(before, "visitor"), *mark(tail.by or tail.others, "host")], tail
        return [*mark(before, "host"), *mark(tail.others, "visitor")], tail
    if trigger.frame == "go":
        return mark(before, "visitor"), tail
    return [*unlike(before, tail.others, scene.cast.home, scene.lexicon.language), *tail.others], tail


def _noun_parties(
    scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict
) -> tuple[list[Party], list[Party], After]:
    """Return the parties of a noun, its mediators, and what follows it."""
    tail = after(scene.reader, sentence, trigger, direct=False)
    owners = possessors(scene.reader, sentence, trigger)
    mediators: list[Party] = []
    if trigger.frame == "trip":
        visitors = (
            owners or tail.by or [p for p in tail.of if p.named] or relative(scene.reader, sentence, trigger)
        )
        if not visitors and not verdict.subject and verdict.cls & (JOINS | {"postpone", "cancel"}):
            visitors = _subject(scene, sentence, verdict)
        companions = [p for p in tail.others if p.person]
        if not visitors and trigger.first <= 4:
            visitors = _default(sentence)
        return mark([*visitors, *(companions if verdict.cls & {"light"} else [])], "visitor"), [], tail
    named_of = [p for p in tail.of if p.person or p.code]
    if trigger.kind in ("summit", "other"):
        if len(owners) < 2:  # "EU-Japan summit" has two sides, "G20 summit" a name
            owners = [p for p in owners if p.actor is None or p.actor.kind != "organisation"]
        named_of = [p for p in named_of if p.actor is None or p.actor.kind != "organisation"]
    parties = unique([*owners, *tail.others, *named_of])
    if trigger.kind in ("summit", "other") and trigger.frame != "weak":
        attends = verdict.cls & {"attend", "lead", "light", "begin", "end"} and not verdict.subject
        head = _subject(scene, sentence, verdict) if attends else []
        if trigger.frame == "occasion" and not owners:
            head = [*head, *_occasion(scene, sentence, trigger)]
        return unique([*head, *parties, *tail.by]), [], tail
    if not parties:
        parties = relative(scene.reader, sentence, trigger)
    if (
        not parties
        and trigger.frame in ("speech", "event")
        and verdict.verb is not None
        and verdict.verb < trigger.first
    ):
        parties = objects(scene.reader, sentence, verdict.verb, trigger.first)
    codes = {p.code or p.key for p in parties}
    joins = bool(verdict.cls & JOINS) and not verdict.subject and not verdict.passive
    lead = sentence.units[max(0, trigger.first - 3) : trigger.first]
    inside = any(u.low in ("during", "in", "at", "lors", "cours", "pendant", "durant") for u in lead)
    if not verdict.subject and (joins or len(codes) < 2) and ("topic" not in verdict.cls or inside):
        head = _subject(scene, sentence, verdict)
        if "mediate" in verdict.cls or ("lead" in verdict.cls and len(codes) > 1 and tail.others):
            mediators = head if "mediate" in verdict.cls else []
            parties = parties if mediators else [*head, *parties]
        elif not (verdict.cls & {"say"} and not any(p.person for p in head) and len(codes) > 1):
            parties = [*head, *parties]
    if not verdict.subject and trigger.first <= 4 and len({p.code or p.key for p in parties}) < 2:
        parties = [*_default(sentence), *parties]
    if tail.by and len(codes) < 2:
        parties += tail.by
    return unique(parties), mediators, tail


def _occasion(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the name that an event goes by, as a party: "Eastern Partnership event"."""
    units = sentence.units
    k = trigger.first
    while (
        k > 0
        and not units[k - 1].named
        and scene.text[units[k - 1].start].isupper()
        and units[k - 1].pos != "DET"
    ):
        k -= 1
    if k == trigger.first:
        return []
    start, end = units[k].start, units[trigger.first - 1].end
    span = Span(start, end, scene.text[start:end])
    return [Party(None, span=span, label=span.text)]


def _holds(scene: Scene, sentence: Sentence, t: Trigger) -> bool:
    """Say whether a summit or an event is where something else happens ("at", "on the sidelines of")."""
    lead = [u.low for u in sentence.units[max(0, t.first - 7) : t.first]]
    inside = any(scene.lexicon.has("sidelines", w) or w in ("at", "during", "lors") for w in lead)
    return t.kind in ("summit", "other") and inside


def _named_after(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[str]:
    """Return the organisations that a summit is named after."""
    owners = [p.actor for p in possessors(scene.reader, sentence, trigger) if p.actor is not None]
    codes = [code_of(a) or a.organisation for a in owners if a.kind == "organisation"]
    return [c for c in codes if c]


def _kind(scene: Scene, sentence: Sentence, trigger: Trigger, parties: Sequence[Party]) -> str:
    lows = [u.low for u in sentence.units]
    near = lows[max(0, trigger.first - 6) : trigger.at + 10]
    if trigger.frame in ("speak", "mutual", "event", "speech", "soft", "call") and any(
        scene.lexicon.has("phone", w) for w in near
    ):
        return "call"
    if trigger.frame == "speak" and (any(w in ("face", "person") for w in near) or not parties):
        return "meeting"
    if (
        trigger.kind == "talks"
        and sum(p.person for p in parties) >= 2
        and not any(p.code and not p.person for p in parties)
    ):
        return "meeting"
    return trigger.kind


def _sideline(scene: Scene, sentence: Sentence) -> bool:
    return any(scene.lexicon.has("sidelines", u.low) for u in sentence.units)


def _sibling(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    head = [u.low for u in sentence.units[: trigger.at + 3]]
    return any(scene.lexicon.has("sibling", w) for w in head)


def _again(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    lows = [u.low for u in sentence.units[max(0, trigger.first - 4) : trigger.at + 3]]
    before = lows[: min(4, trigger.first)]
    if any(scene.lexicon.has("followup", w) or w == "follow" for w in before):
        return True
    return any(w in ("again", "nouveau", "anew") for w in lows) or (
        trigger.verb is not None and trigger.verb.lemma in ("revoir", "reconvene")
    )


def _anaphoric(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    before = [u.low for u in sentence.units[max(0, trigger.first - 3) : trigger.first]]
    return any(scene.lexicon.has("anaphoric", w) for w in before)


def _internal(
    scene: Scene, sentence: Sentence, trigger: Trigger, tail: After, parties: Sequence[Party]
) -> bool:
    """Say whether the words tell of staff, parliament or sport rather than of another party."""
    lexicon, units = scene.lexicon, sentence.units
    foreign = {p.code for p in parties if p.code}
    if any(lexicon.has("sport", u.low) for u in units if not u.named) and not any(p.person for p in parties):
        return True
    if len(foreign) > 1:
        return False
    if tail.internal:
        return True
    window = units[max(0, trigger.first - 3) : trigger.first] if trigger.noun is not None else []
    following = units[trigger.at + 1 : trigger.at + 2]
    if following and (lexicon.has("of", following[0].low) or lexicon.has("with", following[0].low)):
        window = [*window, *units[trigger.at + 1 : trigger.at + 7]]
    return any(lexicon.has("internal", u.low) for u in window if not u.named)


def _domestic(mention: Mention) -> bool:
    """Say whether all who take part act for one state and no border is crossed."""
    codes = {p.code for p in mention.parties if p.code}
    unknown = [p for p in mention.parties if p.code is None and p.named]
    if mention.trip:
        home = next((p.code for p in mention.parties if p.code), None)
        abroad = [c for c in mention.countries if c != home]
        return not abroad
    if len(codes) > 1 or unknown:
        return False
    if any(p.actor is not None and p.actor.sector in ARMED_OR_OPPOSED for p in mention.parties):
        return False
    place = mention.place.country if mention.place else None
    return not (place and codes and place not in codes)


def read_mentions(
    scene: Scene, sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger]
) -> list[Mention]:
    """Return what `trigger` tells: no mention, one, or one a leg or a partner."""
    lexicon, text = scene.lexicon, scene.text
    verdict = judge(lexicon, scene.found.parse, sentence, trigger, schedule=scene.schedule)
    if verdict.status is None:
        return []
    mediators: list[Party] = []
    if trigger.verb is not None:
        parties, tail = _verb_parties(scene, sentence, trigger, verdict)
    else:
        parties, mediators, tail = _noun_parties(scene, sentence, trigger, verdict)
    parties = unique(parties)
    barriers = [
        t.at for t in triggers if t is not trigger and (trigger.trip or not _holds(scene, sentence, t))
    ]
    spot, venue, place_spans = meeting_place(sentence, trigger, text, barriers)
    countries: list[str] = []
    if trigger.kind == "call":
        spot, venue, place_spans = None, None, ()
    if trigger.trip:
        goals = destinations(lexicon, sentence, trigger, text, barriers)
        countries = list(dict.fromkeys(s.location.country for s in goals if s.location.country))
        if goals:
            spot = goals[0].location if len(countries) <= 1 else None
            venue, place_spans = None, tuple(s.span for s in goals)
    firm: set[str | None] = {p.code for p in parties if not p.loose and p.code}
    parties = unsettle(scene, parties, firm | set(countries) if trigger.trip else firm)
    own = {trigger.at} | ({verdict.verb} if verdict.verb is not None else set())
    hosts = _named_after(scene, sentence, trigger) if trigger.kind == "summit" else []
    when = read_when(
        lexicon,
        scene.found.parse,
        sentence,
        trigger,
        verdict.status,
        own=own,
        others=barriers,
        change=verdict.change,
        published=scene.published,
        verb_class=verdict.cls,
    )
    mention = Mention(
        sentence,
        trigger,
        _kind(scene, sentence, trigger, parties),
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
        internal=_internal(scene, sentence, trigger, tail, parties),
        sideline=_sideline(scene, sentence),
        sibling=_sibling(scene, sentence, trigger),
        anaphoric=_anaphoric(scene, sentence, trigger),
        plural=bool(trigger.noun and trigger.noun.plural),
        change=verdict.change is not None or verdict.status == "failed",
        why=verdict.why,
        cls=verdict.cls,
        vague=tail.vague,
        phone=trigger.frame in ("speech", "call") or any(lexicon.has("phone", u.low) for u in sentence.units),
        length=duration(sentence, trigger.at),
        follow_up=_again(scene, sentence, trigger),
    )
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
    return _per_partner(mention, tail)


def _per_partner(mention: Mention, tail: After) -> list[Mention]:
    """Split what is told of several meetings into one a partner."""
    groups = [g for g in tail.groups if g]
    others = tail.others
    codes = [p.code for p in others if p.code]
    if mention.kind not in ("meeting", "call") or len(set(codes)) < 2:
        return [mention]
    kept = {p.key for p in others}
    rest = [p for p in mention.parties if p.key not in kept]
    if not rest:
        return [mention]
    if mention.plural and not any(p.code is None for p in others):
        by_code: dict[str, list[Party]] = {}
        for one in others:
            by_code.setdefault(one.code or one.key, []).append(one)
        return [replace(mention, parties=[*rest, *group]) for group in by_code.values()]
    if len(groups) > 1 and mention.trigger.frame != "event":
        return [replace(mention, parties=[*rest, *group]) for group in groups]
    return [mention]


def tells(mention: Mention) -> bool:
    """Say whether a mention names an engagement between parties, by its own words."""
    if mention.internal or _domestic(mention):
        return False
    sides = {p.code or p.key for p in mention.parties}
    if mention.trip:
        return bool(mention.parties) and bool(mention.countries)
    if mention.kind == "signing" and len(sides) < 2:
        return False
    if mention.kind == "summit" and len(sides) < 2 and not mention.change:
        return False
    if mention.trigger.frame == "occasion":
        return mention.change and mention.when.known and any(p.label or p.named for p in mention.parties)
    if mention.trigger.frame == "weak":
        return len(sides) > 1 and any(p.named for p in mention.parties)
    if len(sides) > 1:
        return True
    if mention.trigger.verb is not None and len(mention.parties) < 2 and not mention.vague:
        return False
    return bool(sides) and (mention.change or (mention.when.known and mention.place is not None))
