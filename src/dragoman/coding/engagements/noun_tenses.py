"""How things stand by the tense of the verb over a noun, together with the class of both."""

from dataclasses import replace

from dragoman.coding.engagements.clauses import Group, read_group, states_at, verb_tenses
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.units import Sentence
from dragoman.coding.engagements.verdict import Verdict, by_tense


def classed(
    lexicon: Lexicon,
    g: Governor,
    group: Group,
    status: str | None,
    qualities: frozenset[str],
    schedule: bool,
    verdict: Verdict,
) -> str | None:
    """Combine the class of the governing verb with its tense."""
    done = status in ("held", "present", "underway") or group.passive
    if (
        group.tense == "cond"
        and status == "announced"
        and "plan" not in group.classes
        and lexicon.language == "en"
        and group.would
    ):
        verdict.open = True
    if "plan" in qualities and not g.classes & {"begin", "end", "go_on"}:
        return (
            "announced"
            if status != "held" or g.classes & {"say", "plan"} or not g.classes & {"light"}
            else "held"
        )
    if "plan" in g.classes and (
        "plan" in group.classes or group.passive or status in ("held", "present", "underway")
    ):
        return "announced"
    if status == "announced":
        return "announced"
    if "say" in g.classes:
        verdict.open = True
        return "announced"
    if "begin" in g.classes and done:
        return "underway"
    if "go_on" in g.classes and done:
        return "underway"
    if "end" in g.classes and done:
        return "held"
    if status == "present":
        if schedule:
            verdict.why = "schedule"
            return "announced"
        verdict.open = True
        if lexicon.has("be", g.low):
            return "underway"
        return "held"
    return status


def to_end(lexicon: Lexicon, sentence: Sentence, verb: Governor) -> frozenset[str]:
    """Return "end" where a noun is expected to come to one: "the round is due to close on Friday"."""
    ahead = sentence.units[verb.unit + 1 : verb.unit + 3]
    if not verb.subject or len(ahead) < 2 or not lexicon.has("to", ahead[0].low):
        return frozenset()
    return frozenset(s.cls for s in states_at(lexicon, sentence, verb.unit + 2, "verb")) & {"end"}


def on_visit(nearest: Governor | None, qualities: frozenset[str]) -> Verdict:
    """Judge "X, en visite à": under way, unless what is told of X is still to come."""
    verdict = Verdict("underway", cls=qualities, why="on a visit")
    if nearest is not None and nearest.group is not None:
        verdict.verb, verdict.first = nearest.unit, nearest.group.first
        verdict.passive = nearest.group.passive
        if by_tense(nearest.group) == "announced":
            verdict.status = "announced"
        elif nearest.group.tense == "pluperfect":
            verdict.status = "held"
    return verdict


def since_closed(lexicon: Lexicon, sentence: Sentence, verdict: Verdict, opened: Group) -> Verdict:
    """Take talks for over that opened and, the sentence goes on to say, ended or lasted so long."""
    units = sentence.units
    if opened.tense not in ("perfect", "pluperfect", "past"):
        return verdict
    for k in range(opened.at + 1, len(units)):
        low = units[k].low
        if low == ";" or lexicon.has("relative", low) or lexicon.has("subordinators", low):
            return verdict
        classes = {s.cls for s in states_at(lexicon, sentence, k, "verb")} if not units[k].named else set()
        lasted = lexicon.has("lasted", low)
        if not lasted and "end" not in classes:
            continue
        group = read_group(lexicon, sentence, k, verb_tenses(lexicon, sentence, k))
        if by_tense(group) != "held":
            return verdict
        if lasted:
            return replace(verdict, status="held")
        return replace(verdict, status="held", verb=k, first=group.first, cls=verdict.cls | {"end"})
    return verdict
