"""Everything that the authority knows by a name, as lines that say where each comes from."""

from datetime import date

from dragoman.authority.gazetteer import cities_named
from dragoman.authority.holders import Holder, holder_of, holders_named
from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import lookup_state, state, states
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table

WORDS = {
    "name": "name",
    "alias": "other name",
    "demonym": "demonym",
    "capital": "capital",
    "seat": "seat of power",
}
MOST_CITIES = 5


def _basis(basis: str) -> str:
    return "written by hand" if basis == "hand" else basis


def _states(text: str) -> list[str]:
    lines = []
    seen = set()
    for row in lookup_state(text):
        if (row.country, row.form) in seen:
            continue
        seen.add((row.country, row.form))
        known = state(row.country)
        what = f"state: {WORDS[row.form]} of {known.name} ({row.country}, {known.kind})"
        file = "demonyms.tsv" if row.form == "demonym" else "the tables of states"
        source = f"{file}: {_basis(row.basis)}"
        lines.append(f"{what}; written {row.text!r}, language {row.language}; from {source}")
    countries = {row.country for row in lookup_state(text)}
    if len(countries) > 1:
        lines.append(f"ambiguous: {', '.join(sorted(countries))}; the context decides")
    return lines


def _holder(term: Holder) -> str:
    until = term.end or "in office at the file's last review"
    where = states()[term.country].name if term.country in states() else term.country
    source = f"holders: {_basis(term.basis)}"
    title = term.title or term.office.replace("_", " ")
    return f"holder: {term.person}, {title} ({where}), {term.start} to {until}; from {source}"


def _organisations(text: str) -> list[str]:
    return [
        f"organisation: {body.name}{f' ({body.acronym})' if body.acronym else ''}, {body.kind}, "
        f"code {body.code or 'by context'}, sector {body.sector}"
        f"{', ' + ' '.join(body.secondary) if body.secondary else ''}; "
        f"from organisations: {_basis(body.basis)}"
        for body in lookup_organisation(text)
    ]


def _places(text: str) -> list[str]:
    lines = []
    key = fold(text)
    for row in table("places", "authority"):
        names = [fold(name) for name in f"{row['names']};{row['noms']}".split(";")]
        if key in names:
            where = row["country"] or "no one country"
            lines.append(
                f"place: {row['kind']}, {where}, {row['latitude']}, {row['longitude']}; from places.tsv"
            )
    for city in cities_named(text)[:MOST_CITIES]:
        lines.append(
            f"place: {city.name}, {city.country}, {city.latitude:.2f}, {city.longitude:.2f}, "
            f"population {city.population:,}; from GeoNames {city.geonameid}"
        )
    return lines


def _incumbents(text: str, on: date) -> list[str]:
    """Return who governs the state that `text` names."""
    lines = []
    for country in dict.fromkeys(row.country for row in lookup_state(text)):
        for office in ("head_of_state", "head_of_government", "foreign_minister"):
            term = holder_of(office, country, on)
            if term is not None and term.country == country and term.office == office:
                lines.append(_holder(term))
    return lines


def known_by(text: str, on: date | None = None) -> list[str]:
    """Return a line for each thing known by the name `text`, each with its source; [] for none.

    With `on`, only terms of office under way on that day; those who govern a state that `text` names
    are listed as of `on` (today where it is None).
    """
    terms = [_holder(term) for term in holders_named(text, on)]
    lines = [*_states(text), *_organisations(text), *terms, *_places(text)]
    return [*lines, *_incumbents(text, on or date.today())]
