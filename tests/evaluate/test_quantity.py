"""How figures are measured: values and bounds against NewsQuant's rows, standing counts against incidents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from tests.conftest import Parse
from whosays.evaluate import gva, quantity
from whosays.evaluate.gva import Standing, standing
from whosays.lexicon.quantities import load_quantities
from whosays.segment import load_parser

if TYPE_CHECKING:
    from whosays.pipeline import Kit

LEXICON = load_quantities()


@pytest.fixture(scope="module")
def kit() -> Kit:
    """As much of the kit as these tasks use."""
    return cast("Kit", SimpleNamespace(parser=load_parser(), lexicon=SimpleNamespace(quantities=LEXICON)))


def _row(text: str, *figures: tuple[str, str]) -> Mapping[str, object]:
    return {"text": text, "quantities": [{"change": change, "value": value, "unit": "-"} for change, value in figures]}


def _metrics(rows: Sequence[Mapping[str, object]], kit: Kit) -> dict[str, float]:
    return dict(quantity.evaluate(rows, kit).metrics)


def test_values_and_bounds_that_agree_score_in_full(kit: Kit) -> None:
    rows = [
        _row("More than 60 sailors paid about $8 million.", (">", "60.0"), ("~", "8000000.0")),
        _row("It holds 5 to 10 tonnes and cost up to 300 euros.", ("=", "5.0-10.0"), ("<", "300.0")),
        _row("Tens of thousands of students came in 2019.", ("=", "10000.0-100000.0")),
    ]
    metrics = _metrics(rows, kit)
    assert (metrics["value_f1"], metrics["bound_f1"]) == (1.0, 1.0)


def test_a_right_value_with_a_wrong_bound_scores_as_value_alone(kit: Kit) -> None:
    metrics = _metrics([_row("At least 60 sailors came.", ("=", "60.0"))], kit)
    assert (metrics["value_f1"], metrics["bound_f1"]) == (1.0, 0.0)


def test_a_missed_and_an_invented_figure_cost_recall_and_precision(kit: Kit) -> None:
    metrics = _metrics([_row("The crew of 40 came.", ("=", "40.0"), ("=", "7.0")), _row("There were 9 tugs.")], kit)
    assert (metrics["value_recall"], metrics["value_precision"]) == (0.5, 0.5)


def test_a_mere_one_counts_only_in_the_strict_figures(kit: Kit) -> None:
    metrics = _metrics([_row("It is the solution of a kind.", ("=", "1")), _row("We saw 9 tugs.", ("=", "9.0"))], kit)
    assert metrics["value_recall"] == 1.0
    assert metrics["value_recall_strict"] == 0.5


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Two men and a woman were killed. Five people were injured.", Standing(3, 5)),
        (
            "Toll rises\n\nFour people were killed in the fire. Officials said on Monday that two had been killed.",
            Standing(4, 0),
        ),
        ("The boy was shot in the leg.", Standing(0, 1)),
        ("A man was shot. The man died in hospital.", Standing(1, 0)),
        ("Police closed the road.", Standing(0, 0)),
        ("", Standing(0, 0)),
    ],
)
def test_the_counts_that_an_article_leaves_standing(parse: Parse, text: str, counts: Standing) -> None:
    assert standing(*parse(text), LEXICON) == counts


def test_articles_are_measured_one_by_one_and_empty_ones_left_out(kit: Kit) -> None:
    articles = [
        {"title": "Two killed", "content": "Two sailors were killed in Port Sarda."},
        {"title": "One killed", "content": "A sailor was killed in Port Sarda."},
        {"title": "Gone", "content": None},
    ]
    rows: list[Mapping[str, object]] = [
        {"incident": {"num_killed": 2, "num_injured": 0}, "articles": articles},
        {"incident": None, "articles": []},
    ]
    report = gva.evaluate(rows, kit)
    assert (report.n, dict(report.metrics)["both"]) == (2, 0.5)
    assert len(report.errors) == 1
