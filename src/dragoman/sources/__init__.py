"""In: a path, a URL, standard input or text; out: a Document."""

from dragoman.sources.load import load

__all__ = ["load"]
