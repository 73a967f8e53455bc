"""Near copies among news articles, against pairs that a person marked (``copies.yaml``).

The articles are those of ``crossdoc/gva.dev.jsonl``; a marked pair names two by their incident and place in its row ("113214.0").
The rule of the marks: of the words of the shorter report, six in ten or more stand in the other report, in sentences that are
repeated as they are or with a few words changed. Titles, captions, and the furniture of a page are no part of a report, so that
pages without one are copies of nothing. Every pair that shares three in ten of the shorter text's runs of four words, furniture
and all, was looked at; any other pair counts as none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import combinations
from typing import TYPE_CHECKING

import yaml

from whosays.evaluate import gold
from whosays.evaluate.coreference import shared
from whosays.evaluate.report import Report
from whosays.findings import Signature
from whosays.link.nears import nears
from whosays.link.signature import signature

if TYPE_CHECKING:
    from whosays.pipeline import Kit

Pair = tuple[str, str]


def evaluate(rows: Sequence[gold.Row], kit: Kit) -> Report:
    """Precision and recall of pairs, on all of them, and on the half that nothing was chosen on (``held_out``)."""
    signed = {s.document: s for s in _signatures(rows)}
    found = {pair for group in _sharing(tuple(signed.values())) for pair in _copies(group)}
    named = (tuple(pair.split()) for pair in yaml.safe_load(files(__package__).joinpath("copies.yaml").read_text()))
    marked = {(min(a, b), max(a, b)) for a, b in named if a in signed and b in signed}
    whole, half = shared(marked, found), shared(*({p for p in s if _held_out(p)} for s in (marked, found)))
    metrics = (
        ("precision", whole.precision),
        ("recall", whole.recall),
        ("held_out_precision", half.precision),
        ("held_out_recall", half.recall),
    )
    errors = (f"{'taken for a copy' if p in found else 'missed'}: {' '.join(p)}" for p in sorted(marked ^ found))
    return Report("copies", len(marked), metrics, tuple(errors))


def _signatures(rows: Sequence[gold.Row]) -> Iterator[Signature]:
    for row in rows:
        for article in gold.news(row):
            yield signature(f"{row['incident_id']}.{article.place}", article.text, article.title)


def _sharing(signed: Sequence[Signature]) -> Iterator[tuple[Signature, ...]]:
    """Each signature with those after it that share a band, as a case finds them."""
    holders: dict[int, list[int]] = {}
    for n, one in enumerate(signed):
        for band in one.bands:
            holders.setdefault(band, []).append(n)
    shared: dict[int, set[int]] = {}
    for several in holders.values():
        for a, b in combinations(several, 2):
            shared.setdefault(a, set()).add(b)
    return ((signed[n], *(signed[m] for m in sorted(others))) for n, others in shared.items())


def _copies(group: Sequence[Signature]) -> Iterator[Pair]:
    return ((near.left, near.right) for near in nears(group[0], group[1:]))


def _held_out(pair: Pair) -> bool:
    """By the incident of the first article: what belongs together falls into one half."""
    incident = pair[0].partition(".")[0]
    return hashlib.sha256(f"half {incident}".encode()).digest()[0] % 2 == 1
