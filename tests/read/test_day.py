"""A date is read only where it is written in full and exists."""

from __future__ import annotations

from datetime import date

import pytest

from whosays.read.day import day


@pytest.mark.parametrize(
    "text", ["2025-02-01", " 2025-02-01 ", "2025-02-01T23:59:00-05:00", "2025-02-01 08:30", "2025-02-01T08:30:00Z"]
)
def test_iso_dates(text: str) -> None:
    assert day(text) == date(2025, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2025-02-30",
        "2025-2-1",
        "01.02.2025",
        "2025",
        "20250201",
        "2025-W05-6",
        "２０２５-02-01",
        "2025-02-01x",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert day(text) is None
