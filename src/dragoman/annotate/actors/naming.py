"""How names are shown and compared."""

from dragoman.lexicon.phrases import fold


def show_name(text: str) -> str:
    """Return a name as it is shown: single-spaced, capitals turned to ordinary case."""
    name = " ".join(text.split()).strip(" ,")
    words = name.split(" ")
    if len(words[-1]) > 3 and words[-1].endswith(".") and words[-1][:-1].isalpha():
        words[-1] = words[-1][:-1]  # the end of a sentence, no abbreviation
        name = " ".join(words)
    if any(len(w) > 3 and w.isupper() for w in words) and not any(
        c.islower() for c in words[0][1:] if len(words) == 1
    ):
        words = [_ordinary(w) for w in words]
    return " ".join(words)


def _ordinary(word: str) -> str:
    if not word.isupper() or word.endswith(".") or word in ("II", "III", "IV", "JR", "VI"):
        return word
    if len(word) == 1:
        return word
    parts = []
    for part in word.replace("’", "'").split("-"):
        pieces = [p.capitalize() for p in part.split("'")]
        part = "'".join(pieces)
        if part.startswith("Mc") and len(part) > 3:
            part = "Mc" + part[2:].capitalize()
        parts.append(part)
    shown = "-".join(parts)
    return shown.replace("'", "’") if "’" in word else shown


def flat(name: str) -> str:
    """Return `name` folded, without hyphens, for comparison."""
    return fold(name).replace("-", " ").replace(".", "")
