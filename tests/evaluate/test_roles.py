"""How actors and recipients are measured on tagged sentences."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from whosays.evaluate.roles import evaluate
from whosays.lexicon.actions import load_actions
from whosays.segment import load_parser

if TYPE_CHECKING:
    from whosays.pipeline import Kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    """As much of the kit as this task uses."""
    return cast("Kit", SimpleNamespace(parser=load_parser(), lexicon=SimpleNamespace(actions=load_actions())))


def metrics(kit: Kit, *tagged: str) -> dict[str, float]:
    """Of sentences whose words carry their tag after a stroke: "gunmen/B-S attacked the/B-T port/I-T"."""
    rows = []
    for sentence in tagged:
        pairs = [word.partition("/") for word in sentence.split()]
        rows.append({"tokens": [p[0] for p in pairs], "tags": [p[2] or "O" for p in pairs]})
    return dict(evaluate(rows, kit).metrics)


def test_spans_that_agree_score_in_full(kit: Kit) -> None:
    found = metrics(kit, "Rebel/B-S gunmen/I-S attacked the/B-T port/I-T .")
    assert set(found.values()) == {1.0}


def test_a_determiner_makes_no_difference(kit: Kit) -> None:
    assert metrics(kit, "The army/B-S attacked the port/B-T .")["recipient_exact"] == 1.0


def test_a_shared_word_overlaps_but_is_not_exact(kit: Kit) -> None:
    found = metrics(kit, "The army/B-S attacked the/B-T port/I-T which/I-T it/I-T left/I-T .")
    assert (found["recipient_exact"], found["recipient_overlap"]) == (0.0, 1.0)


def test_a_phrase_is_cut_with_what_stands_near_it_and_what_it_is_of(kit: Kit) -> None:
    near = metrics(kit, "The army/B-S killed 148/B-T students/I-T at/I-T a/I-T university/I-T in/I-T Kenya/I-T .")
    offer = metrics(kit, "The rebels/B-S rejected the/B-T ministry/I-T 's/I-T offer/I-T .")
    assert (near["recipient_exact"], offer["recipient_exact"]) == (1.0, 1.0)


@pytest.mark.parametrize(
    "tagged",
    [
        # with a second of the same sort; a second name is a second party
        "Police/B-S detained two/B-T students/I-T and/I-T workers/I-T .",
        "The army/B-S attacked Kenya/B-T and Sudan/B-T .",
        # without a time, an example, and what a paper says
        "Police/B-S on Sunday detained two/B-T students/I-T .",
        "Police/B-S detained two/B-T students/I-T , including Jan Holm .",
        "The council/B-S rejected Kenya/B-T 's/I-T offer/I-T of a truce .",
        # without what one is charged with, what it is over or what it keeps from doing
        "Police/B-S accused two/B-T students/I-T of theft .",
        "Police/B-S opened an investigation against a/B-T bank/I-T over fraud .",
        "The council/B-S banned a/B-T member/I-T from holding office .",
        # names in a list are each a span
        "Kenya/B-S imposed sanctions on Sudan/B-T ,/O Chad/B-T and/O Ghana/B-T .",
        # the party of an act's noun, but a part of a place with it
        "Kenya/B-S has agreed to lift a ban on imports of Sudanese/B-T beef/I-T .",
        "The army/B-S declared a curfew in parts/B-T of/I-T Kenya/I-T .",
        # with the title that a name stands beside
        "The council/B-S met the/B-T Kenyan/I-T president/I-T ,/I-T Jan/I-T Holm/I-T .",
        # who says that another must act makes a demand
        "Kenya/B-S says Sudan/B-T must end attacks on the port .",
        "Kenya/B-S said that Sudan/B-T must ensure security .",
    ],
)
def test_a_phrase_is_cut_as_coders_cut_it(kit: Kit, tagged: str) -> None:
    found = metrics(kit, tagged)
    assert (found["actor_exact"], found["recipient_exact"]) == (1.0, 1.0)


def test_those_who_act_on_each_other_are_right_for_either_role(kit: Kit) -> None:
    found = metrics(kit, "Kenya/B-R and/I-R Sudan/I-R have agreed on trade .")
    assert (found["actor_exact"], found["recipient_exact"]) == (1.0, 1.0)


def test_a_party_that_gold_does_not_have_costs_precision(kit: Kit) -> None:
    assert metrics(kit, "The army/B-S attacked the port .")["recipient_overlap"] == 0.0


def test_the_place_stands_for_a_recipient_that_is_not_named(kit: Kit) -> None:
    assert metrics(kit, "The minister/B-S resigned in Kenya/B-T .")["recipient_overlap"] == 1.0


@pytest.mark.parametrize(
    "tagged",
    [
        "The minister/B-S resigned as president of Kenya/B-T .",
        "In Kenya/B-T , the/O militia/B-S declared a ceasefire .",
        "The envoy/B-S ended mediation in the Kenyan/B-T conflict/I-T .",
    ],
)
def test_the_place_is_found_by_its_name_wherever_it_stands(kit: Kit, tagged: str) -> None:
    assert metrics(kit, tagged)["recipient_exact"] == 1.0


def test_those_of_two_nations_in_one_phrase_are_two(kit: Kit) -> None:
    found = metrics(kit, "Kenyan/B-R and/I-R Sudanese/I-R armies/I-R agreed on a truce .")
    assert (found["actor_exact"], found["recipient_exact"]) == (1.0, 1.0)


def test_a_row_without_words_counts_nothing(kit: Kit) -> None:
    assert set(metrics(kit, "").values()) == {0.0}
