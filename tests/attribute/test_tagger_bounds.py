"""The bounds of one content: what is chosen is the best of all choices, scored the plain way, and stays in its room."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.attribute.tagger_bounds import BEGIN, END, INNER, OUT, REACH, SINGLE, WEIGHT, rebound
from whosays.attribute.tagger_decode import TAGS


def test_the_tags_of_a_content_are_numbered_as_the_decoder_does() -> None:
    assert [TAGS[tag][:1] for tag in (OUT, BEGIN, INNER, END, SINGLE)] == ["O", "B", "I", "E", "S"]
    assert {TAGS[tag][2:] for tag in (BEGIN, INNER, END, SINGLE)} == {"content"}


def plain(span: tuple[int, int], emit: np.ndarray, step: np.ndarray, around: tuple[int, int]) -> float:
    """The chain's score of a room that holds one content, word by word."""
    start, end = span
    inside = [SINGLE] if end - start == 1 else [BEGIN, *[INNER] * (end - start - 2), END]
    tags = [OUT] * start + inside + [OUT] * (len(emit) - end)
    words = sum(float(emit[n, tag]) for n, tag in enumerate(tags))
    return words + sum(float(step[a, b]) for a, b in pairwise([around[0], *tags, around[1]]))


@given(st.integers(1, 9), st.integers(0, 10_000), st.data())
def test_the_chosen_bounds_are_the_best_of_all_that_share_a_word_with_the_span(
    words: int, seed: int, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    emit = rng.normal(size=(words, len(TAGS))).astype(np.float32)
    step = rng.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)
    cue = rng.normal(size=(2, words)).astype(np.float32)
    around = (int(rng.integers(len(TAGS))), int(rng.integers(len(TAGS))))
    start = data.draw(st.integers(0, words - 1))
    end = data.draw(st.integers(start + 1, words))

    def value(span: tuple[int, int]) -> float:
        return plain(span, emit, step, around) + WEIGHT * float(cue[0, span[0]] + cue[1, span[1] - 1])

    others = ((a, b) for a in range(end) for b in range(max(a, start) + 1, words + 1))
    best = max(map(value, others))
    chosen = rebound((start, end), (0, words), (emit, step), around, cue)
    assert value(chosen) == pytest.approx(best, abs=1e-3)


@given(st.integers(0, 10_000), st.data())
def test_no_bound_moves_further_than_its_reach_or_out_of_its_room(seed: int, data: st.DataObject) -> None:
    rng = np.random.default_rng(seed)
    words = 80
    emit, step = rng.normal(size=(words, len(TAGS))), rng.normal(size=(len(TAGS), len(TAGS)))
    low, start, end, high = sorted(data.draw(st.sets(st.integers(0, words), min_size=4, max_size=4)))
    cue = rng.normal(size=(2, high - low)).astype(np.float32) * 9
    chain = (emit.astype(np.float32), step.astype(np.float32))
    a, b = rebound((start, end), (low, high), chain, (OUT, OUT), cue)
    assert low <= a < b <= high
    assert abs(a - start) <= REACH
    assert abs(b - end) <= REACH
