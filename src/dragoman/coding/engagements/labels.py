"""What stands before a line's first sentence and is no part of it: a speaker's name, a dateline."""

from dragoman.coding.engagements.units import Unit, agencies

_DATELINE = 14  # units


def unlabelled(units: list[Unit]) -> list[Unit]:
    """Return a line's units without the name of the one who speaks: "Mao Ning: President Xi will ..."."""
    for k in range(1, min(5, len(units) - 2)):
        if units[k].low == ":":
            persons = any(a.kind == "person" for u in units[:k] for a in u.actors)
            agency = " ".join(u.low for u in units[:k]) in {name.lower() for name in agencies()}
            return units[k + 1 :] if (persons and k == 1) or agency else units
    return units


def undated(units: list[Unit]) -> list[Unit]:
    """Return a line's units without its dateline: "NAIROBI, March 4 (AFP) - The minister met ..."."""
    if not units or units[0].place is None:
        return units
    inside = False
    for k, unit in enumerate(units[1:_DATELINE], 1):
        if unit.low in ("-", "--", "–", "—") and not inside and k + 1 < len(units):
            return units[k + 1 :]
        inside = (inside or unit.low == "(") and unit.low != ")"
        told = unit.place is not None or unit.time is not None or unit.low in (",", ")") or inside
        if not told:
            return units
    return units
