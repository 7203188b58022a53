"""Who takes part by the words of the sentence: the subject, and the parties after the trigger."""

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from dragoman.coding.engagements.cast import Party, unique
from dragoman.coding.engagements.clauses import unit_of
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.phrases import DETERMINERS, SKIPPED, Reader
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit

SAYING = frozenset(["said", "says", "announced", "confirmed", "reported", "added", "a", "stated"])
GOVERNING = frozenset(
    [
        "of",
        "with",
        "by",
        "from",
        "to",
        "after",
        "alongside",
        "de",
        "du",
        "d'",
        "par",
        "avec",
        "à",
        "au",
        "chez",
    ]
)
LOCATING = frozenset(["in", "en", "at", "during", "à", "au", "aux", "dans", "for", "pour", "on", "sur"])
SUBJECTS = ("nsubj", "nsubjpass", "nsubj:pass", "csubj", "expl:subj")


@dataclass
class After:
    """What follows a trigger: parties with it, by it, of it, and where the clause ends."""

    others: list[Party] = field(default_factory=list)
    by: list[Party] = field(default_factory=list)
    of: list[Party] = field(default_factory=list)
    groups: list[list[Party]] = field(default_factory=list)
    internal: bool = False
    vague: bool = False  # a counterpart is spoken of without a name or a country
    end: int = 0


def _ends_clause(lexicon: Lexicon, units: list[Unit], k: int) -> bool:
    unit = units[k]
    if unit.low in (";", ":", "—", "–") or unit.low in (
        "who",
        "which",
        "that",
        "whom",
        "qui",
        "que",
        "dont",
        "où",
        "where",
    ):
        return True
    if unit.pos == "AUX" or unit.tag in ("VB", "VBD", "VBZ", "VBP", "MD"):
        return not (units[k - 1].low in ("of", "the") if k else False)
    if unit.pos == "VERB" and lexicon.language == "fr":
        return unit.low not in lexicon.words["other_preps"]
    if unit.tag in ("VBN", "VBG"):
        if k and units[k - 1].low == ",":
            return True
        nxt = units[k + 1] if k + 1 < len(units) else None
        return not (nxt is not None and (nxt.pos in ("NOUN", "PROPN", "ADJ") or nxt.actors))
    return False


def after(reader: Reader, sentence: Sentence, trigger: Trigger, *, direct: bool) -> After:
    """Collect the parties after a trigger; `direct`: a party right behind it is an object."""
    lexicon, units = reader.lexicon, sentence.units
    has = lexicon.has
    out = After(end=len(units))
    role: str | None = "object" if direct else None
    kept: str | None = role
    gap = False  # a place or a time stood since the last party
    k = trigger.at + 1
    while k < len(units):
        unit = units[k]
        low = unit.low
        if unit.named and not unit.actors:
            gap = True
            role = kept if direct and not out.others and kept == "object" else role
            k += 1
            continue
        if low == "(":
            k = next((j for j in range(k + 1, min(k + 12, len(units))) if units[j].low == ")"), k) + 1
            continue
        if not unit.named:
            noun = low in lexicon.nouns and k > trigger.at + 1 and unit.pos in ("NOUN", "PROPN")
            if (
                noun
                and not has("and", units[k - 1].low)
                and lexicon.nouns[low][0].frame in ("event", "speech", "trip")
            ) and (role is None or out.others):
                out.end = k
                break
            if (
                low == "whose"
                and k + 2 < len(units)
                and units[k + 1].low in ("host", "hosts", "chair", "chairman")
            ):
                role = kept = "by"
                k += 3
                continue
            modifier = trigger.noun is not None and unit.tag == "VBN" and k <= trigger.at + 3
            if _ends_clause(lexicon, units, k) and not (role and k == trigger.at + 1) and not modifier:
                out.end = k
                break
            if has("with", low):
                role = kept = "object"
                out.groups.append([])
                k += 1
                continue
            given = (
                trigger.noun is not None
                and trigger.noun.words[0] == "audience"
                and low in ("à", "au", "aux", "to")
            )
            spoken = trigger.frame in ("speak", "call", "speech") and low in ("to", "à", "au", "aux", "from")
            if (spoken or given) and not out.others:
                role = kept = "object"
                k += 1
                continue
            if low == "on" and trigger.verb is not None and trigger.verb.lemma == "call":
                role = kept = "object"
                k += 1
                continue
            if has("between", low):
                role = kept = "between"
                k += 1
                continue
            if has("by", low):
                role = kept = "by"
                k += 1
                continue
            if has("of", low):
                if k == trigger.at + 1 or (
                    trigger.noun is not None and not out.others and role is None and not gap
                ):
                    role = kept = "of"
                else:
                    k = _past_name(sentence, k + 1)
                    continue
                k += 1
                continue
            if has("and", low) and not (
                low == "as" and "well" not in (units[k - 1].low, units[min(k + 1, len(units) - 1)].low)
            ):
                if role is None and gap and low != ",":
                    role = kept
                gap = gap and low == ","
                k += 1
                continue
            if has("other_preps", low) or (low == "to" and out.others):
                role = None
                k += 1
                continue
            if has("internal", low) and role:
                out.internal = True
        phrase = reader.read(sentence, k, group_place=role == "between") if role else None
        if phrase is None:
            if unit.actors:
                gap = True
            k += 1
            continue
        parties = list(phrase.parties)
        if phrase.end < len(units) and role == "object" and units[phrase.end].low in SAYING:
            out.end = k
            break  # "..., the ministry said"
        if role in ("object", "between"):
            out.others += parties
            if out.groups:
                out.groups[-1] += parties
        elif role == "by":
            out.by += parties
        elif role == "of":
            out.of += parties
        out.vague = out.vague or (not parties and role in ("object", "between"))
        gap = False
        k = max(phrase.end, k + 1)
    out.others, out.by, out.of = unique(out.others), unique(out.by), unique(out.of)
    return out


