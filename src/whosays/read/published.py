"""What a document says of its own date -> the day it was published, where that was found, and what contradicts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from whosays.model import Dated
from whosays.read.written import Written

ORDER = (Dated.JSON_LD, Dated.META, Dated.TIME, Dated.URL, Dated.DATELINE, Dated.TEXT, Dated.FILE)
"""Where a date is found, the most trusted first: what is written for machines to read, then for people, then by software."""
APART = timedelta(days=1)
"""Days by which two dates may differ and still be one: a night between two zones, an article put online the evening before."""
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Dating:
    """A date that a document gives. `modified`: the day it was changed, which only bounds the other."""

    dated: Dated
    at: Written
    modified: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """The dating that is believed, if any, and one line on each that contradicts it."""

    dating: Dating | None
    contradictions: tuple[str, ...] = ()


def published(found: Sequence[Dating]) -> Published:
    """The date to go by: the most trusted one, unless two other places agree on another day and none on this.

    The day is the local one, as written: of two that are the same instant the one that is not in UTC. The first of 1970
    (a date that was never set) is left out. A file made after the day contradicts nothing: it was printed or saved then.
    """
    dates = [d for d in found if not d.modified and d.at.day != _EPOCH]
    ranked = sorted(dates, key=lambda d: ORDER.index(d.dated))
    if not ranked:
        return Published(None)
    first = _outvoted(ranked) or ranked[0]
    chosen = _local(first, ranked)
    lines = [
        f"dated {chosen.at.day} by {chosen.dated} ({chosen.at.words}), but {other.at.day} by {other.dated} ({other.at.words})"
        for other in ranked
        if abs(other.at.day - chosen.at.day) > APART
        and not (other.dated is Dated.FILE and other.at.day > chosen.at.day)
    ]
    lines += [
        f"dated {chosen.at.day} by {chosen.dated}, but last changed on {other.at.day}, before that ({other.dated})"
        for other in found
        if other.modified and chosen.at.day - other.at.day > APART and other.at.day != _EPOCH
    ]
    return Published(chosen, tuple(dict.fromkeys(lines)))


def _outvoted(ranked: Sequence[Dating]) -> Dating | None:
    """The best dating of a day that two kinds of place agree on, where the most trusted one stands alone."""

    def backing(one: Dating) -> set[Dated]:
        return {d.dated for d in ranked if abs(d.at.day - one.at.day) <= APART}

    alone = len(backing(ranked[0])) == 1
    return next((d for d in ranked if alone and len(backing(d)) > 1), None)


def _local(first: Dating, ranked: Sequence[Dating]) -> Dating:
    """The same instant with the offset of the place, where the first one has it in UTC."""
    instant = first.at.instant
    if not instant or instant.utcoffset() != UTC.utcoffset(None):
        return first
    same = (d for d in ranked if d.at.instant == instant and d.at.moment != first.at.moment)
    return next(same, first)
