"""Markdown to plain text: the marks go, the words and their lines stay."""

import re

_FRONT_MATTER = re.compile(r"\A---\n(.{0,5000}?)\n---\n", re.DOTALL)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"^(?:```|~~~).*\n", ""),
        (r"^[ \t]{0,3}#{1,6}[ \t]+([^\n]*?)[ \t]*#*[ \t]*$", r"\1"),
        (r"^[ \t]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$", ""),
        (r"^[ \t]{0,3}(?:> ?)+", ""),
        (r"^[ \t]*[*+-][ \t]+", ""),
        (r"!\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)", r"\1"),
        (r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)", r"\1"),
        (r"<(https?://[^>\s]{1,2000})>", r"\1"),
        (r"(\*\*|__)(?=\S)([^\n]{1,2000}?\S|\S)\1", r"\2"),
        (r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])", r"\2"),
        (r"`([^`\n]{1,1000})`", r"\1"),
    )
)


def to_text(markdown: str) -> tuple[str, dict[str, str]]:
    """Return the text of `markdown` and the plain fields of its front matter."""
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(markdown):
        for line in front[1].split("\n"):
            name, colon, value = line.partition(":")
            if colon and name.strip().isidentifier():
                fields[name.strip().lower()] = value.strip().strip("\"'")
        markdown = markdown[front.end() :]
    for pattern, replacement in _RULES:
        markdown = pattern.sub(replacement, markdown)
    return markdown.strip("\n") + "\n", fields
