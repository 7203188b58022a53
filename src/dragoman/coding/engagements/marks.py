"""What the words around a trigger say of it: by phone, beside a summit, again, among its own."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dragoman.authority.states import states
from dragoman.coding.engagements.agreement import wide
from dragoman.coding.engagements.followers import After
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import OF_STATE, Party, own_offices
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import Verdict
from dragoman.model import Location, Span


def kind_of(scene: Scene, sentence: Sentence, trigger: Trigger, parties: Sequence[Party]) -> str:
    """Return the kind of engagement: a phone makes a call of it, persons a meeting of talks."""
    lows = [u.low for u in sentence.units]
    near = lows[max(0, trigger.first - 6) : trigger.at + 10]
    if trigger.frame in ("speak", "mutual", "event", "speech", "soft", "call") and any(
        scene.lexicon.has("phone", w) for w in near
    ):
        # a round of talks stays one "by video link"
        linked = trigger.noun is not None and trigger.kind in ("talks", "dialogue", "summit")
        return trigger.kind if linked and not any(p.person for p in parties) else "call"
    told = " ".join(near)
    in_person = any(words in told for words in scene.lexicon.words["in_person"])
    if trigger.frame == "speak" and (in_person or not parties):
        return "meeting"
    if (
        trigger.kind == "talks"
        and not (trigger.noun is not None and scene.lexicon.has("formal", trigger.noun.words[-1]))
        and sum(p.person for p in parties) >= 2
        and not any(p.code and not p.person for p in parties)
    ):
        return "meeting"
    return trigger.kind


def face_to_face(scene: Scene, sentence: Sentence, trigger: Trigger, place: Span) -> bool:
    """Say whether those who spoke were at one place: "talked for four hours at an estate in California"."""
    units, lexicon = sentence.units, scene.lexicon
    if trigger.frame != "speak" or place.start < units[trigger.at].end:
        return False
    between = [k for k in range(trigger.at + 1, len(units)) if units[k].start < place.start]
    if any(lexicon.has("phone", u.low) for u in units):
        return False
    for k in between:
        led = lexicon.has("other_preps", units[k].low) and not lexicon.has("into_place", units[k].low)
        timed = any(u.time is not None for u in units[k + 1 : k + 3])
        if (led and not timed) or lexicon.has("relative", units[k].low):
            return False
    return True


def french_meeting(scene: Scene, sentence: Sentence, trigger: Trigger, spot: Location | None) -> bool:
    """Say whether French words of speaking tell of a meeting: "a échangé à Yaoundé avec l'ambassadeur"."""
    if scene.lexicon.language != "fr" or trigger.frame != "speak" or spot is None:
        return False
    return not any(scene.lexicon.has("phone", u.low) for u in sentence.units)


def beside(scene: Scene, sentence: Sentence) -> bool:
    """Say whether the sentence tells of something beside a summit, or just before it."""
    if _opens_before(scene, sentence):
        return True
    return any(scene.lexicon.has("sidelines", u.low) for u in sentence.units)


def _opens_before(scene: Scene, sentence: Sentence) -> bool:
    """Say whether the sentence opens with a gathering known by then: "Before the summit, A received B"."""
    units, lexicon = sentence.units, scene.lexicon
    if len(units) < 5 or not lexicon.has("beforehand", units[0].low):
        return False
    end = next((k for k, u in enumerate(units[:7]) if u.low == ","), 0)
    lead = units[1:end]
    known = any(lexicon.has("definite", u.low) for u in lead) and not any(u.named for u in lead)
    return known and lexicon.has("gatherings", lead[-1].low)


def occasion_only(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a session is only what something else is held beside: "on the margins of its session"."""
    lead = [u.low for u in sentence.units[max(0, trigger.first - 5) : trigger.first]]
    at = next((k for k, w in enumerate(lead) if scene.lexicon.has("sidelines", w)), None)
    noun = trigger.noun is not None and scene.lexicon.has("sittings", trigger.noun.words[-1])
    return noun and at is not None and any(scene.lexicon.has("of", w) for w in lead[at + 1 :])


