"""Titles in apposition after a name: "Urban Ahlin, Sweden's Ambassador to the United States"."""

from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.titles import ARTICLES
from dragoman.annotate.actors.tokens import Tokens

APPOSITION_START = ARTICLES | {
    "who",
    "then",
    "alors",
    "actuel",
    "actuelle",
    "actuellement",
    "currently",
    "now",
}
RANK = "military_officer"


class Appositions:
    """Gives the names of one text the unnamed titles that follow them."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def join(self, found: list[Mention]) -> list[Mention]:
        """Give each name the unnamed title that follows it after a comma or in brackets."""
        kept: list[Mention] = []
        for mention in found:
            last = kept[-1] if kept else None
            if (
                mention.kind == "office"
                and last is not None
                and last.kind == "person"
                and self._follows(last, mention)
            ):
                last.titles += [t for t in mention.titles if not t.honorific]
                last.end = mention.end
                continue
            if (
                mention.kind == "person"
                and last is not None
                and last.kind == "office"
                and last.titles[-1].unresolved
                and mention.start == last.end + 1
                and self.tokens.low(last.end) == ","
            ):  # "his counterpart, Foreign Minister X"
                kept.pop()
                mention.titles = [*mention.titles, *last.titles] if not mention.titles else mention.titles
                mention.start = last.start
            if last is not None and self._ranked(last, mention):
                kept.pop()
                mention.titles, mention.start = [*last.titles, *mention.titles], last.start
            if last is not None and self._compatriot(last, mention):
                kept.pop()
                mention.titles, mention.start, mention.country = list(last.titles), last.start, None
            kept.append(mention)
        return kept

    def _ranked(self, office: Mention, person: Mention) -> bool:
        """Whether an officer holds the office: "le président de la Transition, le colonel Assimi Goïta"."""
        if office.kind != "office" or person.kind != "person" or office.plural or not person.titles:
            return False
        if office.titles[-1].unresolved or not all(t.office.office == RANK for t in person.titles):
            return False
        between = [self.tokens.low(k) for k in range(office.end, person.start)]
        return len(between) == 2 and between[0] == "," and between[1] in ARTICLES

    def _compatriot(self, office: Mention, person: Mention) -> bool:
        """Whether only a nationality stands between: "l'émissaire de l'ONU, la Norvégienne Marit Solheim"."""
        if office.kind != "office" or person.kind != "person" or person.titles or office.plural:
            return False
        between = [self.tokens.low(k) for k in range(office.end, person.start)]
        return (
            len(between) == 3 and between[0] == "," and between[1] in ARTICLES and person.country is not None
        )

    def _follows(self, person: Mention, office: Mention) -> bool:
        at = person.end
        tokens = self.tokens
        sign = tokens.low(at)
        if sign not in (",", "(", "-", "–", "—") or office.plural:
            return False
        if tokens[at].gap == "\n":
            return False
        ahead = at + 1
        while ahead < office.start and (
            tokens.low(ahead) in APPOSITION_START or tokens.low(ahead) in ("who", "is", "currently", "now")
        ):
            ahead += 1
        if ahead != office.start:
            return False
        after = tokens.low(office.end)
        if office.end < len(tokens) and tokens[office.end].gap == "\n":
            return True
        if sign == "," and after not in (
            ",",
            ".",
            ";",
            ")",
            "and",
            "et",
            "",
            ":",
            "on",
            "at",
            "in",
            "to",
            "who",
            "qui",
            "(",
            "–",
            "—",
            "for",
            "said",
            "during",
            "with",
            "as",
        ):
            return bool(tokens[office.start].text[0].isupper()) or tokens.low(at + 1) in APPOSITION_START
        return True
