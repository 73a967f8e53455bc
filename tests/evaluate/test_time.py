"""TempEval-3's measures on a document made for the test."""

from __future__ import annotations

from whosays.evaluate.time import score
from whosays.lexicon.times import load_times
from whosays.segment import load_parser

TEXT = "The port was shut on Sunday. It will open next week, the ministry said on 5 May 2024."


def row(*timex: tuple[str, str, str]) -> dict[str, object]:
    found = [{"s": TEXT.index(w), "e": TEXT.index(w) + len(w), "type": t, "value": v} for w, t, v in timex]
    return {"id": "x", "dct": "2024-05-08", "text": TEXT, "timex": found}


def test_all_right() -> None:
    gold = row(
        ("Sunday", "DATE", "2024-05-05"), ("next week", "DATE", "2024-W20"), ("5 May 2024", "DATE", "2024-05-05")
    )
    report = score([gold], load_parser(), load_times())
    assert (report.n, report.errors) == (3, ())
    assert {name: value for name, value in report.metrics if value != 1} == {}


def test_a_wrong_value_a_missed_and_a_spurious_expression_are_each_told() -> None:
    gold = row(("Sunday", "DATE", "2024-05-12"), ("ministry", "DATE", "2024"))
    report = score([gold], load_parser(), load_times())
    metrics = dict(report.metrics)
    assert metrics["relaxed_f1"] == 2 * 1 / (2 + 3)
    assert metrics["value_f1"] == 0
    assert [error.split()[0] for error in report.errors] == ["missed", "spurious", "spurious", "value"]
