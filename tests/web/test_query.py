"""The state of a view in its address: what goes in comes out, what does not fit is refused."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.findings import State
from whosays.model import EventType
from whosays.web.query import Query, QueryError, address, kept, parse

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(str.strip).filter(bool)


@given(
    st.builds(
        Query,
        as_of=st.none() | st.dates(),
        source=st.none() | WORDS,
        event=st.none() | st.sampled_from(EventType),
        place=st.none() | WORDS,
        state=st.none() | st.sampled_from(State),
        words=st.none() | WORDS,
        column=st.none() | WORDS,
        all_sources=st.booleans(),
        page=st.integers(1, 1000),
    )
)
def test_an_address_holds_the_whole_view(query: Query) -> None:
    assert parse(dict(parse_qsl(urlsplit(address("/matrix", query)).query))) == query


def test_what_is_as_usual_is_left_out() -> None:
    assert address("/matrix", Query()) == "/matrix"
    assert address("/matrix", Query(as_of=date(2025, 2, 12), page=3), page=1) == "/matrix?as_of=2025-02-12"


@pytest.mark.parametrize(
    "given",
    [
        {"as_of": "yesterday"},
        {"event": "WAR"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "²"},
        {"q": "x" * 301},
        {"sort": "id"},
        {"state": "true"},
    ],
)
def test_what_does_not_fit_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(QueryError):
        parse(given)


def test_from_screen_to_screen_go_the_day_and_the_filters() -> None:
    query = Query(as_of=date(2025, 1, 1), source="RUS GOV", page=4, claim="c1")
    assert kept(query) == Query(as_of=date(2025, 1, 1), source="RUS GOV")
