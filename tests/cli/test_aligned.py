"""Rows of cells on a terminal."""

from __future__ import annotations

from whosays.cli.aligned import aligned


def test_the_cells_of_a_column_begin_below_each_other() -> None:
    assert list(aligned([("1", "a.txt", "North"), ("1,000", "b", "South")])) == [
        "1      a.txt  North",
        "1,000  b      South",
    ]


def test_what_ends_a_line_pushes_nothing_away() -> None:
    assert list(aligned([("a", "a long remark"), ("b", "c", "d")])) == ["a  a long remark", "b  c  d"]


def test_a_cell_cannot_command_the_terminal() -> None:
    assert list(aligned([("\x1b[2Ja\nb", "c")])) == ["[2Ja b  c"]
