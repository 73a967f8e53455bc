"""Books for any day: kept while the case stands still, made anew when it moves, never waited for where that takes long."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from starlette.testclient import TestClient

from tests.store.made import MINISTRY, held
from tests.web.cases import HOST, Said, app, case, told
from whosays.case.case import OpenCase
from whosays.findings import Verdict
from whosays.review.subjects import subject
from whosays.web.desk import RATE, Desk


def test_a_book_is_kept_until_the_case_moves() -> None:
    opened = case()
    desk = Desk(opened.store)
    book = desk.book()
    assert desk.book() is book
    opened.decide("Ann", Verdict.ACCEPT, subject(book.claims["c-three"]))
    assert desk.stale(book)
    assert desk.book().balance.checked == {"c-three"}


def test_each_day_has_its_own() -> None:
    desk = Desk(case().store)
    assert len(desk.book(date(2025, 1, 5)).balance.postings) == 2
    assert desk.book(date(2025, 1, 5)).balance.undated == ("evil.html",)
    assert len(desk.book().balance.postings) == 7


def large() -> OpenCase:
    """A case that says of itself that it holds so many claims that a book of it takes long."""
    said = Said("c-1", MINISTRY, "said", "it rained")
    one = told(held("d-1"), "The ministry said it rained.", said)
    return case([replace(one, held=replace(one.held, claims=RATE))])


def test_where_it_may_take_long_it_is_made_beside() -> None:
    desk = Desk(large().store)
    assert not desk.ready(None)
    desk.prepare(None)
    for _ in range(500):
        if desk.ready(None):
            break
        time.sleep(0.01)
    assert len(desk.book().balance.postings) == 1


def test_a_page_says_so_at_once_and_programs_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "ready", lambda self, as_of: False)
    client = TestClient(app(case()), base_url=f"http://{HOST}")
    page = client.get("/matrix?as_of=2025-02-01", headers={"Accept": "text/html"}).text
    assert "Making the balance of 2025-02-01." in page
    assert 'http-equiv="refresh"' in page
    assert client.get("/matrix.json").json()["total"] == 4
