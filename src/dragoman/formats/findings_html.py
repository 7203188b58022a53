"""Findings as one HTML page: the brief with what was found in place, nothing fetched, no script."""

from collections.abc import Sequence
from html import escape

from dragoman.model import Document
from dragoman.verify import Finding

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #5b6470; --paper: #fff; --line: #dde1e6;
  --error: #b3261e; --error-bg: #fce8e6; --warning: #8a5300; --warning-bg: #fdf0d8;
  --note: #3b5b8c; --note-bg: #e8eef8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #9aa4b1; --paper: #15181c;
  --line: #2c323a; --error: #ff9d96; --error-bg: #4a1a17; --warning: #f2c477; --warning-bg: #45300c;
  --note: #a8c4f0; --note-bg: #1e2d47; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, serif; }
main { display: grid; grid-template-columns: minmax(0, 38rem) minmax(16rem, 24rem); gap: 3rem;
  max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
@media (max-width: 56rem) { main { grid-template-columns: 1fr; gap: 1.5rem; } }
h1 { font: 600 1.05rem/1.4 system-ui, sans-serif; margin: 0 0 1.2rem; }
.summary { color: var(--soft); font-weight: 400; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; border-radius: 3px; padding: 0.05em 0.15em; border-bottom: 2px solid; }
mark.error { background: var(--error-bg); border-color: var(--error); }
mark.warning { background: var(--warning-bg); border-color: var(--warning); }
mark.note { background: var(--note-bg); border-color: var(--note); border-bottom-style: dotted; }
mark a { color: inherit; text-decoration: none; }
mark sup { font: 600 0.65em system-ui, sans-serif; padding-left: 0.2em; }
ol { list-style: none; margin: 0; padding: 0; font: 14px/1.5 system-ui, sans-serif; }
li { border-left: 3px solid; padding: 0 0 0 0.9rem; margin: 0 0 1.3rem; }
li.error { border-color: var(--error); } li.warning { border-color: var(--warning); }
li.note { border-color: var(--note); }
li:target { outline: 2px solid var(--note); outline-offset: 6px; }
.kind { font-weight: 600; } .error .kind { color: var(--error); }
.warning .kind { color: var(--warning); } .note .kind { color: var(--note); }
blockquote { margin: 0.35rem 0 0; color: var(--soft); overflow-wrap: anywhere; }
blockquote cite { font-style: normal; font-size: 0.9em; display: block; }
"""


def to_html(findings: Sequence[Finding], brief: Document) -> str:
    """One self-contained page: the brief's text with marks, and the findings beside it."""
    counts = {s: sum(f.severity == s for f in findings) for s in ("error", "warning", "note")}
    told = (
        ", ".join(f"{n} {name}{'' if n == 1 else 's'}" for name, n in counts.items() if n) or "nothing found"
    )
    title = escape(brief.title or brief.location or "Brief")
    return (
        f'<!doctype html>\n<html lang="{escape(brief.language)}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title}: {told}</title>\n<style>{STYLE}</style>\n<main>\n<article>\n"
        f'<h1>{title} <span class="summary">· {told}</span></h1>\n'
        f'<div class="text">{_marked(brief.text, findings)}</div>\n</article>\n'
        f'<aside aria-label="Findings" lang="en">\n<ol>\n{_list(findings)}</ol>\n</aside>\n</main>\n</html>\n'
    )


def _marked(text: str, findings: Sequence[Finding]) -> str:
    """The text with a mark round each finding; one inside another is only listed."""
    out, last = [], 0
    for number, finding in enumerate(findings, 1):
        if finding.start < last or finding.start == finding.end:
            continue
        out.append(escape(text[last : finding.start]))
        words = escape(text[finding.start : finding.end])
        out.append(
            f'<mark class="{finding.severity}" id="m{number}"><a href="#f{number}">{words}'
            f"<sup>{number}</sup></a></mark>"
        )
        last = finding.end
    out.append(escape(text[last:]))
    return "".join(out)


def _list(findings: Sequence[Finding]) -> str:
    return "".join(_item(number, finding) for number, finding in enumerate(findings, 1))


def _item(number: int, finding: Finding) -> str:
    lines = [
        f'<li class="{finding.severity}" id="f{number}"><span class="kind">{number} · {finding.severity}: '
        f"{finding.kind}</span><br>{escape(finding.message)}"
    ]
    if finding.correction:
        lines.append(f"<br>Write: <strong>{escape(finding.correction)}</strong>")
    if finding.source_text:
        cite = f"<cite>{escape(finding.source or '')}</cite>"
        lines.append(f"<blockquote>“{escape(' '.join(finding.source_text.split()))}”{cite}</blockquote>")
    return "".join(lines) + "</li>\n"
