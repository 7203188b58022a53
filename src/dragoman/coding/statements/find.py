"""Finds statements: the verb of speech, its speaker, whom it addresses, and what was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.annotate import Annotations
from dragoman.annotate.quotes import find_quotes
from dragoman.coding.engagements.build import participant
from dragoman.coding.engagements.clauses import Group, read_group
from dragoman.coding.engagements.find import note_subject
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.scene import Scene, open_scene
from dragoman.coding.engagements.subjects import subject
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.coding.statements.acts import Act, acts
from dragoman.coding.statements.attribution import reporters
from dragoman.coding.statements.dates import said_on
from dragoman.coding.statements.refusals import find_refusals
from dragoman.coding.statements.spans import content_after, content_before, is_quoted
from dragoman.model import Span, Statement


@dataclass(frozen=True)
class Speech:
    """A verb of speech where it stands: its unit, act and group."""

    at: int
    act: Act
    group: Group


def _verbal(scene: Scene, units: Sequence[Unit], i: int) -> bool:
    unit = units[i]
    if unit.named or (unit.pos in ("NOUN", "ADJ", "PROPN") and not unit.tag.startswith("VB")):
        return False
    before = units[i - 1] if i else None
    return not (before is not None and (before.pos == "DET" or scene.lexicon.has("possessive", before.low)))


def _speeches(scene: Scene, sentence: Sentence) -> list[Speech]:
    table = acts(scene.lexicon.language)
    units = sentence.units
    found = []
    for i, unit in enumerate(units):
        for act in table.get(unit.low, ()) if _verbal(scene, units, i) else ():
            if act.needs and not any(u.low in act.needs for u in units[i + 1 : i + 6]):
                continue
            group = read_group(scene.lexicon, sentence, i, act.tenses)
            if group.tense in ("inf", "ing", "part") and not (i and units[i - 1].low == ","):
                break
            if group.modal or group.tense == "future" or (group.passive and group.tense != "perfect"):
                break
            found.append(Speech(i, act, group))
            break
    return found


def _speaker(scene: Scene, sentence: Sentence, speech: Speech) -> tuple[Party | None, bool]:
    """Return the speaker, and whether he stands behind the verb ("..., said X")."""
    reader, units = scene.reader, sentence.units
    i = speech.at
    ahead = i + 1
    if speech.act.pattern == "that" or speech.act.act in ("announce", "deny"):
        while ahead < min(i + 4, len(units)) and (
            units[ahead].pos in ("DET", "ADV") or units[ahead].time is not None
        ):
            ahead += 1
        before = units[speech.group.first - 1].low if speech.group.first else ""
        inverted = before in (",", '"', "”", "»", "''") and not any(
            u.low in ("who", "qui") for u in units[max(0, speech.group.first - 2) : speech.group.first]
        )
        if inverted and ahead < len(units) and units[ahead].actors and speech.group.tense != "ing":
            phrase = reader.read(sentence, ahead)
            if phrase is not None and phrase.parties:
                return phrase.parties[0], True
    parties = subject(reader, scene.found.parse, sentence, i, speech.group.first)
    return (parties[0] if parties else None), False


def _addressee(scene: Scene, sentence: Sentence, speech: Speech) -> tuple[Party | None, int]:
    """Return whom the act addresses and the unit where its content begins."""
    units = sentence.units
    start = speech.at + 1
    if speech.act.pattern != "to":
        return None, start
    for k in range(start, min(start + 5, len(units))):
        if (
            units[k].actors
            or scene.lexicon.has("they", units[k].low)
            or scene.lexicon.has("he", units[k].low)
        ):
            phrase = scene.reader.read(sentence, k)
            if phrase is not None and phrase.parties:
                return phrase.parties[0], phrase.end
        if units[k].pos in ("VERB", "SCONJ", "PUNCT") or units[k].low in ("that", "que"):
            break
    return None, start


def _clausal(sentence: Sentence, content: Span, inverted: bool) -> bool:
    """Say whether what was said is more than whom it was said to ("told reporters on Monday")."""
    inside = [u for u in sentence.units if content.start <= u.start < content.end]
    return inverted or any(u.pos in ("VERB", "AUX") and not u.named for u in inside)


def statements_of(scene: Scene) -> list[Statement]:
    """Return the statements of a document that has been opened already."""
    if scene.schedule:
        return []
    quotes = find_quotes(scene.text)
    found: list[Statement] = []
    for sentence in scene.layout.sentences:
        if sentence.form in ("furniture", "header", "entry"):
            continue
        chain = reporters(scene, sentence)
        told: list[tuple[Span, str]] = []
        speeches = _speeches(scene, sentence)
        firsts = [s.group.first for s in speeches]
        for speech in speeches:
            speaker, inverted = _speaker(scene, sentence, speech)
            addressee, start = _addressee(scene, sentence, speech)
            if inverted:
                content = content_before(scene, sentence, speech.group.first)
            else:
                reach = 9 if speech.act.act == "say" else 3
                content = content_after(scene, sentence, start, reach=reach, stops=firsts)
            if content is None or (speech.act.act == "say" and not _clausal(sentence, content, inverted)):
                continue
            quoted = is_quoted(content, quotes)
            voice = participant(speaker) if speaker is not None else None
            if voice is None and not quoted:
                continue
            verb = sentence.units[speech.at].start
            outer = [name for span, name in told if span.start <= verb < span.end]
            if voice is not None:
                told.insert(0, (content, voice.name))
            found.append(
                Statement(
                    id=f"s{len(found) + 1}",
                    act=speech.act.act,
                    speaker=voice,
                    content=content,
                    addressee=participant(addressee) if addressee is not None else None,
                    reporters=tuple(
                        dict.fromkeys(n for n in (*outer, *chain) if voice is None or n != voice.name)
                    ),
                    quoted=quoted,
                    negated=speech.group.negated,
                    date=said_on(scene, sentence, speech.at, content),
                    evidence=(Span(sentence.start, sentence.end, scene.text[sentence.start : sentence.end]),),
                )
            )
        refusals = find_refusals(scene, sentence, found, chain)
        # a headline has no speaker of its own: what it denies stands with its speaker in the text
        found += [told for told in refusals if told.speaker is not None or sentence.form != "title"]
        note_subject(scene, sentence)
    return found


def find_statements(found: Annotations) -> list[Statement]:
    """Find who said what to whom; engagements that are denied or doubted are statements too."""
    return statements_of(open_scene(found))
