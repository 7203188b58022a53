"""Who takes part by a trigger and the verb that governs it: subject, possessors, what follows."""

from dataclasses import replace

from dragoman.coding.engagements.cast import Party, code_of, office_of, unique
from dragoman.coding.engagements.clauses import read_group, unit_of, verb_tenses
from dragoman.coding.engagements.followers import After, after
from dragoman.coding.engagements.owners import joint, mark, objects, possessors, relative
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.subjects import subject
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import Verdict
from dragoman.model import Span

JOINS = frozenset({"light", "attend", "lead", "begin", "end", "go_on", "plan", "fail"})


def subject_of(scene: Scene, sentence: Sentence, verdict: Verdict) -> list[Party]:
    """Return the subject of the verb that the verdict rests on."""
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


def verb_parties(
    scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict
) -> tuple[list[Party], After]:
    """Return the parties of a verb and what follows it."""
    tail = after(scene.reader, sentence, trigger, direct=True)
    before = subject_of(scene, sentence, verdict)
    if not before and trigger.first <= 4:
        before = _default(sentence)
    if not before and trigger.frame != "sign" and (verdict.first or 0) <= 2:
        before = _behind(scene, sentence, trigger)
    if not tail.others and trigger.frame in ("mutual", "speak", "call"):
        tail.others = _whom(scene, sentence, verdict)
    if trigger.frame == "sign" and verdict.passive and tail.by:
        return tail.by, tail
    if trigger.frame == "host":
        if verdict.passive:
            return [*mark(before, "visitor"), *mark(tail.by or tail.others, "host")], tail
        return [*mark(before, "host"), *mark(tail.others, "visitor")], tail
    if trigger.frame == "go":
        return mark(before, "visitor"), tail
    return [*unlike(before, tail.others, scene.cast.home, scene.lexicon.language), *tail.others], tail


def noun_parties(
    scene: Scene, sentence: Sentence, trigger: Trigger, verdict: Verdict
) -> tuple[list[Party], list[Party], After]:
    """Return the parties of a noun, its mediators, and what follows it."""
    tail = after(scene.reader, sentence, trigger, direct=False)
    owners = possessors(scene.reader, sentence, trigger) or joint(scene.reader, sentence, trigger)
    mediators: list[Party] = []
    if trigger.frame == "trip":
        visitors = (
            owners or tail.by or [p for p in tail.of if p.named] or relative(scene.reader, sentence, trigger)
        )
        goes = verdict.verb is not None and any(
            v.kind == "visit" for v in scene.lexicon.verbs.get(sentence.units[verdict.verb].low, ())
        )
        visitors = visitors or _on_it(scene, sentence, trigger)
        if (
            not visitors
            and not verdict.subject
            and (goes or verdict.why == "on a visit" or verdict.cls & (JOINS | {"postpone", "cancel"}))
        ):
            visitors = subject_of(scene, sentence, verdict)
            lead = sentence.units[max(0, trigger.first - 3) : trigger.first]
            if len({p.code for p in visitors}) > 1 and any(scene.lexicon.has("held_in", u.low) for u in lead):
                visitors = []  # "au cours de cette visite, les deux ministres ..."
        companions = [p for p in tail.others if p.person]
        if not visitors and trigger.first <= 4:
            visitors = _default(sentence)
        return mark([*visitors, *(companions if verdict.cls & {"light"} else [])], "visitor"), [], tail
    named_of = [p for p in tail.of if p.person or p.code]
    if trigger.kind in ("summit", "other"):
        if len(owners) < 2:  # "EU-Japan summit" has two sides, "G20 summit" a name
            owners = [p for p in owners if p.actor is None or p.actor.kind != "organisation"]
        named_of = [p for p in named_of if p.actor is None or p.actor.kind != "organisation"]
    elif "attend" in verdict.cls and not verdict.subject:
        bodies = [p for p in named_of if p.actor is not None and p.actor.kind == "organisation"]
        named_of = [p for p in named_of if p not in bodies]
        # "participera à la réunion des ministres du G20": a forum is attended, no partner is met
        tail.internal = tail.internal or (bool(bodies) and not tail.others)
    parties = unique([*owners, *tail.others, *named_of])
    if trigger.kind in ("summit", "other") and trigger.frame != "weak":
        attends = verdict.cls & {"attend", "lead", "light", "begin", "end"} and not verdict.subject
        head = subject_of(scene, sentence, verdict) if attends else []
        if trigger.frame == "occasion" and not owners:
            head = [*head, *_occasion(scene, sentence, trigger)]
        parties = parties or _between(scene, sentence, trigger)
        return unique([*head, *parties, *tail.by]), [], tail
    if not parties:
        parties = relative(scene.reader, sentence, trigger) or _between(scene, sentence, trigger)
    if (
        not parties
        and trigger.frame in ("speech", "event")
        and verdict.verb is not None
        and verdict.verb < trigger.first
    ):
        parties = objects(scene.reader, sentence, verdict.verb, trigger.first)
    if not parties and trigger.frame == "speech":
        parties = _told(scene, sentence, trigger)
    codes = {p.code or p.key for p in parties}
    joins = bool(verdict.cls & JOINS) and not verdict.subject and not verdict.passive
    lead = sentence.units[max(0, trigger.first - 3) : trigger.first]
    inside = any(u.low in ("during", "in", "at", "lors", "cours", "pendant", "durant") for u in lead)
    if not verdict.subject and (joins or len(codes) < 2) and ("topic" not in verdict.cls or inside):
        head = subject_of(scene, sentence, verdict)
        if "mediate" in verdict.cls or ("lead" in verdict.cls and len(codes) > 1 and tail.others):
            mediators = head if "mediate" in verdict.cls else []
            parties = parties if mediators else [*head, *parties]
        elif not (verdict.cls & {"say"} and not any(p.person for p in head) and len(codes) > 1):
            parties = [*head, *parties]
    if not verdict.subject and trigger.first <= 4 and len({p.code or p.key for p in parties}) < 2:
        parties = [*_default(sentence), *parties]
    if len({p.code or p.key for p in parties}) == 1 and tail.others and not owners:
        parties = [*_tellers(scene, sentence, trigger, {p.code for p in parties}), *parties]
    if tail.by and len(codes) < 2:
        parties += tail.by
    return unique(parties), mediators, tail


