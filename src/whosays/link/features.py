"""Postings of one document -> features: what linking compares of each claim, from that document alone.

A claim's vector has two halves: the meaning of its own words, and of the whole of its document's claims (the context, which
tells two like events of different stories apart). Its blocks are the keys under which claims that may say the same are found:
no claim is compared with one that shares no block. Keys come from the document alone, never from what else the case holds, so
that a case is the same in whatever order it was read.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from whosays.findings import Feature, Posting
from whosays.link.words import stems
from whosays.model import PlacePrecision

Embed = Callable[[Sequence[str]], NDArray[np.float32]]

MEANING = "v"
"""How the keys begin that come from a claim's meaning alone."""
TABLES, BITS = 12, 12
"""Hyperplane tables and bits in each: two claims of cosine 0.9 share a table in 86 of 100 cases, of 0.8 in 56."""
NAMES, STORY = 4, 6
"""Names of a claim, and of its whole document, that it is found by. More find few more (docs/measures/case.md)."""
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_CLOSE = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.ADM2, PlacePrecision.ADM1})


def features(postings: Sequence[Posting], embed: Embed | None) -> tuple[Feature, ...]:
    """One feature for each posting of one document, in their order. Without `embed` vectors are empty, and words serve.

    A vector is float16, the claim's half before the context's, each half of length 1.
    """
    if not postings:
        return ()
    named = [_names(p) for p in postings]
    story = _story(named)
    keys = [sorted(set(_keys(p, own, story))) for p, own in zip(postings, named, strict=True)]
    if embed is None:
        return tuple(Feature(p.id, tuple(k), b"") for p, k in zip(postings, keys, strict=True))
    own = embed([p.text for p in postings])
    context = own.mean(0)
    context /= max(float(np.linalg.norm(context)), 1e-9)
    return tuple(
        Feature(p.id, (*k, *tables), np.concatenate([vector, context]).astype("<f2").tobytes())
        for p, k, tables, vector in zip(postings, keys, _tables(own, postings), own, strict=True)
    )


def _names(posting: Posting) -> list[str]:
    """Whom and what the claim names: lands by their codes, and the stems of words with a capital."""
    words = {stem for match in _NAME.finditer(posting.text) for stem in stems(match.group())}
    return [*(f"#{land}" for land in sorted(_lands(posting))), *sorted(words)]


def _story(named: Sequence[Sequence[str]]) -> list[str]:
    """What the document names most, in most of its claims first."""
    often = Counter(name for names in named for name in names)
    return sorted(often, key=lambda name: (-often[name], name))[:STORY]


def _keys(posting: Posting, names: Sequence[str], story: Sequence[str]) -> Iterator[str]:
    """Word of the act x name x quarter; act x town x quarter; word of the act x lands x half-year; word of the act x actor x recipient x
    year; the document."""
    yield f"d|{posting.document}"
    act = stems(posting.trigger or "") or tuple(sorted(set(stems(posting.text))))[:STORY]
    quarter, years = _spread(posting, 3)[0], _spread(posting, 12)
    for word in act:
        yield from (f"t|{word}|{name}|{quarter}" for name in {*names[:NAMES], *story})
        yield from (f"t|{word}|{lands}|h{half}" for lands in _sides(posting) for half in _spread(posting, 6))
    place = posting.place
    if place and place.precision in _CLOSE:
        where = place.geonameid or place.name
        yield f"p|{posting.type}|{where}|{_spread(posting, 1 if place.precision is PlacePrecision.ADM1 else 3)[0]}"
    if posting.actor and posting.actor.code and posting.recipient and posting.recipient.code:
        both = "|".join(sorted((posting.actor.code, posting.recipient.code)))
        yield from (f"r|{word}|{both}|{year}" for word in act for year in years)


def _sides(posting: Posting) -> Iterator[str]:
    """Two lands at a time, as one land's acts of a kind are too many in half a year; or the one that there is."""
    lands = sorted(_lands(posting))
    yield from ("#" + "#".join(pair) for pair in combinations(lands, 2)) if len(lands) > 1 else map("#{}".format, lands)


def _lands(posting: Posting) -> set[str]:
    codes = [h.code for h in (posting.actor, posting.recipient) if h and h.code]
    codes += [c.side for c in posting.counts if c.side]
    lands = {code.split(" ")[0] for code in codes if code not in ("UNSPEC", "publisher")}
    return lands | ({posting.place.country} if posting.place and posting.place.country else set())


def _spread(posting: Posting, months: int) -> tuple[int, int]:
    """The stretch of so many months in which it was said, and the one before: who takes both shares one with each neighbour."""
    said = posting.said
    count = (said.year * 12 + said.month) // months if said else 0
    return count, count - 1


def _tables(vectors: NDArray[np.float32], postings: Sequence[Posting]) -> Iterator[tuple[str, ...]]:
    """Keys by the side of fixed hyperplanes on which a vector lies, `BITS` of them to a key, in the half-year it was said
    and the one before: without a time a table would fill for ever.
    """
    sides = (vectors @ _planes(vectors.shape[1])) > 0
    weights = (1 << np.arange(BITS)).astype(np.float32)
    numbers = (sides.reshape(len(vectors), TABLES, BITS).astype(np.float32) @ weights).astype(int)
    for posting, row in zip(postings, numbers.tolist(), strict=True):
        yield tuple(f"{MEANING}{t}|{number}|{half}" for t, number in enumerate(row) for half in _spread(posting, 6))


@lru_cache(maxsize=2)
def _planes(size: int) -> NDArray[np.float32]:
    """Planes whose signs are the bits of a hash: the same on every machine and for ever."""
    need = size * TABLES * BITS
    blocks = b"".join(hashlib.sha256(f"plane {i}".encode()).digest() for i in range(need // 256 + 1))
    bits = np.unpackbits(np.frombuffer(blocks, np.uint8))[:need].astype(np.float32)
    return (bits * 2 - 1).reshape(size, TABLES * BITS)
