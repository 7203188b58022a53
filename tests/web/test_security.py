"""Who may come in, and what is refused."""

from collections.abc import Callable

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from tests.web.desk import TOKEN, client, form_token, post

from dragoman.errors import UsageError
from dragoman.ledger import Ledger
from dragoman.web.security import COOKIE, Access
from dragoman.web.serving import LOCAL


def test_every_answer_carries_the_safety_headers(desk: TestClient[Litestar]) -> None:
    """Pages, assets, errors and the API allow no inline script or style, no frame and no sniffing."""
    for path in ("/", "/static/app.css", "/nowhere", "/api/v1/stats", "/records.csv", "/map.json"):
        headers = desk.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "access", "refused"),
    [
        ("127.0.0.1", Access(), False),
        ("::1", Access(), False),
        ("localhost", Access(), False),
        ("0.0.0.0", Access(), True),
        ("0.0.0.0", Access(public=True), True),
        ("192.0.2.7", Access(), True),
        ("desk.example", Access(), True),
        ("0.0.0.0", Access(token=TOKEN), False),
        ("0.0.0.0", Access(user_header="X-Forwarded-User"), False),
        ("127.0.0.1", Access(token="short"), True),
    ],
)
def test_beyond_loopback_a_token_or_a_proxy_is_needed(host: str, access: Access, refused: bool) -> None:
    """The desk refuses to start open on an address that others reach."""
    if refused:
        with pytest.raises(UsageError, match="token"):
            access.check_address(host)
    else:
        access.check_address(host)


def test_a_token_is_asked_of_everybody(ledger: Ledger) -> None:
    """Without the token nothing is shown but the sign-in page and assets; a bearer token opens all."""
    with client(ledger, Access(token=TOKEN)) as desk:
        for path in ("/", "/records", "/api/v1/records", "/records.csv", "/map.json", "/records.ics"):
            answer = desk.get(path)
            assert answer.status_code == 401, path
            assert "Ali Sow" not in answer.text
        assert desk.get("/sign-in").status_code == 200
        assert desk.get("/static/app.css").status_code == 200
        for wrong in (f"Bearer {TOKEN}x", "Bearer ", TOKEN, "Basic " + TOKEN):
            assert desk.get("/", headers={"authorization": wrong}).status_code == 401
        assert desk.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_signing_in_and_out(ledger: Ledger) -> None:
    """The right token gives a cookie that is not the token; a wrong one gives none; signing out ends it."""
    with client(ledger, Access(token=TOKEN)) as desk:
        answer = post(desk, "/sign-in", "/sign-in", token="wrong")
        assert answer.status_code == 401
        answer = post(desk, "/sign-in", "/sign-in", token=TOKEN)
        assert answer.status_code == 303
        cookie = answer.headers["set-cookie"]
        assert TOKEN not in cookie
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert "Sign out" in desk.get("/").text
        post(desk, "/sign-out", "/")
        assert desk.get("/").status_code == 401
        desk.cookies.set(COOKIE, "guess")
        assert desk.get("/").status_code == 401


def test_tries_to_sign_in_are_limited(ledger: Ledger) -> None:
    """After ten tries in a minute no token is looked at."""
    with client(ledger, Access(token=TOKEN)) as desk:
        sent = {"_csrf_token": form_token(desk, "/sign-in"), "token": "wrong"}
        codes = [desk.post("/sign-in", data=sent).status_code for _ in range(11)]
        assert codes == [401] * 10 + [429]


def test_writes_are_limited(ledger: Ledger) -> None:
    """A client that writes too often is told to wait; reading goes on."""
    with client(ledger, writes=3) as desk:
        codes = [desk.post("/api/v1/read", json={"text": ""}).status_code for _ in range(4)]
        assert codes == [400, 400, 400, 429]
        assert desk.get("/records").status_code == 200


def test_public_reading_is_no_writing(own_ledger: Ledger) -> None:
    """Where reading is public, everybody reads and nobody writes without the token."""
    with client(own_ledger, Access(token=TOKEN, public=True)) as desk:
        page = desk.get("/records").text
        assert 'href="/add"' not in page
        assert "Sign in" in page
        record = own_ledger.records(country="NER")[0].id
        assert "Correct a value" not in desk.get(f"/records/{record}").text
        writes: list[Callable[[], object]] = [
            lambda: desk.post("/api/v1/documents", json={"text": "x"}),
            lambda: desk.post("/api/v1/read", json={"text": "x"}),
            lambda: desk.delete("/api/v1/judgements/j1"),
            lambda: post(desk, f"/records/{record}/judge", "/records?q=Sow", what="correct", because="x"),
            lambda: post(desk, "/examples", "/records?q=Sow"),
            lambda: post(desk, "/add/file", "/records?q=Sow", kept="x"),
        ]
        assert [one().status_code for one in writes] == [401] * len(writes)  # type: ignore[attr-defined]
        assert own_ledger.judgements() == []
        assert post(desk, "/searches", "/records?q=Sow", name="mine", query="q=Sow").status_code == 303


