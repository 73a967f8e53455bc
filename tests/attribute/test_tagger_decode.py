"""Tag scores and pointers -> attributions: the chain, the ranges and the links, on scores written by hand."""

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.attribute.tagger_decode import NEVER, TAGS, Found, Seen, best_path, decode, ranges
from whosays.attribute.tagger_windows import Window

SURE = 12.0
LINK = 16


def may_follow(a: str, b: str) -> bool:
    if a[0] in "BI":
        return b[0] in "IE" and a[1:] == b[1:]
    return b[0] not in "IE"


STEP = np.array([[0.0 if may_follow(a, b) else NEVER for b in TAGS] for a in TAGS], np.float32)


def coded(word: int) -> np.ndarray:
    vector = np.zeros(LINK, np.float32)
    vector[word] = SURE
    return vector


def scene(tags: list[str], cue_to: dict[int, int], content_to: dict[int, int]) -> tuple[list[Seen], list[Window]]:
    """One window over the tags; `cue_to` and `content_to` say which word each word of a cue or content points to."""
    count = len(tags)
    emit = np.zeros((count, len(TAGS)), np.float32)
    emit[np.arange(count), [TAGS.index(t) for t in tags]] = SURE
    answers = np.array([coded(w) for w in range(count)])
    none = np.array([0.0 if w in cue_to else SURE for w in range(count)], np.float32)
    asks = tuple(
        np.array([coded(to[w]) if w in to else np.zeros(LINK, np.float32) for w in range(count)])
        for to in (cue_to, content_to)
    )
    silent = np.zeros((count, LINK), np.float32)
    seen = Seen(0, count, emit, (asks[0], asks[1]), (answers, answers), none, (silent, silent, silent, silent))
    return [seen], [Window(0, count, 0, count)]


def found(tags: str, cue_to: dict[int, int], content_to: dict[int, int]) -> list[tuple[object, ...]]:
    seen, windows = scene(tags.split(), cue_to, content_to)
    return [(f.source, f.cue, f.content) for f in decode(seen, windows, STEP)]


def test_a_source_a_cue_and_a_content_that_point_to_each_other_are_one_attribution() -> None:
    tags = "B-source E-source S-cue B-content I-content E-content O"
    assert found(tags, {2: 0}, {3: 2, 4: 2, 5: 2}) == [(((0, 2),), ((2, 3),), ((3, 6),))]


def test_a_split_content_is_two_ranges_of_one_attribution() -> None:
    tags = "B-content E-content S-source S-cue B-content E-content"
    assert found(tags, {3: 2}, {0: 3, 1: 3, 4: 3, 5: 3}) == [(((2, 3),), ((3, 4),), ((0, 2), (4, 6)))]


def test_two_cues_may_share_a_source() -> None:
    tags = "S-source S-cue S-content S-cue S-content"
    assert found(tags, {1: 0, 3: 0}, {2: 1, 4: 3}) == [
        (((0, 1),), ((1, 2),), ((2, 3),)),
        (((0, 1),), ((3, 4),), ((4, 5),)),
    ]


def test_a_cue_that_points_to_none_has_no_source() -> None:
    assert found("S-source O S-cue S-content", {}, {3: 2}) == [((), ((2, 3),), ((3, 4),))]


def test_a_cue_without_content_is_dropped() -> None:
    assert found("S-source S-cue O O O O O S-cue S-content", {1: 0}, {8: 7}) == [((), ((7, 8),), ((8, 9),))]


def test_a_cue_without_content_joins_the_next_one_close_by() -> None:
    """A parse of "generally | and | do not anticipate" as two cues must not lose the negation."""
    tags = "S-source S-cue O B-cue E-cue S-content"
    assert found(tags, {1: 0, 3: 0, 4: 0}, {5: 4}) == [(((0, 1),), ((1, 5),), ((5, 6),))]


