"""Finds the engagements of a document: reads mentions in order, completes and merges them."""

from dataclasses import replace

from dragoman.annotate import Annotations
from dragoman.coding.engagements.aftermath import comes_out
from dragoman.coding.engagements.agenda import set_defaults
from dragoman.coding.engagements.awaited import awaits, take_up
from dragoman.coding.engagements.build import build
from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.carry import carry_changes, carry_days, carry_given_up, carry_places
from dragoman.coding.engagements.cluster import Cluster, start_cluster
from dragoman.coding.engagements.context import complete, entry_day, entry_place
from dragoman.coding.engagements.counted import rows_of_states
from dragoman.coding.engagements.dateline import carry_dateline, datelines
from dragoman.coding.engagements.gatherings import carry_gathering
from dragoman.coding.engagements.heads import take_heads
from dragoman.coding.engagements.hosting import settle_hosts
from dragoman.coding.engagements.itinerary import comes_home, goes_onward, told_as_legs, toured, without_goal
from dragoman.coding.engagements.journeys import as_planned
from dragoman.coding.engagements.layout import pieces
from dragoman.coding.engagements.mention import Mention, tells
from dragoman.coding.engagements.mentions import read_mentions
from dragoman.coding.engagements.merge import begins, ends, find_cluster, join
from dragoman.coding.engagements.openings import opening_leg
from dragoman.coding.engagements.party import Party, party
from dragoman.coding.engagements.rows import opened_for, pair_up, resumed, signed_by_camps
from dragoman.coding.engagements.scene import Scene, open_scene
from dragoman.coding.engagements.settle import settle, settle_codes
from dragoman.coding.engagements.thither import last_spot
from dragoman.coding.engagements.triggers import find_triggers
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Actor, Engagement


def states_at_head(sentence: Sentence) -> list[Actor]:
    """Return the states that open a sentence as its subject: "Saudi Arabia and Iran agreed to"."""
    found: list[Actor] = []
    units = sentence.units
    comma = next((k for k, u in enumerate(units[:10]) if u.low == ","), None)
    if comma is not None and units[0].pos in ("ADP", "SCONJ") and len(units) > comma + 2:
        units = units[comma + 1 :]  # "After months of silence, A and B are"
    for unit in units:
        state = next((a for a in unit.actors if a.kind == "state"), None)
        if state is not None and len(unit.actors) == 1:
            found.append(state)
        elif unit.low not in ("and", "et", ",", "the", "la", "le", "l'", "les"):
            verbal = unit.pos in ("VERB", "AUX") or (sentence.form == "title" and unit.low == "to")
            return found if verbal and not unit.named else []
    return []


def note_subject(scene: Scene, sentence: Sentence) -> None:
    """Remember the sentence's first person, for the pronouns of the next one."""
    for unit in sentence.units:
        for actor in unit.actors:
            one = party(actor, scene.reader.span(unit))
            scene.cast.seen(one)
    if len({a.id for u in sentence.units for a in u.actors if a.kind == "person"}) > 1:
        scene.cast.object = []
    scene.spot = last_spot(scene, sentence, len(sentence.units)) or scene.spot
    scene.cast.rows += rows_of_states(scene.reader, sentence.units)
    states = states_at_head(sentence)
    if len(states) > 1 and {s.country for s in states} != {p.code for p in scene.cast.pair}:
        scene.cast.pair = [party(s) for s in states]
    for i, unit in enumerate(sentence.units):
        persons = [a for a in unit.actors if a.kind in ("person", "office")]
        before = sentence.units[i - 1].low if i else ""
        if persons and not scene.lexicon.has("of", before) and not scene.lexicon.has("by", before):
            if before not in ("with", "avec", "to", "à"):
                one = party(persons[0], scene.reader.span(unit))
                scene.cast.subject = [scene.cast.in_office(one) if one.code is None and one.office else one]
            return
        if unit.pos in ("VERB", "AUX") and not unit.named:
            return


def read_all(scene: Scene) -> list[Cluster]:
    """Return the engagements of the document as clusters of mentions, in order of the text."""
    forms = [s.form for s in scene.layout.sentences]
    headlines = forms.count("title") > forms.count("body")
    found: list[Cluster] = []
    touring: list[tuple[list[Cluster], list[Mention]]] = []
    for piece in pieces(scene.layout, [span.start for _, span in datelines(scene.found)]):
        scene.cast.forget()
        clusters: list[Cluster] = []
        titles: list[Mention] = []
        goalless: list[Mention] = []
        for sentence in piece:
            _read_sentence(scene, sentence, clusters, titles, goalless)
        _give_goals(goalless, clusters, clusters)
        for mention in titles:
            _join_title(clusters, mention, headlines=headlines)
        found += clusters
        touring += [(clusters, goalless)]
    for own, goalless in touring:
        _give_goals(goalless, own, found)
    return found


def _give_goals(goalless: list[Mention], own: list[Cluster], all_told: list[Cluster]) -> None:
    """Give journeys without a goal, told in the clusters `own`, the countries where travellers are met."""
    for mention in goalless:
        held = find_cluster(own, mention)
        tour = toured(mention, all_told) if held is None or not held.countries else None
        if tour is not None and held is not None:
            held.countries = list(tour.countries)
        elif tour is not None:
            own.append(tour)
            if all_told is not own:
                all_told.append(tour)


