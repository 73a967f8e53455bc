"""The definitions of the attribution figures, on attributions small enough to count by hand."""

import pytest

from whosays.evaluate.attribution import Triple, gold_triples, score

TEXT = "Orlan said it fell. Sarda denied it."
SAID = Triple(((0, 5),), ((6, 10),), ((11, 18),))
DENIED = Triple(((20, 25),), ((26, 32),), ((33, 35),))


def figures(said: list[Triple], gold: list[Triple]) -> dict[str, float]:
    return dict(score([(TEXT, said, gold)]))


def test_all_right_is_one() -> None:
    assert set(figures([SAID, DENIED], [DENIED, SAID]).values()) == {1.0}


def test_nothing_said_is_zero() -> None:
    assert set(figures([], [SAID]).values()) == {0.0}


def test_a_boundary_that_is_off_costs_exactness_but_not_the_link() -> None:
    loose = Triple(SAID.source, SAID.cue, ((11, 17),))
    found = figures([loose], [SAID])
    assert (found["source"], found["content"], found["triples"], found["triples_exact"]) == (1.0, 0.0, 1.0, 0.0)
    assert found["content_characters"] == pytest.approx(2 * 5 / (5 + 6))


def test_a_source_linked_to_the_wrong_cue_is_not_a_triple() -> None:
    crossed = Triple(DENIED.source, SAID.cue, SAID.content)
    found = figures([crossed], [SAID, DENIED])
    assert found["source"] == pytest.approx(2 / 3)
    assert found["triples"] == 0.0


def test_a_source_invented_where_there_is_none_is_not_a_triple() -> None:
    unsaid = Triple((), SAID.cue, SAID.content)
    assert figures([SAID], [unsaid])["triples"] == 0.0
    assert figures([unsaid], [unsaid])["triples"] == 1.0


def test_each_gold_attribution_is_used_once_and_as_many_as_possible_are_paired() -> None:
    wide = Triple(((0, 25),), ((6, 32),), ((11, 35),))
    assert figures([wide, SAID], [SAID, DENIED])["triples"] == 1.0
    assert figures([SAID, SAID], [SAID])["triples"] == pytest.approx(2 / 3)


def test_gold_without_cue_or_content_is_left_out() -> None:
    row = {"attributions": [{"source": [[0, 5]], "cue": [], "content": []}, {"cue": [[6, 10]], "content": [[11, 18]]}]}
    assert gold_triples(row) == (Triple((), ((6, 10),), ((11, 18),)),)
