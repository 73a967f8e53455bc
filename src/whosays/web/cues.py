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


@dataclass(frozen=True, slots=True)
class Cues:
    """``of`` is the cue of each claim, in small letters; ``times`` how often each cue was read as what; ``checked`` how
    many of these a person said were right.
    """

    of: Mapping[str, str]
    times: Mapping[str, Counter[Mark]]
    checked: Mapping[str, Counter[Mark]]


@dataclass(frozen=True, slots=True)
class SameCue:
    """A cue in other documents: as what it was read there, how often, and how often a person said that this was right."""

    cue: str
    mark: Mark
    times: int
    checked: int


def cues(book: Book, seen: Mapping[str, Looked]) -> Cues:
    """The cues of the claims whose words were looked at."""
    of = {claim: shows.cue.casefold() for claim, shows in seen.items() if shows.cue}
    times, checked = defaultdict[str, Counter[Mark]](Counter), defaultdict[str, Counter[Mark]](Counter)
    for claim, cue in of.items():
        mark = mark_of(book.claims[claim])
        times[cue][mark] += 1
        checked[cue][mark] += claim in book.balance.checked
    return Cues(of, times, checked)


def same_cues(book: Book, words: Words, known: Cues, claims: Sequence[Posting]) -> tuple[SameCue, ...]:
    """What the cues of the claims were read as in other documents, the commonest first."""
    found: list[SameCue] = []
    here = [p for d in dict.fromkeys(c.document for c in claims) for p in book.of_document(d)]
    for cue in dict.fromkeys(_cue(words, claim) for claim in claims):
        small = cue.casefold()
        own = [p for p in here if known.of.get(p.id) == small]
        times = known.times.get(small, Counter()) - Counter(map(mark_of, own))
        checked = known.checked.get(small, Counter()) - Counter(mark_of(p) for p in own if p.id in book.balance.checked)
        found += (SameCue(cue, mark, n, checked[mark]) for mark, n in times.most_common())
    return tuple(found)


def _cue(words: Words, claim: Posting) -> str:
    record, text = words.record(claim.id), words.text(claim.document)
    return cue_of(record, text) if record and text is not None else ""