def _told(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return both sides of a call that opens a sentence: "In a phone call on Monday A told B that"."""
    lexicon, units = scene.lexicon, sentence.units
    lead = units[max(0, trigger.first - 3) : trigger.first]
    if not any(lexicon.has("inside_call", u.low) for u in lead):
        return []
    for k in range(trigger.at + 1, min(trigger.at + 16, len(units))):
        if lexicon.has("addresses", units[k].low):
            group = read_group(lexicon, sentence, k, verb_tenses(lexicon, sentence, k))
            others = objects(scene.reader, sentence, k, len(units))
            head = subject(scene.reader, scene.found.parse, sentence, k, group.first)
            return unique([*head, *others]) if head and others else []
    return []


def _between(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return whom a later "between" names: "talks aimed at ending the war between A and B"."""
    for k in range(trigger.at + 1, len(sentence.units)):
        if scene.lexicon.has("pairing", sentence.units[k].low):
            found = after(scene.reader, sentence, replace(trigger, at=k - 1), direct=False)
            return found.others if len(found.others) > 1 else []
    return []


def _on_it(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the person that an apposition says is on a visit: "A, on a visit to B," or "A, en visite"."""
    units = sentence.units
    for k in range(trigger.first - 1, max(1, trigger.first - 4), -1):
        if units[k].low in ("en", "on"):
            if units[k - 1].low == "," and any(a.kind in ("person", "office") for a in units[k - 2].actors):
                phrase = scene.reader.read(sentence, k - 2)
                return list(phrase.parties[-1:]) if phrase is not None else []
            return []
    return []


def _tellers(scene: Scene, sentence: Sentence, trigger: Trigger, own: set[str | None]) -> list[Party]:
    """Return the other side where it is the one who speaks: "Lima said talks with Chile had stalled"."""
    lexicon, parse = scene.lexicon, scene.found.parse
    for k in range(trigger.first - 1, max(-1, trigger.first - 6), -1):
        unit = sentence.units[k]
        if not unit.named and lexicon.has("tells", unit.low):
            group = read_group(lexicon, sentence, k, verb_tenses(lexicon, sentence, k))
            found = subject(scene.reader, parse, sentence, k, group.first)
            bodies = [p for p in found if not p.person and p.code and p.code not in own]
            return [replace(p, inferred=True) for p in bodies]
    return []


def _whom(scene: Scene, sentence: Sentence, verdict: Verdict) -> list[Party]:
    """Return whom a relative stands for: "X, with whom he met", "X, avec lequel il s'est entretenu"."""
    units, lexicon = sentence.units, scene.lexicon
    first = verdict.first or 0
    for k in range(max(1, first - 4), first):
        if lexicon.has("whom", units[k].low) and lexicon.has("with", units[k - 1].low):
            for j in range(k - 2, max(-1, k - 7), -1):
                if any(a.kind in ("person", "office") for a in units[j].actors):
                    phrase = scene.reader.read(sentence, j)
                    return list(phrase.parties) if phrase is not None else []
    return []


def _behind(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the subject behind a clause that opens a sentence: "Received by A, B said", "Due in A, B"."""
    token = scene.found.parse[sentence.units[trigger.at].first]
    for child in token.head.children:
        if child.dep_.startswith("nsubj") and child.i > token.i:
            k = unit_of(sentence, child.i)
            phrase = scene.reader.read(sentence, k) if k is not None else None
            if phrase is not None and phrase.parties:
                return list(phrase.parties)
    units = sentence.units
    for k in range(trigger.at + 2, len(units)):
        if units[k - 1].low == "," and any(a.kind in ("person", "office") for a in units[k].actors):
            verb = next((u for u in units[k + 1 :] if u.low != "," and not u.named), None)
            if verb is not None and verb.pos in ("VERB", "AUX"):
                phrase = scene.reader.read(sentence, k)
                return list(phrase.parties) if phrase is not None else []
    return []


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


def holds(scene: Scene, sentence: Sentence, t: Trigger) -> bool:
    """Say whether a summit or an event is where something else happens ("at", "on the sidelines of")."""
    lead = [u.low for u in sentence.units[max(0, t.first - 7) : t.first]]
    inside = any(scene.lexicon.has("sidelines", w) or w in ("at", "during", "lors") for w in lead)
    return t.kind in ("summit", "other") and inside


def named_after(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[str]:
    """Return the organisations that a summit is named after."""
    owners = [p.actor for p in possessors(scene.reader, sentence, trigger) if p.actor is not None]
    codes = [code_of(a) or a.organisation for a in owners if a.kind == "organisation"]
    return [c for c in codes if c]
