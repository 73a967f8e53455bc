"""Which claims are compared at all: those that share a block, and more than the chance side of a plane."""

from __future__ import annotations

import numpy as np

from whosays.findings import Feature
from whosays.link.candidates import ALONE, FLOOR, Pair, candidates


def _feature(claim: str, blocks: tuple[str, ...], cosine: float) -> Feature:
    """A feature whose words lie at that cosine from the first axis."""
    own = np.array([cosine, (1 - cosine**2) ** 0.5, 0, 0], np.float32)
    return Feature(claim, blocks, np.concatenate([own, own]).astype("<f2").tobytes())


def _pairs(a: Feature, b: Feature) -> list[tuple[str, str]]:
    return [(p.left, p.right) for p in candidates([a], [b])]


ONE = _feature("b", ("t|shell|lima|8090", "v3|77|4044"), 1.0)


def test_claims_of_one_block_are_compared() -> None:
    assert _pairs(ONE, _feature("a", ("t|shell|lima|8090",), 0.9)) == [("a", "b")]


def test_claims_without_a_common_block_are_not() -> None:
    assert _pairs(ONE, _feature("a", ("t|shell|lima|8091",), 0.9)) == []


def test_claims_far_apart_in_meaning_are_not() -> None:
    assert _pairs(ONE, _feature("a", ("t|shell|lima|8090",), FLOOR - 0.05)) == []


def test_those_that_meaning_alone_brings_together_must_be_nearer() -> None:
    assert _pairs(ONE, _feature("a", ("v3|77|4044",), ALONE - 0.05)) == []
    assert _pairs(ONE, _feature("a", ("v3|77|4044",), ALONE + 0.05)) == [("a", "b")]


def test_a_pair_is_the_same_whichever_claim_is_new() -> None:
    other = _feature("a", ("t|shell|lima|8090",), 0.8)
    assert candidates([ONE], [other]) == candidates([other], [ONE]) == candidates([ONE, other], [])


def test_without_vectors_a_common_block_is_enough() -> None:
    bare = [Feature(claim, ("v3|77|4044",), b"") for claim in ("a", "b")]
    assert candidates(bare, []) == (Pair("a", "b", None, None),)
