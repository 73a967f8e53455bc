"""The day that a document goes by: stated, found in it, or assumed, in this order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whosays.model import Dated
from whosays.read.input import Stated
from whosays.read.published import APART, Dating, published


@dataclass(frozen=True, slots=True)
class Day:
    """The day that the document goes by, where it comes from, and what contradicts it."""

    day: date | None
    dated: Dated
    moment: str | None = None
    words: str | None = None
    contradictions: tuple[str, ...] = ()


def dated(stated: Stated, dates: Sequence[Dating]) -> Day:
    """What is stated wins; that the document gives another day is said. An assumed day only fills a gap."""
    own = published(dates)
    if stated.published:
        other = own.dating and abs(own.dating.at.day - stated.published) > APART and own.dating
        said = (
            f"dated {stated.published} as stated, but {other.at.day} by {other.dated} ({other.at.words})"
            if other
            else ""
        )
        return Day(stated.published, Dated.GIVEN, contradictions=(said,) if said else ())
    if own.dating:
        at = own.dating.at
        return Day(at.day, own.dating.dated, at.moment, at.words, own.contradictions)
    return Day(stated.assumed, Dated.ASSUMED) if stated.assumed else Day(None, Dated.UNKNOWN)
