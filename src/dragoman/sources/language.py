"""Which language a text is written in, by the function words of the commonest ones.

Function words make up 40 to 50 % of running text in the languages told apart here, so a paragraph
is enough. Writing systems other than Latin are told by their letters. Only English and French are
read; the others are known so that a text in them can be refused with its language's name.
"""

import re
import unicodedata
from functools import cache

from dragoman.errors import NotText
from dragoman.lexicon.tables import table

READ = ("en", "fr")
SAMPLE = 20_000  # characters
# With fewer known function words than this nothing can be told, and English is assumed.
LEAST_WORDS = 3
_WORDS = re.compile(r"[^\W\d_]+")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(row["words"].split()) for row in table("languages")}


def detect(text: str) -> tuple[str | None, str]:
    """Return the ISO 639-1 code of the text's language and the name of it or of its script.

    The code is None where nothing can be told, or where the script is not Latin.
    """
    words = _WORDS.findall(text[:SAMPLE].lower())
    letters = "".join(words)
    foreign = [
        letter for letter in letters[:4000] if not unicodedata.name(letter, "LATIN").startswith("LATIN")
    ]
    if len(foreign) * 2 > len(letters[:4000]):
        return None, f"{unicodedata.name(foreign[0], 'unknown').split()[0].capitalize()} script"
    counts = {language: sum(word in known for word in words) for language, known in _function_words().items()}
    best = max(counts, key=lambda language: (counts[language], language in READ))
    if counts[best] < LEAST_WORDS:
        return None, ""
    return best, next(row["name"] for row in table("languages") if row["language"] == best)


def language_of(text: str) -> tuple[str, bool]:
    """Return the language of `text` ("en" or "fr") and whether that is no more than an assumption.

    Raises NotText for a text in another language.
    """
    code, name = detect(text)
    if code in READ:
        return code, False
    if name:
        raise NotText(
            f"is in {name}, and only English and French are read; give --language to read it all the same"
        )
    return "en", True
