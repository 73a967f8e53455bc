"""Dates as pages and wires write them; one that could be two days is none."""

from __future__ import annotations

from datetime import date

import pytest

from whosays.read.written import written


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-02-01T08:30:00Z", "2025-02-01T08:30:00+00:00"),
        ("2025-02-01T08:30:00.123-0500", "2025-02-01T08:30:00-05:00"),
        ("2025-02-01 08:30", "2025-02-01T08:30:00"),
        ("Sat, 01 Feb 2025 08:30:00 GMT", "2025-02-01T08:30:00+00:00"),
        ("Published February 1, 2025 at 8:30 pm EST", "2025-02-01T20:30:00-05:00"),
        ("1st of February 2025, 12.05 am", "2025-02-01T00:05:00"),
        ("20250201", None),
        ("2025/02/01", None),
        ("Feb. 1, 2025", None),
        ("01 February 2025", None),
    ],
)
def test_a_day_with_its_time_and_zone(text: str, moment: str | None) -> None:
    found = written(text)
    assert found
    assert (found.day, found.moment) == (date(2025, 2, 1), moment)
    assert found.words in text


def test_days_in_figures_are_read_only_where_they_can_be_but_one() -> None:
    found = written("13/02/2025")
    assert found
    assert found.day == date(2025, 2, 13)
    assert written("02/03/2025") is None
    dotted = written("02.03.2025")
    assert dotted
    assert dotted.day == date(2025, 3, 2)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2025-02-30", "February 2025", "1738396800", "1/2", "0001-01-01", "99 May 2025"]
)
def test_what_is_no_day(text: str) -> None:
    assert written(text) is None
