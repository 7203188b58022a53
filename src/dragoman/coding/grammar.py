"""Steps through a dependency parse, in the schemes of the English and the French parser alike."""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECT = {"nsubj", "csubj"}
PASSIVE = {"nsubjpass", "nsubj:pass"}
OBJECT = {"dobj", "obj", "dative", "iobj", "obj:lvc"}
BELONGS = {"poss", "amod", "compound", "nmod", "appos", "nmod:poss", "flat:name", "nummod"}


def conjuncts(head: Token) -> list[Token]:
    """The token and all that is coordinated with it, in order."""
    out: list[Token] = []
    queue = [head]
    while queue and len(out) < 12:
        token = queue.pop(0)
        out.append(token)
        queue += [child for child in token.children if child.dep_ == "conj"]
    return out


def phrases(head: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) for the prepositional phrases of `head`, in either scheme of parsing."""
    for child in head.children:
        if child.lower_ == "according":
            continue
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield child.lower_, inner
                elif inner.dep_ == "prep":
                    yield from ((inner.lower_, deep) for deep in inner.children if deep.dep_ == "pobj")
        elif child.dep_.startswith(("obl", "nmod")):
            case = [token.lower_ for token in child.children if token.dep_ == "case"]
            if case:
                yield case[0], child


def deep_phrases(head: Token, depth: int = 0) -> Iterator[tuple[str, Token]]:
    """The phrases of `head`, of the nouns in them, and of participles ("led by") on them."""
    for name, noun in phrases(head):
        yield name, noun
        if depth < 2:
            yield from deep_phrases(noun, depth + 1)
    for child in head.children:
        if child.dep_ == "acl" and depth < 2:
            yield from phrases(child)
