"""What the words of claims show -> which cues they have, and what they were read as: what the review compares a question with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whosays.export.marks import Mark
from whosays.findings import Posting
from whosays.web.book import Book
from whosays.web.evidence import Words, mark_of
from whosays.web.looked import Looked, cue_of

Cues = Mapping[str, Sequence[str]]
"""Each cue, in small letters, with the ids of its claims."""


@dataclass(frozen=True, slots=True)
class SameCue:
    """A cue in other documents: as what it was read there, how often, and how often a person said that this was right."""

    cue: str
    mark: Mark
    times: int
    checked: int


def cues(seen: Mapping[str, Looked]) -> Cues:
    """The cues of the claims whose words were looked at."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim, shows in seen.items():
        if shows.cue:
            found[shows.cue.casefold()].append(claim)
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
