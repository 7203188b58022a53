"""Words that tell of an engagement only by what stands around them: being or due somewhere, seeing."""

from dragoman.coding.engagements.lexicon import Lexicon, Verb
from dragoman.coding.engagements.units import Unit

EXPECTED = frozenset(["expected", "due", "awaited", "attendu", "attendue", "attendus", "attendues"])


def expected_at(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether one "is expected in" a place, which is a visit to come."""
    if units[i].low not in EXPECTED:
        return False
    apart = lexicon.language == "fr" and i > 0
    before = units[i - 2] if i > 1 and units[i - 1].low == "," else units[i - 1]
    apart = apart and any(a.kind == "person" for a in before.actors)  # "X, attendu mardi à A, a"
    beyond = next((k for k in range(i - 1, max(0, i - 5), -1) if lexicon.has("where", units[k].low)), 0)
    if lexicon.language == "fr" and beyond > 1 and units[beyond - 1 - (units[beyond - 1].low == ",")].place:
        return True  # "à Yaoundé, où il est attendu dans la soirée"
    if i + 2 >= len(units) or not (apart or any(lexicon.has("be", u.low) for u in units[max(0, i - 3) : i])):
        return False
    for k in range(i + 1, min(i + (9 if lexicon.language == "fr" else 5), len(units) - 1)):
        if units[k].low in ("in", "à", "au", "en", "aux"):
            k += 1 + (units[k + 1].low in ("the", "la") and k + 2 < len(units))  # "in the Chinese capital"
            if units[k].place is not None or any(a.kind == "state" for a in units[k].actors):
                return True
            if lexicon.language == "fr" and not units[k].named and units[k].pos in ("DET", "NOUN", "NUM"):
                continue  # "attendu à son tour à", "attendu en visite à", "attendu à 15 heures à"
            return False
        aside = ("ADV", "DET", "NOUN") if lexicon.language == "fr" else ("ADV",)
        if units[k].time is None and units[k].pos not in aside:
            return False
    return False


def stops_at(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a word only leads to the stops of a journey: "travel to Africa, with stops in"."""
    lead = units[max(0, i - 3) : i]
    return lexicon.has("stops", units[i].low) and any(lexicon.has("stop_leads", u.low) for u in lead)


def gathered(lexicon: Lexicon, units: list[Unit], i: int, verb: Verb) -> bool:
    """Say whether a participle tells of those who have come together: "sont réunis à", "Réunis à A, les"."""
    if "part" not in verb.tenses or not units[i].low.endswith("s"):
        return False
    before = next((u for u in reversed(units[:i]) if not lexicon.has("adverbs", u.low)), None)
    if before is not None and before.low == ",":  # "Les dirigeants, réunis à A, ont"
        return not any(n.frame == "event" for u in units[:i] for n in lexicon.nouns.get(u.low, ()))
    return before is None or lexicon.has("be", before.low)


def together(units: list[Unit], i: int) -> bool:
    """Say whether several talk among themselves: "les deux ministres ont échangé", "ils ont discuté"."""
    lead = [u.low for u in units[max(0, i - 3) : i]]
    ahead = units[i + 1] if i + 1 < len(units) else None
    given = (
        ahead is not None and (ahead.pos in ("DET", "NOUN", "NUM") or ahead.low == "des") and not ahead.named
    )
    if given and not units[i].low.startswith("discut"):
        return False  # "ont échangé des prisonniers"
    plural = units[i].low.endswith("nt") and not units[i].low.endswith("ant")
    if plural and ahead is not None and (ahead.time is not None or ahead.low in ("depuis", "à", "en", "au")):
        return True  # "des émissaires français et iraniens discutent depuis mardi à"
    return any(w in ("ont", "avaient", "vont", "doivent", "devaient") for w in lead)


def passing(units: list[Unit], i: int) -> bool:
    """Say whether someone passes through a place: "de passage à Dakar"."""
    if units[i].low != "passage" or i == 0 or units[i - 1].low != "de":
        return False
    k = i + 1
    while k < len(units) and units[k].time is not None:
        k += 1  # "de passage lundi dans la capitale turque"
    if k >= len(units) or units[k].low not in ("à", "au", "en", "aux", "par", "dans"):
        return False
    ahead = units[k + 1 : k + 4]
    return any(u.place is not None or any(a.kind == "state" for a in u.actors) for u in ahead)


def mission_at(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether someone leads a delegation somewhere: "led a mission to Bamako"."""
    if not lexicon.has("missions", units[i].low) or i + 2 >= len(units):
        return False
    led = any(lexicon.has("leading", u.low) for u in units[max(0, i - 5) : i])
    ahead = units[i + 1 : i + 9]
    to = next((k for k, u in enumerate(ahead) if lexicon.has("toward", u.low)), None)
    if not led or to is None or any(u.pos in ("VERB", "AUX") and not u.named for u in ahead[:to]):
        return False
    goal = units[i + 2 + to : i + 5 + to]
    return any(u.place is not None or any(a.kind == "state" for a in u.actors) for u in goal)


def there(lexicon: Lexicon, low: str, ahead: str = "") -> Verb:
    """Return "be" as a verb of travel in the tenses of its form: "is in Paris", "was in Paris", "been to"."""
    if low == "been" and lexicon.has("toward", ahead):
        return Verb("be", "visit", "go", frozenset(), frozenset({"part"}))
    past = lexicon.has("be_past", low) and low != "been"
    base = "be" if lexicon.language == "en" else "être"
    tense = "past" if past else "inf" if low == base else "fut" if low.startswith("ser") else "present"
    return Verb("be", "visit", "go", frozenset(), frozenset({tense}))


def _before_apposition(units: list[Unit], comma: int) -> int:
    """Return the person before an apposition that ends with a comma: "A, the envoy for Yemen, was"."""
    for k in range(comma - 1, max(-1, comma - 16), -1):
        if units[k].pos in ("VERB", "AUX", "SCONJ") and not units[k].named:
            return -1
        if units[k].low == "," and k and any(a.kind == "person" for a in units[k - 1].actors):
            return k - 1
    return next((k for k in range(comma) if any(a.kind == "person" for a in units[k].actors)), -1)


def is_there(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether someone is at a place for a while: "is in Paris for talks", "will be in Rome on"."""
    to = units[i + 1].low if i + 2 < len(units) else ""
    if (
        units[i].low == "been"
        and lexicon.has("toward", to)
        and any(lexicon.has("have", u.low) for u in units[max(0, i - 3) : i])
    ):
        return units[i + 2].place is not None or any(a.kind == "state" for a in units[i + 2].actors)
    if units[i].low == "been":  # "has been in Tehran since Sunday"
        since = any(lexicon.has("since", u.low) for u in units[i + 2 : i + 7])
        if not since or units[i - 1].low not in ("has", "have"):
            return False
    if units[i].low in ("été", "être", "'s", "'re", "serait", "seraient", "soit"):
        return False
    k = i + 1
    into = ("in", "à", "au", "en", "aux")
    while k < len(units) and (
        (lexicon.has("adverbs", units[k].low) and units[k].low not in into)
        or units[k].time is not None
        or (units[k].low == "back" and lexicon.has("be_past", units[i].low))
    ):
        k += 1
    near = k < len(units) and (lexicon.has("here", units[k].low) or lexicon.has("there", units[k].low))
    if near and lexicon.language == "en":  # "was here last week"
        timed = any(u.time is not None for u in units[k + 1 : k + 4])
        return timed and i > 0 and any(a.kind in ("person", "office") for a in units[i - 1].actors)
    if k + 1 >= len(units) or units[k].low not in into:
        return False
    spot = units[k + 1 + (units[k + 1].low == "the")] if k + 2 < len(units) else units[k + 1]
    at = units.index(spot) + 1
    capital = at < len(units) and lexicon.has("capital", units[at].low)  # "was in the Ethiopian capital"
    town = spot.place is not None and (spot.place.use != "modifier" or capital)
    if not town and not any(a.kind == "state" for a in spot.actors):
        return False
    j = i - 1
    been = units[i].low == "been"
    while j >= 0 and (
        lexicon.has("adverbs", units[j].low)
        or lexicon.has("future", units[j].low)
        or (been and lexicon.has("have", units[j].low))
    ):
        j -= 1
    if j > 0 and units[j].low == ",":
        j = _before_apposition(units, j)
    if j < 0:
        return False
    someone = any(a.kind in ("person", "office") for a in units[j].actors)
    someone = someone or lexicon.has("groups", units[j].low)
    if not (someone or lexicon.has("he", units[j].low) or lexicon.has("she", units[j].low)):
        return False
    after = next((u for u in units[units.index(spot) + 1 :] if u.low != ","), None)
    timed = any(u.time is not None for u in (*units[:2], *units[i + 1 : i + 9]))
    purpose = after is not None and lexicon.has("purpose", after.low)
    return purpose or timed or (not lexicon.has("be_past", units[i].low) and units[i].low != "be")


def headed_there(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a headline leaves out that someone is somewhere: "Blinken in Kyiv for talks"."""
    if lexicon.language != "en" or units[i].low != "in" or not i or i + 2 >= len(units):
        return False
    someone = any(a.kind in ("person", "office") for a in units[i - 1].actors)
    spot, behind = units[i + 1], units[i + 2]
    there = spot.place is not None or any(a.kind == "state" for a in spot.actors)
    return someone and there and behind.low in ("for", "on") and not any(u.pos == "VERB" for u in units[:i])


def idiom(verb: Verb, units: list[Unit], i: int) -> int:
    """Return the words right behind a verb that make an idiom of it ("face to face"), 0 for none."""
    for need in verb.needs:
        words = need.split("_")
        if len(words) > 1 and [u.low for u in units[i + 1 : i + 1 + len(words)]] == words:
            return len(words)
    return 0


def whom_before(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a relative stands for the person whom a verb has for its object: "A, que B a reçu"."""
    for k in range(i - 1, max(0, i - 9), -1):
        if lexicon.has("whom_object", units[k].low):
            lead = units[k - 1] if units[k - 1].low != "," or k < 2 else units[k - 2]
            return any(a.kind in ("person", "office") for a in lead.actors)
        if units[k].low in (",", ";") or (units[k].pos == "VERB" and not units[k].named):
            return False
    return False
