"""Every example of the words for two, and of those that only look like them."""

from __future__ import annotations

import pytest

from whosays.lexicon.pairs import load_pairs

PAIRS = load_pairs()


@pytest.mark.parametrize("phrase", PAIRS.examples)
def test_it_means_two(phrase: str) -> None:
    assert phrase in PAIRS


@pytest.mark.parametrize("phrase", PAIRS.counter)
def test_it_does_not(phrase: str) -> None:
    assert phrase not in PAIRS
