"""The screens without a browser: every form of each, what is hostile, what is wrong, what goes in."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.store.made import MINISTRY, held
from tests.web.cases import EVIL, HOST, Said, app, case, told
from tests.web.war import war
from whosays.case.case import OpenCase

WAR = ("/figures", "/figures?claim=c-w5", "/figures?as_of=2025-01-12", "/places", "/places?at=538555", "/situation")
"""Screens of the case that has figures, places and days."""
PATHS = (
    "/matrix",
    "/documents",
    "/claims",
    "/review",
    "/documents/d-evil",
    "/claims?q=wall",
    "/documents/d-denial",
    *WAR,
)


@pytest.fixture
def opened() -> OpenCase:
    return case()


@pytest.fixture
def at_war() -> TestClient:
    opened = case(war())
    return TestClient(app(opened), base_url=f"http://{HOST}", headers={"Accept": "text/html"}, follow_redirects=False)


@pytest.fixture
def client(opened: OpenCase) -> TestClient:
    return TestClient(app(opened), base_url=f"http://{HOST}", headers={"Accept": "text/html"}, follow_redirects=False)


def ending(path: str, form: str) -> str:
    at, _, query = path.partition("?")
    return f"{at}{form}" + (f"?{query}" if query else "")


@pytest.mark.parametrize("path", PATHS)
def test_every_screen_is_a_page_and_json_and_csv(client: TestClient, path: str) -> None:
    assert client.get(path).headers["content-type"] == "text/html; charset=utf-8"
    assert isinstance(client.get(ending(path, ".json")).json(), dict)
    rows = list(csv.reader(io.StringIO(client.get(ending(path, ".csv")).text)))
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("path", PATHS)
def test_hostile_words_are_words(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert EVIL not in page
    assert "<img" not in page
    assert page.count("<script") == 4  # the workbench's own
    if path in ("/matrix", "/documents", "/claims", "/documents/d-evil", "/claims?q=wall"):
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize("path", WAR)
def test_the_screens_of_numbers_and_places_are_page_json_and_csv(at_war: TestClient, path: str) -> None:
    page = at_war.get(path).text
    assert EVIL not in page
    assert '<main id="main"' in page
    assert isinstance(at_war.get(ending(path, ".json")).json(), dict)
    rows = list(csv.reader(io.StringIO(at_war.get(ending(path, ".csv")).text)))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 2


def test_a_formula_stays_text_in_a_spreadsheet(client: TestClient) -> None:
    for row in csv.reader(io.StringIO(client.get("/claims.csv").text)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/documents/none", 404),
        ("/documents/d-wire?claim=c-none", 404),
        ("/documents/d-denial?as_of=2025-01-01", 404),
        ("/adds/none", 404),
        ("/matrix?as_of=never", 400),
        ("/matrix?page=0", 400),
        ("/claims?stance=sings", 400),
    ],
)
def test_what_is_wrong_is_said_to_people_and_programs(client: TestClient, path: str, status: int) -> None:
    page = client.get(path)
    assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
    found = client.get(path, headers={"Accept": "application/json"})
    assert (found.status_code, found.headers["content-type"]) == (status, "application/problem+json")
    assert found.json()["status"] == status
    assert found.json()["detail"]


def test_an_answer_saves_and_moves_to_the_next(client: TestClient, opened: OpenCase) -> None:
    first = client.get("/review.json").json()
    given = {"item": first["asked"]["id"], "answer": "0", "who": "Ben", "why": "clear"}
    answer = client.post("/review", data=given)
    assert answer.status_code == 303
    assert first["next_id"] in answer.headers["location"]
    with opened.store.reading() as reads:
        assert {(d.who, d.why) for d in reads.decisions()} == {("Ben", "clear")}
    assert client.post("/review", data=given).status_code == 409  # it is not open any more
    client.post("/review/undo")
    assert client.get("/review.json").json()["waiting"] == first["waiting"]


def test_many_are_decided_only_when_as_many_are_as_was_said(client: TestClient, opened: OpenCase) -> None:
    alone = next(w for w in client.get("/review.json").json()["queue"] if w["kind"] == "Stance")
    wrong = client.post("/review", data={"item": alone["id"], "answer": "0", "count": "7"})
    assert wrong.status_code == 409
    with opened.store.reading() as reads:
        assert reads.decisions() == ()


def test_a_correction_changes_what_stands_and_keeps_what_was_read(client: TestClient) -> None:
    given = {"verdict": "correct", "field": "stance", "value": "doubts", "why": "read again"}
    assert client.post("/claims/c-denies/decide", data=given).status_code == 303
    assert "Doubts" in client.get("/documents/d-denial?claim=c-denies").text
    assert client.get("/api/claims/c-denies").json()["stance"] == "doubts"
    assert client.get("/api/claims/c-denies/record").json()["stance"] == "denies"
    bad = client.post("/claims/c-denies/decide", data=given | {"value": "sings"})
    assert bad.status_code == 422


def test_a_rejected_claim_counts_no_more_and_is_still_shown_as_rejected(client: TestClient) -> None:
    client.post("/claims/c-three/decide", data={"verdict": "reject"})
    assert client.get("/api/claims/c-three").status_code == 404
    (claim,) = (c for c in client.get("/documents/d-figure.json").json()["shown"] if c["claim"] == "c-three")
    assert claim["rejected"]


def test_a_pasted_report_is_read_and_its_progress_told(client: TestClient) -> None:
    begun = client.post("/documents", data={"text": "A plain report.", "title": "Plain", "published": "2025-02-01"})
    done = over(client, begun.headers["location"])
    assert [e["title"] for e in done["entered"]] == ["Plain"]
    again = client.post("/documents", data={"text": "A plain report.", "title": "Plain", "published": "2025-02-01"})
    assert "already in the case" in over(client, again.headers["location"])["known"][0]["why"]


def test_files_are_read_by_their_name_alone_and_errors_say_what_to_do(client: TestClient) -> None:
    files = [("files", ("../../etc/a.txt", b"One report.")), ("files", ("empty.txt", b" "))]
    done = over(client, client.post("/documents", files=files).headers["location"])
    assert [e["title"] for e in done["entered"]] == ["a.txt"]
    assert [(f["key"], f["why"]) for f in done["failed"]] == [("empty.txt", "empty: there is no text to read")]
    assert client.get("/adds/" + done["id"]).status_code == 200


def over(client: TestClient, location: str) -> dict[str, Any]:
    for _ in range(500):
        progress: dict[str, Any] = client.get(f"{location}.json").json()
        if progress["over"]:
            return progress
        time.sleep(0.01)
    raise AssertionError("it is never over")


def test_nothing_given_is_said(client: TestClient) -> None:
    assert client.post("/documents", data={"text": " "}).status_code == 400
    assert client.post("/documents", data={"text": "x", "published": "soon"}).status_code == 422


def test_long_texts_are_paged_and_a_claim_opens_on_its_page() -> None:
    filler = "\n\n".join("It rained all day and nobody came to see it at all. " * 8 for _ in range(60))
    text = f"The ministry said it rained first.\n\n{filler}\n\nThe ministry said it snowed last."
    first, last = (
        Said(f"c-{n}", MINISTRY, "said", words) for n, words in ((1, "it rained first"), (2, "it snowed last"))
    )
    client = TestClient(app(case([told(held("d-long"), text, first, last)])), base_url=f"http://{HOST}")
    whole = client.get("/documents/d-long.json").json()
    assert (whole["page"], whole["pages"], [c["claim"] for c in whole["shown"]]) == (1, 3, ["c-1"])
    at = client.get("/documents/d-long.json?claim=c-2").json()
    assert (at["page"], [c["claim"] for c in at["shown"]], at["chosen"]) == (3, ["c-2"], 2)
    words = "".join(p["text"] for page in (1, 2, 3) for row in paged(client, page) for p in row)
    assert words == text.replace("\n\n", "")


def paged(client: TestClient, page: int) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = client.get(f"/documents/d-long.json?page={page}").json()["paragraphs"]
    return rows
