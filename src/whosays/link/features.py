"""Postings of one document -> features: what linking compares of each claim, from that document alone.

A claim's vector has two halves: the meaning of its own words, and of the whole of its document's claims (the context, which
tells two like events of different stories apart). Its blocks are the keys under which claims that may say the same are found:
no claim is compared with one that shares no block. Keys come from the claim alone, never from what else the case holds, so
that a case is the same in whatever order it was read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from whosays.findings import Feature, Posting
from whosays.link.words import stems
from whosays.model import PlacePrecision

Embed = Callable[[Sequence[str]], NDArray[np.float32]]

TABLES, BITS = 12, 10
"""Hyperplane tables and bits in each: two claims of cosine 0.9 share a table in 94 of 100 cases, of 0.8 in 72."""
MONTHS = 3
"""Months of an event's time that give keys; a longer time is an era, and its report's month serves."""
_CLOSE = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.ADM2, PlacePrecision.ADM1})


def features(postings: Sequence[Posting], embed: Embed | None) -> tuple[Feature, ...]:
    """One feature for each posting of one document, in their order. Without `embed` vectors are empty, and words serve.

    A vector is float16, the claim's half before the context's, each half of length 1.
    """
    if embed is None:
        return tuple(Feature(p.id, tuple(sorted({*_keys(p), *_word_keys(p)})), b"") for p in postings)
    if not postings:
        return ()
    own = embed([p.text for p in postings])
    context = own.mean(0)
    context /= max(float(np.linalg.norm(context)), 1e-9)
    tables = _tables(own)
    return tuple(
        Feature(p.id, tuple(sorted({*_keys(p), *keys})), np.concatenate([vector, context]).astype("<f2").tobytes())
        for p, vector, keys in zip(postings, own, tables, strict=True)
    )


def _keys(posting: Posting) -> Iterator[str]:
    """Act x land x month; act x place x year; act x actor x recipient x half-year. Months and years overlap by one."""
    act = posting.type or "-"
    for land in sorted(_lands(posting)):
        yield from (f"m|{act}|{land}|{month}" for month in _months(posting))
    years = _spread(posting, 12)
    if posting.place and posting.place.precision in _CLOSE:
        where = posting.place.geonameid or posting.place.name
        yield from (f"p|{act}|{where}|{year}" for year in years)
    if posting.actor and posting.actor.code and posting.recipient and posting.recipient.code:
        both = "|".join(sorted((posting.actor.code, posting.recipient.code)))
        yield from (f"r|{act}|{both}|{half}" for half in _spread(posting, 6))


def _lands(posting: Posting) -> set[str]:
    codes = [h.code for h in (posting.actor, posting.recipient) if h and h.code]
    codes += [c.side for c in posting.counts if c.side]
    lands = {code.split(" ")[0] for code in codes if code not in ("UNSPEC", "publisher")}
    return lands | ({posting.place.country} if posting.place and posting.place.country else set())


def _word_keys(posting: Posting) -> Iterator[str]:
    words = sorted(set(stems(posting.text)))
    yield from (f"w|{a}|{b}" for i, a in enumerate(words[:12]) for b in words[i + 1 : 12])


def _months(posting: Posting) -> tuple[int, ...]:
    first, last = posting.start, posting.end
    if first and last and 0 <= _month(last) - _month(first) < MONTHS:
        return tuple(range(_month(first) - 1, _month(last) + 1))
    return _spread(posting, 1)


def _spread(posting: Posting, months: int) -> tuple[int, ...]:
    """The stretch of so many months in which it was said, and the one before: neighbours share one."""
    said = posting.said
    return (_month(said) // months, _month(said) // months - 1) if said else (-1,)


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _tables(vectors: NDArray[np.float32]) -> Iterable[tuple[str, ...]]:
    """Keys by the side of fixed hyperplanes on which a vector lies, `BITS` of them to a key."""
    sides = (vectors @ _planes(vectors.shape[1])) > 0
    weights = 1 << np.arange(BITS)
    numbers = sides.reshape(len(vectors), TABLES, BITS) @ weights
    return (tuple(f"v{table}|{number}" for table, number in enumerate(row)) for row in numbers.tolist())


@lru_cache(maxsize=2)
def _planes(size: int) -> NDArray[np.float32]:
    """Planes whose signs are the bits of a hash: the same on every machine and for ever."""
    need = size * TABLES * BITS
    blocks = b"".join(hashlib.sha256(f"plane {i}".encode()).digest() for i in range(need // 256 + 1))
    bits = np.unpackbits(np.frombuffer(blocks, np.uint8))[:need].astype(np.float32)
    return (bits * 2 - 1).reshape(size, TABLES * BITS)
