"""Measures names: actors by our own cases and on documents, and the time beside spaCy's parse.

    python -m bench.names [--gold ../shared/gold] [--errors]

The first table is the quality on tests/annotate/data/actors.tsv (country and sector of bare mentions);
where the gold folder is there, the second says how many titled people of the Office of the Historian's
travel remarks are read with a name, and the third on how many of the gold participants' family names
and countries the actors of the ten documents agree. Last come the seconds for names and places together
beside those of spaCy's parse of the same texts, the best of three runs.
"""

import argparse
import csv
import json
import platform
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dragoman.annotate.actors import find_actors, resolve_actor
from dragoman.annotate.actors.find import read_mentions
from dragoman.annotate.actors.resolve import read_text
from dragoman.annotate.parse import parse
from dragoman.annotate.places import find_places
from dragoman.lexicon.phrases import fold
from dragoman.model import Actor

CASES = Path(__file__).parent.parent / "tests/annotate/data/actors.tsv"
ORGANISATIONS = {"EU": "EUR", "UN": "UNO"}
Case = dict[str, str]


def cases(path: Path = CASES) -> list[Case]:
    """The hand-made cases: mention, country, sector, context, on."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if line and line[0] != "#"]
    return list(csv.DictReader(lines, delimiter="\t", restval=""))


def judge(case: Case) -> tuple[bool | None, bool | None, Actor]:
    """Whether country and sector of a case are right (None where the case does not say), and the actor."""
    actor = resolve_actor(case["mention"], context=case["context"], on=case["on"] or None)
    country = None if case["country"] == "*" else (actor.country or "-") == case["country"]
    sector = None if case["sector"] == "*" else (actor.sector or "-") == case["sector"]
    return country, sector, actor


def shares(rows: list[Case]) -> tuple[float, float]:
    """The shares of cases with the right country and with the right sector."""
    judged = [judge(case) for case in rows]
    countries = [c for c, _, _ in judged if c is not None]
    sectors = [s for _, s, _ in judged if s is not None]
    return sum(countries) / len(countries), sum(sectors) / len(sectors)


_TITLED = re.compile(
    r"\b(?:President|Prime Minister|Foreign Minister|Chancellor|King|Premier|Foreign Secretary)"
    r" (?!Prince|Sheikh|Lord|Daw|Don|Sir)([A-Z][^\W\d_]+)"
)


def titled(folder: Path) -> Iterator[tuple[str, bool]]:
    """Each title with a name after it in the remarks on travels, and whether the name was read."""
    for path in sorted(folder.glob("*/*.xml")):
        for remark in re.findall(r"<remarks>(.*?)</remarks>", path.read_text(encoding="utf8"), re.S):
            text = re.sub(r"\s+", " ", remark)
            lex = read_text(text, "en")
            people = [m for m in read_mentions(lex, None, []) if m.kind == "person"]
            spans = [(lex.tokens[m.name_start].start, lex.tokens[m.name_end - 1].end) for m in people]
            for match in _TITLED.finditer(text):
                yield match.group(), any(start <= match.start(1) < end for start, end in spans)


def family(name: str) -> str:
    """The last word of a name, folded."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    return words[-1] if words else ""


def participants(folder: Path) -> Iterator[tuple[str, bool, bool]]:
    """Each participant of the gold documents, and whether name and country are among the actors."""
    for document in json.loads((folder / "gold.json").read_text(encoding="utf8")):
        text = (folder / "docs" / f"{document['id']}.txt").read_text(encoding="utf8")
        language, day = document["lang"], date.fromisoformat(document["published"])
        actors = find_actors(parse(text, language), language=language, on=day)
        people = {
            (person["name"], person["country"])
            for engagement in document["engagements"]
            for person in engagement["participants"]
        }
        for name, country in sorted(people, key=str):
            same = [
                a
                for a in actors
                if family(a.name) == family(name) or family(name) in {family(s.text) for s in a.mentions}
            ]
            code = ORGANISATIONS.get(country or "", country)
            yield name, bool(same), any(code in (a.country, a.organisation) for a in same)


def timing(texts: list[str]) -> tuple[float, float, int]:
    """Seconds of spaCy's parse, seconds of names and places, and words."""
    parses, best, ours = [parse(text) for text in texts], 1e9, 1e9
    for doc in parses[:2]:
        find_places(doc.text, actors=find_actors(doc), parse=doc)
    for _ in range(3):
        began = time.perf_counter()
        parses = [parse(text) for text in texts]
        best = min(best, time.perf_counter() - began)
        began = time.perf_counter()
        for doc in parses:
            find_places(doc.text, actors=find_actors(doc), parse=doc)
        ours = min(ours, time.perf_counter() - began)
    return best, ours, sum(len(text.split()) for text in texts)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    rows = cases()
    country, sector = shares(rows)
    print(f"{len(rows)} cases of mentions: country {country:.3f}, sector {sector:.3f}")
    if options.errors:
        for case in rows:
            right_country, right_sector, actor = judge(case)
            if right_country is False or right_sector is False:
                print(f"  {case['mention']}: {case['country']} {case['sector']}, not", end=" ")
                print(actor.country, actor.sector, "; ".join(actor.basis))
    texts = [case["mention"] + ". " + case["context"] for case in rows]
    if options.gold.is_dir():
        names = list(titled(options.gold / "history.state.gov/travels"))
        read = sum(ok for _, ok in names)
        print(f"{len(names)} titled names in remarks on travels: {read / len(names):.3f} read")
        people = list(participants(options.gold / "engagements"))
        found, placed = sum(n for _, n, _ in people), sum(c for _, _, c in people)
        print(
            f"{len(people)} participants: name {found / len(people):.3f}, country {placed / len(people):.3f}"
        )
        if options.errors:
            print(*(f"  {name}" for name, ok in names if not ok), sep="\n")
            print(*(f"  {name}: {n} {c}" for name, n, c in people if not (n and c)), sep="\n")
        texts = [
            path.read_text(encoding="utf8")
            for path in sorted((options.gold / "engagements/docs").glob("[!f]*.txt"))
        ]
    parsing, ours, words = timing(texts)
    machine = platform.processor() or platform.machine()
    print(f"{words} words, {machine}: parse {parsing:.2f} s, names and places {ours:.2f} s", end=" ")
    print(f"({ours / parsing:.2f} of the parse)")


if __name__ == "__main__":
    main()
