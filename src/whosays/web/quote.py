"""A claim's words in their sentence -> the quote that every screen shows: its source, cue and content marked, and a citation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from whosays.export.record import Pair, Record
from whosays.findings import Held

AROUND = 400
"""Characters that a sentence may begin before the claim's words, or end behind them."""
LONGEST = 1_200
_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|[\r\n]+")
_LAYERS = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a quote; ``role`` is source, cue, content, or None."""

    role: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Half-open offsets in code points of the document's text; ``citation`` goes along when the words are copied."""

    start: int
    end: int
    parts: tuple[Part, ...]
    citation: str

    @property
    def words(self) -> str:
        return "".join(part.words for part in self.parts)


def quote(text: str, record: Record, document: Held) -> Quote:
    """The sentence, or sentences, that the claim's content and cue stand in; a source named elsewhere is left out."""
    core = (*record.evidence.content, *record.evidence.cue) or ((0, min(len(text), AROUND)),)
    start, end = _sentence(text, min(a for a, _ in core), max(b for _, b in core))
    parts = _parts(text, start, end, record)
    return Quote(start, end, parts, citation(text[start:end], document, start, end))


def citation(words: str, document: Held, start: int, end: int) -> str:
    """“Words” (publisher, title, date, address, characters, hash): enough for anyone to find and check them."""
    where = (document.publisher, document.title or document.key, day_of(document), document.url)
    known = ", ".join(w for w in where if w)
    return (
        f"“{' '.join(words.split())}” ({known}, characters {start}–{end}, SHA-256 of the file {document.sha256[:16]})"
    )


def day_of(document: Held) -> str:
    if document.published is None:
        return "undated"
    return f"{document.published}{' (assumed)' if document.dated == 'assumed' else ''}"


def _sentence(text: str, first: int, last: int) -> Pair:
    lead = text[max(0, first - AROUND) : first]
    ends = [m.end() for m in _END.finditer(lead)]
    start = first - len(lead) + (ends[-1] if ends else 0)
    while start < first and text[start].isspace():
        start += 1
    last = min(last, first + LONGEST)
    behind = _END.search(text, max(first, last - 1), min(len(text), last + AROUND))
    end = behind.end() if behind else min(len(text), last + AROUND)
    return start, max(start, len(text[:end].rstrip()) if end - start < LONGEST + AROUND * 2 else end)


def _parts(text: str, start: int, end: int, record: Record) -> tuple[Part, ...]:
    """Where marks overlap, the source and the cue lie over the content."""
    spans = [(role, s) for role in _LAYERS for s in getattr(record.evidence, role)]
    cuts = sorted({start, end, *(c for _, s in spans for c in s if start < c < end)})
    found: list[Part] = []
    for a, b in pairwise(cuts):
        role = _role(spans, a, b)
        if found and found[-1].role == role:
            found[-1] = Part(role, found[-1].words + text[a:b])
        else:
            found.append(Part(role, text[a:b]))
    return tuple(found)


def _role(spans: Sequence[tuple[str, Pair]], a: int, b: int) -> str | None:
    return next((role for role, s in reversed(spans) if s[0] <= a and b <= s[1]), None)
