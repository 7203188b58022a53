"""Inflection: the forms of a lexicon's verbs, each with the tense that it shows.

The small statistical models mistake the lemma and tense of the very verbs that matter here
("s'entretiendra", a capitalised "Meet" in a headline), so forms come from the lexicon: regular
ones by rule, irregular ones from its "forms" column ("past:met part:met").

Tenses: inf, present, past, part, ing; French has imperf, fut and cond as well.
"""

_EN_VOWELS = "aeiou"
# Third person first, then "je" and "nous".
_FUTURE = ("ra", "ront", "rai", "rons")
_CONDITIONAL = ("rait", "raient", "rais", "rions")
_IMPERFECT = ("ait", "aient", "ais", "ions")


def _given(forms: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in forms.split():
        tense, _, words = item.partition(":")
        found.setdefault(tense, []).extend(words.split(","))
    return found


def english(verb: str, forms: str = "") -> dict[str, set[str]]:
    """Return form -> tenses of an English verb; a base form is both inf and present."""
    given = _given(forms)
    silent = verb.endswith("e")
    y = verb.endswith("y") and verb[-2] not in _EN_VOWELS
    stem = verb[:-1] if silent or y else verb
    third = stem + "ies" if y else verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    past = [stem + "ied" if y else stem + "ed"]
    rows = {
        "inf": [verb],
        "present": [verb, *given.get("present", [third])],
        "past": given.get("past", past),
        "part": given.get("part", given.get("past", past)),
        "ing": given.get("ing", [verb + "ing" if y else stem + "ing"]),
    }
    return _turn(rows)


def french(verb: str, forms: str = "") -> dict[str, set[str]]:
    """Return form -> tenses of a French verb in the third and first person."""
    given = _given(forms)
    rows: dict[str, list[str]]
    if verb.endswith("er"):
        stem = verb[:-2]
        soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
        rows = {
            "inf": [verb],
            "present": given.get("present", [stem + "e", stem + "ent", soft + "ons"]),
            "imperf": _ended(given.get("imperf", [soft]), _IMPERFECT),
            "fut": _ended(given.get("fut", [verb[:-1]]), _FUTURE),
            "cond": _ended(given.get("fut", [verb[:-1]]), _CONDITIONAL),
            "part": _agreed(given.get("part", [stem + "é"])),
            "past": given.get("past", [soft + "a", stem + "èrent"]),
            "ing": given.get("ing", [soft + "ant"]),
        }
    else:
        future = given.get("fut", [])
        rows = {
            "inf": given.get("inf", [verb]),
            "present": given.get("present", []),
            "imperf": _ended(given.get("imperf", []), _IMPERFECT),
            "fut": _ended(future, _FUTURE),
            "cond": _ended(future, _CONDITIONAL),
            "part": _agreed(given.get("part", [])),
            "past": given.get("past", []),
            "ing": given.get("ing", []),
        }
    return _turn(rows)


def _ended(stems: list[str], ends: tuple[str, ...]) -> list[str]:
    return [
        (s[:-1] if s.endswith("r") and e.startswith("r") and len(s) > 3 else s) + e
        for s in stems
        for e in ends
    ]


def _agreed(participles: list[str]) -> list[str]:
    out = []
    for word in participles:
        base = "dû" if word == "dû" else word
        feminine = "due" if word == "dû" else word + "e"
        out += [base, feminine, base if base.endswith("s") else base + "s", feminine + "s"]
    return out


def _turn(rows: dict[str, list[str]]) -> dict[str, set[str]]:
    turned: dict[str, set[str]] = {}
    for tense, words in rows.items():
        for word in words:
            turned.setdefault(word, set()).add(tense)
    return turned
