"""What a timeline is asked for: a country, an organisation, a person or a place by one name."""

from sqlalchemy import Connection

from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import lookup_state, states
from dragoman.ledger.query import Filters, find
from dragoman.model import Day


def subject_filters(
    connection: Connection, subject: str, since: Day | None, until: Day | None, *, today: Day
) -> Filters:
    """The filters for `subject`: the first reading of it that the ledger has anything on.

    A state's name or code first, then an organisation that takes part, a person, a body, a place.
    """
    known = subject.upper() in states() or lookup_state(subject)
    readings = [Filters(country=subject, since=since, until=until)] if known else []
    if lookup_organisation(subject):
        readings.append(Filters(country=subject, since=since, until=until))
    readings += [
        Filters(person=subject, since=since, until=until),
        Filters(organisation=subject, since=since, until=until),
        Filters(place=subject, since=since, until=until),
    ]
    for one in readings:
        if find(connection, one, today=today, limit=1, offset=0, newest=False):
            return one
    return readings[0]