def first_of_kind(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a visit told of before is only counted: "It was the first visit by a French minister"."""
    units, has = sentence.units, scene.lexicon.has
    lead = [u.low for u in units[max(0, trigger.first - 3) : trigger.first]]
    if not trigger.trip or trigger.noun is None or not any(has("first", w) for w in lead):
        return False
    ahead = units[trigger.at + 1 : trigger.at + 8]
    return any(
        (has("of", a.low) or has("by", a.low)) and has("indefinite", b.low) for a, b in pairwise(ahead)
    )


def by_the_clock(sentence: Sentence, trigger: Trigger, published: date | None) -> bool:
    """Say whether the present tells of what a schedule plans: "hosts an honor cordon at 10 a.m."."""
    near = sentence.units[max(0, trigger.first - 12) : trigger.at + 24]
    clocks = [u.time for u in near if u.time is not None and u.time.type == "TIME" and u.time.value]
    return any(
        t.value.split("T")[-1][:2].isdigit() and not (published and t.latest and t.latest < published)
        for t in clocks
        if t.value
    )


def verb_before(sentence: Sentence, trigger: Trigger, place: int) -> bool:
    """Say whether another verb has a place before the trigger: "spoke at the Hall and visited a school"."""
    first = sentence.units[trigger.first].start
    lead = [u for u in sentence.units if u.start < place]
    return place < first and any(u.pos == "VERB" and not u.named for u in lead)


def sibling(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether the words join it to the engagement before ("also met")."""
    head = [u.low for u in sentence.units[: trigger.at + 3]]
    return any(scene.lexicon.has("sibling", w) for w in head)


def again(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether it goes on from one before ("follow-up talks", "met again")."""
    lows = [u.low for u in sentence.units[max(0, trigger.first - 4) : trigger.at + 3]]
    before = lows[: min(4, trigger.first)]
    if any(scene.lexicon.has("followup", w) or w == "follow" for w in before):
        return True
    return any(w in ("again", "nouveau", "anew") for w in lows) or (
        trigger.verb is not None and trigger.verb.lemma in ("revoir", "reconvene", "revenir")
    )


def anaphoric(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether the noun points back ("the talks", "their meeting")."""
    before = [u.low for u in sentence.units[max(0, trigger.first - 3) : trigger.at]]
    return any(scene.lexicon.has("anaphoric", w) for w in before)


def internal(
    scene: Scene, sentence: Sentence, trigger: Trigger, tail: After, parties: Sequence[Party]
) -> bool:
    """Say whether the words tell of staff, parliament or sport rather than of another party."""
    lexicon, units = scene.lexicon, sentence.units
    foreign = {p.code for p in parties if p.code}
    game = trigger.kind not in ("talks", "dialogue", "signing", "call") and not any(p.person for p in parties)
    if game and any(lexicon.has("sport", u.low) for u in units if not u.named):
        return True
    match = trigger.verb is not None and not any(p.person for p in parties)
    if match and any(lexicon.has("finals", u.low) for u in units if not u.named):
        return True
    if game and scene.sporting:
        return True
    if len(foreign) > 1:
        return False
    if tail.internal:
        return True
    window = units[max(0, trigger.first - 3) : trigger.first] if trigger.noun is not None else []
    following = units[trigger.at + 1 : trigger.at + 2]
    if following and (lexicon.has("of", following[0].low) or lexicon.has("with", following[0].low)):
        window = [*window, *units[trigger.at + 1 : trigger.at + 7]]
    proper = [u for u in window if scene.text[u.start].isupper()]  # "at State House"
    return any(lexicon.has("internal", u.low) for u in window if not u.named and u not in proper)


def at_home(scene: Scene, mention: Mention) -> bool:
    """Say whether those whose country no word tells are at home all the same.

    An office without a country goes about the country that the document speaks for; somebody unknown goes
    about the towns of the only state that the document knows, and, who holds no office, speaks with its
    officials.
    """
    unknown = [p for p in mention.parties if p.code is None and p.person]
    if _own_service(mention):
        return True
    if not unknown:
        return False
    if mention.trip:
        title = unknown[0].actor.name.lower() if unknown[0].actor is not None else ""
        home = scene.cast.home or own_offices(scene.lexicon.language).get(title)
        abroad = scene.states - set(mention.countries)
        named = mention.place is not None and wide(mention.place)  # nobody travels to his own country
        offices = all(p.office for p in mention.parties)
        return (offices and set(mention.countries) == {home}) or not (abroad or named)
    words = [w for u in mention.sentence.units for w in u.low.split()]
    if any(scene.lexicon.has("counterpart", w) for w in words):
        return False
    of_two = [v for w, v in pairwise(words) if scene.lexicon.has("two", w)]
    if any(scene.lexicon.has("plural_anaphors", w) for w in of_two):
        return False  # "the two presidents, A and B": each of a state of his own
    known = {p.code for p in mention.parties if p.code}
    if not known:
        return all(p.office for p in mention.parties)
    unseen = [p for p in unknown if not scene.cast.abroad.get(p.key, set()) & known and not _official(p)]
    return bool(unseen) and len(known) == 1 and scene.states <= known


def _own_service(mention: Mention) -> bool:
    """Say whether officials of one state meet only services that are no other's: "Civil Service officers"."""
    own = {p.code for p in mention.parties if p.code}
    services = [p for p in mention.parties if p.code is None and not p.person]
    if len(own) != 1 or not own <= states().keys() or not services:
        return False
    if not all(p.actor is not None and p.actor.sector == "GOV" for p in services):
        return False
    return len(own) + len(services) >= len({p.key for p in mention.parties})


def _official(one: Party) -> bool:
    """Say whether a party is known to hold an office of a state."""
    actor = one.actor
    return actor is not None and actor.role is not None and actor.sector in OF_STATE


def numbered(scene: Scene, sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a noun is one of a row: an ordinal or "next" stands before it."""
    if trigger.noun is None or trigger.kind not in ("talks", "dialogue", "meeting"):
        return False
    lead = [u.low for u in sentence.units[max(0, trigger.first - 6) : trigger.first]]
    return any(scene.lexicon.has("ordinal", w) for w in lead)


def one_sided(trigger: Trigger, parties: Sequence[Party], tail: After) -> bool:
    """Say whether the words name only whom a meeting is with, and no one else as its subject."""
    named = {p.key for p in tail.others if p.person}
    return (
        trigger.noun is not None and bool(tail.groups) and bool(named) and {p.key for p in parties} <= named
    )


def only_attended(scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict) -> bool:
    """Say whether a session is only where somebody is: "will be in Brussels for the G-7 Leaders' Summit"."""
    if trigger.noun is None or verdict.verb is None or verdict.subject:
        return False
    low = sentence.units[verdict.verb].low
    going = scene.lexicon.has("be", low) or any(v.kind == "visit" for v in scene.lexicon.verbs.get(low, ()))
    return going and verdict.why in ("open", "purpose")
