"""Reads the data of the Office of the Historian, U.S. Department of State (public domain).

Three of its repositories are read, each from a folder with its XML files: pocom (principal officers
and chiefs of mission), travels (of presidents and secretaries of state) and visits (by foreign leaders
to the United States). They are published at https://github.com/HistoryAtState.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from lxml import etree
from msgspec import Struct

from dragoman.authority.states import lookup_state, state
from dragoman.errors import NotFound, NotText

RENAMED = {
    "palestinian-authority": "PSE",
    "vietnam-south": "VNM",
    "congo-republic": "COG",
    "congo-democratic-republic": "COD",
    "korea": "KOR",
    "korea-south": "KOR",
    "germany-democratic-republic": "DDR",
    "german-democratic-republic": "DDR",
    "cabo-verde": "CPV",
    "macedonia": "MKD",
    "micronesia": "FSM",
    "serbia-montenegro": "SCG",
    "holy-see": "VAT",
    "ussr": "SUN",
    "china": "CHN",
}


class Chief(Struct, frozen=True):
    """A term of a U.S. principal officer or chief of mission.

    `names` are other forms of the name; `post` is the ISO alpha-3 code of the country of a mission,
    None for other posts; `start` and `end` are days (YYYY-MM-DD), months or years as far as the source
    gives them, `end` None where it gives none. `number` is the source's id.
    """

    number: str
    person: str
    names: tuple[str, ...]
    title: str
    post: str | None
    start: str
    end: str | None
    note: str


class Trip(Struct, frozen=True):
    """A travel abroad: `who` (in `role`: president, secretary) was in `place`, `country`, on these days.

    `country` is ISO alpha-3, None where the source's `country_name` is no state's.
    """

    number: str
    who: str
    role: str
    country: str | None
    country_name: str
    place: str
    start: str
    end: str
    remarks: str


class Visit(Struct, frozen=True):
    """A visit to the United States by `visitor` (title and name as written) of `country`."""

    number: str
    visitor: str
    country: str | None
    country_name: str
    start: str
    end: str
    remarks: str


def _root(path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.parse(path, parser).getroot()
    except (etree.XMLSyntaxError, OSError) as error:
        raise NotText(f"{path} is no XML that can be read ({error}); get the file anew") from error


def _files(folder: Path, *patterns: str) -> Iterable[Path]:
    found = [path for pattern in patterns for path in sorted(folder.glob(pattern))]
    if not found:
        raise NotFound(f"{folder} holds none of {', '.join(patterns)}; give the repository's top folder")
    return found


def _text(node: etree._Element, path: str) -> str:
    found = node.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


@cache
def country_code(name: str, slug: str = "") -> str | None:
    """Return the ISO alpha-3 code of a country as the Historian writes it, None where it is none."""
    if slug in RENAMED:
        return RENAMED[slug]
    for text in (name, slug.replace("-", " ")):
        rows = [row for row in lookup_state(text) if row.form in ("name", "alias")]
        if rows:
            return rows[0].country
    return None


def _people(folder: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    found = {}
    for path in folder.glob("people/*/*.xml"):
        root = _root(path)
        forenames, surname = _text(root, ".//forename"), _text(root, ".//surname")
        generation = _text(root, ".//genName")
        first, *others = forenames.split() or [""]
        short = f"{first} {surname}"
        middle = " ".join(f"{name[0]}." for name in others)
        names = [_text(root, ".//altname"), short, f"{first} {middle} {surname}" if middle else ""]
        full = f"{forenames} {surname} {generation}".strip()
        names = [name for name in dict.fromkeys(names) if name and name != full]
        found[_text(root, "id")] = full, tuple(names)
    return found


def _day(term: etree._Element, *events: str) -> str:
    return next((date for event in events if (date := _text(term, f"{event}/date"))), "")


def _role_titles(folder: Path) -> dict[str, str]:
    return {
        _text(root, "id"): _text(root, "names/singular")
        for root in map(_root, sorted(folder.glob("roles-country-chiefs/*.xml")))
    }


def chiefs(folder: str | Path) -> Iterator[Chief]:
    """Yield the terms in the folder of pocom, ambassadors first, then principal officers.

    Raises NotFound where `folder` is not pocom's, NotText for a file that is no XML.
    """
    folder = Path(folder)
    patterns = ("missions-countries/*.xml", "missions-orgs/*.xml", "positions-principals/*.xml")
    files = _files(folder, *patterns)
    people, roles = _people(folder), _role_titles(folder)
    for path in files:
        root = _root(path)
        territory = _text(root, "territory-id")
        post = country_code(territory.replace("-", " "), territory) if territory else None
        position = _text(root, "names/singular")
        for term in [*root.iter("chief"), *root.iter("principal")]:
            person, names = people.get(_text(term, "person-id"), ("", ()))
            start = _day(term, "started", "arrived", "appointed")
            if not person or not start:
                continue
            role = roles.get(_text(term, "role-title-id"), "").split(" (")[0] or position
            where = state(post).name if post else territory.replace("-", " ").title()
            title = f"{role.split(' Extraordinary')[0]} to {where}" if where else position
            end = _day(term, "ended") or None
            yield Chief(_text(term, "id"), person, names, title, post, start, end, _text(term, "note"))


def travels(folder: str | Path) -> Iterator[Trip]:
    """Yield the travels of presidents and secretaries of state in the folder of travels."""
    for path in _files(Path(folder), "president-travels/*.xml", "secretary-travels/*.xml"):
        for trip in _root(path).iter("trip"):
            country = trip.find("country")
            name = _text(trip, "country")
            yield Trip(
                _text(trip, "id"),
                _text(trip, "name"),
                _text(trip, "role"),
                country_code(name, country.get("id") or "" if country is not None else ""),
                name,
                _text(trip, "locale"),
                _text(trip, "start-date"),
                _text(trip, "end-date"),
                _text(trip, "remarks"),
            )


def visits(folder: str | Path) -> Iterator[Visit]:
    """Yield the visits to the United States in the folder of visits."""
    for path in _files(Path(folder), "[0-9]*.xml"):
        for visit in _root(path).iter("visit"):
            origin = visit.find("from")
            name = _text(visit, "from")
            yield Visit(
                _text(visit, "id"),
                _text(visit, "visitor"),
                country_code(name, origin.get("id") or "" if origin is not None else ""),
                name,
                _text(visit, "start-date"),
                _text(visit, "end-date"),
                _text(visit, "description"),
            )
