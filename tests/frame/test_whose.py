"""Whose a paper, an idea or an act is."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.whose import whose
from whosays.lexicon.actions import load_actions

ACTIONS = load_actions()


@pytest.mark.parametrize(
    ("text", "noun", "party"),
    [
        ("They rejected the ministry's offer.", "offer", "ministry"),
        ("They rejected the offer of the ministry.", "offer", "ministry"),
        ("They lifted the ban imposed on the union.", "ban", "union"),
        ("They lifted its ban on the union.", "ban", "union"),
        ("They lifted its ban.", "ban", "its"),
        ("They lifted the ban.", "ban", None),
        ("They sent troops to the peacekeeping force in Sudan.", "force", "Sudan"),
        ("They attacked the union.", "union", "union"),
    ],
)
def test_a_paper_or_an_act_is_somebodys(text: str, noun: str, party: str | None, parse: Parse) -> None:
    _, (sentence,) = parse(text)
    found = whose(sentence, next(t for t in sentence.tokens if t.text == noun), ACTIONS)
    assert (found.text if found is not None else None) == party
