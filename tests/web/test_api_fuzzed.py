"""No call of the API fails inside, whatever it is sent: schemathesis makes the requests."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from tests.web.desk import fill

from dragoman.ledger import Ledger
from dragoman.web.app import create_app

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis: uv sync --group web")

EXAMPLES = 10  # requests a call, of each kind


@pytest.mark.parametrize("mode", ["POSITIVE", "NEGATIVE"])
def test_no_call_fails_inside(tmp_path: Path, mode: str) -> None:
    """Sent valid and broken requests, each call answers without a server error, and errors have one shape."""
    kind = getattr(schemathesis.GenerationMode, mode)
    called = 0
    with Ledger(fill(tmp_path / "l.db")) as ledger:
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(ledger, writes=100_000))
        for found in schema.get_all_operations():
            operation = found.ok()
            if mode == "NEGATIVE" and not (operation.query or operation.body or operation.path_parameters):
                continue  # nothing in it can be broken

            @settings(
                max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
                phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(case=operation.as_strategy(generation_mode=kind))
            def run(case: object) -> None:
                nonlocal called
                answer = case.call(timeout=120)  # type: ignore[attr-defined]  # the first reading loads the models
                called += 1
                assert answer.status_code < 500, f"{answer.status_code} {answer.text}"
                if answer.status_code >= 400:
                    assert answer.headers["content-type"][0].startswith("application/problem+json")

            with suppress(Unsatisfiable):  # where no request can be broken there is none to send
                run()
    assert called > EXAMPLES
