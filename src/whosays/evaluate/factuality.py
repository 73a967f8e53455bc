"""Measures whether an event that happened is kept apart from one that did not, on words rated from -3 (it did not) to 3 (it did).

A row has ``text`` (tokens joined by single spaces) and ``targets``: ``span1`` (half-open, in tokens) and ``label``. The ratings
are the reader's, whoever speaks. A target is read where it is the trigger of a claim: it is said to have happened if the
claim's position affirms it and its status is occurred, ongoing or habitual, and not to have happened if the position
rejects it. Of the targets rated 2 or more either way:

- ``inverted``: the share, of those read, that are said to be the opposite; ``inverted_of_all``: of all of them.
- ``read``: the share that is the trigger of a claim that takes a position.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from whosays.evaluate.coded import bare
from whosays.evaluate.report import Report
from whosays.model import Claim, Position, Span, Status
from whosays.pipeline import analyse

if TYPE_CHECKING:
    from whosays.pipeline import Kit

SURE = 2.0
_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING, Status.HABITUAL})


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """How many sure events are inverted; see the module."""
    sure = read = inverted = 0
    errors: list[str] = []
    for row in rows:
        text = str(row["text"])
        targets = [(span, label) for span, label in _targets(row, text) if abs(label) >= SURE]
        claims = analyse(bare(text), kit).claims if targets else ()
        for span, label in targets:
            sure += 1
            said = _said(claims, span)
            if said is None:
                continue
            read += 1
            if said != (label > 0):
                inverted += 1
                errors.append(f"{'happened' if said else 'did not happen'} for {label}: {span.of(text)!r} in {text}")
    metrics = (
        ("inverted", inverted / max(1, read)),
        ("inverted_of_all", inverted / max(1, sure)),
        ("read", read / max(1, sure)),
    )
    return Report("factuality", sure, metrics, tuple(errors))


def _targets(row: Mapping[str, object], text: str) -> Iterator[tuple[Span, float]]:
    """The rated words as spans of the text."""
    offsets, at = [], 0
    for token in text.split(" "):
        offsets.append((at, at + len(token)))
        at += len(token) + 1
    targets = row.get("targets")
    for target in targets if isinstance(targets, list) else ():
        first, last = target["span1"][0], target["span1"][1] - 1
        if first <= last < len(offsets):
            yield Span(offsets[first][0], offsets[last][1]), float(target["label"])


def _said(claims: Sequence[Claim], span: Span) -> bool | None:
    """Whether the claims say that the word's event happened; None where none takes a position on it, or they differ."""
    found = {_happened(c) for c in claims if c.event is not None and any(s.overlaps(span) for s in c.event.trigger)}
    return found.pop() if len(found) == 1 else None


def _happened(claim: Claim) -> bool | None:
    if claim.position is Position.REJECTS:
        return False
    status = claim.event.status if claim.event is not None else None
    return True if claim.position is Position.AFFIRMS and status in _HAPPENED else None
