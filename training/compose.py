"""Compose training rows from frames, actors and lists that were written by hand.

Each line of ``data/frames/*.txt`` is a frame:
``EVENT[.mode][+aux][=|~LABEL]|source kinds|target kinds|text``. ``=`` says that the reversed pair has the
same label, ``~LABEL`` that it has LABEL (``~NONE``: nothing passes that way). In the text ``{S}`` and ``{T}``
are the actors, ``{S?has|have}`` agrees with the source's number, ``{A}`` and ``{B}`` are the countries of
source and target (``{Ad}`` adjective, ``{Ak}`` capital, ``{Ay}`` a city), and any other name is a list of
``lists.toml``. A text that starts with ``!`` is a headline. A kind with ``*`` takes a target from another
country, one with ``!`` from the same one. Seeds are fixed: the same frames give the same rows.
"""

import argparse
import csv
import random
import re
import tomllib
from pathlib import Path

HERE = Path(__file__).parent / "data"
FIELDS = ("id", "sentence", "source", "target", "event", "mode", "auxiliary", "template", "part")
SLOT = re.compile(r"\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}")
ABROAD = {"gov", "state", "min", "leader", "amb", "igo", "ref", "mil"}
HEAD = re.compile(r"(\w+)(?:\.([\w-]+))?((?:\+\w+)*)(=|~\w+)?$")
SOME_ARTICLE = {"United States", "Netherlands", "Philippines", "Maldives", "Dominican Republic"}


