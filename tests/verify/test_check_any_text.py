"""What holds for any text: the check raises nothing, and its spans lie inside."""

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.sources.load import from_bytes
from dragoman.verify import check

WORDS = st.sampled_from(
    [
        "Niger",
        "Nigerian",
        "Sweden",
        "Minister",
        "Elsa Lindgren",
        "said",
        "will not",
        "met",
        "signed",
        "12",
        "%",
        "March",
        "next week",
        "“",
        "”",
        "(",
        "CNSP",
        ")",
        "\n\n",
        ".",
        ",",
        "according to",
        "€5 million",
        "’s",
        "le",
        "ministre",
        "a déclaré",
        "Premier ministre",
        "à",
        "Paris",
        "1 000",
        "🙂",
        "\u202e",
        "—",
        ";",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), st.text(min_size=1, max_size=120))
SOURCE = "Stockholm, 14 March 2024\n\nElsa Lindgren will travel to Niger. “We stand by you,” she said."


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_check_never_raises_and_its_spans_lie_inside(brief: str, source: str) -> None:
    """Any brief, against any source, gives findings whose words stand at their offsets."""
    try:
        draft = from_bytes(("Brief. " + brief).encode(), name="brief.txt", language="en")
        rests = from_bytes((SOURCE + "\n" + source).encode(), name="source.txt", language="en")
    except DragomanError:  # no text at all: refused before the check, with a reason
        reject()
    for finding in check(draft, [rests], omitted=True):
        assert draft.text[finding.start : finding.end] == finding.text
        if finding.source_start is not None and finding.source_end is not None:
            assert rests.text[finding.source_start : finding.source_end] == finding.source_text
