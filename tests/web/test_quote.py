"""Quotes: the sentence around a claim, its parts, and the citation that goes along."""

from __future__ import annotations

from tests.web.cases import REPORT, case
from whosays.web.desk import Desk
from whosays.web.quote import quote


def test_a_quote_is_the_sentence_with_its_parts_marked() -> None:
    desk = Desk(case().store)
    record, document = desk.record("c-ministry"), desk.book().documents["d-wire"]
    assert record is not None
    found = quote(REPORT, record, document)
    assert [(p.role, p.words) for p in found.parts] == [
        ("source", "The ministry"),
        (None, " "),
        ("cue", "said"),
        (None, " that "),
        ("content", "shells hit the bridge on Friday"),
        (None, "."),
    ]
    assert REPORT[found.start : found.end] == found.words
    assert found.citation.startswith(
        "“The ministry said that shells hit the bridge on Friday.” (The Wire, Bridge shelled,"
    )
    assert "characters 0–55" in found.citation


def test_offsets_hold_whatever_the_spans_are() -> None:
    desk = Desk(case().store)
    book = desk.book()
    for claim in book.balance.postings:
        record, text = desk.record(claim.id), desk.text(claim.document) or ""
        assert record is not None
        found = quote(text, record, book.documents[claim.document])
        assert text[found.start : found.end] == found.words != ""
