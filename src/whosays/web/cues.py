"""A book and its words -> which cues its claims have, and what they were read as: what the review compares a question with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whosays.export.marks import Mark
from whosays.export.record import Record
from whosays.findings import Posting
from whosays.web.book import Book
from whosays.web.evidence import Words, mark_of

READ = 3_000
"""Claims whose cues are read, the most contested first."""

Cues = Mapping[str, Sequence[str]]
"""Each cue, in small letters, with the ids of its claims."""


@dataclass(frozen=True, slots=True)
class SameCue:
    """A cue in other documents: as what it was read there, how often, and how often a person said that this was right."""

    cue: str
    mark: Mark
    times: int
    checked: int


def cue_of(record: Record, text: str) -> str:
    """The words of a claim's cue as they stand in the text."""
    return " … ".join(" ".join(text[a:b].split()) for a, b in record.evidence.cue)


def cues(book: Book, words: Words) -> Cues:
    """The cues of the first `READ` claims of the book."""
    found: dict[str, list[str]] = defaultdict(list)
    listed = (c for f in book.ordered for c in f.proposition.claims)
    for _, claim in zip(range(READ), listed, strict=False):
        record, text = words.record(claim), words.text(book.claims[claim].document)
        if record and text is not None and record.evidence.cue:
            found[cue_of(record, text).casefold()].append(claim)
    return found


def same_cues(book: Book, words: Words, known: Cues, claims: Sequence[Posting]) -> tuple[SameCue, ...]:
    """What the cues of the claims were read as in other documents, the commonest first."""
    found: list[SameCue] = []
    for cue in dict.fromkeys(_cue(words, claim) for claim in claims):
        here = {c.document for c in claims}
        others = [book.claims[c] for c in known.get(cue.casefold(), ()) if c in book.claims]
        elsewhere = [c for c in others if c.document not in here]
        by = Counter(mark_of(c) for c in elsewhere)
        for mark, times in by.most_common():
            checked = sum(c.id in book.balance.checked for c in elsewhere if mark_of(c) == mark)
            found.append(SameCue(cue, mark, times, checked))
    return tuple(found)


def _cue(words: Words, claim: Posting) -> str:
    record, text = words.record(claim.id), words.text(claim.document)
    return cue_of(record, text) if record and text is not None else ""
