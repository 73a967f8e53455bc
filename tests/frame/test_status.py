"""Whether an act has happened, goes on, is planned, is only thought of or done again and again."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.status import status
from whosays.frame.trigger import trigger
from whosays.lexicon.actions import load_actions
from whosays.model import Stance, Status

ACTIONS = load_actions()
CASES = {
    "the past": ("The rebels shelled the port.", "occurred"),
    "the perfect": ("The rebels have shelled the port.", "occurred"),
    "the progressive": ("The rebels are shelling the port.", "ongoing"),
    "the future": ("The rebels will shell the port.", "planned"),
    "a plan": ("The rebels plan to shell the port.", "planned"),
    "what is due": ("The envoys are due to meet.", "planned"),
    "what may be": ("The rebels may shell the port.", "hypothetical"),
    "what may have been": ("The rebels may have shelled the port.", "occurred"),
    "a condition": ("If the rebels shell the port, the ferry stops.", "hypothetical"),
    "an inverted condition": ("Had the army attacked the port, the ferry would have stopped.", "hypothetical"),
    "one that the parser takes for what is said": (
        "Had the rebels shelled the port, the ferry would have stopped.",
        "hypothetical",
    ),
    "what is unlikely": ("The rebels are unlikely to shell the port.", "hypothetical"),
    "a risk": ("The risk of an attack on the port.", "hypothetical"),
    "what goes on": ("The rebels continue to shell the port.", "ongoing"),
    "what is done again and again": ("The rebels often shell the port.", "habitual"),
    "a noun": ("The attack on the port.", "occurred"),
    "a noun of what is planned": ("The planned attack on the port.", "planned"),
}


def read(parse: Parse, text: str, stance: Stance = Stance.ASSERTS) -> Status:
    _, (sentence,) = parse(text)
    found = trigger(sentence, (sentence.span,), ACTIONS)
    assert found is not None
    return status(found, (sentence.span,), stance, ACTIONS)


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_status_by_the_contents_own_words(parse: Parse, text: str, expected: str) -> None:
    assert read(parse, text) == Status(expected)


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        (Stance.DEMANDS, Status.HYPOTHETICAL),
        (Stance.FEARS, Status.HYPOTHETICAL),
        (Stance.INTENDS, Status.PLANNED),
        (Stance.DENIES, Status.OCCURRED),
    ],
)
def test_a_noun_alone_is_as_the_stance_has_it(parse: Parse, stance: Stance, expected: Status) -> None:
    assert read(parse, "An attack on the port.", stance) is expected


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS, Stance.NOT_CONFIRMED])
def test_whoever_denies_what_is_told_as_done_changes_nothing(parse: Parse, stance: Stance) -> None:
    assert read(parse, "The rebels shelled the port.", stance) is Status.OCCURRED
