"""The coreference scores, against examples worked by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.evaluate.coreference import _best, b_cubed, ceaf_e, conll, muc

GOLD = ["abc", "de", "f"]
FOUND = ["ab", "cd", "e", "f"]
"""c was parted from a and b, and put with d, which was parted from e."""


def test_muc_counts_links() -> None:
    """Gold has 2 + 1 links; abc is cut in two (one kept), de in two (none kept): 1 of 3. Found has 1 + 1; ab holds: 1 of 2."""
    score = muc(GOLD, FOUND)
    assert score.recall == pytest.approx(1 / 3)
    assert score.precision == pytest.approx(1 / 2)


def test_b_cubed_looks_at_each_mention() -> None:
    """Recall: a 2/3, b 2/3, c 1/3, d 1/2, e 1/2, f 1. Precision: a 1, b 1, c 1/2, d 1/2, e 1, f 1."""
    score = b_cubed(GOLD, FOUND)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2 + 1) / 6)
    assert score.precision == pytest.approx(5 / 6)


def test_ceaf_e_aligns_groups() -> None:
    """abc with ab: 4/5; f with f: 1; de with e: 2/3, better than with cd: 2/4. Of 3 gold groups and 4 found."""
    total = 4 / 5 + 2 / 3 + 1
    score = ceaf_e(GOLD, FOUND)
    assert score.precision == pytest.approx(total / 4)
    assert score.recall == pytest.approx(total / 3)


def test_what_is_right_scores_one() -> None:
    assert conll(GOLD, list(reversed(GOLD))) == pytest.approx(1)


TABLES = st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4)


@given(TABLES)
def test_the_alignment_is_the_best_there_is(table: list[list[int]]) -> None:
    likeness = {(i, j): float(v) for i, row in enumerate(table) for j, v in enumerate(row)}
    every = (sum(table[i][j] for i, j in enumerate(columns)) for columns in permutations(range(4), len(table)))
    assert _best(likeness) == pytest.approx(max(every))
