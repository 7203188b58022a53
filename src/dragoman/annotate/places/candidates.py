"""Names in a text that may be places: from the index, from the gazetteer, and from the parse."""

from dataclasses import dataclass

from dragoman.annotate.places.context import PLACE_LABELS, Context
from dragoman.annotate.places.names import Reading, capitals, dotted, of_city, place_index, us_codes
from dragoman.authority.gazetteer import cities_with_key, name_key

LONGEST = 5
CITY = 100_000  # inhabitants from which a name of several words is hardly a person's


@dataclass
class Candidate:
    """Words `first` to `last` (included) of a text with what they may stand for; none if unknown."""

    first: int
    last: int
    start: int
    end: int
    readings: tuple[Reading, ...]

    @property
    def population(self) -> int:
        """The inhabitants of the biggest town of that name, 0 for none."""
        return max((reading.population for reading in self.readings), default=0)

    @property
    def big(self) -> bool:
        """Whether the name is that of a capital or of a big town."""
        capital = any(r.kind == "city" and name_key(r.name) in capitals() for r in self.readings)
        return capital or self.population >= CITY

    def key(self, context: Context) -> str:
        """Return the folded words, for comparing candidates."""
        return " ".join(word.folded for word in context.words[self.first : self.last + 1])


def _capital(text: str) -> bool:
    return text[0].isupper() or (text[0].isdigit() and len(text) > 1)


def _city_at(context: Context, at: int) -> tuple[int, tuple[Reading, ...]] | None:
    """Return the last word and readings of the longest city's name that starts with word `at`."""
    tokens = context.words
    if not tokens[at].text[0].isupper() or len(tokens[at].text) < 2:
        return None
    key, best = "", None
    for last in range(at, min(at + LONGEST, len(tokens))):
        word = tokens[last]
        if last > at and word.gap not in (" ", "'", "."):
            break
        if last > at and word.gap == "." and len(tokens[last - 1].text) > 3:
            break
        key = f"{key} {word.folded}" if key else word.folded
        if not _capital(word.text):
            if word.folded in context.lists.inside or (last > at and word.gap == "'"):
                continue
            break
        found = cities_with_key(key)
        if found:
            best = last, tuple(of_city(city) for city in found)
    if best and best[0] == at and tokens[at].folded in context.lists.not_places:
        return None
    after = tokens[best[0] + 1] if best and best[0] + 1 < len(tokens) else None
    dashed = best and after is not None and context.text[tokens[best[0]].end : after.start] == "-"
    if dashed and after is not None and after.folded in context.lists.inside:
        return None  # "Tête-à-tête"
    if (
        best
        and best[0] == at
        and (len(tokens[at].text) < 3 or (tokens[at].text.isupper() and len(tokens[at].text) < 5))
    ):
        return None
    return best


def _word_of(context: Context) -> dict[int, int]:
    return {word.start: at for at, word in enumerate(context.words)}


def find_candidates(context: Context, language: str) -> list[Candidate]:
    """Return the candidates of the text in order; none overlaps another."""
    at_start = _word_of(context)
    hits = {
        start: (end, readings)
        for start, end, readings in place_index(language).find(context.text)
        if not _no_abbreviation(context.text, start, end)
    }
    found: list[Candidate] = []
    at = 0
    tokens = context.words
    while at < len(tokens):
        word = tokens[at]
        hit = hits.get(word.start)
        city = _city_at(context, at)
        last, end = at, word.end
        readings: tuple[Reading, ...] = ()
        if hit is not None:
            end, readings = hit
            while last + 1 < len(tokens) and tokens[last + 1].start < end:
                last += 1
        if city is not None:
            if hit is None or city[0] > last:
                last, readings = city
                end = tokens[last].end
            elif city[0] == last:
                readings = (*readings, *city[1])
        if not readings:
            state = _postal(context, at, found)
            if state is not None:
                readings = (state,)
        ending = _named_end(context, at, last)
        if ending > last:
            readings = () if tokens[ending].folded in context.lists.streets else readings
            last, end = ending, tokens[ending].end
        if readings or ending > at:
            found.append(Candidate(at, last, word.start, end, readings))
            at = last
        at += 1
    return _with_entities(context, found, at_start)


def _no_abbreviation(text: str, start: int, end: int) -> bool:
    """Return whether the words are like an abbreviation and none ("Miss", "Wash said", "a Pa. man")."""
    found = text[start:end]
    if found in dotted():
        return True
    return found.endswith(".") and found[:-1] in dotted() and text[:start].rstrip()[-1:] != ","


def _named_end(context: Context, at: int, last: int) -> int:
    """Return the last word of a name such as "Holy Redeemer Church" that starts at `at`, or `last`."""
    tokens, ends = context.words, context.lists.ends
    if not tokens[at].text[0].isupper() or tokens[at].folded in context.lists.not_places:
        return last
    best = last
    for further in range(at + 1, min(at + 5, len(tokens))):
        word = tokens[further]
        if (
            word.gap != " "
            or not _capital(word.text)
            or "\n" in context.text[tokens[further - 1].end : word.start]
        ):
            break
        if further > last and word.folded in ends and not (word.text.isupper() and len(word.text) > 3):
            best = further
    return best


def _postal(context: Context, at: int, found: list[Candidate]) -> Reading | None:
    """Return the state of a postal code after a city and a comma ("Paris, TX")."""
    word = context.words[at]
    if word.gap == "," and found and found[-1].last == at - 1:
        return us_codes().get(word.text)
    return None


def _with_entities(context: Context, found: list[Candidate], at_start: dict[int, int]) -> list[Candidate]:
    """Add the places that the parse sees and no table knows."""
    if context.parse is None:
        return found
    taken = [(c.start, c.end) for c in found]
    more = []
    for entity in context.parse.ents:
        start, end = entity.start_char, entity.end_char
        if entity.label_ not in PLACE_LABELS:
            continue
        first = next((at_start[i] for i in range(start, min(start + 5, end)) if i in at_start), None)
        while first is not None and first < len(context.words) and not _capital(context.words[first].text):
            first = (
                first + 1 if first + 1 < len(context.words) and context.words[first + 1].start < end else None
            )
        if first is None:
            continue
        last = first
        while last + 1 < len(context.words) and context.words[last + 1].end <= end:
            last += 1
        start, end = context.words[first].start, context.words[last].end
        if any(s < end and start < e for s, e in taken) or not context.words[first].text[0].isupper():
            continue
        more.append(Candidate(first, last, start, end, ()))
    return sorted([*found, *more], key=lambda c: c.start)
