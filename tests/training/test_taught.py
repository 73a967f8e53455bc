"""What a teacher's scores say of tags and pairs of tags, beside a sum over every sequence there is. Needs no torch."""

from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray

from training.taught import expected

NEVER = -1e4


def summed(scores: NDArray[np.float64], steps: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    words, kinds = scores.shape
    tags, pairs = np.zeros((words, kinds)), np.zeros((words - 1, kinds, kinds))
    for path in product(range(kinds), repeat=words):
        weight = np.exp(scores[range(words), path].sum() + sum(steps[a, b] for a, b in pairwise(path)))
        tags[range(words), path] += weight
        for n, (a, b) in enumerate(pairwise(path)):
            pairs[n, a, b] += weight
    return tags / tags[0].sum(), pairs / tags[0].sum()


def test_expected_tags_and_pairs_are_sums_over_all_sequences() -> None:
    rng = np.random.default_rng(3)
    scores, steps = rng.normal(size=(5, 3)), rng.normal(size=(3, 3))
    taught = expected(scores, steps)
    tags, pairs = summed(scores, steps)
    assert np.allclose(taught.tags, tags, atol=1e-3)
    assert np.allclose(taught.pairs, pairs, atol=1e-3)


def test_what_the_chain_rules_out_is_never_taught() -> None:
    steps = np.array([[0.0, 0.0], [NEVER, 0.0]])
    taught = expected(np.array([[0.0, 3.0], [3.0, 0.0], [3.0, 0.0]]), steps)
    assert not taught.pairs[:, 1, 0].any()


def test_a_text_of_one_word_has_no_pairs() -> None:
    taught = expected(np.array([[0.0, 0.0]]), np.zeros((2, 2)))
    assert taught.tags.tolist() == [[0.5, 0.5]]
    assert taught.pairs.shape == (0, 2, 2)
