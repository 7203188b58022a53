"""What an actor is: role, country, organisation and PLOVER sector, with what each rests on.

Words of the text go before what is known beforehand: a title's own state, then the body served, then
an office known to be held by one of that name, then a title that only one state has.
"""

from dataclasses import dataclass, field
from datetime import date

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.placing import place_country
from dragoman.annotate.actors.titles import Title
from dragoman.authority.holders import Holder, holders_named
from dragoman.authority.organisations import Organisation
from dragoman.authority.states import lookup_state, states

_SHORT_LISTS = frozenset({"IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM"})
_BODY_CODES = {"UNO": "UN", "EUR": "EU"}


@dataclass(slots=True)
class Standing:
    """What is concluded of an actor."""

    role: str | None = None
    country: str | None = None
    sector: str | None = None
    secondary: tuple[str, ...] = ()
    organisation: str | None = None
    basis: list[str] = field(default_factory=list)


def standing(cluster: Cluster, on: date | None) -> Standing:
    """Conclude what the actor of `cluster` is, as of the day `on`."""
    if cluster.kind == "state":
        code = cluster.mentions[0].country
        return Standing(country=code, sector="GOV", basis=[f"state: {cluster.mentions[0].name!r}"])
    if cluster.kind == "organisation":
        return _organisation(cluster)
    if cluster.kind == "group" and not cluster.mentions[0].titles:
        return _group(cluster.mentions[0])
    return _person(cluster, on)


def acts_for(body: Organisation | None, text: str | None) -> str | None:
    """Return the usual acronym or name of the body acted for, None for none."""
    if body is None:
        return None
    if body.code in _BODY_CODES and body.kind in ("un", "eu", "igo"):
        return _BODY_CODES[body.code]
    return body.acronym or text or body.name


def _organisation(cluster: Cluster) -> Standing:
    mention = cluster.mentions[0]
    body = mention.body
    country = next((m.country for m in cluster.mentions if m.country), None)
    if body is not None and body.code in _SHORT_LISTS:
        country = None
    code = country or (body.code if body else None) or None
    if code is None and body is not None:
        code = _country_in_name(body.name)
    return Standing(
        None,
        code,
        (body.sector or None) if body else None,
        body.secondary if body else (),
        acts_for(body, mention.name),
        [f"organisation: {mention.name!r} ({body.basis})" if body else "organisation"],
    )


def _country_in_name(name: str) -> str | None:
    """Return the country that a body's name tells ("University of Nairobi", "Kerala Congress")."""
    words = name.split()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            piece = " ".join(words[at : at + size])
            nations = {r.country for r in lookup_state(piece)} if piece[:1].isupper() else set()
            if len(nations) == 1:
                return nations.pop()
            if piece[:1].isupper() and (
                code := place_country(piece, cities=at > 0 and words[at - 1] in ("of", "in", "de"))
            ):
                return code
    return None


def _group(mention: Mention) -> Standing:
    found = Standing(None, mention.country, mention.sector, mention.secondary, basis=list(mention.basis))
    if mention.body is not None:
        found.organisation = acts_for(mention.body, mention.body_text)
        found.country = found.country or mention.body.code or None
        found.sector = found.sector or mention.body.sector or None
    return found


def _person(cluster: Cluster, on: date | None) -> Standing:
    found = Standing()
    mentions = cluster.mentions
    all_titles = [t for m in mentions for t in m.titles]
    first = next((m for m in mentions if m.roles), None)
    if first is not None:
        fullest = max(
            (m for m in mentions if m.roles),
            key=lambda m: (_same_office(m, first), sum(len(t.role) for t in m.roles)),
        )
        found.role = ", ".join(dict.fromkeys(t.role for t in fullest.roles))
    titles = [t for t in all_titles if not t.honorific and "same" not in t.office.flags]
    held = _held(cluster, on)
    _country(found, cluster, all_titles, held)
    _sector(found, titles, held, on)
    described = next((m for m in mentions if m.sector), None)
    if found.sector is None and described is not None:
        found.sector, found.secondary = described.sector, described.secondary
    if found.organisation is None and found.country in _BODY_CODES:
        found.organisation = _BODY_CODES[found.country]
    principal = next((m.principal for m in mentions if m.principal is not None), None)
    if principal is not None and (found.country is None or found.sector is None):
        of = _person(Cluster(principal.kind, [principal]), on)
        if found.country is None and of.country is not None:
            found.country, found.organisation = of.country, found.organisation or of.organisation
            found.basis.append(f"country: that of {principal.name or of.role!r}")
        found.sector = found.sector or of.sector
    return found