def _past_name(sentence: Sentence, k: int) -> int:
    """Return the index behind the name after "of" ("President of Mali", "of a detained X")."""
    units = sentence.units
    at = k
    while at < min(k + 5, len(units)) and not units[at].named:
        if units[at].low not in DETERMINERS | SKIPPED and units[at].pos not in ("ADJ", "NOUN", "VERB", "DET"):
            return k
        at += 1
    return min(at + 1, len(units)) if at < len(units) and units[at].named else k


def _subject_token(verb: Token) -> Token | None:
    current = verb
    for _ in range(4):
        if any(child.dep_ == "expl" for child in current.children):
            return None
        for child in current.children:
            if child.dep_ in SUBJECTS and child.i < verb.i:
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
    found = _subject_token(token)
    head: int | None = None
    if found is not None:
        head = unit_of(sentence, found.i)
        if head is not None and found.text.lower() in ("who", "which", "that", "qui", "que", "dont"):
            head = _antecedent(sentence, head)
    if head is None or found is None:
        return _before(reader, sentence, first)
    own_verb = unit_of(sentence, found.head.i)
    right = min(first, own_verb) if own_verb is not None and own_verb > head else first
    parties = _around(reader, sentence, head, right)
    if not parties and not (found.pos_ in ("NOUN", "PRON") and not units[head].named):
        parties = _before(reader, sentence, first)
    return parties


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
        return list(phrase.parties) if phrase else []
    while left > 0 and not _stops(units, left - 1):
        left -= 1
        if units[left].named and left and units[left - 1].low in LOCATING:
            left += 1
            break
        if (
            units[left].actors
            and left
            and units[left - 1].low in GOVERNING
            and units[left].actors[0].kind != "state"
        ):
            left += 1
            break
    return _read_span(reader, sentence, left, first)


def _stops(units: list[Unit], k: int) -> bool:
    unit = units[k]
    if unit.actors or unit.place:
        return False
    if unit.time is not None:
        return True
    if unit.low in (
        ",",
        "and",
        "et",
        "of",
        "de",
        "du",
        "des",
        "d'",
        "-",
        "(",
        ")",
        "'s",
        "le",
        "la",
        "les",
        "l'",
        "for",
        "to",
    ):
        return unit.low in ("for", "to") and not (k + 1 < len(units) and units[k + 1].named)
    return unit.pos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "X")


def _read_span(reader: Reader, sentence: Sentence, left: int, right: int) -> list[Party]:
    units = sentence.units
    out: list[Party] = []
    k = left
    while k < right:
        unit = units[k]
        if reader.lexicon.has("of", unit.low) and out:
            k = _past_name(sentence, k + 1)
            continue
        if unit.low in ("for", "to", "pour", "who", "qui", "which", "from", "in", "at") and not unit.named:
            k = _past_name(sentence, k + 1)
            continue
        phrase = reader.read(sentence, k)
        if phrase is None or phrase.end > right:
            k += 1
            continue
        out += phrase.parties
        k = max(phrase.end, k + 1)
    persons = [p for p in out if p.named]
    if persons:
        out = [p for p in out if p.named or p.code not in {q.code for q in persons}]
    return unique(out)


