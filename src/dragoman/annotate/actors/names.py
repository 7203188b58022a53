"""The shape of a person's name: where it begins and ends.

A name is a run of capitalised words and initials, with small particles inside ("Recep Tayyip Erdoğan",
"Abdel Fattah al-Sisi", "Ursula von der Leyen", "Victoria J. Nuland", "Muhammad bin Zayed Al Nahyan").
It ends before words that headlines and schedules capitalise, titles, bodies and states. A word of that
sort may still be a surname after a given name ("Theresa May", "Jude Law").
"""

from dragoman.annotate.actors.lexical import Lexical, word_set
from dragoman.annotate.actors.titles import portfolio_word
from dragoman.annotate.actors.wordlists import words_of
from dragoman.lexicon.phrases import fold

SUFFIXES = words_of("suffixes")
_ROMAN = words_of("roman")
MOST = 7
_SURNAME_PARTICLES = ("le", "la", "de", "du", "des", "van", "von", "der", "da", "di")
_PREPOSITIONS = ("at", "as", "an", "a")  # articles in other names, words of English between spaces
SURNAMES = ("Major", "Judge", "Marshal", "Prince", "Dean", "Chief", "Don", "Count", "Sen")


def given_name(low: str) -> bool:
    """Whether the folded word `low` is a given name somewhere in the world."""
    if low in word_set("given_names"):
        return True
    head, hyphen, _ = low.partition("-")
    return bool(hyphen) and head in word_set("given_names")


def particle(low: str) -> bool:
    """Whether the folded word `low` stands inside names in small letters ("van", "bin", "al")."""
    return low.strip("'’") in word_set("en/name_particles")


def not_name(lex: Lexical, low: str) -> bool:
    """Whether the folded word `low` is one that headlines capitalise and names do not have."""
    return low in word_set(f"{lex.language}/not_names")


