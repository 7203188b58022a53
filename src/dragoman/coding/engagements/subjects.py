"""The subject of a verb as parties: by the parse where it is sure, else by the order of words."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dragoman.coding.engagements.clauses import unit_of
from dragoman.coding.engagements.companions import headed
from dragoman.coding.engagements.counted import count_of
from dragoman.coding.engagements.enumerations import around
from dragoman.coding.engagements.groups import two_before
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.units import Sentence, Unit

SUBJECTS = ("nsubj", "nsubjpass", "nsubj:pass", "csubj", "expl:subj")


def _subject_token(verb: Token, start: int) -> Token | None:
    """Return the subject of a verb by the parse, from token `start` on: it may run over the ends of lines."""
    current = verb
    for _ in range(4):
        if any(child.dep_ == "expl" for child in current.children):
            return None
        for child in current.children:
            if child.dep_ in SUBJECTS and start <= child.i < verb.i:
                return child
        if current.dep_ in (
            "conj",
            "xcomp",
            "aux",
            "advcl",
            "ccomp",
            "auxpass",
            "acomp",
            "attr",
            "aux:tense",
            "aux:pass",
            "cop",
        ) or (current.dep_ == "acl" and current.head.pos_ in ("NOUN", "ADJ")):
            if current.dep_ in ("ccomp", "advcl") and current.head.i < current.i and _own(current):
                return None
            current = current.head
            continue
        return None
    return None


def _own(token: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in token.children)


def subject(reader: Reader, doc: Doc, sentence: Sentence, at: int, first: int) -> list[Party]:
    """Return the parties that are the subject of the verb at unit `at`, whose group starts at `first`."""
    units = sentence.units
    token = doc[units[at].first]
    found = _subject_token(token, units[0].first)
    head: int | None = None
    if found is not None:
        head = unit_of(sentence, found.i)
        if head and reader.lexicon.has("with", units[head - 1].low):
            head = None  # "A, avec qui B s'est entretenu"
        if head is not None and reader.lexicon.has("relative_subject", found.text.lower()):
            if _of_thing(sentence, head):
                return _before(reader, sentence, first)  # "the package which A and B agreed at a summit"
            head = _antecedent(sentence, head)
    chief = headed(reader.lexicon, units, first)
    if chief is not None and (head is None or chief < head):
        return around(reader, sentence, chief, chief + 1)
    if head is None or found is None:
        return _before(reader, sentence, first) or _shared(reader, doc, sentence, first)
    head = _delegation(reader.lexicon, units, head)
    if any(u.low == ":" for u in units[head + 1 : first]):  # "Spokesperson A announced: B will visit C"
        return _before(reader, sentence, first)
    own_verb = unit_of(sentence, found.head.i)
    own = own_verb is not None and own_verb > head and not units[own_verb].named
    right = min(first, own_verb) if own and own_verb is not None else first
    parties = around(reader, sentence, head, right)
    if not parties and not (found.pos_ in ("NOUN", "PRON") and not units[head].named):
        parties = _before(reader, sentence, first)
    return parties


def _shared(reader: Reader, doc: Doc, sentence: Sentence, first: int) -> list[Party]:
    """Return the subject that a verb has from the one before: "X will attend the summit and pay a visit"."""
    units, has = sentence.units, reader.lexicon.has
    if first < 3 or units[first - 1].low not in ("and", "et", "then", "puis"):
        return []
    for k in range(first - 2, 0, -1):
        unit = units[k]
        if unit.low in (";", ":") or has("relative", unit.low):
            return []
        if unit.named or unit.pos != "VERB" or unit.tag in ("VBN", "VBG"):
            continue
        start = k
        while start and (has("future", units[start - 1].low) or has("adverbs", units[start - 1].low)):
            start -= 1
        above = _subject_token(doc[unit.first], units[0].first)
        head = unit_of(sentence, above.i) if above is not None else None
        found = around(reader, sentence, head, start) if head is not None else []
        return found or _before(reader, sentence, start)
    return []


def _delegation(lexicon: Lexicon, units: Sequence[Unit], head: int) -> int:
    """Return the delegation where unit `head` is who leads it: "une délégation de A conduite par B"."""
    k = head - 1
    while k > 1 and (units[k].pos == "DET" or lexicon.has("determiners", units[k].low)):
        k -= 1
    if k < 2 or not lexicon.has("by", units[k].low) or not lexicon.has("led", units[k - 1].low):
        return head
    return k - 2


def _of_thing(sentence: Sentence, i: int) -> bool:
    """Say whether the relative at unit `i` stands for a thing, while somebody else does what follows."""
    before = sentence.units[i - 1] if i else None
    thing = before is not None and before.pos in ("NOUN", "PROPN") and not before.named
    behind = sentence.units[i + 1] if i + 1 < len(sentence.units) else None
    return thing and behind is not None and bool(behind.actors)


def _antecedent(sentence: Sentence, i: int) -> int | None:
    for k in range(i - 1, -1, -1):
        if sentence.units[k].actors:
            return k
    return None


def _pronoun(lexicon: Lexicon, low: str) -> bool:
    personal = any(lexicon.has(k, low) for k in ("he", "she", "they", "i"))
    return personal and not lexicon.has("possessive", low)


def _before(reader: Reader, sentence: Sentence, first: int) -> list[Party]:
    """Find the subject by order alone: the last name before the verb that no preposition governs."""
    units = sentence.units
    french = reader.lexicon.language == "fr"
    if french and first > 1 and reader.country(units[first - 1]) is not None and units[first - 1].place:
        lead = next((j for j in range(first - 2, max(-1, first - 6), -1) if units[j].pos == "DET"), None)
        phrase = reader.read(sentence, lead) if lead is not None else None
        if phrase is not None and phrase.end >= first - 1 and phrase.parties:
            return list(phrase.parties)  # "une délégation malgache séjourne", which the parse has as a name
    k = first - 1
    while k >= 0:
        unit = units[k]
        if unit.low in (";", ":") or (
            unit.pos in ("VERB", "AUX") and not unit.named and k < first - 1 and unit.tag != "VBG"
        ):
            apart = french and k > 1 and units[k - 1].low == "," and units[first - 1].low == ","
            if apart and any(a.kind in ("person", "office") for a in units[k - 2].actors):
                return around(reader, sentence, k - 2, k - 1)  # "A, arrivé mardi à B, s'est entretenu"
            return []
        if reader.lexicon.has("two", unit.low) and unit.pos == "NUM" and k + 1 == first:
            return two_before(reader, units, k) or reader.cast.they()
        count = count_of(reader, unit.low) if unit.pos == "NUM" and k + 1 == first else 0
        if count:
            return reader.cast.several(count)
        if k and reader.lexicon.has("latter", unit.low) and units[k - 1].low in ("ce", "cette"):
            phrase = reader.read(sentence, k)
            return list(phrase.parties) if phrase is not None else []
        if _pronoun(reader.lexicon, unit.low) or unit.actors:
            before = units[k - 1].low if k else ""
            governed = reader.lexicon.has("ruled", before)
            if unit.low == "il" or not governed:
                if (
                    unit.actors
                    and all(a.kind == "state" for a in unit.actors)
                    and unit.place
                    and k + 1 < first
                ):
                    k -= 1
                    continue
                return around(reader, sentence, k, first)
        k -= 1
    return []
