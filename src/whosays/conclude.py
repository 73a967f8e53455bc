"""The case on one page: ledger in, balance out. Pure, and made anew for each day that is asked for.

``conclude`` does for many documents what `pipeline.analyse` does for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from whosays.findings import Balance, Decision, Held, Link, Near, Posting, Reckoned, Shelf
from whosays.link.copies import copies
from whosays.link.propositions import propositions
from whosays.link.roots import roots
from whosays.reconcile.bounds import bounds
from whosays.reconcile.figures import figures
from whosays.reconcile.finding import finding
from whosays.reconcile.tensions import tensions
from whosays.review.review import review


def conclude(
    postings: Sequence[Posting],
    documents: Sequence[Held],
    links: Iterable[Link],
    nears: Iterable[Near],
    decisions: Sequence[Decision] = (),
    as_of: date | None = None,
) -> Balance:
    """What stands on the day, by what was known on it: later documents, and under an `as_of` undated ones, are left out.

    `documents` are shelved as of that day; `postings` are those of current documents, in the order (published, key, order).
    `links` and `nears` may hold more than is known: what concerns other claims or documents is passed over.
    """
    undated = tuple(d.key for d in documents if as_of is not None and d.published is None)
    known = tuple(d for d in documents if as_of is None or (d.published is not None and d.published <= as_of))
    current = {d.id: d for d in known if d.shelf is Shelf.CURRENT}
    reviewed = review([p for p in postings if p.document in current], decisions)
    claims = {p.id: p for p in reviewed.postings}
    origins = copies(tuple(current.values()), nears)
    copied = {d: origin.id for origin in origins for d in origin.documents}
    found = tuple(
        finding(p, claims, roots([claims[c] for c in p.claims], current, copied))
        for p in propositions(reviewed.postings, links, reviewed.same, reviewed.different)
    )
    return Balance(
        as_of=as_of,
        documents=known,
        undated=undated,
        postings=reviewed.postings,
        origins=origins,
        findings=found,
        checked=reviewed.checked,
        reckon=_reckon,
    )


def _reckon(balance: Balance) -> Reckoned:
    claims = {p.id: p for p in balance.postings}
    counted = figures(balance.postings)
    return Reckoned(counted, bounds(counted, balance.as_of), tensions(balance.findings, claims, counted))
