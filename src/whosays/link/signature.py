"""A document's text -> its signature: the hashes of its runs of words, and of each passage the smallest of them.

This is MinHash with one permutation a passage: two texts that share a passage share the smallest hash of its runs, and two
that nearly share it mostly do. What is kept beside it is every run's hash, so that how much of a text stands in another is
counted, not estimated. The hashes are those of BLAKE2b: the same on every machine and in every version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

import numpy as np

from whosays.findings import Signature
from whosays.link.report import report

RUN = 4
"""Words in a run."""
BANDS = 40
"""Passages that a document is found by: those of the smallest hashes, the same ones in a copy."""
LONGEST = 6_000
"""Words read; what follows in a longer text is not looked at."""
_WORD = re.compile(r"[^\W_]+")


def signature(document: str, text: str, title: str | None = None) -> Signature:
    """The signature of the document with that id: empty where its page holds no report (`report.report`).

    ``values`` are the distinct hashes, uint32, little-endian, in order.
    """
    passages = list(_passages(report(text, title)))
    smallest = sorted({min(runs) for runs in passages if runs})
    every = np.array(sorted({run for runs in passages for run in runs}), "<u4")
    return Signature(document, tuple(smallest[:BANDS]), every.tobytes())


def _passages(passages: Sequence[str]) -> Iterator[list[int]]:
    """The hashes of each passage; a short one (a title) is read on into the next, as runs do not cross passages."""
    read, held = 0, list[str]()
    for passage in passages:
        held += _WORD.findall(passage.casefold())
        if len(held) >= 2 * RUN:
            read += len(held)
            yield [_hash(run) for run in _runs(held)]
            held = []
        if read >= LONGEST:
            return
    if held:
        yield [_hash(run) for run in _runs(held)]


def _runs(words: Sequence[str]) -> Iterator[str]:
    if len(words) < RUN:
        yield " ".join(words)
    for i in range(len(words) - RUN + 1):
        yield " ".join(words[i : i + RUN])


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=4).digest(), "little")
