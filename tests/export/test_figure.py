"""What was read of a figure, a time, a place and a source, said in the fewest words."""

from __future__ import annotations

from datetime import date

import pytest

from tests.seed import FIGHT, claim, seed_document
from whosays.export.figure import counted, figure, interval, place, speaker, unhappened
from whosays.export.record import PlaceRecord, QuantityRecord, SourceRecord, TimeRecord
from whosays.export.records import records
from whosays.model import Analysis, Event, EventType, Polarity, Stance, Status


@pytest.mark.parametrize(
    ("low", "best", "high", "unit", "approximate", "said"),
    [
        (None, 40, None, "percent", True, "~40 percent"),
        (None, 12000, None, "soldiers", False, "12,000 soldiers"),
        (10000, None, 12000, None, False, "10,000 to 12,000"),
        (12, 12, 20, None, False, "12 (up to 20)"),
        (24, None, None, None, False, "at least 24"),
        (None, None, 20, "tanks", False, "up to 20 tanks"),
        (None, None, None, None, False, "no figure"),
        (None, 0.5, None, "percent", False, "0.5 percent"),
    ],
)
def test_figures(
    low: int | None, best: float | None, high: int | None, unit: str | None, approximate: bool, said: str
) -> None:
    assert figure(QuantityRecord("w", (0, 1), low, best, high, unit, approximate, None, (), None)) == said


@pytest.mark.parametrize(
    ("best", "unit", "of", "said"),
    [
        (40, "percent", "the guards", "40 percent of the guards"),
        (12000, "soldiers", "soldiers from Arnland", "12,000 soldiers from Arnland"),
        (3, "soldiers", "soldiers", "3 soldiers"),
        (1000, None, "them", "1,000 of them"),
        (7, "tanks", None, "7 tanks"),
    ],
)
def test_what_is_counted_is_named_once(best: int, unit: str | None, of: str | None, said: str) -> None:
    assert counted(QuantityRecord("w", (0, 1), None, best, None, unit, False, of, (), None)) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2024, 12, 1), date(2024, 12, 10), "2024-12-01 … 2024-12-10"),
        (date(2024, 12, 1), date(2024, 12, 1), "2024-12-01"),
        (date(2024, 10, 1), None, "since 2024-10-01"),
        (None, date(2025, 1, 20), "until 2025-01-20"),
        (None, None, "not dated"),
    ],
)
def test_intervals(start: date | None, end: date | None, said: str) -> None:
    assert interval(TimeRecord("w", (0, 1), start, end, None, None)) == said


def test_places() -> None:
    kursk = PlaceRecord("the Kursk region", (0, 1), "Kursk Oblast", "RUS", None, None, None, "adm1", None, ())
    front = PlaceRecord("the front", (0, 1), None, None, None, None, None, "none", None, ())
    assert (place(kursk), place(front)) == ("Kursk Oblast, RUS", "the front")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (SourceRecord("Government of Russia", "RUS GOV", "government", "Moscow", None), "Government of Russia"),
        (SourceRecord("The Wire", "publisher", "publisher", None, None), "The article’s own voice"),
        (SourceRecord(None, None, None, "he", None), "he (not resolved)"),
        (SourceRecord(None, "UNSPEC", "unnamed", "some analysts", None), "some analysts"),
        (SourceRecord(None, None, None, None, None), "Source not named"),
        (SourceRecord("unnamed", "UNSPEC", "unnamed", None, None), "Source not named"),
    ],
)
def test_speakers(source: SourceRecord, said: str) -> None:
    assert speaker(source) == said


@pytest.mark.parametrize(
    ("status", "stance", "polarity", "why"),
    [
        ("occurred", "asserts", "+", None),
        ("ongoing", "confirms", "+", None),
        ("occurred", "denies", "-", None),
        ("occurred", "denies", "+", "the source rejects it"),
        ("ongoing", "asserts", "-", "the source rejects it"),
        ("occurred", "not_confirmed", "+", "the source leaves it open"),
        ("occurred", "fears", "+", "the source leaves it open"),
        ("planned", "asserts", "+", "planned"),
        ("habitual", "asserts", "+", "habitual"),
        ("hypothetical", "denies", "+", "hypothetical"),
        (None, "asserts", "+", None),
    ],
)
def test_a_denied_feared_or_planned_event_never_counts_as_happened(
    status: str | None, stance: str, polarity: str, why: str | None
) -> None:
    document = seed_document()
    event = Event(EventType.ASSAULT, None, Status(status) if status else None, ())
    made = claim(document, FIGHT, "Moscow", "deny", Stance(stance), polarity=Polarity(polarity), event=event)
    assert unhappened(records(Analysis(document, (made,)), "m")[0]) == why
