"""Intervals of days, without any words: units, their parts, and what the calendar does not have."""

from __future__ import annotations

from datetime import date

import pytest

from whosays.frame.calendar import (
    Interval,
    day,
    half_of,
    holiday_of,
    month_of,
    months_of,
    moved,
    part_of,
    plus,
    season_of,
    unit_of,
    week_of,
    weekend_of,
    year_of,
)


def days(found: Interval | None) -> tuple[str, str] | None:
    return (found[0].isoformat(), found[1].isoformat()) if found else None


def test_what_does_not_exist_is_none() -> None:
    assert day(2025, 2, 30) is None
    assert day(0, 1, 1) is None
    assert plus(date(9999, 12, 31), 1) is None
    assert month_of(9999, 13) is None


def test_a_month_may_run_into_other_years() -> None:
    assert days(month_of(2024, 2)) == ("2024-02-01", "2024-02-29")
    assert days(month_of(2024, 13)) == ("2025-01-01", "2025-01-31")
    assert days(month_of(2024, 0)) == ("2023-12-01", "2023-12-31")
    assert days(months_of(2024, 12, 3)) == ("2024-12-01", "2025-02-28")


def test_weeks_run_from_monday_to_sunday() -> None:
    saturday = date(2025, 2, 1)
    assert days(week_of(saturday)) == ("2025-01-27", "2025-02-02")
    assert days(week_of(saturday, 1)) == ("2025-02-03", "2025-02-09")
    assert days(weekend_of(saturday)) == ("2025-02-01", "2025-02-02")


@pytest.mark.parametrize(
    ("unit", "shift", "expected"),
    [
        ("D", -1, ("2025-05-14", "2025-05-14")),
        ("W", 0, ("2025-05-12", "2025-05-18")),
        ("FN", 1, ("2025-05-26", "2025-06-01")),
        ("WE", 0, ("2025-05-17", "2025-05-18")),
        ("M", -5, ("2024-12-01", "2024-12-31")),
        ("Q", 0, ("2025-04-01", "2025-06-30")),
        ("Y", 1, ("2026-01-01", "2026-12-31")),
        ("E", 0, ("2020-01-01", "2029-12-31")),
        ("C", 0, ("2000-01-01", "2099-12-31")),
        ("H", 0, None),
    ],
)
def test_the_unit_that_holds_a_day(unit: str, shift: int, expected: tuple[str, str] | None) -> None:
    assert days(unit_of(unit, date(2025, 5, 15), shift)) == expected


def test_a_winter_begins_in_its_year() -> None:
    assert days(season_of(2024, "WI")) == ("2024-12-01", "2025-02-28")


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (3, "D", "2025-02-03"),
        (1, "M", "2025-02-28"),
        (-1, "Y", "2024-01-31"),
        (2, "W", "2025-02-14"),
        (1, "H", None),
    ],
)
def test_the_same_day_some_units_later(count: int, unit: str, expected: str | None) -> None:
    found = moved(date(2025, 1, 31), count, unit)
    assert (found and found.isoformat()) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("START", ("2024-12-01", "2024-12-10")),
        ("MID", ("2024-12-11", "2024-12-20")),
        ("END", ("2024-12-21", "2024-12-31")),
    ],
)
def test_the_parts_of_a_month(part: str, expected: tuple[str, str]) -> None:
    whole = month_of(2024, 12)
    assert whole is not None
    assert days(part_of(whole, part)) == expected


def test_the_parts_of_anything_longer_are_its_thirds_and_together_they_are_the_whole() -> None:
    for whole in (year_of(2025), months_of(2025, 1, 3), week_of(date(2025, 5, 15)), year_of(2020, 10)):
        assert whole is not None
        early, mid, late = (part_of(whole, part) for part in ("START", "MID", "END"))
        assert (early[0], late[1]) == whole
        assert (plus(early[1], 1), plus(mid[1], 1)) == (mid[0], late[0])


def test_the_halves_of_a_month_and_of_a_year() -> None:
    month, year = month_of(2025, 2), year_of(2025)
    assert month is not None
    assert year is not None
    assert days(half_of(month, 1)) == ("2025-02-01", "2025-02-15")
    assert days(half_of(month, 2)) == ("2025-02-16", "2025-02-28")
    assert days(half_of(year, 2)) == ("2025-07-01", "2025-12-31")


@pytest.mark.parametrize(
    ("code", "expected"), [("EASTER", "2025-04-20"), ("12-25", "2025-12-25"), ("US-THANKSGIVING", "2025-11-27")]
)
def test_holidays(code: str, expected: str) -> None:
    found = holiday_of(code, 2025)
    assert (found and found.isoformat()) == expected
