"""Participants of several reports brought together: who of them is one person, office or body."""

from collections.abc import Iterable

from dragoman.ledger.features import body_keys, sort_of
from dragoman.ledger.names import family, fold, same_person
from dragoman.model import Participant, Report

_Variant = tuple[str, str, str, str]


class Presence:
    """One participant as several reports name them."""

    def __init__(self, first: Participant, report: Report) -> None:
        self.sort = sort_of(first.name, first.role)
        self.said: list[tuple[Participant, Report]] = [(first, report)]
        self._variants = {_variant(first): first}

    def add(self, one: Participant, report: Report) -> None:
        """Add what a report says of the participant."""
        self.said.append((one, report))
        self._variants.setdefault(_variant(one), one)

    def fits(self, other: Participant) -> bool:
        """Say whether `other` may be the same: the name agrees, and the party where both tell it.

        Within one happening a given and a family name are one person, whichever country each account tells.
        """
        known = self._variants.values()
        sort = sort_of(other.name, other.role)
        full = sort == self.sort == "person" and any(_in_full(one.name, other.name) for one in known)
        for one in known:
            if not full and one.country and other.country and one.country != other.country:
                return False
            if one.side and other.side and {one.side, other.side} == {"actor", "recipient"}:
                return False
        if sort == self.sort == "person":
            return all(same_person(one.name, other.name) for one in known)
        if sort == self.sort == "body":
            return any(one.name == other.name or body_keys(one.name) & body_keys(other.name) for one in known)
        if "body" in (sort, self.sort):
            return False
        title = fold(other.name) if sort == "office" else fold(other.role or "")
        return bool(title) and any(
            title == (fold(one.name) if self.sort == "office" else fold(one.role or ""))
            and one.country == other.country
            for one in known
        )

    @property
    def key(self) -> str:
        """What the participant's fields are called by: the family name, or the folded name."""
        names = sorted({one.name for one, _ in self.said if sort_of(one.name, one.role) == self.sort})
        longest = max(names, key=len, default=self.said[0][0].name)
        key = family(longest) if self.sort == "person" else "-".join(fold(longest.split("(")[0]).split()[:6])
        return key[:60] or "unnamed"


def gather(reports: Iterable[Report], *, mediators: bool = False) -> list[Presence]:
    """Bring the participants of `reports` together, the fullest names first, whatever the order."""
    said = [
        (one, report)
        for report in reports
        for one in (report.mediators if mediators else report.participants)
    ]
    said.sort(key=lambda pair: _order(*pair))
    found: list[Presence] = []
    homes: dict[_Variant, Presence] = {}
    for one, report in said:
        # What is named alike is one: the order keeps it together.
        home = homes.get(_variant(one)) or next((presence for presence in found if presence.fits(one)), None)
        if home is None:
            home = Presence(one, report)
            found.append(home)
        else:
            home.add(one, report)
        homes[_variant(one)] = home
    return found


def _in_full(a: str, b: str) -> bool:
    """Say whether two names are the same given and family name."""
    return fold(a) == fold(b) and len(a.split()) > 1


def _rank(one: Participant) -> int:
    return {"person": 0, "office": 1, "body": 2}[sort_of(one.name, one.role)]


def _order(one: Participant, report: Report) -> tuple[int, int, str, _Variant, str]:
    return (_rank(one), -len(one.name.split()), fold(one.name), _variant(one), report.id)


def _variant(one: Participant) -> _Variant:
    return (one.name, one.role or "", one.country or "", one.side or "")
