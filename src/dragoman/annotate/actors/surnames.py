"""People named again by surname alone, and those whose spokesmen and envoys are titled."""

from itertools import pairwise

from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.naming import flat


def later_surnames(lex: Lexical, found: list[Mention], covered: set[int]) -> list[Mention]:
    """Return mentions of people by surname alone, of people named more fully in the text."""
    surnames: dict[str, Mention] = {}
    for mention in found:
        if mention.kind == "person":
            last = flat(mention.name).split()
            if last and len(last[-1]) > 2 and last[-1] not in ("jr", "iii"):
                surnames.setdefault(last[-1], mention)
    again = []
    for at, token in enumerate(lex.tokens.all):
        if at in covered or not token.capital or at in lex.offices:
            continue
        low = token.low.replace("-", " ").split()
        if len(low) == 2 and all(part in surnames for part in low) and "-" in token.text:
            covered.add(at)
            again += [Mention(at, at + 1, "person", part, at, at + 1) for part in token.text.split("-")]
            continue
        known = surnames.get(low[-1]) if low else None
        if known is None or at in lex.bodies or (at in lex.states and lex.states[at][0] > at):
            continue
        following = lex.tokens[at + 1] if at + 1 < len(lex.tokens) else None
        if following is not None and following.capital and following.gap == " " and at + 1 not in covered:
            continue
        covered.add(at)
        again.append(Mention(at, at + 1, "person", token.text, at, at + 1))
    return again


def describe(lex: Lexical, found: list[Mention]) -> list[Mention]:
    """Give "Jana Novak, a Czech farmer," the country and sector of the description; return all in order."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: m.start):
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.kind == "person"
            and mention.kind == "group"
            and not mention.plural
            and not mention.titles
            and mention.start == last.end + 2
            and lex.tokens.low(last.end) == ","
            and lex.tokens.low(last.end + 1) in ("a", "an", "un", "une")
        ):
            last.country = last.country or mention.country
            last.sector, last.secondary = mention.sector, mention.secondary
            last.basis += mention.basis
            last.end = mention.end
            continue
        kept.append(mention)
    return kept


def tie_principals(lex: Lexical, found: list[Mention]) -> None:
    """Tie "a spokesman for President X" and "X's envoy" to X."""
    for one, other in pairwise(
        sorted((m for m in found if m.kind != "group" or m.titles), key=lambda m: m.start)
    ):
        if other.start != one.end + 1:
            continue
        between = lex.tokens.low(one.end)
        if one.kind != "person" and between in ("for", "of", "to", "de", "du"):
            one.principal = other
        elif other.titles and between in ("'s", "’s", "'", "’"):
            other.principal = one
