"""English and French are told from other languages, which are refused by name."""

import pytest

from dragoman.errors import NotText
from dragoman.sources.language import language_of

SAMPLES = {
    "en": "The ministers of the two countries met on Monday and agreed that the border should be open.",
    "fr": "Les ministres des deux pays se sont réunis lundi et conviennent que la frontière sera ouverte.",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_languages_that_are_read(language: str) -> None:
    """A sentence is enough to tell English from French."""
    assert language_of(SAMPLES[language]) == (language, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Minister der beiden Länder haben sich am Montag getroffen und sind sich einig.", "German"),
        (
            "Los ministros de los dos países se reunieron el lunes y acordaron que la frontera se abra.",
            "Spanish",
        ),
        (
            "Os ministros dos dois países reuniram-se na segunda-feira e concordaram que não há pressa.",
            "Portuguese",
        ),
        (
            "I ministri dei due paesi si sono incontrati lunedì e hanno concordato che il confine è aperto.",
            "Italian",
        ),
        ("İki ülkenin bakanları pazartesi günü bir araya geldi ve sınır için daha çok çalışacak.", "Turkish"),
        ("Министры двух стран встретились в понедельник в Минске.", "Cyrillic"),
        ("التقى وزيرا خارجية البلدين يوم الاثنين في جنيف", "Arabic"),
        ("两国外长星期一在日内瓦会面", "Cjk"),
    ],
)
def test_other_languages_are_refused_by_name(text: str, name: str) -> None:
    """A text in another language, or another script, is refused with its name."""
    with pytest.raises(NotText, match=name):
        language_of(text)


@pytest.mark.parametrize("text", ["Geneva", "Holm–Leroy: 4 March", "12 345"])
def test_too_little_text_is_taken_for_english_and_said_so(text: str) -> None:
    """Where nothing can be told, English is assumed, and marked as assumed."""
    assert language_of(text) == ("en", True)
