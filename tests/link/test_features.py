"""What a claim is found by. Keys come from its own document; how many share one must not grow with the years."""

from __future__ import annotations

from datetime import date

import numpy as np

from tests.store.made import ARMY, TOWN, posting
from whosays.findings import Posting
from whosays.link.features import MEANING, features

UP = np.array([[1.0, 0.0, 0.0, 0.0]], np.float32)


def _keys(one: Posting) -> set[str]:
    return set(features([one], lambda _: UP)[0].blocks)


def _of_meaning(keys: set[str]) -> set[str]:
    return {key for key in keys if key.startswith(MEANING)}


def test_one_act_of_one_land_is_found_from_one_half_year_to_the_next() -> None:
    spring, autumn, later = (
        _keys(posting(id_, document=id_, trigger="withdrew", actor=ARMY, published=day))
        for id_, day in (("a", date(2024, 5, 1)), ("b", date(2024, 11, 1)), ("c", date(2025, 8, 1)))
    )
    assert {key for key in spring & autumn if not key.startswith(MEANING)}
    assert not spring & later


def test_likeness_of_meaning_is_looked_for_in_a_half_year_and_the_one_before() -> None:
    spring, autumn, later = (
        _of_meaning(_keys(posting(id_, document=id_, published=day)))
        for id_, day in (("a", date(2024, 5, 1)), ("b", date(2024, 11, 1)), ("c", date(2025, 8, 1)))
    )
    assert spring & autumn
    assert not spring & later


def test_an_act_of_two_lands_has_a_key_of_both_and_none_of_one_for_half_a_year() -> None:
    halves = {key for key in _keys(posting("a", trigger="shelled", actor=ARMY, place=TOWN)) if "|h" in key}
    assert halves
    assert all(key.count("#") == 2 for key in halves)


def test_the_order_of_claims_changes_no_key() -> None:
    one, other = posting("a", text="the bridge fell"), posting("b", text="the dam held")
    both = np.concatenate([UP, UP])
    forth, back = features([one, other], lambda _: both), features([other, one], lambda _: both)
    assert {f.claim: f.blocks for f in forth} == {f.claim: f.blocks for f in back}
