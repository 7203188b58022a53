"""The commands and the code of the docs do what the docs say.

In a ```console block, lines that start with "$ " are run beside a copy of the repository's examples,
all those of a page in one folder; the lines below are what they print, where "..." stands for
anything. ```python blocks with ">>>" are run as doctests. A block after `<!-- not run: REASON -->` is
left out.
"""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.cli.app import main

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(
    r"(?P<before>[^\n]*)\n\n?```(?P<kind>console|python)[^\n]*\n(?P<body>.*?)^```", re.DOTALL | re.MULTILINE
)


class Block(NamedTuple):
    """A block of commands or code: where it stands, and what it says."""

    page: str
    number: int
    kind: str
    body: str

    def __str__(self) -> str:
        return f"{self.page}-{self.number}"


def blocks(kind: str) -> Iterator[Block]:
    """The blocks of a kind that are to be run."""
    for page in PAGES:
        text = page.read_text(encoding="utf8")
        for number, match in enumerate(_BLOCK.finditer(text), 1):
            if match["kind"] == kind and not match["before"].startswith("<!-- not run:"):
                yield Block(str(page.relative_to(ROOT)), number, kind, match["body"])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples in it, where commands are run."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def matches(printed: str, said: str) -> bool:
    """Whether what was printed is what the docs say, "..." being anything."""
    pattern = re.escape(said.strip()).replace(re.escape("..."), ".*")
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


def ran(command: str, place: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Run a command; a plain call of dragoman runs in this process, where the models are loaded once."""
    words = shlex.split(command)
    if words[0] == "dragoman" and not set("|<>;&$`") & set(command):
        code = 0
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", words)
            patch.setenv("COLUMNS", "100")
            try:
                main()
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else 0
        return code, "".join(capsys.readouterr())
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    shell = ["bash", "-o", "pipefail", "-c", command]
    done = subprocess.run(shell, cwd=place, env=environment, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("page", list(dict.fromkeys(block.page for block in blocks("console"))))
def test_commands_print_what_the_docs_say(page: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The commands of a page, run in its order in one folder, print what stands below them."""
    text = "\n".join(block.body for block in blocks("console") if block.page == page)
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, said = part.partition("\n")
        while command.endswith("\\"):
            more, _, said = said.partition("\n")
            command = f"{command[:-1]} {more}"
        code, printed = ran(command.removeprefix("uv run "), place, capsys)
        assert "Traceback" not in printed, printed
        assert matches(printed, said) if said.strip() else code == 0, f"$ {command}\n{printed}"


@pytest.mark.parametrize("block", list(blocks("python")), ids=str)
def test_code_does_what_the_docs_say(block: Block, place: Path) -> None:
    """Code with prompts gives what stands below it; code without is at least run."""
    if ">>>" not in block.body:
        exec(compile(block.body, str(block), "exec"), {})
        return
    test = doctest.DocTestParser().get_doctest(block.body, {}, str(block), block.page, 0)
    told: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(
        test, out=told.append
    )
    assert not told, "".join(told)


def test_the_docs_have_commands_and_code() -> None:
    """The two tests above run something."""
    assert len(list(blocks("console"))) >= 3
    assert len(list(blocks("python"))) >= 2


def test_links_between_pages_lead_somewhere() -> None:
    """Relative links of the README and the docs name files that exist."""
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf8")):
            if "://" not in target and not target.startswith("mailto:"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"
