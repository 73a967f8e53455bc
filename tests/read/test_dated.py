"""Stated before found before assumed; but a day assumed by the user before the day on which a file was made."""

from __future__ import annotations

from datetime import date

from whosays.model import Dated
from whosays.read.dated import dated
from whosays.read.input import Stated
from whosays.read.published import Dating
from whosays.read.written import written


def dating(kind: Dated, words: str) -> Dating:
    at = written(words)
    assert at
    return Dating(kind, at)


PAGE = dating(Dated.META, "2025-02-01T08:30:00Z")
FILE = dating(Dated.FILE, "20260304")


def test_what_is_stated_wins_and_another_day_is_said() -> None:
    found = dated(Stated(published=date(2025, 3, 1)), (PAGE,))
    assert (found.day, found.dated) == (date(2025, 3, 1), Dated.GIVEN)
    assert found.contradictions == ("dated 2025-03-01 as stated, but 2025-02-01 by meta (2025-02-01T08:30:00Z)",)


def test_a_file_that_was_made_later_contradicts_nothing() -> None:
    assert dated(Stated(published=date(2025, 3, 1)), (FILE,)).contradictions == ()
    assert dated(Stated(), (PAGE, FILE)).contradictions == ()


def test_what_is_found_wins_over_what_is_assumed() -> None:
    found = dated(Stated(assumed=date(2024, 1, 1)), (PAGE,))
    assert (found.day, found.dated, found.moment) == (date(2025, 2, 1), Dated.META, "2025-02-01T08:30:00+00:00")


def test_the_day_on_which_a_file_was_made_is_said_to_be_weak_and_yields_to_an_assumed_one() -> None:
    found = dated(Stated(), (FILE,))
    assert (found.day, found.dated) == (date(2026, 3, 4), Dated.FILE)
    assert "only by its file metadata" in found.contradictions[0]
    assumed = dated(Stated(assumed=date(2024, 1, 1)), (FILE,))
    assert (assumed.day, assumed.dated, assumed.contradictions) == (date(2024, 1, 1), Dated.ASSUMED, ())


def test_no_date_is_none() -> None:
    assert dated(Stated(), ()).dated is Dated.UNKNOWN
