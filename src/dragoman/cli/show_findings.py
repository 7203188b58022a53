"""Findings for people, in the terminal: the words of the brief and of the source side by side."""

from collections.abc import Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from dragoman.model import Document
from dragoman.verify import Finding

STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def show(findings: Sequence[Finding], brief: Document, console: Console, sources: int) -> None:
    """Print the findings, each with its line, its words, the source's words and the correction."""
    console.print()
    console.print(Text(brief.title or brief.location or "Brief", style="bold"))
    against = (
        f"against {sources} source{'s' if sources != 1 else ''}" if sources else "by itself, without a source"
    )
    console.print(Text(f"checked {against}: {_counts(findings)}", style="dim"))
    for finding in findings:
        console.print()
        console.print(_head(finding, brief))
        console.print(Padding(_body(finding, brief), (0, 0, 0, 2)))
    console.print()


def _counts(findings: Sequence[Finding]) -> str:
    names = ("error", "warning", "note")
    counts = [(name, sum(f.severity == name for f in findings)) for name in names]
    return ", ".join(f"{n} {name}{'' if n == 1 else 's'}" for name, n in counts if n) or "nothing found"


def _head(finding: Finding, brief: Document) -> Text:
    line = brief.text.count("\n", 0, finding.start) + 1
    text = Text(f"{finding.severity} ", style=STYLES[finding.severity])
    text.append(finding.kind, style="bold")
    if finding.start != finding.end:
        text.append(f"  line {line}", style="dim")
    return text


def _body(finding: Finding, brief: Document) -> Group:
    rows = [Text(finding.message)]
    if finding.start != finding.end:
        rows.append(
            _quote("brief", _around(brief.text, finding.start, finding.end), STYLES[finding.severity])
        )
    if finding.source_text:
        rows.append(
            _quote(finding.source or "source", ("", " ".join(finding.source_text.split()), ""), "green")
        )
    if finding.correction:
        rows.append(Text.assemble(("write  ", "dim"), (finding.correction, "green")))
    return Group(*rows)


def _quote(label: str, parts: tuple[str, str, str], style: str) -> Text:
    before, words, after = parts
    return Text.assemble((f"{label}  ", "dim"), before, (words, style), after, overflow="fold")


def _around(text: str, start: int, end: int, width: int = 36) -> tuple[str, str, str]:
    """The words with a little of their line before and after."""
    left = max(text.rfind("\n", 0, start) + 1, start - width)
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + width)
    before = ("…" if left and text[left - 1] != "\n" else "") + text[left:start]
    after = text[end:right] + ("…" if right < len(text) and text[right] != "\n" else "")
    return before, " ".join(text[start:end].split()), after