def _same_office(mention: Mention, first: Mention) -> bool:
    offices = {o.office for t in first.roles for o in t.offices}
    role = first.roles[0].role.casefold()
    return any(o.office in offices or role in t.role.casefold() for t in mention.roles for o in t.offices)


def _held(cluster: Cluster, on: date | None) -> list[Holder]:
    name = max((m.name for m in cluster.mentions), key=lambda n: len(n.split()))
    terms = list(holders_named(name)) if name else []
    if on is not None and terms:
        serving = [t for t in terms if t.held(on.isoformat())]
        terms = serving or [t for t in terms if t.start <= on.isoformat()[:7]] or terms
    return terms


def _country(found: Standing, cluster: Cluster, titles: list[Title], held: list[Holder]) -> None:
    body = next((t for t in titles if t.body is not None), None)
    mention_body = next((m for m in cluster.mentions if m.body is not None), None)
    served = body.body if body is not None else mention_body.body if mention_body is not None else None
    served_text = (
        body.body_text if body is not None else mention_body.body_text if mention_body is not None else None
    )
    stated = next((t for t in titles if t.country and not t.how.startswith("the title")), None)
    of_name = next((m for m in cluster.mentions if m.country), None)
    if stated is not None:
        found.country = stated.country
        found.basis.append(f"country: {stated.how}")
    elif of_name is not None:
        found.country = of_name.country
        found.basis += of_name.basis
    if served is not None and (
        found.country is None or served.code in _SHORT_LISTS or served.code == found.country
    ):
        found.organisation = acts_for(served, served_text)
        found.country = found.country or served.code or None
        found.basis.append(f"organisation: {served_text!r}")
    only = next((t for t in titles if t.country), None)
    if found.country is None and held and not _of_a_body(only, held[-1]):
        term = held[-1]
        found.country = (
            term.country if term.country in states() else {"UN": "UNO", "EU": "EUR"}.get(term.country, "IGO")
        )
        if term.country not in states():
            found.organisation = term.country
        found.basis.append(f"country: {term.person} as {term.office} ({term.start} to {term.end or 'today'})")
    if found.country is None and only is not None:
        found.country = only.country
        found.basis.append(f"country: {only.how}")


def _of_a_body(title: Title | None, term: Holder) -> bool:
    """Whether a title that only the UN or the EU has is another office than the one known to be held."""
    if title is None or title.former or title.country not in _BODY_CODES:
        return False
    return all(o.office != term.office for o in title.offices)


def _sector(found: Standing, titles: list[Title], held: list[Holder], on: date | None) -> None:
    if titles:
        title = min(titles, key=lambda t: t.office.rank)
        office = title.office
        sector = office.sector
        if office.general or not sector or office.office == "spokesperson":
            if title.body is not None and title.body.sector:
                sector = title.body.sector
            elif title.agent is not None:
                sector = title.agent.sector
            elif title.country:
                sector = sector or "GOV"
        if sector == "IGO":
            sector = title.body.sector if title.body is not None and title.body.sector else "GOV"
        if title.former:
            found.sector, found.secondary = "ELI", ()
        else:
            found.sector = sector or None
            found.secondary = (
                ("OPP",) if "opp" in office.flags else title.agent.secondary if title.agent else ()
            )
        found.basis.append(f"sector: the title {title.role!r}")
    elif held:
        serving = [t for t in held if on is None or t.held(on.isoformat())]
        found.sector = "GOV" if serving else "ELI"
        found.basis.append(f"sector: {held[-1].office}, {held[-1].start} to {held[-1].end or 'today'}")
