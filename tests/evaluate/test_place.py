"""The measure of places on two made-up rows, so that a change to what it counts shows."""

from __future__ import annotations

import pytest

from whosays.evaluate.place import score
from whosays.lexicon.features import load_features
from whosays.resolve.gazetteer import load_gazetteer
from whosays.segment import load_parser

ROWS: list[dict[str, object]] = [
    {
        "text": "A bridge fell in Bakhmut, in the Donetsk region of Ukraine.",
        "toponyms": [
            {"s": 17, "e": 24, "lat": 48.59, "lon": 38.0, "geonameid": None},
            {"s": 33, "e": 40, "lat": 48.0, "lon": 37.8, "geonameid": None},
            {"s": 51, "e": 58, "lat": 49.0, "lon": 32.0, "geonameid": "690791"},
        ],
    },
    {"text": "He lives in Wrongsville.", "toponyms": [{"s": 12, "e": 23, "lat": 0.0, "lon": 0.0, "geonameid": None}]},
]


def test_what_is_right_far_and_missing_is_counted() -> None:
    report = score(ROWS, load_parser(), load_gazetteer(), load_features())
    figures = dict(report.metrics)
    assert report.n == 4
    assert figures["within_161km"] == pytest.approx(3 / 4)
    assert figures["no_reading"] == pytest.approx(1 / 4)
    assert figures["country"] == 1.0
    assert figures["found_recall"] == pytest.approx(3 / 4)
    assert "'Wrongsville'" in report.errors[0]


def test_nothing_to_measure_is_no_error() -> None:
    assert score([], load_parser(), load_gazetteer(), load_features()).n == 0
