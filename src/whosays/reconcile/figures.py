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
    first: Figure | None = None
    for posting in postings:
        whole = first if _follows(posting, before) else None
        own = [_figure(posting, count, whole) for count in posting.counts if _tells(count)]
        found.extend(own)
        if posting.counts:
            before, first = posting, own[0] if own else None
    return tuple(found)


def _tells(count: Count) -> bool:
    kinds = set(count.kinds) - {QuantityKind.OTHER}
    return bool(kinds) and not (count.low is None and count.best is None and count.high is None)


def _follows(posting: Posting, before: Posting | None) -> bool:
    """Whether "1,000 of them" is part of a figure of the claim before: in the same sentence or the one after."""
    return before is not None and before.document == posting.document and posting.sentence - before.sentence <= 1


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
