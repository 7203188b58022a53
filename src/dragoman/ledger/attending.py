"""A record's participants: each with the names, roles and parties reported, and the ones preferred."""

from collections import Counter
from collections.abc import Sequence

from dragoman.ledger.people import Presence, gather
from dragoman.ledger.witnesses import Testimony
from dragoman.model import FieldValue, Judgement, Participant, Report


def participants(
    found: Sequence[Report],
    parties: frozenset[str],
    corrected: dict[str, Judgement],
    fields: dict[str, tuple[FieldValue, ...]],
) -> tuple[Participant, ...]:
    """Settle who took part, and write into `fields` what was said of each."""
    ranked: list[tuple[tuple[int, int, str], Participant]] = []
    used: Counter[str] = Counter()
    for presence in gather(found):
        key = presence.key
        used[key] += 1
        name = f"participants.{key}" + (f"-{used[key]}" if used[key] > 1 else "")
        chosen: dict[str, str] = {}
        for part in ("name", "role", "country"):
            testimony = Testimony(parties, precision=_fullness if part == "name" else lambda _: 0)
            for one, report in presence.said:
                testimony.add(getattr(one, part), report)
            if f"{name}.{part}" in corrected:
                testimony.correct(corrected[f"{name}.{part}"])
            values = testimony.values()
            if values:
                fields[f"{name}.{part}"] = values
                chosen[part] = values[0].value
        one = settled(presence, chosen)
        side = {"visitor": 0, "actor": 0, "host": 2, "recipient": 2}.get(one.side or "", 1)
        reports = len({report.id for _, report in presence.said})
        ranked.append(((side, -reports, one.name), one))
    return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0]))


def _fullness(name: str) -> int:
    return min(len([word for word in name.split() if len(word.strip(".")) > 1]), 3)


def settled(presence: Presence, chosen: dict[str, str]) -> Participant:
    """Make one participant of all that is said of them; `chosen` are the preferred values."""
    first = presence.said[0][0]
    sides = Counter(one.side for one, _ in presence.said if one.side in _SIDES)
    side = min(sides, key=lambda one: (-sides[one], str(one))) if sides else None
    sectors = Counter(one.sector for one, _ in presence.said if one.sector)
    return Participant(
        name=chosen.get("name", first.name),
        role=chosen.get("role", first.role if not chosen else None),
        country=chosen.get("country", first.country if not chosen else None),
        side=side,
        sector=min(sectors, key=lambda one: (-sectors[one], one)) if sectors else None,
        inferred=all(one.inferred for one, _ in presence.said),
    )


# Sides that mean the same in every document; "a" and "b" tell apart within one only.
_SIDES = frozenset(("visitor", "host", "actor", "recipient"))
