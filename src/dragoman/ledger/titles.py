"""A record's title: a line for people."""

from collections.abc import Sequence

from dragoman.authority.states import states
from dragoman.model import Location, Participant


def title(
    kind: str,
    type_: str | None,
    people: Sequence[Participant],
    countries: Sequence[str],
    place: Location | None,
) -> str:
    """Make a line for people of a record's preferred values: what, who, where."""
    if kind == "event":
        sides = [[one for one in people if one.side == side] for side in ("actor", "recipient")]
        who = " \N{RIGHTWARDS ARROW} ".join(_named(side) for side in sides if side)
        what = type_ or "Event"
    else:
        what = kind.capitalize()
        groups: dict[str | None, list[Participant]] = {}
        for one in people:
            groups.setdefault(one.country, []).append(one)
        parts = [_named(group) for group in groups.values()]
        rest = [states()[one].name if one in states() else one for one in countries if one not in groups]
        who = " \N{EN DASH} ".join([*parts, *rest][:5])
        place = None if place is not None and place.name in rest else place
    where = f", {place.name}" if place else ""
    return f"{what}: {who or 'unnamed'}{where}"


def _named(people: Sequence[Participant]) -> str:
    """Up to three of a side, and whom they act for where that is one and not said already."""
    shown = ", ".join(one.name for one in people[:3])
    more = f" and {len(people) - 3} more" if len(people) > 3 else ""
    countries = {one.country for one in people}
    country = countries.pop() if len(countries) == 1 else None
    told = f" ({country})" if country and country not in {one.name for one in people} else ""
    return f"{shown}{more}{told}"
