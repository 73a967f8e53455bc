"""`whosays.Case`: a case from Python, as values and as frames."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

import whosays
from whosays.findings import State


def test_frames_have_a_row_for_each_position_figure_and_tension(kursk: Path) -> None:
    with whosays.Case(kursk) as case:
        matrix = case.matrix()
        assert len(matrix) == sum(len(f.positions) for f in case.findings)
        assert {"label", "state", "source.code", "position", "stance", "since"} <= set(matrix.columns)
        assert set(case.figures()["record"]) == {"figure", "bound"}
        assert ("r01; r02") in set(case.origins()["documents"])
        assert len(case.tensions()) == len(case.balance.tensions)
        assert len(case.timeline())


def test_as_of_is_the_same_case_as_it_stood(kursk: Path) -> None:
    with whosays.Case(kursk) as case:
        early = case.as_of("2024-10-22")
        assert {d.key for d in early.documents} == {"r01", "r02", "r03"}
        assert early.findings[0].state is State.CONTESTED
        assert len(case.documents) > len(early.documents)
        assert "as of 2024-10-22" in repr(early)
        assert "new document" in set(case.diff(date(2025, 3, 27))["change"])


def test_documents_are_added_and_what_is_there_is_not_read_again(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The ministry denied that the bridge had been attacked.", encoding="utf-8")
    with whosays.Case(tmp_path / "new.case") as case:
        assert [d.claims for d in case.add(text, published="2031-01-01")] == [1]
        assert case.add([text], published="2031-01-01") == ()
        assert [c.text for c in case.claims] == ["the bridge had been attacked"]


def test_an_empty_case_has_empty_frames(tmp_path: Path) -> None:
    with whosays.Case(tmp_path / "new.case") as case:
        assert case.matrix().empty
        assert case.findings == ()


def test_what_is_no_date_and_what_is_no_case_is_said(kursk: Path, tmp_path: Path) -> None:
    with whosays.Case(kursk) as case, pytest.raises(ValueError, match="is not a date"):
        case.as_of("yesterday")
    broken = tmp_path / "x.case"
    shutil.copy(__file__, broken)
    with pytest.raises(Exception, match=r"x\.case"):
        whosays.Case(broken)
