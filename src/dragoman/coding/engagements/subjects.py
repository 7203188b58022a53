"""The subject of a verb as parties: by the parse where it is sure, else by the order of words."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.coding.engagements.cast import Party, unique
from dragoman.coding.engagements.clauses import unit_of
from dragoman.coding.engagements.followers import past_name
from dragoman.coding.engagements.groups import two_before
from dragoman.coding.engagements.lexicon import Lexicon
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
            head = _antecedent(sentence, head)
    if head is None or found is None:
        return _before(reader, sentence, first) or _shared(reader, doc, sentence, first)
    head = _delegation(reader.lexicon, units, head)
    if any(u.low == ":" for u in units[head + 1 : first]):  # "Spokesperson A announced: B will visit C"
        return _before(reader, sentence, first)
    own_verb = unit_of(sentence, found.head.i)
    own = own_verb is not None and own_verb > head and not units[own_verb].named
    right = min(first, own_verb) if own and own_verb is not None else first
    parties = _around(reader, sentence, head, right)
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
        found = _around(reader, sentence, head, start) if head is not None else []
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


def _antecedent(sentence: Sentence, i: int) -> int | None:
    for k in range(i - 1, -1, -1):
        if sentence.units[k].actors:
            return k
    return None


def _around(reader: Reader, sentence: Sentence, head: int, first: int) -> list[Party]:
    """Read the subject that has unit `head` in it: to the left over "and", to the right to the verb."""
    units = sentence.units
    if head >= first:
        return []
    left = head
    if units[head].pos == "PRON" and not units[head].named:
        phrase = reader.read(sentence, head)
        beside = _companions(reader, sentence, phrase.end, first) if phrase else []
        return unique([*(phrase.parties if phrase else ()), *beside])
    while left > 0 and not _stops(reader.lexicon, units, left - 1):
        left -= 1
        if units[left].low == "," and _another_nation(reader, units, left):
            continue
        if units[left].low == "," and left + 1 == head and _headline(sentence) and units[left - 1].named:
            continue  # "Iran, Oman ministers meet"
        if units[left].low == "," and not any(reader.lexicon.has("joint", u.low) for u in units[left:first]):
            left += 1
            break
        if units[left].named and left and reader.lexicon.has("locating", units[left - 1].low):
            left += 1
            break
        if left == 1 and units[0].pos == "ADP" and units[1].named and units[2].named:
            left += 1  # "From Singapore Kallas went on to"
            break
        if (
            units[left].actors
            and left
            and reader.lexicon.has("governing", units[left - 1].low)
            and units[left].actors[0].kind != "state"
        ):
            left += 1
            break
    if (
        left
        and reader.lexicon.has("whom", units[left].low)
        and reader.lexicon.has("with", units[left - 1].low)
    ):
        left += 1  # "avec qui A s'est entretenu"
    return read_span(reader, sentence, left, first)


def _headline(sentence: Sentence) -> bool:
    """Say whether a sentence is a headline, where a comma stands for "and"."""
    return sentence.form in ("title", "header")


def _companions(reader: Reader, sentence: Sentence, k: int, right: int) -> list[Party]:
    """Return who is told beside a pronoun: "We, together with the ministers of A and B, have had talks"."""
    units = sentence.units
    beside = k + 2 < right and units[k].low == "," and reader.lexicon.has("alongside", units[k + 1].low)
    return read_span(reader, sentence, k + 2, right) if beside else []


def _another_nation(reader: Reader, units: list[Unit], comma: int) -> bool:
    """Say whether an adjective of nationality stands for an office: "et nigérien, B"."""
    if reader.lexicon.language != "fr" or comma < 2 or units[comma - 1].actors:
        return False
    link = units[comma - 2].low
    return reader.country(units[comma - 1]) is not None and (link == "," or reader.lexicon.has("joint", link))


def _stops(lexicon: Lexicon, units: list[Unit], k: int) -> bool:
    unit = units[k]
    if unit.actors or unit.place:
        return False
    if unit.time is not None:
        return True
    if unit.low in ("for", "to"):
        return not (k + 1 < len(units) and units[k + 1].named)
    if lexicon.has("inside", unit.low):
        return False
    return unit.pos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "X")


def read_span(reader: Reader, sentence: Sentence, left: int, right: int) -> list[Party]:
    """Read the parties named by the units from `left` up to `right`."""
    units = sentence.units
    out: list[Party] = []
    k = left
    while k < right:
        unit = units[k]
        if reader.lexicon.has("of", unit.low) and out and reader.lexicon.has("joint", units[k - 1].low):
            k += 1  # "delegates of A and of B"
            continue
        if reader.lexicon.has("of", unit.low) and out:
            k = past_name(reader.lexicon, sentence, k + 1)
            continue
        if reader.lexicon.has("aside", unit.low) and not unit.named:
            k = past_name(reader.lexicon, sentence, k + 1)
            continue
        phrase = reader.read(sentence, k)
        if phrase is None or phrase.end > right:
            k += 1
            continue
        out += phrase.parties
        k = max(phrase.end, k + 1)
    out = _in_turn(out)
    persons = [p for p in out if p.named]
    if persons:
        out = [p for p in out if p.named or p.code not in {q.code for q in persons}]
    return unique(out)


def _in_turn(parties: list[Party]) -> list[Party]:
    """Give the persons behind a list of states each their own: "the envoys of A and B, X and Y"."""
    half = len(parties) // 2
    states, persons = parties[:half], parties[half:]
    if half < 2 or len(persons) != half or not all(p.person and p.code is None for p in persons):
        return parties
    if not all(p.code and not p.person for p in states):
        return parties
    return [replace(p, code=s.code, inferred=False) for p, s in zip(persons, states, strict=True)]


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
                return _around(reader, sentence, k - 2, k - 1)  # "A, arrivé mardi à B, s'est entretenu"
            return []
        if reader.lexicon.has("two", unit.low) and unit.pos == "NUM" and k + 1 == first:
            return two_before(reader, units, k) or reader.cast.they()
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
                return _around(reader, sentence, k, first)
        k -= 1
    return []