def test_a_feed_key_opens_feeds_and_nothing_else(ledger: Ledger) -> None:
    """A calendar's address carries a key: it opens calendars and news feeds, and no page, list or call."""
    access = Access(token=TOKEN)
    with client(ledger, access) as desk:
        key = access.feed_key
        assert TOKEN not in key
        for path in ("/records.ics", "/records.atom", "/feeds/changes.atom"):
            answer = desk.get(f"{path}?key={key}")
            assert answer.status_code == 200
            assert key not in answer.text
        for path in ("/records", "/records.csv", "/api/v1/records", "/add"):
            assert desk.get(f"{path}?key={key}").status_code == 401
        assert desk.get("/records.ics?key=wrong").status_code == 401
        page = desk.get("/records", headers={"authorization": f"Bearer {TOKEN}"}).text
        assert f"/records.ics?key={key}" in page.replace("&amp;", "&")


def test_the_proxy_names_the_user(own_ledger: Ledger) -> None:
    """The header is believed from the proxy's address alone, and a judgement carries the name."""
    record = own_ledger.records(country="NER", other="ESP", kind="meeting")[0]
    named = {"x-forwarded-user": "bea"}
    with client(
        own_ledger, Access(user_header="X-Forwarded-User")
    ) as desk:  # the client's address is no proxy's
        assert desk.get("/", headers=named).status_code == 401
    with client(
        own_ledger, Access(user_header="X-Forwarded-User", proxies=frozenset({"testclient"}))
    ) as desk:
        assert desk.get("/").status_code == 401
        answer = desk.post(
            f"/api/v1/records/{record.id}/judgements", headers=named,
            json={"kind": "correct", "field": "status", "value": "failed", "because": "I was there"},
        )  # fmt: skip
        assert answer.json()["author"] == "bea"
    with client(own_ledger) as desk:  # without a proxy nobody is believed
        answer = desk.post(
            f"/api/v1/records/{record.id}/judgements", headers=named,
            json={"kind": "correct", "field": "status", "value": "held", "because": "I was there"},
        )  # fmt: skip
        assert answer.json()["author"] == "desk"


def test_forms_from_elsewhere_are_refused(own_ledger: Ledger) -> None:
    """A POST without the page's hidden token changes nothing, nor does one to the API that is no JSON."""
    record = own_ledger.records(country="NER", other="ESP", kind="meeting")[0]
    with client(own_ledger) as desk:
        desk.get("/add")
        for path in (f"/records/{record.id}/judge", "/add", "/examples", "/searches", "/add/file"):
            answer = desk.post(path, data={"what": "correct", "because": "x"})
            assert answer.status_code == 403, path
            assert "load the page again" in answer.text
        body = '{"text": "Hello there"}'
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
            answer = desk.post("/api/v1/documents", content=body, headers={"content-type": kind})
            assert answer.status_code == 415
    assert own_ledger.judgements() == []


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200), ("127.0.0.1:8010", 200), ("LocalHost:8010", 200), ("[::1]:8010", 200), ("[::1]", 200),
        ("evil.example", 400), ("evil.example:8010", 400), ("127.0.0.1.evil.example", 400), ("evil.example:", 400),
        ("localhost@evil.example", 400),
    ],
)  # fmt: skip
def test_other_host_names_are_refused(ledger: Ledger, host: str, status: int) -> None:
    """An open desk answers to loopback's names alone: a site that rebinds its own name reads nothing."""
    with client(ledger, hosts=LOCAL) as desk:
        for path in ("/records", "/api/v1/records", "/records.csv"):
            answer = desk.get(path, headers={"host": host})
            assert answer.status_code == status
            assert ("Ali Sow" in answer.text) == (status == 200)


def test_secrets_stay_out_of_the_log(
    ledger: Ledger, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure is logged with its path alone, and the answer tells nothing of it."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("inner workings")

    with client(ledger, Access(token=TOKEN)) as desk:
        monkeypatch.setattr(Ledger, "stats", fail)
        for path in ("/api/v1/stats?key=s3cret", "/?key=s3cret"):
            answer = desk.get(path, headers={"authorization": f"Bearer {TOKEN}"})
            assert answer.status_code == 500
            assert "inner workings" not in answer.text
    said = "".join(record.getMessage() for record in caplog.records if record.name.startswith("dragoman"))
    assert "/api/v1/stats failed" in said
    assert TOKEN not in said
    assert "s3cret" not in said
