"""Organisations by name and acronym, in both languages, with code and sector."""

import pytest

from dragoman.authority.organisations import lookup_organisation, organisation_index

# text, ids expected, code, sector of the first
CASES = [
    ("United Nations", ["un"], "UNO", "GOV"),
    ("ONU", ["un"], "UNO", "GOV"),
    ("the U.N.", ["un"], "UNO", "GOV"),
    ("Nations unies", ["un"], "UNO", "GOV"),
    ("Union africaine", ["au"], "IGO", "GOV"),
    ("Cédéao", ["ecowas"], "IGO", "GOV"),
    ("Otan", ["nato"], "IGO", "MIL"),
    ("OTAN", ["nato"], "IGO", "MIL"),
    ("European Commission", ["european-commission"], "EUR", "GOV"),
    ("European Parliament", ["european-parliament"], "EUR", "LEG"),
    ("ICC", ["icc"], "IGO", "JUD"),
    ("CPI", ["icc"], "IGO", "JUD"),
    ("AIEA", ["iaea"], "UNO", "GOV"),
    ("Pentagon", ["dod"], "USA", "MIL"),
    ("U.S. Africa Command", ["africom"], "USA", "MIL"),
    ("AFRICOM", ["africom"], "USA", "MIL"),
    ("State Department", ["dos"], "USA", "GOV"),
    ("Quai d’Orsay", ["meae"], "FRA", "GOV"),
    ("Ministry of External Affairs", ["mea"], "IND", "GOV"),
    ("FCDO", ["fcdo"], "GBR", "GOV"),
    ("CIA", ["cia"], "USA", "SPY"),
    ("Mossad", ["mossad"], "ISR", "SPY"),
    ("Houthis", ["houthis"], "YEM", "REB"),
    ("Boko Haram", ["boko-haram"], "NGA", "REB"),
    ("M23", ["m23"], "COD", "REB"),
    ("Wagner Group", ["wagner-group"], "RUS", "PRM"),
    ("HRW", ["hrw"], "NGO", "SOC"),
    ("CICR", ["icrc"], "NGO", "MED"),
    ("Reuters", ["reuters"], "GBR", "JRN"),
    ("Gazprom", ["gazprom"], "RUS", "BUS"),
    ("Likud", ["likud"], "ISR", "PTY"),
    ("CNSP", ["cnsp", "cnsp-mali"], "NER", "MIL"),
    ("Conseil national pour la sauvegarde de la patrie", ["cnsp"], "NER", "MIL"),
    ("au", [], "", ""),
    ("icc", [], "", ""),
    ("League of Nowhere", [], "", ""),
]


@pytest.mark.parametrize(("text", "ids", "code", "sector"), CASES)
def test_lookup_organisation_bodies(text: str, ids: list[str], code: str, sector: str) -> None:
    """A name or acronym finds its bodies, with PLOVER's code and sector."""
    bodies = lookup_organisation(text)
    assert [body.id for body in bodies] == ids
    if bodies:
        assert (bodies[0].code, bodies[0].sector) == (code, sector)


def test_index_finds_names_in_text() -> None:
    """The index finds names and acronyms, and no acronym in small letters."""
    text = "The EU and ECOWAS said so; who knows? The CNSP denied it."
    found = [text[start:end] for start, end, _ in organisation_index("en").find(text)]
    assert found == ["EU", "ECOWAS", "CNSP"]
