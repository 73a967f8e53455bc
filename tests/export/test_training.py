"""Checked claims as rows to train on: whole paragraphs, offsets of their own, nothing that was judged in part."""

from __future__ import annotations

from tests.seed import seed_analysis
from whosays.export.records import records
from whosays.export.training import training

RECORDS = records(seed_analysis(), "parser rules")
TEXT = seed_analysis().document.text
ALL = {r.id for r in RECORDS}


def test_a_paragraph_is_a_row_when_every_attribution_in_it_was_judged() -> None:
    rows = list(training(TEXT, RECORDS, ALL, ()))
    assert len(rows) > 1
    assert all(row.text in TEXT and "\n" not in row.text for row in rows)


def test_spans_are_the_same_words_in_the_row() -> None:
    words = {
        (r.attribution.id, role, TEXT[a:b])
        for r in RECORDS
        if r.attribution
        for role in ("source", "cue", "content")
        for a, b in getattr(r.attribution, role)
    }
    found = {w for _, _, w in words}
    for row in training(TEXT, RECORDS, ALL, ()):
        for spans in row.attributions:
            for role in ("source", "cue", "content"):
                for a, b in getattr(spans, role):
                    assert row.text[a:b] in found


def test_what_was_rejected_is_no_attribution_of_its_row() -> None:
    kept = sum(len(row.attributions) for row in training(TEXT, RECORDS, ALL, ()))
    gone = next(r for r in RECORDS if r.attribution)
    left = sum(len(row.attributions) for row in training(TEXT, RECORDS, ALL - {gone.id}, {gone.id}))
    assert left == kept - 1


def test_a_paragraph_judged_in_part_is_left_out() -> None:
    every = [row.id for row in training(TEXT, RECORDS, ALL, ())]
    one = next(r for r in RECORDS if r.attribution)
    assert [row.id for row in training(TEXT, RECORDS, ALL - {one.id}, ())] != every
    assert list(training(TEXT, RECORDS, (), ())) == []
