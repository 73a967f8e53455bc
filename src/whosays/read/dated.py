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
    """What is stated wins; that the document gives another day is said. An assumed day fills a gap, and wins over the day on
    which the file was made, which is no more than a guess at the day of publication and is said to be so.
    """
    own = published(dates)
    weak = own.dating is not None and own.dating.dated is Dated.FILE
    if stated.published:
        return Day(stated.published, Dated.GIVEN, contradictions=_against(stated.published, own.dating))
    if stated.assumed and (weak or own.dating is None):
        return Day(stated.assumed, Dated.ASSUMED)
    if own.dating is None:
        return Day(None, Dated.UNKNOWN)
    at = own.dating.at
    said = (f"dated {at.day} only by its file metadata: the day the file was made; see --published",) if weak else ()
    return Day(at.day, own.dating.dated, at.moment, at.words, (*own.contradictions, *said))


def _against(day: date, own: Dating | None) -> tuple[str, ...]:
    """One line where the document's own date is another than the one stated; a file made later contradicts nothing."""
    if own is None or abs(own.at.day - day) <= APART or (own.dated is Dated.FILE and own.at.day > day):
        return ()
    return (f"dated {day} as stated, but {own.at.day} by {own.dated} ({own.at.words})",)