def read_table(name: str) -> list[list[str]]:
    """Return the rows of a tab-separated file of the frames folder, without comments."""
    lines = (HERE / "frames" / name).read_text(encoding="utf8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


class World:
    """Countries, names and lists, and the chance that picks from them."""

    def __init__(self, seed: int) -> None:
        """Read the lists and fix the seed."""
        self.random = random.Random(seed)
        self.countries = read_table("countries.tsv")
        self.names = {row[0]: (row[1].split(";"), row[2].split(";")) for row in read_table("names.tsv")}
        self.lists = tomllib.loads((HERE / "frames" / "lists.toml").read_text(encoding="utf8"))

    def country(self, other: list[str] | None = None) -> list[str]:
        """Return a country that is not `other`."""
        while True:
            row = self.random.choice(self.countries)
            if row is not other:
                return row

    def actor(self, kind: str, country: list[str]) -> tuple[str, bool]:
        """Return an actor of a kind from a country, and whether it is plural."""
        own = self.lists["rebels"].get(country[0], ()) if kind == "reb" else ()
        text = self.random.choice(own if own and self.random.random() < 0.8 else self.lists["actors"][kind])
        first, last = self.names[country[5]]
        name = f"{self.random.choice(first)} {self.random.choice(last)}"
        land = ("the " if country[0] in SOME_ARTICLE else "") + country[0]
        plural = text.endswith("+")
        for key, value in (("C", land), ("D", country[1]), ("K", country[2]), ("P", country[4]), ("N", name)):
            text = text.replace("{" + key + "}", value)
        text = text.replace("{Y}", self.random.choice(country[3].split(";"))).rstrip("+").rstrip(",")
        text = re.sub(r"\ban ([BCDFGHJKLMNPQRSTVWXYZ])", r"a \1", re.sub(r"\ba (?=[AEIO])", "an ", text))
        text = re.sub(r"\ban U(?!zb)", "a U", text)
        return text.replace("States's", "States'").replace("Philippines's", "Philippines'").replace(
            "Maldives's", "Maldives'"
        ), plural


def compose(world: World, frame: str) -> tuple[str, str, str, str] | None:
    """Return sentence, source, target and auxiliary of one filled frame; None where it is ambiguous."""
    head, sources, targets, text = frame.split("|", 3)
    chance = world.random
    here = world.country()
    there = world.country(here)
    if "reb" in f"{sources},{targets}" and chance.random() < 0.6:
        here = chance.choice([row for row in world.countries if row[0] in world.lists["rebels"]])
    kind = chance.choice(sources.split(","))
    source, many_s = world.actor(kind.rstrip("*!"), here)
    kind = chance.choice(targets.split(","))
    abroad = (kind[-1] == "*" or kind in ABROAD) and kind[-1] != "!"
    target, many_t = world.actor(kind.rstrip("*!"), there if abroad else here)
    rest = there if abroad else world.country(here)
    fixed = {"S": source, "T": target}
    for key, row in (("A", here), ("B", rest)):
        land = ("the " if row[0] in SOME_ARTICLE else "") + row[0]
        fixed |= {key: land, key + "d": row[1], key + "k": row[2]}
        fixed[key + "y"] = chance.choice(row[3].split(";"))
    many = {"S": many_s, "T": many_t}

    def fill(match: re.Match[str]) -> str:
        name, one, more = match.groups()
        if one is not None:
            return str(more if many[name] else one)
        return fixed[name] if name in fixed else str(chance.choice(world.lists["slots"][name]))

    auxiliary = ""
    past = (
        "+" not in head
        and not head.startswith("NONE")
        and not re.search(r"\b(will|has|have|is|are)\b|\bto the\b$", text)
    )
    headline = text.startswith("!")
    roll = chance.random()
    old = not headline and past and roll < 0.06
    body = SLOT.sub(fill, text.replace(" {day}", "") if old else text)
    if headline:
        body = re.sub(r"\b(?:the|a|an) ", "", body[1:])
        source, target = (re.sub(r"\b(?:the|a|an) ", "", x) for x in (source, target))
        body = re.sub(r" (?:on|last|late on|early on) \w+day\b", "", body)
    elif old:
        opener = chance.choice(world.lists["openers"]["historical"])
        body, auxiliary = SLOT.sub(fill, opener) + body, "historical"
    elif roll < 0.45 and not re.match(r"[A-Z][a-z]+ |[A-Z]\w+, ", text):
        timeless = "NONE" in head or "+future" in head or "+hypothetical" in head
        openers = world.lists["openers"]["timeless" if timeless else "plain"]
        opener = chance.choice(openers).replace("{d}", chance.choice((here, rest))[2].upper())
        body = opener + (body[0].upper() + body[1:] if opener.rstrip()[-1] == "-" else body)
    quoted = re.search(r"\b(said|insisted)\b", body)
    if not headline and text.startswith("{S} ") and chance.random() < 0.15:
        aside = chance.choice(world.lists["asides"]["plain"])
        body = body.replace(f"{source} ", f"{source}, {aside}, ", 1)
    if not headline and not quoted and chance.random() < 0.65:
        body += chance.choice(world.lists["tails"][chance.choice(("plain", "long"))])
    body = re.sub(r",+(?=[,.])|\s+(?=[,.])", "", body)
    body = body[0].upper() + body[1:] + ("" if headline else ".")
    found = []
    for actor in (source, target):
        for form in (actor, actor[0].upper() + actor[1:]):
            if form in body:
                found.append(form)
                break
    if (
        len(found) < 2
        or any(body.count(x) > 1 for x in found)
        or found[0] in found[1]
        or found[1] in found[0]
    ):
        return None
    return body, found[0], found[1], auxiliary


def rows_of(world: World, frame: str, template: str, wanted: int) -> list[dict[str, str]]:
    """Return `wanted` filled sentences of a frame as rows, with its reversed pairs where it names them."""
    match = HEAD.match(frame.split("|", 1)[0])
    if not match:
        raise SystemExit(f"{template}: no such head: {frame}")
    event, mode, aux, reverse = match.groups()
    rows: list[dict[str, str]] = []
    made = 0
    for _ in range(wanted * 8):
        if made == wanted:
            break
        got = compose(world, frame)
        if not got or any(got[0] == row["sentence"] for row in rows):
            continue
        sentence, source, target, more = got
        auxiliary = ",".join(sorted(filter(None, [*(aux or "").split("+"), more])))
        row = {"id": "", "sentence": sentence, "source": source, "target": target, "event": event}
        row |= {"mode": mode or "", "auxiliary": auxiliary, "template": template, "part": "train"}
        rows.append(row)
        made += 1
        if reverse and ((reverse == "=" and made % 2) or (reverse != "=" and made % 3 == 1)):
            other = {"source": target, "target": source}
            if reverse != "=":
                other |= {"event": reverse[1:], "mode": ""}
                other |= {"auxiliary": ""} if reverse == "~NONE" else {}
            rows.append(row | other)
    return rows


def main() -> None:
    """Write composed.tsv."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=4, help="sentences a frame")
    parser.add_argument("--seed", type=int, default=20, help="seed of every choice")
    parser.add_argument("--out", type=Path, default=HERE / "composed.tsv")
    options = parser.parse_args()
    world = World(options.seed)
    rows: list[dict[str, str]] = []
    for path in sorted((HERE / "frames").glob("*.txt")):
        lines = path.read_text(encoding="utf8").splitlines()
        for number, frame in enumerate(line for line in lines if line and not line.startswith("#")):
            world.random.seed(f"{options.seed} {frame}")
            rows += rows_of(world, frame, f"{path.stem}-{number:03}", options.each)
    for number, row in enumerate(rows):
        row["id"] = f"c{number:05}"
    with options.out.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} rows from {len({r['template'] for r in rows})} frames in {options.out}")


if __name__ == "__main__":
    main()
