"""The further parties that stand beside one by "and" or a comma."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.joined import joined
from whosays.lexicon.actions import load_actions

ACTIONS = load_actions()


@pytest.mark.parametrize(
    ("text", "head", "others"),
    [
        ("They met Kenya, Sudan and Chad.", "Kenya", ["Sudan", "Chad"]),
        ("They met Jan Holm and two other activists.", "Holm", ["activists"]),
        ("They met the activists and the workers.", "activists", []),
        ("They met Jan Holm.", "Holm", []),
    ],
)
def test_a_name_makes_each_a_party(text: str, head: str, others: list[str], parse: Parse) -> None:
    _, (sentence,) = parse(text)
    first = next(t for t in sentence.tokens if t.text == head)
    assert [t.text for t in joined(sentence, first, ACTIONS)] == others
