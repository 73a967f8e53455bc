"""Checked claims of a document -> rows to train the attribution model on (`make train`, training/README.md).

A row is a paragraph all of whose attributions a person has judged: what was accepted or corrected is in it, what was
rejected is not. Paragraphs that were judged in part are left out: they would teach that the rest says nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

import msgspec

from whosays.export.html.pieces import paragraphs
from whosays.export.record import AttributionRecord, Pair, Record


class Spans(msgspec.Struct, frozen=True):
    """One attribution, in code points of the row's own text."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]


class Row(msgspec.Struct, frozen=True):
    """``id`` is the document's, and the paragraph's first code point."""

    id: str
    text: str
    attributions: tuple[Spans, ...]


def training(text: str, records: Sequence[Record], kept: Collection[str], rejected: Collection[str]) -> Iterator[Row]:
    """`records` are all claims of the document; `kept` and `rejected` ids of those that a person judged."""
    judged = {*kept, *rejected}
    for paragraph in paragraphs(text, ()):
        start, end = paragraph[0].start, paragraph[-1].end
        here = [r for r in records if r.attribution and _touches(r.attribution, start, end)]
        if not here or any(r.id not in judged or not _within(r.attribution, start, end) for r in here):
            continue
        own = {r.attribution.id: r.attribution for r in here if r.attribution and r.id in kept}
        spans = tuple(Spans(*(_moved(getattr(a, role), start) for role in _ROLES)) for a in own.values())
        yield Row(f"{records[0].document.id}-{start}", text[start:end], spans)


_ROLES = ("source", "cue", "content")


def _all(a: AttributionRecord) -> Iterator[Pair]:
    return chain(a.source, a.cue, a.content)


def _touches(a: AttributionRecord, start: int, end: int) -> bool:
    return any(s < end and e > start for s, e in _all(a))


def _within(a: AttributionRecord | None, start: int, end: int) -> bool:
    return a is not None and all(start <= s and e <= end for s, e in _all(a))


def _moved(spans: Sequence[Pair], by: int) -> tuple[Pair, ...]:
    return tuple((s - by, e - by) for s, e in spans)
