"""What a cluster of mentions says of its actor: country, rank, gender, titles."""

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.titles import Title
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.states import lookup_state
from dragoman.lexicon.phrases import fold

_FEMALE = words_of("female")
_MALE = words_of("male")
NEAR = 120  # tokens before a reference in which what it refers to is looked for
_MINISTER, _PREMIER = "minister", "head_of_government"
MINISTERS = frozenset((_MINISTER, "foreign_minister", "defence_minister"))
UNIQUE_RANK = 3  # offices up to this rank have one holder a country
NO_RANK = 9  # of those without a title that ranks


def distinct(clusters: list[Cluster]) -> list[Cluster]:
    """Return the clusters, each once, in order."""
    found: list[Cluster] = []
    for cluster in clusters:
        if not any(cluster is c for c in found):
            found.append(cluster)
    return found


def roles_of(cluster: Cluster) -> list[Title]:
    """Return the titles of a cluster that are offices."""
    return [title for mention in cluster.mentions for title in mention.roles]


def titled(cluster: Cluster, title: Title, *, exact: bool = False) -> bool:
    """Whether a person bears the title (or, unless `exact`, one that ends with its word)."""
    office, word = title.office.office, title.office.title.casefold()
    plain = office == _MINISTER and title.role.casefold() in ("minister", "ministre")
    for mention in cluster.mentions:
        for other in mention.roles:
            if other.former != title.former:
                continue
            if plain:  # "the minister" may be "the top diplomat", and is no prime minister
                if {o.office for o in other.offices} & MINISTERS:
                    return True
                if any(o.office == _PREMIER for o in other.offices):
                    continue
            if any(o.office == office for o in other.offices) and not title.office.general:
                if office != "minister" or _same_portfolio(other.role, title.role):
                    return True
                continue
            if not exact and (
                word in other.role.casefold().split()
                or any(o.title.casefold() == word for o in other.offices)
            ):
                return True
    return False


def _same_portfolio(one: str, other: str) -> bool:
    """Say whether two titles name no different ministries ("de la Justice", "des Affaires étrangères")."""
    if not (one.casefold().startswith("ministre") and other.casefold().startswith("ministre")):
        return True
    first, second = ({w for w in fold(r).split()[1:] if len(w) > 3 and not _nation(w)} for r in (one, other))
    return not first or not second or bool(first & second)


def _nation(word: str) -> bool:
    return any(row.form == "demonym" for row in lookup_state(word, "fr"))


def stated_country(cluster: Cluster) -> str | None:
    """Return the country that the words of a cluster state, None where they state none."""
    for mention in cluster.mentions:
        if mention.country:
            return mention.country
        for title in mention.titles:
            if title.country:
                return title.country
    return None


def near(cluster: Cluster, mention: Mention) -> bool:
    """Whether a cluster is mentioned near `mention`, before or after it."""
    return any(abs(m.start - mention.start) < NEAR for m in cluster.mentions)


def rank(cluster: Cluster) -> int:
    """Return the rank of the highest role of a cluster, NO_RANK where it has none."""
    return min((o.rank for m in cluster.mentions for t in m.roles for o in t.offices), default=NO_RANK)


def gender(cluster: Cluster) -> str:
    """Return "m" or "f" where a title tells, "" where none does."""
    for mention in cluster.mentions:
        for title in mention.titles:
            words = title.role.casefold().split()
            if _FEMALE & set(words) and "ministre" not in words:
                return "f"
            if _MALE & set(words):
                return "m"
    return ""
