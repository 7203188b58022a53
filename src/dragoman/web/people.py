"""Who takes part in a record, person by person: the fields of one participant brought together."""

from typing import NamedTuple

from dragoman.ledger.features import sort_of
from dragoman.model import FieldValue, Participant, Record

Values = tuple[FieldValue, ...]


class Presence(NamedTuple):
    """One participant: the record's own value, its fields by name, and whether it only mediates.

    `spellings` and `roles` are the other names and titles that are reported.
    """

    name: str
    key: str
    country: str | None
    role: str | None
    side: str | None
    inferred: bool
    fields: dict[str, Values]
    mediates: bool

    @property
    def spellings(self) -> list[FieldValue]:
        """Other names reported for the same participant."""
        return list(self.fields.get("name", ())[1:])

    @property
    def roles(self) -> list[FieldValue]:
        """Other titles reported."""
        return list(self.fields.get("role", ())[1:])

    @property
    def witnesses(self) -> int:
        """How many independent witnesses name it."""
        return max((sum(v.count for v in values) for values in self.fields.values()), default=0)

    @property
    def is_person(self) -> bool:
        """Whether it has a page among people: a full name."""
        return " " in self.name and sort_of(self.name, self.role) == "person"


def people_of(record: Record) -> tuple[dict[str, Values], list[Presence]]:
    """Split a record's fields into its own and its participants'."""
    plain: dict[str, Values] = {}
    grouped: dict[tuple[str, str], dict[str, Values]] = {}
    for name, values in record.fields.items():
        head, _, rest = name.partition(".")
        key, _, part = rest.rpartition(".")
        if head in {"participants", "mediators"} and key:
            grouped.setdefault((head, key), {})[part] = values
        else:
            plain[name] = values
    known = {one.name: one for one in (*record.participants, *record.mediators)}
    people = [_presence(head, key, fields, known) for (head, key), fields in grouped.items()]
    named = {one.name for one in people}
    people += [
        Presence(p.name, "", p.country, p.role, p.side, p.inferred, {}, mediates=p in record.mediators)
        for p in known.values()
        if p.name not in named
    ]
    return plain, people


def _presence(head: str, key: str, fields: dict[str, Values], known: dict[str, Participant]) -> Presence:
    def first(part: str) -> str | None:
        values = fields.get(part)
        return values[0].value if values else None

    name = first("name") or key.replace("-", " ").title()
    told = known.get(name)
    return Presence(
        name,
        f"{head}.{key}",
        first("country") or (told.country if told else None),
        first("role") or (told.role if told else None),
        told.side if told else None,
        bool(told and told.inferred),
        fields,
        mediates=head == "mediators",
    )