def _before(reader: Reader, sentence: Sentence, first: int) -> list[Party]:
    """Find the subject by order alone: the last name before the verb that no preposition governs."""
    units = sentence.units
    k = first - 1
    while k >= 0:
        unit = units[k]
        if unit.low in (";", ":") or (
            unit.pos in ("VERB", "AUX") and not unit.named and k < first - 1 and unit.tag != "VBG"
        ):
            return []
        if unit.low in ("he", "she", "they", "il", "elle", "ils", "elles") or unit.actors:
            before = units[k - 1].low if k else ""
            governed = before in (
                "of",
                "de",
                "du",
                "by",
                "par",
                "with",
                "avec",
                "to",
                "on",
                "in",
                "at",
                "sur",
                "from",
                "-",
                "for",
            )
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


def possessors(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the parties named before a noun: "Xi's visit", "his talks", "U.S.-China summit"."""
    units = sentence.units
    lexicon = reader.lexicon
    out: list[Party] = []
    k = trigger.first - 1
    floor = max(-1, trigger.first - 9)
    while k > floor:
        unit = units[k]
        if unit.actors or (
            unit.place is not None
            and k
            and (
                units[k - 1].low in ("-", "–", "—")
                or (k + 1 < len(units) and units[k + 1].low in ("-", "–", "—", "'s"))
            )
        ):
            joined = units[k - 1].low in ("-", "–", "—", "/") if k else False
            owner = units[k + 1].low in ("'s", "'") or unit.low.endswith(("'s", "s'"))
            if owner or joined or k + 1 == trigger.first or units[k + 1].low in ("-", "–", "—", "/"):
                phrase = reader.read(sentence, k, group_place=True)
                if phrase is not None:
                    out = [*phrase.parties, *out]
                if owner and not joined:
                    return unique([*_more_owners(reader, sentence, k), *out])
                k -= 1
                continue
            return unique(out)
        if unit.low in ("-", "–", "—", "/", "'s", "'"):
            k -= 1
            continue
        if lexicon.has("possessive", unit.low):
            many = lexicon.has("they", unit.low) or unit.low in ("leur", "leurs")
            return unique([*(reader.cast.they() if many else _him(reader, sentence, k)), *out])
        nation = reader.country(unit) if not unit.named else None
        if (
            nation is not None
            and k + 1 < len(units)
            and (units[k + 1].low in ("-", "–") or (k and units[k - 1].low in ("-", "–")))
        ):
            span = reader.span(unit)
            out = [Party(nation, span=span, label=span.text), *out]
        elif (
            unit.pos not in ("ADJ", "NOUN", "NUM", "PROPN", "ADV")
            and unit.time is None
            and unit.tag not in ("VBN", "VBG")
        ):
            return unique(out)
        k -= 1
    return unique(out)


def _more_owners(reader: Reader, sentence: Sentence, k: int) -> list[Party]:
    """Read "A and B's": the owners joined to the one at unit `k`."""
    units = sentence.units
    out: list[Party] = []
    while k > 1 and units[k - 1].low in ("and", "et", "&", ",") and units[k - 2].actors:
        phrase = reader.read(sentence, k - 2)
        out = [*(phrase.parties if phrase else ()), *out]
        k -= 2
    return out


def relative(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the subject of the clause on a noun: "the visit that the King was to pay"."""
    units = sentence.units
    for k in range(trigger.at + 1, min(trigger.at + 5, len(units))):
        if units[k].low in ("que", "qu'", "that", "which"):
            end = k + 1
            while end < len(units) and (units[end].named or units[end].pos not in ("VERB", "AUX")):
                end += 1
            return _read_span(reader, sentence, k + 1, end)
    return []


def objects(reader: Reader, sentence: Sentence, verb: int, end: int) -> list[Party]:
    """Return the persons that are the object of a verb: "told Wang Yi in a call"."""
    units = sentence.units
    k = verb + 1
    while k < min(verb + 4, end):
        if units[k].actors and units[k].actors[0].kind in ("person", "office"):
            phrase = reader.read(sentence, k)
            return list(phrase.parties) if phrase else []
        if units[k].pos == "ADP" and units[k].low not in ("à", "to"):
            return []
        k += 1
    return []


def _him(reader: Reader, sentence: Sentence, k: int) -> list[Party]:
    """Resolve "his": the sentence's own subject before it, else the last subject."""
    for j in range(k - 1, -1, -1):
        unit = sentence.units[j]
        persons = [a for a in unit.actors if a.kind in ("person", "office")]
        if persons:
            phrase = reader.read(sentence, j)
            return list(phrase.parties[:1]) if phrase else []
    return reader.cast.he()


def mark(parties: list[Party], side: str) -> list[Party]:
    """Return `parties` as of one side."""
    return [replace(p, side=side) for p in parties]
