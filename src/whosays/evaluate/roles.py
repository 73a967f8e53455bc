"""Measures actor and recipient on sentences with S(ource) and T(arget) tags: in our words actor and recipient.

A row has ``tokens`` and ``tags`` (BIO with S and T). The tokens are joined by single spaces, and the whole is the content.
Per role, over all rows, micro:

The place where an act without a named recipient was done is taken for the recipient, as these coders do.

- ``actor_exact``, ``recipient_exact``: F1 of spans that are the same but for a determiner, a preposition or a mark at the ends.
- ``actor_overlap``, ``recipient_overlap``: F1 of spans that share a word. A gold span counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whosays.evaluate.coded import coded
from whosays.evaluate.report import Report
from whosays.frame.phrase import noun_phrase
from whosays.frame.trigger import Trigger
from whosays.model import Party

if TYPE_CHECKING:
    from whosays.pipeline import Kit

_LOOSE = frozenset(
    [
        "the",
        "a",
        "an",
        "on",
        "to",
        "in",
        "at",
        "of",
        "for",
        "with",
        "against",
        "by",
        "its",
        "his",
        "her",
        "their",
        "'",
        '"',
        ",",
        ".",
        "(",
        ")",
        "“",
        "”",
        "’",
        "s",
        "'s",
    ]
)


@dataclass(slots=True)
class _Tally:
    right: int = 0
    said: int = 0
    gold: int = 0

    def f1(self) -> float:
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """F1 of actors and recipients, exact and by overlap; see the module."""
    tallies = {f"{role}_{how}": _Tally() for role in ("actor", "recipient") for how in ("exact", "overlap")}
    errors: list[str] = []
    for row in rows:
        tokens = [str(t) for t in _list(row["tokens"])]
        tags = [str(t) for t in _list(row["tags"])]
        found, _, actor, recipient = coded(" ".join(tokens), kit)
        if recipient is None and found is not None:
            recipient = _place(found)
        for role, letter, party in (("actor", "S", actor), ("recipient", "T", recipient)):
            gold = tuple(_spans(tags, letter))
            said = _words(tokens, party)
            _count(tallies[f"{role}_exact"], tokens, gold, said, exact=True)
            if not _count(tallies[f"{role}_overlap"], tokens, gold, said, exact=False):
                named = [" ".join(tokens[a:b]) for a, b in gold]
                errors.append(f"{role}: {party.text if party else None!r} for {named}: {' '.join(tokens)}")
    return Report("roles", len(rows), tuple((name, tally.f1()) for name, tally in tallies.items()), tuple(errors))


def _place(found: Trigger) -> Party | None:
    """The place of an act without a recipient, which these coders take as the target: Peru in "resigned after protests in Peru"."""
    for token in found.sentence.tokens[found.head.index :]:
        if token.dep == "pobj" and token.entity in ("GPE", "LOC"):
            return Party(None, None, None, token.text, noun_phrase(found.sentence, token))
    return None


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _spans(tags: Sequence[str], letter: str) -> Iterator[tuple[int, int]]:
    start = None
    for i, tag in enumerate((*tags, "O")):
        if start is not None and tag != f"I-{letter}":
            yield start, i
            start = None
        if start is None and tag in (f"B-{letter}", f"I-{letter}"):
            start = i


def _words(tokens: Sequence[str], party: Party | None) -> tuple[int, int] | None:
    """The tokens that the party's characters cover."""
    if party is None or party.span is None:
        return None
    found, offset = [], 0
    for i, token in enumerate(tokens):
        if offset < party.span.end and party.span.start < offset + len(token):
            found.append(i)
        offset += len(token) + 1
    return (found[0], found[-1] + 1) if found else None


def _count(
    tally: _Tally, tokens: Sequence[str], gold: Sequence[tuple[int, int]], said: tuple[int, int] | None, exact: bool
) -> bool:
    """Adds one row to the tally; whether all of it is right."""
    tally.gold += len(gold)
    if said is None:
        return not gold
    tally.said += 1
    same = [_core(tokens, span) == _core(tokens, said) for span in gold]
    shared = [a < said[1] and said[0] < b for a, b in gold]
    right = any(same if exact else shared)
    tally.right += right
    return right and len(gold) == 1


def _core(tokens: Sequence[str], span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and tokens[start].lower() in _LOOSE:
        start += 1
    while end > start and tokens[end - 1].lower() in _LOOSE:
        end -= 1
    return start, end
