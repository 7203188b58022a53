"""How things stand: the status that a sentence gives an engagement, or that it tells of none."""

from spacy.tokens import Doc

from dragoman.coding.engagements.governors import governors
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.nouns import judge_noun
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verbs import judge_verb
from dragoman.coding.engagements.verdict import (
    Verdict,
    conditional,
)


def judge(lexicon: Lexicon, doc: Doc, sentence: Sentence, trigger: Trigger, *, schedule: bool) -> Verdict:
    """Return what the sentence says of the state of the engagement that `trigger` names."""
    units = sentence.units
    token = doc[units[trigger.at].last]
    above = governors(lexicon, doc, sentence, token)
    if units[-1].low == "?" and (sentence.form == "body" or units[0].pos == "AUX"):
        return Verdict(None, why="asked", blocked=True)
    if conditional(sentence, trigger.first):
        return Verdict(None, why="condition", blocked=True)
    if trigger.verb is not None:
        return judge_verb(lexicon, doc, sentence, trigger, above, schedule)
    return judge_noun(lexicon, doc, sentence, trigger, above, schedule)


def told_as(scene: Scene, sentence: Sentence, verdict: Verdict) -> str:
    """Return the state by which the days of a mention are read: the present looks ahead.

    "Macron reçoit jeudi le roi" is said before Thursday; what is past has the perfect. So does what
    was planned and is called off. An English headline has the present for what is past, too.
    """
    assert verdict.status is not None
    body = scene.lexicon.language == "fr" or sentence.form == "body"
    if verdict.purposed:
        return "held"
    ahead = verdict.present and body and verdict.status in ("held", "underway")
    ahead = ahead or (verdict.status == "cancelled" and "plan" in verdict.cls)
    return "announced" if ahead else verdict.status
