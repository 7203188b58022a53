"""A world of plausible reports, generated: what the ledger's speed is measured on.

Documents of one to three reports each: engagements of 180 countries' named office-holders over fifteen
years, countries weighted as in the news (a tenth of them take part in half of what happens), one to forty
accounts of each happening with its days, names, places and words varied as outlets vary them, one in five
without a day.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.authority.states import states
from dragoman.model import Document, Engagement, EngagementKind, Location, Participant, Reading, Span, Status

SEED = 20240425
FIRST = date(2010, 1, 1)
DAYS = 15 * 365
GIVEN = ("Anna", "Bruno", "Carla", "Daoud", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Karim",
         "Lucia", "Marek", "Nadia", "Omar", "Paula", "Rosa", "Samir", "Tomas", "Vera")  # fmt: skip
SYLLABLES = ("ba", "ko", "mi", "ren", "sa", "tov", "lu", "gar", "ned", "vi", "zo", "shi", "mar", "el",
             "dan", "por", "qui", "ras", "ten", "ulm")  # fmt: skip
ROLES = ("President", "Prime Minister", "Foreign Minister", "Defence Minister", "Special Envoy", "Ambassador")
TOPICS = ("trade", "security", "migration", "energy", "a ceasefire", "sanctions", "aid", "borders", "debt",
          "fisheries", "nuclear arms", "climate", "visas", "extradition", "counterterrorism")  # fmt: skip
KINDS: tuple[EngagementKind, ...] = ("meeting", "meeting", "meeting", "visit", "call", "talks", "summit")


class World:
    """Countries with people in office, and happenings among them."""

    def __init__(self, seed: int = SEED) -> None:
        self.chance = random.Random(seed)
        known = [code for code, state in sorted(states().items()) if state.kind == "state"]
        self.chance.shuffle(known)
        self.countries = known[:180]
        self.weights = [1 / (rank + 3) for rank in range(len(self.countries))]
        self.vocabulary = ["".join(self.chance.choices(SYLLABLES, k=3)) for _ in range(5_000)]
        self.people = {country: [self._person(country, role) for role in ROLES * 2] for country in known}

    def _person(self, country: str, role: str) -> Participant:
        family = "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 3, 3)))).capitalize()
        return Participant(f"{self.chance.choice(GIVEN)} {family}", role, country)

    def readings(self, reports: int) -> Iterator[Reading]:
        """Documents with so many reports in all, in no order of time within some weeks."""
        made = 0
        waiting: list[list[Engagement]] = []
        while made < reports:
            accounts = self._happening()
            made += len(accounts)
            waiting.append(accounts)
            if len(waiting) >= 40:
                yield from self._documents(waiting)
                waiting = []
        yield from self._documents(waiting)

    def _happening(self) -> list[Engagement]:
        chance = self.chance
        pair = list(dict.fromkeys(chance.choices(self.countries, self.weights, k=4)))[:2]
        if len(pair) < 2:
            pair = chance.sample(self.countries, 2)
        people = [
            one for country in pair for one in chance.sample(self.people[country], chance.choice((1, 1, 2)))
        ]
        start = FIRST + timedelta(days=chance.randrange(DAYS))
        kind = chance.choice(KINDS)
        end = start + timedelta(days=chance.choice((1, 2, 3)) if kind == "visit" else 0)
        place = self.capital(chance.choice(pair))
        topics = chance.sample(TOPICS, 2)
        size = min(40, int(chance.paretovariate(1.1)) + chance.choice((0, 1, 2)))
        return [self._account(kind, people, pair, start, end, place, topics) for _ in range(size)]

    def capital(self, country: str) -> Location:
        """The place of a country's meetings."""
        state = states()[country]
        return Location(state.capital or state.name, country)

    def _account(
        self,
        kind: EngagementKind,
        people: list[Participant],
        pair: list[str],
        start: date,
        end: date,
        place: Location,
        topics: list[str],
    ) -> Engagement:
        chance = self.chance
        named = [self._told(one) for one in people if chance.random() < 0.85] or people[:1]
        dated = chance.random() < 0.8
        status: Status = chance.choice(("announced", "held", "held", "held"))
        who = " and ".join(one.name for one in named)
        about = f"{chance.choice(('discussed', 'spoke about', 'raised', 'agreed on'))} {' and '.join(topics)}"
        told = f"{who} {about} in {place.name}."
        return Engagement(
            id="e",
            kind=kind,
            status=status,
            participants=tuple(named),
            countries=tuple(pair),
            place=place if chance.random() < 0.8 else None,
            start=start if dated else None,
            end=end if dated else None,
            latest=start if status == "held" else None,
            earliest=start - timedelta(days=6) if status == "held" else None,
            topics=tuple(topics),
            evidence=(Span(0, len(told), told),),
        )

    def _told(self, one: Participant) -> Participant:
        name = one.name.split()[-1] if self.chance.random() < 0.3 else one.name
        return Participant(name, one.role if self.chance.random() < 0.7 else None, one.country)

    def _documents(self, waiting: list[list[Engagement]]) -> Iterator[Reading]:
        chance = self.chance
        accounts = [one for happening in waiting for one in happening]
        chance.shuffle(accounts)
        while accounts:
            told = [accounts.pop() for _ in range(min(len(accounts), chance.choice((1, 1, 2, 3))))]
            if len({one.start or one.latest for one in told}) > 1:
                told, rest = told[:1], told[1:]
                accounts = rest + accounts
            yield self._document(told)

    def _document(self, told: list[Engagement]) -> Reading:
        chance = self.chance
        day = told[0].start or told[0].latest or FIRST + timedelta(days=chance.randrange(DAYS))
        before = told[0].status == "announced"
        published = (
            day - timedelta(days=chance.randrange(1, 9))
            if before
            else day + timedelta(days=chance.randrange(3))
        )
        filler = " ".join(chance.choices(self.vocabulary, k=80))
        text = f"{' '.join(one.evidence[0].text for one in told)} {filler}"
        outlet = f"Outlet {chance.randrange(400)}"
        title = f"{told[0].participants[0].name} on {told[0].topics[0]}"
        return Reading(
            Document(text, title=title, publisher=outlet, published=published), engagements=tuple(told)
        )
