"""How near copies are measured, against marks of a person; the marks hold ids alone."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, cast

import yaml

from whosays.evaluate.copies import evaluate

if TYPE_CHECKING:
    from whosays.pipeline import Kit

NO_KIT = cast("Kit", None)
"""The engine's kit is not used: copies are told by their text."""
STORY = (
    "The ministry said on Monday that the bridge at the northern crossing had been hit twice during the night. "
    "Two guards were wounded, it said, and traffic was stopped until the morning. "
    "The governor of the region said that repairs would take at least three weeks."
)
OTHER = (
    "A market in the south was closed on Friday after three people had been wounded by shells, the council said. "
    "Traders carried their goods away in the rain, and nobody could say when the market would open again. "
    "The council spoke of the third such day within a month."
)


def row(incident: str, *texts: tuple[str, str]) -> dict[str, object]:
    return {"incident_id": incident, "articles": [{"title": t, "content": c} for t, c in texts]}


def test_marks_are_pairs_of_ids() -> None:
    marks = yaml.safe_load(files("whosays.evaluate").joinpath("copies.yaml").read_text(encoding="utf-8"))
    assert len(marks) == len(set(marks)) > 20
    assert all(re.fullmatch(r"\d+\.\d+ \d+\.\d+", mark) for mark in marks)


def test_a_copy_that_is_marked_is_right_and_one_that_is_not_is_wrong() -> None:
    """113214.0 and 113247.0 are marked; 1.0 and 2.0 are not."""
    marked = evaluate([row("113214", ("Bridge hit", STORY)), row("113247", ("Bridge hit twice", STORY))], NO_KIT)
    assert dict(marked.metrics)["precision"] == dict(marked.metrics)["recall"] == 1.0
    assert marked.n == 1
    loose = evaluate([row("1", ("Bridge hit", STORY)), row("2", ("Bridge hit twice", STORY))], NO_KIT)
    assert dict(loose.metrics)["precision"] == 0.0
    assert loose.errors == ("taken for a copy: 1.0 2.0",)


def test_a_marked_pair_that_is_not_found_is_missed() -> None:
    report = evaluate([row("113214", ("Bridge hit", STORY)), row("113247", ("Market closed", OTHER))], NO_KIT)
    assert dict(report.metrics)["recall"] == 0.0
    assert report.errors == ("missed: 113214.0 113247.0",)
