"""Topics: what an engagement is about, as written ("talks on the withdrawal of forces")."""

from collections.abc import Sequence

from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span

LEADS = {
    "en": frozenset({"on", "about", "over", "regarding", "concerning", "discuss", "discussed", "addressing"}),
    "fr": frozenset({"sur", "concernant", "consacré", "consacrée", "évoquer", "évoqué", "aborder", "abordé"}),
}
LONGEST = 14  # units of a topic


def find_topics(
    sentences: Sequence[Sentence], triggers: Sequence[Trigger], text: str, language: str
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Return up to three topics of the sentences that tell of an engagement, with their words."""
    spans: list[Span] = []
    for sentence, trigger in zip(sentences, triggers, strict=True):
        units = sentence.units
        for k in range(trigger.at + 1, min(trigger.at + 12, len(units) - 1)):
            if units[k].low not in LEADS[language] or units[k + 1].time is not None:
                continue
            first = units[k + 1]
            if first.named and first.place is not None and not first.actors:
                continue
            end = k + 1
            while (
                end < len(units)
                and end - k <= LONGEST
                and not _ends(units[end].low, units[end].pos, units[end].time is not None)
            ):
                end += 1
            if end > k + 1 and units[end - 1].pos not in ("ADP", "DET", "CCONJ", "SCONJ"):
                span = Span(first.start, units[end - 1].end, text[first.start : units[end - 1].end])
                if len(span.text) > 3 and all(span.text != s.text for s in spans):
                    spans.append(span)
            break
    return tuple(s.text for s in spans[:3]), tuple(spans[:3])


def _ends(low: str, pos: str, time: bool) -> bool:
    return (
        time
        or low
        in (".", ";", ":", "(", ",", "on", "after", "before", "when", "while", "who", "that", "qui", "que")
        or pos in ("AUX", "SCONJ")
    )