def test_a_text_without_cues_has_no_attribution() -> None:
    assert found("O S-content S-source", {}, {}) == []


def test_the_score_is_high_where_all_is_sure() -> None:
    seen, windows = scene(["S-source", "S-cue", "S-content"], {1: 0}, {2: 1})
    (only,) = decode(seen, windows, STEP)
    assert isinstance(only, Found)
    assert only.score > 0.99


def test_a_cue_that_is_sure_of_its_contents_bounds_moves_them() -> None:
    """The chain is of two minds about words 4 and 5; the cue says that its content ends at 5."""
    seen, windows = scene(["S-source", "S-cue", "B-content", "E-content", "O", "O", "O"], {1: 0}, {2: 1, 3: 1})
    (view,) = seen
    for word, tag in ((3, "I-content"), (4, "I-content"), (5, "E-content")):
        view.tags[word, TAGS.index(tag)] = SURE
    (before,) = decode(seen, windows, STEP)
    asks, answers = np.zeros((7, LINK), np.float32), np.zeros((7, LINK), np.float32)
    asks[1, 0], answers[5, 0] = SURE, SURE
    told = replace(view, bounds=(*view.bounds[:2], asks, answers))
    (after,) = decode([told], windows, STEP)
    assert before.content in (((2, 4),), ((2, 6),))
    assert after.content == ((2, 6),)


def test_contents_side_by_side_never_come_to_lie_over_each_other() -> None:
    """Both cues would have the words between: 3 to 5."""
    seen, windows = scene(["S-cue", "S-content", "O", "O", "O", "S-content", "S-cue"], {}, {1: 0, 5: 6})
    (view,) = seen
    view.tags[2:5] = 0
    asks, first, last = (np.zeros((7, LINK), np.float32) for _ in range(3))
    asks[:, 0], first[2, 0], last[4, 0] = SURE, SURE, SURE
    found = decode([replace(view, bounds=(asks, first, asks, last))], windows, STEP)
    words = [w for f in found for a, b in f.content for w in range(a, b)]
    assert len(words) == len(set(words))


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_best_path_is_the_best_of_all_paths(words: int, seed: int) -> None:
    kinds = 5
    rng = np.random.default_rng(seed)
    emit = rng.normal(size=(words, kinds)).astype(np.float32)
    step = rng.normal(size=(kinds, kinds)).astype(np.float32)

    def value(path: tuple[int, ...]) -> float:
        moves = sum(step[a, b] for a, b in pairwise(path))
        return float(sum(emit[n, t] for n, t in enumerate(path)) + moves)

    best = max(map(value, product(range(kinds), repeat=words)))
    assert value(tuple(best_path(emit, step).tolist())) == pytest.approx(best, abs=1e-4)


@given(st.lists(st.sampled_from(range(len(TAGS))), min_size=2, max_size=30), st.integers(0, 10_000))
def test_no_impossible_sequence_comes_out(wanted: list[int], seed: int) -> None:
    emit = np.random.default_rng(seed).normal(size=(len(wanted), len(TAGS))).astype(np.float32)
    emit[np.arange(len(wanted)), wanted] += 3
    tags = [TAGS[t] for t in best_path(emit, STEP)]
    assert all(may_follow(a, b) for a, b in pairwise(tags))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O", []),
        ("S-cue O", [(0, 1)]),
        ("B-cue I-cue E-cue", [(0, 3)]),
        ("S-cue S-cue", [(0, 1), (1, 2)]),
        ("B-cue E-cue S-cue", [(0, 2), (2, 3)]),
        ("I-cue E-cue O B-cue I-cue", [(0, 2), (3, 5)]),
        ("B-source E-source S-cue", [(2, 3)]),
    ],
)
def test_ranges_are_read_off_the_tags_even_where_a_text_breaks_off(tags: str, expected: list[tuple[int, int]]) -> None:
    assert ranges(np.array([TAGS.index(t) for t in tags.split()]), 1) == expected
