"""Time expressions of news, each read beside its sentence by a person: no day, month or year that the words do not give.

The annotations (``tests/gold/times-news.jsonl``) hold the article's address, the SHA-256 of its text, offsets, and the
first and last day; the articles themselves are found through WHOSAYS_GOLD.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from whosays.frame.time import times
from whosays.lexicon.times import load_times
from whosays.model import Dated, Document, Span, When
from whosays.segment import load_parser

GOLD = os.environ.get("WHOSAYS_GOLD")
ANNOTATIONS = Path(__file__).parent.parent / "gold" / "times-news.jsonl"

pytestmark = pytest.mark.skipif(not GOLD, reason="WHOSAYS_GOLD is not set")

Row = dict[str, str | int | None]
Days = tuple[str | None, str | None]


def test_no_expression_is_read_more_precisely_than_its_words() -> None:
    wrong = [(words, want, got) for words, want, got in read() if is_false_precision(want, got)]
    assert wrong == []


def test_nearly_all_intervals_are_right() -> None:
    found = [want == got for _, want, got in read()]
    assert len(found) == 300
    assert sum(found) >= 0.97 * len(found)


def is_false_precision(want: Days, got: Days) -> bool:
    """Both ends given, and the interval leaves what the words allow."""
    start, end = got
    if not start or not end:
        return False
    return want == (None, None) or bool(want[0] and start < want[0]) or bool(want[1] and end > want[1]) or start > end


def read() -> Iterator[tuple[str, Days, Days]]:
    """The words, the annotated days and the days that are read."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["sha256"]].append(row)
    parser, lexicon = load_parser(), load_times()
    for article in articles():
        mine = rows.get(hashlib.sha256(article.text.encode()).hexdigest(), ())
        whens = times(article, parser(article), lexicon) if mine else ()
        for row in mine:
            span = Span(int(row["start"] or 0), int(row["end"] or 0))
            found = [w for w in whens if w.span.overlaps(span)]
            got = days(max(found, key=lambda w: len(w.span), default=None))
            yield span.of(article.text), (str_or_none(row["from"]), str_or_none(row["to"])), got


def articles() -> Iterator[Document]:
    for line in (Path(GOLD or "") / "articles" / "wikinews.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["published"]) if row.get("published") else None
        yield Document(id=row["url"], key=row["url"], text=row["text"], published=day, dated=Dated.GIVEN)


def days(when: When | None) -> Days:
    if when is None:
        return None, None
    return (when.start.isoformat() if when.start else None, when.end.isoformat() if when.end else None)


def str_or_none(value: str | int | None) -> str | None:
    return str(value) if value else None
