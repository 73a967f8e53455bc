"""The claims of a proposition -> where each source stands on it, since when and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from whosays.findings import Posting, Stand
from whosays.model import Position


def positions(claims: Sequence[Posting]) -> tuple[Stand, ...]:
    """One row for each position that a source took, by when it was first taken. `claims` are in the order they were said.

    The stance of a row is the last one of that position. A source that changed has a row for each; the one that it holds
    now is that with the latest ``last``.
    """
    rows: dict[tuple[str, Position], list[Posting]] = {}
    for claim in claims:
        rows.setdefault((claim.source.key, claim.position), []).append(claim)
    stands = [_stand(position, row) for (_, position), row in rows.items()]
    return tuple(sorted(stands, key=lambda s: s.since or date.max)) if len(stands) > 1 else tuple(stands)


def _stand(position: Position, row: Sequence[Posting]) -> Stand:
    last = row[-1]
    days = [c.said for c in row if c.said is not None]
    since, until = (min(days), max(days)) if days else (None, None)
    return Stand(last.source, position, last.stance, since, until, tuple(c.id for c in row))
