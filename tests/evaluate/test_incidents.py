"""How groups of articles are measured: by the pairs within them, with the incident hidden from the engine."""

from __future__ import annotations

import pytest

from whosays.evaluate.incidents import articles, evaluate, groups, paired
from whosays.pipeline import Kit, load_kit

BRIDGE = "Two guards, Lena Harrow, 34, and Piotr Vance, 51, were wounded when the bridge at Torvald Crossing was shelled on Monday."
AGAIN = (
    "The shelling of Torvald Crossing wounded two guards, Lena Harrow, 34, and Piotr Vance, 51. The bridge is closed."
)
MARKET = "Three people were wounded when a market in Southwick was shelled on Friday. Oskar Lind, 19, is in hospital."
ROWS = (
    {
        "incident_id": "1",
        "articles": [
            {"title": "Guards wounded at Torvald Crossing", "content": BRIDGE, "dct": "2025-03-04"},
            {"title": "Torvald Crossing shelled", "content": AGAIN, "dct": "2025-03-05"},
            {"title": "A page that was lost", "content": " ", "dct": "2025-03-05"},
            None,
        ],
    },
    {
        "incident_id": "2",
        "articles": [{"title": "Market in Southwick shelled", "content": MARKET, "dct": "2025-03-08"}],
    },
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(model=False)


def test_pairs_are_counted_by_hand() -> None:
    """Gold has the pairs ab, ac, bc, de. Found has ab, cd: ab is right. 1 of 2, and 1 of 4."""
    score = paired(["abc", "de"], ["ab", "cd", "e"])
    assert (score.precision, score.recall) == (1 / 2, 1 / 4)


def test_nothing_found_is_nothing_right() -> None:
    assert paired(["ab"], ["a", "b"]).f1 == 0.0


def test_articles_without_a_text_are_left_out_and_ids_tell_nothing(kit: Kit) -> None:
    read = tuple(articles(ROWS, kit))
    assert [a.profile.document for a in read] == ["000001", "000002", "000003"]
    assert groups((a.profile.document, a.incident) for a in read) == [["000001", "000002"], ["000003"]]


def test_an_incident_that_is_found_whole_scores_one(kit: Kit) -> None:
    assert dict(evaluate(ROWS, kit).metrics) == {
        "pair_f1": 1.0,
        "pair_precision": 1.0,
        "pair_recall": 1.0,
        "b3_f1": 1.0,
    }
