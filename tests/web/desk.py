"""A small ledger made by hand, and the desk over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient
from tests.ledger.accounts import engagement, reading

from dragoman.ledger import Ledger
from dragoman.model import Actor, Document, Event, Participant, Reading, Span, Statement
from dragoman.web.app import create_app
from dragoman.web.security import Access

TOKEN = "a-token-of-the-tests"
HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"
SOON = date.today() + timedelta(days=2)
AGO = date.today() - timedelta(days=20)


def statement(text: str, words: str, speaker: Participant) -> Statement:
    start = text.index(words)
    return Statement("s1", "reaffirm", speaker, Span(start, start + len(words), words))


def readings() -> list[Reading]:
    """A meeting told by three (who disagree on its day), one announced, one never reported, one hostile."""
    ali, bea = "Ali Sow|President|NER", "Bea Ruiz|Foreign Minister|ESP"
    day, place = "2025-03-04", "Niamey|NER"
    text = "Ali Sow met Bea Ruiz in Niamey. Niger reaffirmed its friendship with Spain. They spoke of trade."
    said = statement(text, "its friendship with Spain", Participant("Niger", None, "NER"))
    first = reading(
        engagement(ali, bea, quote="Ali Sow met Bea Ruiz in Niamey.", topics=("trade",), start=day, place=place),
        published="2025-03-04", publisher="Gazette", text=text, url="https://gazette.example/a",
    )  # fmt: skip
    sold = "Niger agreed to sell onions to Spain on 6 March 2025."
    actors = (Actor("a1", "state", "Niger", country="NER", sector="GOV"),
              Actor("a2", "state", "Spain", country="ESP", sector="GOV"))  # fmt: skip
    event = Event(
        "v1", "AGREE", None, ("a1",), ("a2",), 0.9, (Span(0, len(sold), sold),), date=date(2025, 3, 6)
    )
    return [
        Reading(first.document, engagements=first.engagements, statements=(said,)),
        reading(engagement(ali, bea, quote="The two met on Tuesday.", start=day, place=place), published="2025-03-05",
                publisher="Post"),
        reading(engagement(ali, bea, start="2025-03-04", place="Zinder|NER", quote="They met in Zinder."),
                published="2025-03-06", publisher="Courier"),
        reading(engagement("Ali Sow|President|NER", "Cem Kaya|Minister|TUR", kind="visit", status="announced",
                           start=SOON.isoformat(), place="Ankara|TUR", quote="Ali Sow will visit Ankara."),
                published=(SOON - timedelta(days=5)).isoformat(), publisher="Gazette"),
        reading(engagement("Dora Nagy|Minister|HUN", "Bea Ruiz|Foreign Minister|ESP", status="announced",
                           start=AGO.isoformat(), place="Madrid|ESP", quote="Dora Nagy will meet Bea Ruiz."),
                published=(AGO - timedelta(days=3)).isoformat(), publisher="Post"),
        Reading(reading(text=sold, published="2025-03-06", publisher="Gazette", title="Onions").document,
                events=(event,), actors=actors),
        hostile(),
    ]  # fmt: skip


def hostile() -> Reading:
    """A document whose every word is an attack."""
    text = f"{HOSTILE} met {HOSTILE} in {HOSTILE}. = HYPERLINK"
    told = engagement(f"{HOSTILE}|{HOSTILE}|FRA", "=cmd()|Minister|DEU", start="2025-02-01",
                      place=f"{HOSTILE}|FRA", topics=(HOSTILE,), quote=HOSTILE)  # fmt: skip
    document = Document(
        text, title=HOSTILE, author=HOSTILE, publisher=HOSTILE, published=date(2025, 2, 2),
        url="javascript:alert(document.cookie)",
    )  # fmt: skip
    said = Statement("s9", "deny", Participant(HOSTILE, HOSTILE, "FRA"), Span(0, len(HOSTILE), HOSTILE))
    return Reading(document, engagements=(told,), statements=(said,))


def fill(path: Path) -> str:
    """Fill a ledger at `path` and return its URL."""
    url = f"sqlite:///{path}"
    with Ledger(url, now=lambda: datetime.now(UTC)) as ledger:
        ledger.file_many(readings())
    return url


@contextmanager
def client(ledger: Ledger, access: Access | None = None, **options: object) -> Iterator[TestClient[Litestar]]:
    """A client of the desk over `ledger`; server errors reach it as answers."""
    app = create_app(ledger, access, **options)  # type: ignore[arg-type]
    with TestClient(app, raise_server_exceptions=False, base_url="http://127.0.0.1") as made:
        yield made


def form_token(made: TestClient[Litestar], path: str = "/add") -> str:
    """The hidden token of a page's forms, its cookie kept by the client."""
    page = made.get(path).text
    return page.split('name="_csrf_token" value="')[1].split('"')[0]


def post(made: TestClient[Litestar], path: str, page: str = "/add", **fields: str) -> Response:
    """Send a form as a browser does."""
    data = {"_csrf_token": form_token(made, page), **fields}
    return made.post(path, data=data, follow_redirects=False)
