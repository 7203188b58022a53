"""One way in: whatever the source, a Document comes out (first seam)."""

from datetime import date
from pathlib import Path

from dragoman.model import Document


def load(source: str | Path, *, published: date | str | None = None, language: str | None = None) -> Document:
    """Load a path, a URL or a text."""
    day = date.fromisoformat(published) if isinstance(published, str) else published
    path = Path(source)
    text = path.read_text(encoding="utf8") if len(str(source)) < 500 and path.is_file() else str(source)
    return Document(text=text, published=day, language=language or "en", location=str(source))