def _read_sentence(
    scene: Scene,
    sentence: Sentence,
    clusters: list[Cluster],
    titles: list[Mention],
    goalless: list[Mention],
) -> None:
    """Read a sentence's mentions into `clusters`, those of a headline into `titles`."""
    leg = opening_leg(scene, sentence, clusters)
    clusters += [leg] if leg is not None else []
    triggers = find_triggers(scene.lexicon, sentence, schedule=scene.schedule)
    before = sum(len(c.mentions) for c in clusters) + len(titles) + len(goalless)
    waiting = list(scene.waiting)
    for trigger in triggers:
        for mention in read_mentions(scene, sentence, trigger, triggers):
            if without_goal(mention) and not mention.title:
                goalless.append(mention)
            _take(scene, clusters, titles, mention)
    told = sum(len(c.mentions) for c in clusters) + len(titles) + len(goalless) - before
    if not told and scene.waiting == waiting:
        comes_out(scene, sentence, clusters)
    _stamp(scene, sentence, clusters)
    take_heads(scene, sentence, clusters)
    if sentence.form != "furniture":
        note_subject(scene, sentence)


def _stamp(scene: Scene, sentence: Sentence, clusters: list[Cluster]) -> None:
    """Take a word set behind an entry for its state: "Visit of the Prime Minister. CANCELLED."."""
    words = [u for u in sentence.units if u.pos != "PUNCT"]
    if len(words) != 1 or words[0].named:
        return
    classes = {s.cls for s in scene.lexicon.states.get(words[0].low, ()) if "part" in s.tenses}
    for cluster in clusters:
        if cluster.mentions[-1].sentence.line == sentence.line and classes & {"cancel", "postpone"}:
            cluster.status = "cancelled" if "cancel" in classes else "postponed"
            cluster.open = False


def _take(scene: Scene, clusters: list[Cluster], titles: list[Mention], mention: Mention) -> None:
    if scene.schedule or scene.layout.dated:
        mention = entry_place(entry_day(mention, scene.published))
    if mention.title:
        titles.append(mention)
        return
    if mention.trip:
        persons = [p for p in mention.parties if p.person and p.code]
        scene.cast.company = persons if persons and tells(mention) else scene.cast.company
        for one in mention.parties:
            scene.cast.abroad.setdefault(one.key, set()).update(mention.countries)
        if goes_onward(mention, clusters) or comes_home(mention, clusters, scene.lexicon):
            return
    mention = settle_hosts(mention, clusters, scene.lexicon.language)
    mention = complete(opened_for(mention, clusters), clusters, scene.cast)
    if ends(clusters, mention) or begins(clusters, mention):
        return
    held = find_cluster(clusters, mention)
    known = (
        tells(mention)
        or mention.anaphoric
        or mention.open
        or (held is not None and _in_breath(held, mention))
    )
    if held is not None and known and not mention.internal:
        join(held, mention)
        if len(sides_among(held.parties)) > 1:
            pair_up(scene.cast, held.parties)
        return
    mention = as_planned(mention, clusters)
    if not tells(mention) and (held is None or mention.kind != "signing"):
        mention = resumed(mention, clusters, scene.cast)
    if not tells(mention) and not signed_by_camps(mention, clusters):
        scene.waiting += [mention] if awaits(mention) else []
    else:
        clusters.append(start_cluster(mention))
        done = take_up(scene.waiting, clusters[-1])
        scene.waiting = [m for m in scene.waiting if m is not done]
        if len(sides_among(mention.parties)) > 1:
            pair_up(scene.cast, mention.parties)


def _in_breath(c: Cluster, m: Mention) -> bool:
    """Say whether a sentence tells a journey again: "has landed in A at the start of a visit to A and B"."""
    return m.trip and not m.parties and c.mentions[-1].sentence is m.sentence


def _join_title(clusters: list[Cluster], mention: Mention, *, headlines: bool) -> None:
    """Take a headline's mention in; in a list of `headlines` each may tell of a journey of its own."""
    if len(told_as_legs(mention, clusters)) > 1:
        return
    held = find_cluster(clusters, mention)
    if held is None:
        held = find_cluster(clusters, replace(mention, parties=[_faceless(p) for p in mention.parties]))
    enough = len(sides_among(mention.parties)) > 1 or mention.when.known or headlines
    if held is not None:
        join(held, mention)
    elif tells(mention) and enough:
        clusters.append(start_cluster(mention))


def _faceless(one: Party) -> Party:
    """Return an office by a common noun as no more than its state: "German minister to visit Cairo"."""
    office = one.actor is not None and one.actor.kind == "office" and one.actor.name.islower()
    return Party(one.code, side=one.side, span=one.span) if office else one


def find_engagements(found: Annotations) -> list[Engagement]:
    """Find the engagements of a document by the rules alone, each with its state as of publication."""
    scene = open_scene(found)
    return [build(c, i + 1, scene) for i, c in enumerate(read_by_rules(scene))]


def read_by_rules(scene: Scene) -> list[Cluster]:
    """Return what the lexicon and the parse tell of engagements, in order of the text."""
    set_defaults(scene)
    clusters = read_all(scene)
    clusters.sort(key=lambda c: (c.mentions[0].title, c.at))
    for cluster in clusters:
        if cluster.trip:
            settle(cluster, scene.published)
    carry_gathering(clusters, scene, whole=True)
    carry_days(clusters, scene.published)
    carry_places(clusters, scene.lexicon)
    carry_gathering(clusters, scene, whole=False)
    carry_dateline(clusters, scene)
    carry_changes(clusters)
    for cluster in clusters:
        settle(cluster, scene.published)
        settle_codes(cluster, scene.cast.home)
    carry_given_up(clusters)
    clusters.sort(key=lambda c: c.at)
    return clusters