class NameReader:
    """Reads the names of one text."""

    def __init__(self, lex: Lexical) -> None:
        self.lex = lex
        self.tokens = lex.tokens

    def _glued(self, at: int) -> bool:
        """Whether token `at` follows on the same line (or on the next of a text broken at its margin)."""
        gap = self.tokens[at].gap
        if gap != "\n":
            return True
        before = self.tokens.text.rfind("\n", 0, self.tokens[at - 1].start) + 1
        between = self.tokens.text[self.tokens[at - 1].end : self.tokens[at].start]
        return between.count("\n") == 1 and self.tokens[at - 1].end - before >= 66

    def _article_name(self, at: int) -> bool:
        """Whether token `at` is a name with an article joined to it ("al-Maliki", "el-Sisi")."""
        head, hyphen, rest = self.tokens[at].text.partition("-")
        return (
            bool(hyphen)
            and fold(head) in ("al", "el", "as", "ad", "ar", "an", "ash", "at", "az", "ul", "es")
            and (rest[:1].isupper() or head.isupper())
        )

    def _plain(self, at: int, first: bool, given: bool) -> bool:
        """Whether token `at` may be a word of a name."""
        lex, token = self.lex, self.tokens[at]
        if not token.word:
            return False
        if not token.capital:
            return self._article_name(at)
        if lex.inside_body(at):
            return False
        if given and not first and token.low in _SURNAME_PARTICLES and self._cap_follows(at):
            return True  # "Jean-Yves Le Drian"
        if at in lex.offices and not (
            given
            and not lex.offices[at][1].honorific
            and lex.offices[at][0] == at + 1
            and not self._cap_follows(at)
        ):
            return bool(lex.offices[at][1].title in SURNAMES and not first and not self._cap_follows(at))
        if at in lex.states:
            end, readings = lex.states[at]
            if first:
                return end == at + 1 and given_name(token.low) and self._cap_follows(at)
            if given and token.low in word_set("surname_words") and not self._cap_follows(at):
                return True
            nation = any(r.form == "demonym" and r.basis != "lexicon/peoples" for r in readings)
            if end > at + 1 or not given or nation:
                return False
            return self.tokens.low(at + 1) not in ("'s", "’s")
        if at in lex.bodies:
            end, _ = lex.bodies[at]
            return end == at + 1 and given and not token.upper
        if token.upper and len(token.text) <= 4 and not first and not self._line_upper(at):
            return token.text in _ROMAN or (given and len(token.text) > 2)
        if not_name(lex, token.low):
            if token.low in word_set("surname_words") and (self._cap_follows(at) if first else given):
                return True
            return first and given_name(token.low) and self._cap_follows(at)
        if portfolio_word(lex, at):
            ranked = first and self._ranked(at) and self._cap_follows(at)  # "Gen Tea Banh"
            return (given and not portfolio_word(lex, at + 1)) or (first and given_name(token.low)) or ranked
        return True

    def _ranked(self, at: int) -> bool:
        """Whether a military rank or a form of address, which have no portfolio, stands right before."""
        start = self.lex.office_ends.get(at)
        office = self.lex.offices[start][1] if start is not None else None
        return office is not None and (office.honorific or office.sector == "MIL")

    def _line_upper(self, at: int) -> bool:
        around = [self.tokens[k] for k in (at - 1, at + 1) if 0 <= k < len(self.tokens)]
        return any(t.upper for t in around)

    def _cap_follows(self, at: int) -> bool:
        if at + 1 >= len(self.tokens):
            return False
        token = self.tokens[at + 1]
        if token.gap != " ":
            return False
        if token.capital:
            return (
                at + 1 not in self.lex.offices
                and at + 1 not in self.lex.states
                and at + 1 not in self.lex.bodies
                and not not_name(self.lex, token.low)
                and not portfolio_word(self.lex, at + 1)
            ) or token.low in word_set("surname_words")
        return self._article_name(at + 1) or (
            particle(token.low) and at + 2 < len(self.tokens) and self.tokens[at + 2].capital
        )

    def read(self, start: int) -> int:
        """Return the token after the name that begins at `start`; `start` where none does."""
        tokens = self.tokens
        at, words, given = start, 0, False
        upper = (
            start < len(tokens)
            and tokens[start].upper
            and len(tokens[start].text) > 3
            and not tokens[start].initial
        )
        if start < len(tokens) and tokens[start].text in _ROMAN and not self._cap_follows(start):
            return start
        while at < len(tokens) and words < MOST:
            token = tokens[at]
            if at > start and (
                not self._glued(at) or (token.gap == "" and tokens[at - 1].text[-1] not in ".'’")
            ):
                break
            if (
                token.initial
                and token.text not in ("I", "U.S.", "U.K.", "U.N.", "E.U.", "D.C.")
                and at not in self.lex.states
            ):
                if at == start and not self._cap_follows(at):
                    break
                at += 1
                continue
            if at > start and words and (token.low in SUFFIXES or token.text in _ROMAN):
                at += 1
                if words == 1 and self._cap_follows(at - 1) and self._plain(at, False, True):
                    continue  # "Carl XVI Gustaf"
                break
            if particle(token.low) and not token.capital:
                if tokens.language == "en" and token.low in _PREPOSITIONS and token.gap == " ":
                    break
                ahead = at + 1
                while (
                    ahead < len(tokens)
                    and particle(tokens[ahead].low)
                    and not tokens[ahead].capital
                    and ahead < at + 3
                ):
                    ahead += 1
                if (
                    ahead < len(tokens)
                    and (token.text[-1] in "'’" or tokens[ahead].gap == " ")
                    and (self._plain(ahead, False, True) or self._article_name(ahead))
                    and tokens[ahead].capital
                    and (
                        at > start
                        or token.low not in ("a", "e", "y", "an", "d", "la", "le", "i", "as", "at", "an")
                    )
                ):
                    if (
                        tokens.language == "fr"
                        and token.low in ("de", "du", "d'", "des", "la", "le", "y", "a", "as", "e")
                        and not (at > start and self._noble(ahead))
                    ):
                        break
                    if (
                        tokens.language == "en"
                        and at > start
                        and token.low in ("y", "e", "a", "an", "at", "as", "i")
                        and words < 2
                    ):
                        break
                    at = ahead
                    continue
                break
            if not self._plain(at, at == start, given):
                break
            if words and upper and not token.upper and not self._article_name(at):
                if words > 1 or not (self._addressed(start) or given_name(token.low)):
                    break
                upper = False  # "Mr. KISHIDA Fumio": the surname goes first, in capitals
            given = (
                given
                or given_name(token.low)
                or (
                    words == 0
                    and token.capital
                    and not upper
                    and at + 1 < len(tokens)
                    and not not_name(self.lex, token.low)
                )
            )
            words += 1
            at += 1
        while at > start and tokens[at - 1].initial and tokens[at - 1].text[-1] != ".":
            at -= 1
        if (
            words
            and at + 1 < len(tokens)
            and tokens[at].text == ","
            and tokens[at + 1].low in ("jr.", "jr", "sr.", "sr", "iii")
        ):
            at += 2
        return at if words else start

    def _addressed(self, at: int) -> bool:
        """Whether a title or a form of address stands right before token `at`."""
        return at > 0 and self.tokens[at].gap == " " and at in self.lex.office_ends

    def _noble(self, at: int) -> bool:
        """Whether a capitalised word after "de" is part of a French name and no place."""
        return at not in self.lex.states and at not in self.lex.bodies and not portfolio_word(self.lex, at)
