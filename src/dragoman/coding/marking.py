"""Marks the two actors of a sentence for the event coder, and cuts long sentences around them.

The coder reads a row of token ids in which `<s>` ... `</s>` stand around the source and
`<t>` ... `</t>` around the target. The same functions prepare the training data and the text at
run time, so that the model never sees text made in another way. Tokens are made piece by piece
between the markers, so no text can forge a marker.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise

from rapidfuzz import fuzz
from tokenizers import Tokenizer

MAX_TOKENS = 128
"""Longest row that the coder reads; 99.9 % of the training sentences are shorter."""

ACTOR_TOKENS = 28
"""An actor's name is cut to so many tokens, so that what it does stays in view."""

FUZZY_FLOOR = 80.0
"""Similarity (0 to 100) from which a stretch of the sentence is taken for an actor's name that
does not stand in it letter by letter; below it the name is put in front of the sentence."""

LONGEST_NAME, VIEW = 400, 1500
"""Characters of a name that are read, and of a sentence before its first and after its last name:
more than MAX_TOKENS can hold, little enough that junk costs nothing."""

SOURCE_IN, SOURCE_OUT, TARGET_IN, TARGET_OUT = 1, 2, 3, 4
"""Ids of the markers: the first unused entries of the vocabulary."""

CLASSIFY, SEPARATE = 101, 102
"""Ids of BERT's [CLS] and [SEP]."""


@dataclass(frozen=True)
class Row:
    """Token ids of a marked sentence and the positions of the markers before source and target."""

    ids: list[int]
    source: int
    target: int


@cache
def tokenizer() -> Tokenizer:
    """The coder's tokenizer (WordPiece, uncased), which knows no special tokens."""
    path = files("dragoman.coding").joinpath("model", "tokenizer.json")
    return Tokenizer.from_str(path.read_text(encoding="utf8"))


def mark(sentence: str, source: str, target: str) -> Row:
    """Mark `source` and `target` in `sentence` and make the coder's row of it.

    A name that is not in the sentence letter by letter is looked for without regard to case,
    accents and spacing, then by similarity; one that is not found is put in front.
    """
    sentence, source, target = (" ".join(text.split()) for text in (sentence, source, target))
    source, target = source[:LONGEST_NAME], target[:LONGEST_NAME]
    spans = locate(sentence, source, target)
    missing = [name for name, span in zip((source, target), spans, strict=True) if span is None]
    lead = "".join(f"{name or 'someone'} : " for name in missing)
    found = []
    at = 0
    for name, span in zip((source, target), spans, strict=True):
        if span is None:
            length = len(name or "someone")
            found.append((at, at + length))
            at += length + 3
        else:
            found.append((span[0] + len(lead), span[1] + len(lead)))
    return place(lead + sentence, found[0], found[1])


def locate(sentence: str, source: str, target: str) -> list[tuple[int, int] | None]:
    """Where source and target stand in the sentence: two places that do not overlap if there are.

    The longer name is placed first: "South Sudan" before "Sudan".
    """
    order = (0, 1) if len(source) >= len(target) else (1, 0)
    names = (source, target)
    spans: list[tuple[int, int] | None] = [None, None]
    for i in order:
        places = _places(sentence, names[i])
        other = spans[1 - i]
        apart = [p for p in places if other is None or p[1] <= other[0] or p[0] >= other[1]]
        spans[i] = next(iter(apart or places), None)
    return spans


def _places(sentence: str, name: str) -> list[tuple[int, int]]:
    """All places where `name` stands: first whole words as written, then looser ones."""
    if not name.strip() or not sentence:
        return []
    hits: dict[tuple[int, int], None] = {}
    for text, wanted in ((sentence, name), (_fold(sentence), _fold(name))):
        for pattern in (rf"(?<!\w){re.escape(wanted)}(?!\w)", re.escape(wanted)):
            hits.update(dict.fromkeys(match.span() for match in islice(re.finditer(pattern, text), 20)))
    if hits:
        return list(hits)
    if len(sentence) > 5000 or len(name) < 4:
        return []
    best = fuzz.partial_ratio_alignment(_fold(name), _fold(sentence), score_cutoff=FUZZY_FLOOR)
    if best is None or best.dest_end <= best.dest_start:
        return []
    return [(best.dest_start, best.dest_end)]


def _fold(text: str) -> str:
    """`text` in lower case without accents, character for character (offsets stay)."""
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[:1] or char for char in text)


def place(text: str, source: tuple[int, int], target: tuple[int, int]) -> Row:
    """The row of `text` with its source and target at these characters; the spans may nest."""
    cuts = sorted(
        [
            (source[0], 1, SOURCE_IN),
            (source[1], 0, SOURCE_OUT),
            (target[0], 1, TARGET_IN),
            (target[1], 0, TARGET_OUT),
        ]
    )
    edges = [max(0, cuts[0][0] - VIEW), *(cut[0] for cut in cuts), min(len(text), cuts[-1][0] + VIEW)]
    texts = [text[a:b] for a, b in pairwise(edges)]
    if len(texts[2]) > 2 * VIEW:
        texts[2] = texts[2][:VIEW] + " " + texts[2][-VIEW:]
    pieces = [encoding.ids for encoding in tokenizer().encode_batch(texts, add_special_tokens=False)]
    marks = [cut[2] for cut in cuts]
    _shorten(pieces, marks)
    ids = [CLASSIFY, *pieces[0]]
    for marker, piece in zip(marks, pieces[1:], strict=True):
        ids += [marker, *piece]
    ids.append(SEPARATE)
    return Row(ids, ids.index(SOURCE_IN), ids.index(TARGET_IN))


def _shorten(pieces: list[list[int]], marks: list[int]) -> None:
    """Cut the five pieces to MAX_TOKENS in place: names first, then the middle, then the ends."""
    inside = 0
    for i, marker in enumerate(marks, start=1):
        inside += 1 if marker in (SOURCE_IN, TARGET_IN) else -1
        if inside:
            del pieces[i][ACTOR_TOKENS:]
    room = MAX_TOKENS - 2 - len(marks)
    middle = room - sum(len(pieces[i]) for i in (1, 3))
    if len(pieces[2]) > middle * 2 // 3:
        keep = middle // 3
        pieces[2] = pieces[2][:keep] + pieces[2][-keep:]
    ends = middle - len(pieces[2])
    left, right = len(pieces[0]), len(pieces[4])
    if left + right > ends:
        left = min(left, max(ends // 2, ends - right))
        right = min(right, ends - left)
        pieces[0] = pieces[0][len(pieces[0]) - left :]
        del pieces[4][right:]
