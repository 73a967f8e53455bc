"""A book and its words -> what the words of each claim show that its posting does not: the cue, damage, a time without a day.

Words are read by the document and once: those of a claim never change, so that what was seen serves the next book as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from whosays.export.record import Record
from whosays.findings import Held
from whosays.web.book import Book
from whosays.web.evidence import Words
from whosays.web.quote import quote

READ = 100_000
"""Claims whose words are looked at, the most contested first: beyond that it would take minutes."""
TOGETHER = 100
"""Documents whose words are read at once."""

_LOST = re.compile(
    r"\b\w+ (?:and|or) \w+ly (?:do|does|did|has|have|had|is|are|was|were|will|would|can|could)\b"
    r"|\ufffd|Ã.|â€|\b(?!had|that)(\w{2,}) \1\b"
)
"""A word lost after "and", characters read in the wrong code, a word written twice."""
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Looked:
    """``damage`` are the words that look damaged; ``undated`` those of a time without a year in an article whose day is not
    given; ``by_rules`` that the rules found the claim where a learned model was asked as well and did not.
    """

    cue: str
    damage: str | None = None
    undated: str | None = None
    by_rules: bool = False


def looked(book: Book, words: Words, known: Mapping[str, Looked]) -> dict[str, Looked]:
    """What shows of each of the first `READ` claims of the book, in its order; what is `known` is not read again.

    Claims whose words are not in the case any more, or can't be read, are left out.
    """
    listed = list(islice((c for f in book.ordered for c in f.proposition.claims), READ))
    found = {c: known[c] for c in listed if c in known}
    missing: dict[str, list[str]] = defaultdict(list)
    for claim in listed:
        if claim not in found:
            missing[book.claims[claim].document].append(claim)
    for documents in _portions(missing):
        texts = words.texts(documents)
        records = words.records([c for d in documents for c in missing[d]])
        found |= {
            c: _look(records[c], texts[d], book.documents[d])
            for d in documents
            if d in texts
            for c in missing[d]
            if c in records
        }
    return {c: found[c] for c in listed if c in found}


def cue_of(record: Record, text: str) -> str:
    """The words of a claim's cue as they stand in the text."""
    return " … ".join(" ".join(text[a:b].split()) for a, b in record.evidence.cue)


def _portions(documents: Mapping[str, object]) -> Iterator[list[str]]:
    left = iter(documents)
    while portion := list(islice(left, TOGETHER)):
        yield portion


def _look(record: Record, text: str, document: Held) -> Looked:
    time = record.event.time if record.event else None
    return Looked(
        cue=cue_of(record, text),
        damage=_damage(quote(text, record, document).words),
        undated=time.text if time and record.document.dated != "given" and not _YEAR.search(time.text) else None,
        by_rules=(record.made_by.rule or "").startswith("rules") and "rules" not in record.made_by.model,
    )


def _damage(sentence: str) -> str | None:
    lost = _LOST.search(sentence)
    if lost is None:
        return None
    more = re.compile(r"\w* ?\w*").match(sentence, min(lost.end() + 1, len(sentence)))
    return sentence[lost.start() : more.end() if more else lost.end()].strip()
