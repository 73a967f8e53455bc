"""The door: foreign names, foreign pages, no token, too much; and what every answer carries."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.cases import HOST, app, case
from whosays.web.serve import hosts, local

HERE = f"http://{HOST}"


def client(**rules: Any) -> TestClient:
    return TestClient(app(case(), **rules), base_url=HERE, follow_redirects=False)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8765", "", f"{HOST}.evil.example"],
)
def test_a_name_that_is_not_its_own_is_refused(host: str) -> None:
    for path in ("/matrix", "/api/claims", "/static/workbench.css"):
        assert client().get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://evil.example/127.0.0.1:8765"]
)
def test_another_site_changes_nothing(origin: str) -> None:
    for path in ("/review", "/review/undo", "/documents", "/claims/c-denies/decide", "/api/decisions"):
        answer = client().post(path, headers={"Origin": origin}, data={"verdict": "accept"})
        assert answer.status_code == 403


def test_a_request_that_a_browser_marks_as_foreign_changes_nothing() -> None:
    answer = client().post("/review/undo", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_its_own_pages_and_programs_without_an_origin_may() -> None:
    assert client().post("/review/undo", headers={"Origin": HERE}).status_code == 303
    assert client().post("/review/undo").status_code == 303


def test_elsewhere_a_token_is_asked_for_and_leaves_the_address() -> None:
    asked = client(token="secret")
    assert asked.get("/matrix").status_code == 401
    assert asked.get("/api/claims", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert asked.get("/api/claims", headers={"Authorization": "Bearer secret"}).status_code == 200
    welcome = asked.get("/matrix?token=secret&page=1")
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/matrix?page=1")
    assert "HttpOnly" in welcome.headers["set-cookie"]
    assert "SameSite=Strict" in welcome.headers["set-cookie"]
    assert asked.get("/matrix").status_code == 200  # by the cookie


def test_the_token_never_leads_to_another_server() -> None:
    assert client(token="secret").get(f"{HERE}//evil.example/?token=secret").headers["location"] == "/evil.example/"


def test_too_much_is_refused_before_it_is_read() -> None:
    small = client(largest=1000)
    assert small.post("/documents", data={"text": "x" * 2000}).status_code == 413
    chunks = (b"x" * 400 for _ in range(10))
    assert small.post("/api/documents", content=chunks, headers={"content-type": "application/json"}).status_code == 413


def test_a_body_that_never_arrives_is_not_waited_for() -> None:
    async def ask() -> list[int]:
        statuses: list[int] = []

        async def receive() -> dict[str, object]:
            await asyncio.sleep(60)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            statuses.extend([message["status"]] if "status" in message else [])

        headers = [(b"host", HOST.encode()), (b"content-type", b"application/json"), (b"content-length", b"9")]
        scope = {"type": "http", "method": "POST", "path": "/api/documents", "query_string": b"", "headers": headers}
        await app(case(), patience=0.05)({**scope, "app": None, "root_path": ""}, receive, send)
        return statuses

    assert asyncio.run(ask()) == [408]


def test_every_answer_carries_its_policy() -> None:
    for path in ("/matrix", "/api/claims", "/none", "/static/workbench.js"):
        headers = client().get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "name", ["../app.py", "..%2fapp.py", "%2e%2e/%2e%2e/model.py", "workbench.css/../x", "/etc/passwd"]
)
def test_no_path_reaches_the_file_system(name: str) -> None:
    answer = client().get(f"/static/{name}")
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_after_a_decision_one_is_led_back_to_this_server_alone() -> None:
    for back in ("//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"):
        answer = client().post("/claims/c-denies/decide", data={"verdict": "accept", "back": back})
        assert answer.headers["location"] == "/documents/d-denial?claim=c-denies"


def test_on_this_machine_its_names_are_these() -> None:
    assert hosts("127.0.0.1", 8765) == {"localhost:8765", "127.0.0.1:8765", "[::1]:8765"}
    assert local("::1")
    assert local("127.0.0.2")
    assert not local("0.0.0.0")
    assert "192.0.2.7:80" in hosts("192.0.2.7", 80)
    assert "192.0.2.7" in hosts("192.0.2.7", 80)
