"""One mention: what one trigger in one sentence tells of an engagement.

Mentions are facts of sentences; what several of them add up to is for `merge`.
"""

from dataclasses import dataclass, field

from dragoman.authority.states import states
from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.days import When
from dragoman.coding.engagements.party import ARMED_OR_OPPOSED, PRIVATE, Party
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Location, Span


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
    round: bool = False  # one of a row of like ones: "the next round", "une première session"
    agreed: bool = False  # the subject agrees or asks that it be held
    one_sided: bool = False  # only whom it is with is named: "talks with X are planned"
    body: bool = False  # a session of an international body
    proper: bool = False  # the noun is part of a name ("the Climate Ambition Summit")
    remote: bool = False  # told as long past
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
    def own(self) -> set[str]:
        """Return the countries and organisations of the parties themselves."""
        return {p.code for p in self.parties if p.code}

    @property
    def codes(self) -> set[str]:
        """Return the countries and organisations that take part."""
        return self.own | set(self.countries)


def _private(one: Party) -> bool:
    """Say whether a party is a person who acts for no state or organisation of states."""
    return one.actor is not None and one.actor.kind == "person" and one.actor.sector in PRIVATE


def _region(mention: Mention) -> bool:
    """Say whether a trip goes to a part of the world ("Central Asia"), which no one country is."""
    elsewhere = bool(mention.place_spans) and mention.place is None
    return elsewhere and not mention.countries and mention.when.known


def _domestic(mention: Mention) -> bool:
    """Say whether all who take part act for one state and no border is crossed."""
    codes = mention.own
    unknown = [p for p in mention.parties if p.code is None and p.named]
    if mention.trip:
        home = next((p.code for p in mention.parties if p.code), None)
        abroad = [c for c in mention.countries if c != home]
        return not abroad and not _region(mention)
    if len(codes) > 1 or unknown or (mention.kind == "summit" and "lead" in mention.cls):
        return False
    if any(p.actor is not None and p.actor.sector in ARMED_OR_OPPOSED for p in mention.parties):
        return False
    place = mention.place.country if mention.place else None
    # An organisation's own people meet among themselves wherever they are; a state's only at home.
    return not (place and codes & states().keys() and place not in codes)


def sides_of(mention: Mention) -> set[str]:
    """Return the sides that take part: states and organisations, and camps within one state.

    Rebels and the opposition are a side of their own; so are the named parties of one state that
    meet on neutral ground, for what is at home there needs no foreign capital.
    """
    codes = {p.code for p in mention.parties if p.code}
    place = mention.place.country if mention.place else None
    apart = mention.kind in ("talks", "meeting") and place is not None and bool(codes) and place not in codes
    return sides_among(mention.parties, apart=apart)


STAYS = frozenset({"stay", "remain", "rester", "demeurer"})


def tells(mention: Mention) -> bool:
    """Say whether a mention names an engagement between parties, by its own words."""
    if mention.body and mention.when.known and mention.place is not None:
        return not mention.title and mention.when.how != "schedule"  # whose day it is only attends
    if mention.internal or _domestic(mention):
        return False
    sides = sides_of(mention)
    verb = mention.trigger.verb
    stays = mention.trip and verb is not None and verb.lemma in STAYS
    if stays and not any(p.person for p in mention.parties):
        return False  # "the force will stay in Mali"
    if (
        mention.status == "announced"
        and {"plan", "go_on"} <= mention.cls
        and not (mention.when.known or mention.place)
    ):
        return False  # "agreed to go on with the negotiations"
    talking = mention.kind in ("talks", "dialogue") and mention.anaphoric and not mention.when.known
    agreed = mention.why == "purpose" or (mention.kind == "dialogue" and "plan" in mention.cls)
    if mention.status == "announced" and talking and "begin" in mention.cls and agreed:
        return False  # "sont convenus à Paris de reprendre le dialogue"
    private = [p for p in mention.parties if p.actor is not None and p.actor.sector in PRIVATE]
    if mention.trip and private and len(private) == len(mention.parties):
        return False  # "the chief executive will visit crews in Perth"
    if mention.trip:
        if mention.parties and all(_private(p) for p in mention.parties):
            return False  # "The chief executive flew to Beijing"
        return bool(mention.parties) and (bool(mention.countries) or _region(mention))
    if mention.kind == "signing" and len(sides) < 2:
        return False
    if mention.kind == "summit" and len(sides) < 2 and not mention.change:
        hosted = "lead" in mention.cls and mention.when.known and mention.place is not None
        return hosted and not mention.proper and any(p.person for p in mention.parties)
    if mention.trigger.frame == "occasion":
        if mention.sideline:
            return False  # "met on the margins of the Recovery Conference"
        if len(sides) > 1 and mention.place is not None and mention.cls & {"lead", "light", "plan"}:
            return mention.when.known  # "the Japan-Ukraine Conference will be held in Tokyo on"
        return mention.change and mention.when.known and any(p.label or p.named for p in mention.parties)
    if mention.round and mention.follow_up and len(sides) > 1:
        return mention.when.known or mention.place is not None
    if mention.trigger.frame == "weak" and mention.kind == "signing" and mention.cls & {"light", "plan"}:
        return len(sides) > 1 and mention.when.known
    if mention.trigger.frame == "weak":
        changed = mention.kind == "signing" and mention.change
        return len(sides) > 1 and (changed or any(p.named for p in mention.parties))
    if len(sides) > 1:
        return True
    if mention.trigger.verb is not None and len(mention.parties) < 2 and not mention.vague:
        return bool(sides) and bool(set(mention.countries) - mention.own)
    going_on = mention.when.known or mention.status == "underway"
    return bool(sides) and (mention.change or (going_on and mention.place is not None))
