"""Many documents give the same outcomes in the same order, in one process or in several, whatever fails between."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from whosays.model import Analysis, Document, Issue
from whosays.read.input import Reading, Unread
from whosays.runner import AHEAD, Engine, EngineError, Failed, Outcome, run


def engine(document: Document) -> Analysis:
    """Stands for the engine; at module level, so that other processes find it."""
    if document.text == "raise":
        raise ValueError("no such verb")
    if document.text == "die":
        os._exit(9)
    return Analysis(document, (), (Issue("segment", document.key, None, document.text),))


def reading(key: str, text: str = "said") -> Reading:
    return Reading(Document(id=key, key=key, text=text), (Issue("read", key, None, "odd"),))


def told(outcomes: Iterator[Outcome]) -> list[tuple[str, str]]:
    return [
        (o.document.key, "; ".join(i.message for i in o.issues)) if isinstance(o, Analysis) else (o.key, o.why[:40])
        for o in outcomes
    ]


READINGS: list[Reading | Unread] = [
    reading("a"),
    Unread("b", "not found"),
    reading("c", "raise"),
    *(reading(f"d{n}") for n in range(12)),
]
EXPECTED = [
    ("a", "odd; said"),
    ("b", "not found"),
    ("c", "could not be analysed: ValueError: no such verb"[:40]),
    *((f"d{n}", "odd; said") for n in range(12)),
]


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_are_in_order_whatever_the_number_of_processes(jobs: int) -> None:
    assert told(run(READINGS, engine, jobs)) == EXPECTED


def test_a_failure_keeps_its_traceback_for_debugging() -> None:
    (failed,) = run([reading("c", "raise")], engine)
    assert isinstance(failed, Failed)
    assert "ValueError: no such verb" in failed.trace


def test_a_document_that_kills_its_process_costs_itself_alone() -> None:
    outcomes = told(run([reading("a"), reading("b", "die"), *(reading(f"c{n}") for n in range(9))], engine, 2))
    assert outcomes[1] == ("b", "could not be analysed: its process died (out"[:40])
    assert [o for n, o in enumerate(outcomes) if n != 1] == [
        ("a", "odd; said"),
        *((f"c{n}", "odd; said") for n in range(9)),
    ]


def test_documents_are_taken_as_they_are_needed_not_all_at_once() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Reading]:
        n = 0
        while True:
            taken.append(n)
            yield reading(str(n))
            n += 1

    for jobs, most in ((1, 3), (2, 2 * AHEAD + 3)):
        taken.clear()
        outcomes = run(endless(), engine, jobs)
        assert told(next(outcomes) for _ in range(3))
        assert len(taken) <= most
        del outcomes


def test_an_engine_that_cannot_be_loaded_is_said_once_not_for_every_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(model: bool, notice: object, conventions: object, actors: object) -> None:
        raise ModuleNotFoundError("no English model")

    monkeypatch.setattr("whosays.pipeline.load_kit", broken)
    with pytest.raises(EngineError, match="ModuleNotFoundError: no English model; see whosays doctor"):
        list(run([reading("a"), reading("b")], Engine()))
