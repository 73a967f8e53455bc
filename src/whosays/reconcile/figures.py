"""Postings -> figures: every number that counts people or things, as its source said it, and what is part of what.

Nothing is added up, averaged or chosen here. A figure whose time is a closed interval ("in the past week") is for that
period; one without, or with an end alone ("by mid-January"), is a total up to then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from whosays.findings import Count, Counted, Figure, Posting
from whosays.model import PlacePrecision, QuantityKind, TimePrecision

_PRONOUNS = frozenset({"them", "whom", "these", "those", "which"})
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.PART_OF_COUNTRY, PlacePrecision.NONE})


def figures(postings: Sequence[Posting]) -> tuple[Figure, ...]:
    """The figures of the postings, in their order; those of which the text does not tell what became of them are left out.

    `postings` are in the order (published, document, order). A figure of "them" is part of the figure before it in its
    sentence, and counts the same side.
    """
    found: list[Figure] = []
    before: Posting | None = None
    for posting in postings:
        whole = _whole(posting, before, found)
        found.extend(_figure(posting, count, whole) for count in posting.counts if _tells(count))
        if posting.counts:
            before = posting
    return tuple(found)


def _tells(count: Count) -> bool:
    kinds = set(count.kinds) - {QuantityKind.OTHER}
    return bool(kinds) and not (count.low is None and count.best is None and count.high is None)


def _whole(posting: Posting, before: Posting | None, found: Sequence[Figure]) -> Figure | None:
    """The figure that "1,000 of them" is part of: the first of the claim before, in the same sentence or the one before."""
    if before is None or before.document != posting.document or posting.sentence - before.sentence > 1:
        return None
    return next((f for f in found if f.claim == before.id), None)


def _figure(posting: Posting, count: Count, whole: Figure | None) -> Figure:
    anaphoric = (count.of or "").casefold() in _PRONOUNS
    whole = whole if anaphoric else None
    side = count.side or (whole.counted.side if whole else None)
    place = posting.place if posting.place and posting.place.precision not in _WIDE else None
    return Figure(
        counted=Counted(count.kinds, side, count.unit, place.name if place else None),
        said=posting.said,
        source=posting.source,
        low=count.low,
        best=count.best,
        high=count.high,
        approximate=count.approximate,
        position=posting.position,
        status=posting.status,
        text=count.text,
        part_of=whole.claim if whole else posting.id if count.part_of is not None else None,
        period=_period(posting),
        claim=posting.id,
        document=posting.document,
    )


def _period(posting: Posting) -> tuple[date, date] | None:
    if posting.start is None or posting.end is None or posting.grain is TimePrecision.PRESENT:
        return None
    return posting.start, posting.end
