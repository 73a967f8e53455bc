"""Soundness: crashes, loose spans and second readings that differ are counted, and none is there on plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whosays.evaluate import soundness
from whosays.model import Analysis, Document
from whosays.pipeline import Kit, analyse, load_kit

ROW = {"text": "The ministry said on 3 May 2019 that at least 12 soldiers were killed near the river.", "url": "a"}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(model=False)


def test_a_plain_article_is_sound(kit: Kit) -> None:
    report = soundness.evaluate([ROW], kit)
    assert dict(report.metrics) == {"crashed": 0, "ungrounded": 0, "unrepeatable": 0, "claims": 1}


def test_a_crash_is_counted_and_named(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, kit: Kit) -> Analysis:
        raise RuntimeError("no")

    monkeypatch.setattr(soundness, "analyse", broken)
    report = soundness.evaluate([ROW], kit)
    assert dict(report.metrics)["crashed"] == 1
    assert report.errors == ("a: RuntimeError: no",)


def test_words_that_do_not_stand_at_their_span_are_counted(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    def shifted(document: Document, kit: Kit) -> Analysis:
        found = analyse(document, kit)
        claims = tuple(replace(c, source=replace(c.source, text="other words")) for c in found.claims)
        return replace(found, claims=claims)

    monkeypatch.setattr(soundness, "analyse", shifted)
    assert dict(soundness.evaluate([ROW], kit).metrics)["ungrounded"] == 1


def test_a_second_reading_that_differs_is_counted(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = iter((True, False))

    def fickle(document: Document, kit: Kit) -> Analysis:
        found = analyse(document, kit)
        return found if next(turns) else replace(found, claims=())

    monkeypatch.setattr(soundness, "analyse", fickle)
    assert dict(soundness.evaluate([ROW], kit).metrics)["unrepeatable"] == 1
