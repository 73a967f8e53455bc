"""Holds every claim of real articles to the first and the third law: spans are their words, and twice is the same.

Rows are articles (``text`` and metadata); no gold is needed. ``crashed`` counts articles on which the engine raised,
``ungrounded`` values whose span does not hold their words, ``unrepeatable`` articles whose second reading differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from whosays.evaluate.gold import Row, document
from whosays.evaluate.report import Report
from whosays.model import Analysis, Claim, Span
from whosays.pipeline import analyse

if TYPE_CHECKING:
    from whosays.pipeline import Kit


def evaluate(rows: Sequence[Row], kit: Kit) -> Report:
    """The counts over all articles; anything but zero is a defect."""
    crashed = ungrounded = unrepeatable = claims = 0
    errors: list[str] = []
    for number, row in enumerate(rows):
        article = document(row, key=str(row.get("url") or number))
        try:
            first, second = analyse(article, kit), analyse(article, kit)
        except Exception as error:  # a crash is what is being counted
            crashed += 1
            errors.append(f"{article.key}: {type(error).__name__}: {error}")
            continue
        loose = tuple(_ungrounded(first))
        errors.extend(f"{article.key}: {words!r} is not at its span" for words in loose)
        claims += len(first.claims)
        ungrounded += len(loose)
        unrepeatable += first != second
    counts = {"crashed": crashed, "ungrounded": ungrounded, "unrepeatable": unrepeatable, "claims": claims}
    return Report("soundness", len(rows), tuple((k, float(v)) for k, v in counts.items()), tuple(errors))


def _ungrounded(analysis: Analysis) -> Iterator[str]:
    """The words that do not stand at their span."""
    text = analysis.document.text
    for claim in analysis.claims:
        for words, span in _grounds(claim):
            if (
                span is None
                or not 0 <= span.start < span.end <= len(text)
                or (words is not None and span.of(text) != words)
            ):
                yield str(words)


def _grounds(claim: Claim) -> Iterator[tuple[str | None, Span | None]]:
    """Every value of the claim that rests on words, with the words (None where only the place is given) and their span."""
    for span in (*claim.content, *claim.attribution.cue):
        yield None, span
    parties = [claim.source, *claim.via]
    whens = [claim.reported]
    if claim.event:
        parties += [p for p in (claim.event.actor, claim.event.recipient) if p]
        whens.append(claim.event.time)
        yield from ((None, span) for span in claim.event.trigger)
        yield from ((q.text, q.span) for q in claim.event.quantities)
        if claim.event.place:
            yield claim.event.place.text, claim.event.place.span
    yield from ((p.text, p.span) for p in parties if p.text is not None)
    yield from ((w.text, w.span) for w in whens if w)
