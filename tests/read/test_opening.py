"""Datelines of wires and lines that are dates; what only looks like one is left to the text."""

from __future__ import annotations

import pytest

from whosays.read.opening import opening


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("SEOUL, Feb 1 (Wire) - The ministry said no.", "SEOUL", "Feb 1", "Wire"),
        (
            "SEOUL, South Korea, Feb. 1, 2025 (Wire) — The ministry said no.",
            "SEOUL, South Korea",
            "Feb. 1, 2025",
            "Wire",
        ),
        ("KYIV, Ukraine (WIRE) — The ministry said no.", "KYIV, Ukraine", None, "WIRE"),
        ("TAMPA, Fla. – The command said no.", "TAMPA, Fla.", None, None),
        ("MOSCOW, February 1. /WIRE/. The ministry said no.", "MOSCOW", "February 1", "WIRE"),
        ("Moscow, 1 February (Wire) - The ministry said no.", "Moscow", "1 February", "Wire"),
        ("SEOUL/KYIV (Wire) - The ministry said no.", "SEOUL/KYIV", None, "Wire"),
        ("(Wire) - The ministry said no.", None, None, "Wire"),
        (
            "Bridge falls\nBy A. Writer\n\nPORT-AU-PRINCE, Haiti -- The ministry said no.",
            "PORT-AU-PRINCE, Haiti",
            None,
            None,
        ),
    ],
)
def test_a_dateline_gives_place_day_and_agency(
    text: str, place: str | None, day: str | None, agency: str | None
) -> None:
    found = opening(text).dateline
    assert found
    assert [s and s.of(text) for s in (found.place, found.day, found.agency)] == [place, day, agency]
    assert text[found.span.end :].startswith("The ")


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING — The ministry said no.",
        "NATO - the alliance - said no.",
        "The ministry - which said no - was wrong.",
        "COVID-19 was named by the ministry.",
        "UN (New York) said no.",
        "Bridges (old) - they fall.",
        "Moscow said no.",
        "SEOUL\n- The ministry said no.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert opening(text).dateline is None


@pytest.mark.parametrize(
    "line",
    [
        "Saturday, February 1, 2025",
        "Published: 1 February 2025, 10:15 GMT",
        "The Wire | 1 February 2025",
        "SEOUL, Feb. 1, 2025 (Wire) - The ministry said no.",
    ],
)
def test_a_date_in_full_is_the_documents(line: str) -> None:
    (found,) = opening(f"{line}\n\nThe bridge fell.").dates
    assert (found.at.day.isoformat(), found.modified) == ("2025-02-01", False)


@pytest.mark.parametrize(
    "line",
    ["On February 1, 2025 the bridge fell.", "SEOUL, Feb 1 (Wire) - No.", "The army | It left on 1 May 2024 by road"],
)
def test_a_date_within_the_report_is_not(line: str) -> None:
    assert opening(f"{line}\n\nThe bridge fell.").dates == ()


def test_a_line_of_change_is_told_apart() -> None:
    (found,) = opening("Updated: Feb. 1, 2025, 3:04 p.m.\n\nThe bridge fell.").dates
    assert found.modified
