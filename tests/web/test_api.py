"""The interface for programs: paging by key, any day, problem details, and no 500 whatever is sent."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from starlette.testclient import TestClient

from tests.web.cases import HOST, app, case
from tests.web.war import war

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed: the API is not fuzzed")

HERE = f"http://{HOST}"
EXAMPLES = int(os.environ.get("WHOSAYS_FUZZ", "8"))
"""Requests for each operation; the suite keeps it small, a longer run is made by hand."""


@pytest.fixture
def client() -> TestClient:
    return TestClient(app(case()), base_url=HERE)


def listed(client: TestClient, path: str) -> Iterator[dict[str, object]]:
    link: str | None = path
    while link:
        page = client.get(link).json()
        yield from page["items"]
        link = page["next"]


@pytest.mark.parametrize("what", ["documents", "claims", "propositions", "decisions"])
def test_pages_hold_everything_once(client: TestClient, what: str) -> None:
    for claim in ("c-denies", "c-three", "c-evil"):
        client.post("/api/decisions", json={"verdict": "accept", "claim": claim, "who": "Ann"})
    whole = client.get(f"/api/{what}").json()["items"]
    assert len(whole) > 2
    assert list(listed(client, f"/api/{what}?limit=1")) == whole


@pytest.mark.parametrize(("what", "n"), [("figures", 8), ("bounds", 4), ("places", 9), ("timeline", 2)])
def test_pages_of_what_shares_a_claim_hold_everything_once(what: str, n: int) -> None:
    client = TestClient(app(case(war())), base_url=HERE)
    whole = client.get(f"/api/{what}").json()["items"]
    assert len(whole) == n
    assert list(listed(client, f"/api/{what}?limit=1")) == whole
    assert len(client.get(f"/api/{what}?as_of=2025-01-05").json()["items"]) == 1


def test_as_of_leaves_out_what_was_not_known(client: TestClient) -> None:
    known = client.get("/api/claims?as_of=2025-01-05").json()["items"]
    assert {c["id"] for c in known} == {"c-ministry", "c-again"}
    assert client.get("/api/claims/c-denies?as_of=2025-01-05").status_code == 404


def test_claims_are_found_by_words_and_stance(client: TestClient) -> None:
    assert [c["id"] for c in client.get("/api/claims?stance=denies").json()["items"]] == ["c-denies"]
    assert {c["id"] for c in client.get("/api/claims?q=bridges").json()["items"]} >= {"c-three"}


def test_a_decision_is_entered_and_chained(client: TestClient) -> None:
    first = client.post("/api/decisions", json={"verdict": "accept", "claim": "c-denies", "who": "Ann"})
    assert first.status_code == 201
    new = {
        "verdict": "correct",
        "claim": "c-three",
        "field": "certainty",
        "value": "possible",
        "who": "Ann",
        "why": "thinks",
    }
    second = client.post("/api/decisions", json=new).json()
    assert second["previous"] == first.json()["hash"]
    assert client.get("/api/claims/c-three").json()["certainty"] == "possible"


@pytest.mark.parametrize(
    ("new", "status"),
    [
        ({"verdict": "accept", "claim": "none", "who": "Ann"}, 404),
        ({"verdict": "correct", "claim": "c-three", "field": "stance", "value": "sings", "who": "Ann"}, 422),
        ({"verdict": "same", "claim": "c-three", "who": "Ann"}, 422),
        ({"verdict": "praise", "claim": "c-three", "who": "Ann"}, 422),
        ({"verdict": "accept", "claim": "c-three"}, 422),
    ],
)
def test_what_does_not_fit_is_a_problem(client: TestClient, new: dict[str, str], status: int) -> None:
    found = client.post("/api/decisions", json=new)
    assert (found.status_code, found.headers["content-type"]) == (status, "application/problem+json")
    assert found.json()["title"]


def test_a_document_is_added(client: TestClient) -> None:
    begun = client.post("/api/documents", json={"text": "A report.", "published": "2025-03-01"})
    assert begun.status_code == 202
    assert client.get(begun.json()["link"]).json()["id"] == begun.json()["id"]


schema = schemathesis.openapi.from_asgi("/api/openapi.json", app(case(), [HOST, "localhost", "testserver"]))


@schema.parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_that_is_sent_makes_it_fail(case: object) -> None:
    case.call_and_validate(headers={"Host": HOST}, checks=(schemathesis.checks.not_a_server_error,))  # type: ignore[attr-defined]
