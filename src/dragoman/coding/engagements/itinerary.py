"""Journeys told piece by piece: until when they run, where they go on to, when one is back.

"Departs tomorrow on a trip that runs through May 22", "will travel on to Hanoi, returning to London on
Thursday", "a tour of five capitals" whose stops the meetings tell.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.coding.engagements.agreement import CHANGED, covers
from dragoman.coding.engagements.cluster import Cluster, start_cluster
from dragoman.coding.engagements.days import LONGEST, When
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence

ONWARD = frozenset({"continue", "proceed"})
HOMEWARD = frozenset({"return", "rentrer", "regagner"})
NEAR = 3  # sentences after which "on to" and "back" no longer speak of the journey told


def until_day(lexicon: Lexicon, sentence: Sentence, trigger: Trigger, when: When) -> When:
    """Let a trip of which the first day is told last until the day that its clause gives."""
    start = when.start
    if not trigger.trip or start is None or when.end != start or when.how != "time":
        return when
    for i in range(trigger.at + 2, len(sentence.units)):
        time = sentence.units[i].time
        last = time.latest if time is not None and time.type == "DATE" else None
        if last is None or not lexicon.has("lasting_to", sentence.units[i - 1].low):
            continue
        if timedelta(0) < last - start <= timedelta(days=LONGEST):
            return replace(when, end=last, how="duration")
    return when


def _journey(m: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the journey told last, where the one of `m` may be the same traveller's."""
    last = next((c for c in reversed(clusters) if c.trip), None)
    if last is None or last.status in CHANGED or not last.parties:
        return None
    near = m.sentence.index - last.mentions[-1].sentence.index <= NEAR
    return last if near and (not m.parties or covers(m.parties, last.parties)) else None


def _dated_behind(m: Mention) -> bool:
    """Say whether a day follows within the clause: "went on to Manila for a visit on 1 and 2 June"."""
    for unit in m.sentence.units[m.trigger.at + 1 :]:
        if unit.time is not None and unit.time.type == "DATE":
            return True
        if unit.pos in ("VERB", "AUX") and not unit.named:
            return False
    return False


def goes_onward(m: Mention, clusters: Sequence[Cluster]) -> bool:
    """Take a further stop without a day of its own into the journey told last; say whether it was one."""
    verb = m.trigger.verb
    if not m.trip or verb is None or not m.countries:
        return False
    ahead = [u.low for u in m.sentence.units[m.trigger.at + 1 : m.trigger.at + 3]]
    journey = _journey(m, clusters)
    if journey is None or not (verb.lemma in ONWARD or ahead == ["on", "to"]):
        return False
    if _dated_behind(m) or (m.when.known and journey.mentions[-1].sentence is not m.sentence):
        return False
    if m.status in ("announced", journey.status) or m.open:
        journey.countries = list(dict.fromkeys([*journey.countries, *m.countries]))
        if len(journey.countries) > 1:
            journey.place, journey.venue = None, None
        return True
    return False


def comes_home(m: Mention, clusters: Sequence[Cluster], lexicon: Lexicon) -> bool:
    """Take the day on which one is back for the last of the journey told; say whether it was one."""
    verb, day = m.trigger.verb, m.when.start
    ahead = m.sentence.units[m.trigger.at + 1 : m.trigger.at + 3]
    home = any(lexicon.has("homeward", u.low) for u in ahead)  # "set off on the journey home"
    if not m.trip or day is None or not (home or (verb is not None and verb.lemma in HOMEWARD)):
        return False
    journey = _journey(m, clusters)
    if journey is None or not set(m.countries) <= {p.code for p in journey.parties}:
        return False
    start, end = journey.when.start, journey.when.end
    if start is None or not start <= day <= start + timedelta(days=LONGEST) or end not in (None, start):
        return False
    journey.status = "held" if m.status == "held" else journey.status
    journey.open = journey.open and m.status != "held"
    journey.when = replace(journey.when, end=day, how="stages", inferred=True)
    return True


def told_as_legs(m: Mention, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the legs that the text tells of a journey which a headline sums up, with no days of its own."""
    goals = set(m.countries)
    if not m.trip or len(goals) < 2 or m.when.known:
        return []
    own = [c for c in clusters if c.trip and (not m.parties or covers(m.parties, c.parties))]
    if any(not c.countries for c in own):
        return []  # of a journey to a region the headline tells the countries
    return [c for c in own if len(c.countries) == 1 and c.countries[0] in goals]


def without_goal(m: Mention) -> bool:
    """Say whether a mention tells of a journey of several days by somebody, but not of where to."""
    several = m.when.start is not None and m.when.end is not None and m.when.end > m.when.start
    region = m.place is None or m.place.country is None  # "will tour the Western Balkans"
    return m.trip and several and not m.countries and region and any(p.person for p in m.parties)


def toured(m: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return a journey without a goal as one to where its traveller is met meanwhile, None if nowhere."""
    start, end = m.when.start, m.when.end
    home = {p.code for p in m.parties}
    keys = {p.key for p in m.parties}
    abroad: list[str] = []
    for c in clusters:
        day = c.when.start
        inside = day is not None and start is not None and end is not None and start <= day <= end
        country = c.place.country if c.place is not None else None
        if inside and not c.trip and country and country not in home and keys & {p.key for p in c.parties}:
            abroad.append(country)
    if not abroad:
        return None
    return start_cluster(replace(m, countries=list(dict.fromkeys(abroad)), place=None))
