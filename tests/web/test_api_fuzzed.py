"""No call of the API fails inside, whatever it is sent: schemathesis makes the requests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.web.desk import fill

from dragoman.ledger import Ledger
from dragoman.web.app import create_app

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis: uv sync --group dev")


@pytest.fixture(scope="module")
def api_schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    path: Path = tmp_path_factory.mktemp("fuzzed") / "l.db"
    with Ledger(fill(path)) as ledger:
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(ledger, writes=100_000))


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()
@settings(
    max_examples=12, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)  # fmt: skip
def test_no_call_fails_inside(case: object) -> None:
    """Sent valid and broken requests, the API answers each without a server error."""
    answer = case.call()  # type: ignore[attr-defined]
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        assert answer.headers["content-type"][0].startswith("application/problem+json")
