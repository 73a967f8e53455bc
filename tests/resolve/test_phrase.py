"""A phrase cut up: its base with the head, the prepositional phrases, what follows a comma, what an "and" adds."""

from __future__ import annotations

import pytest

from whosays.lexicon.actors import load_actors
from whosays.resolve.phrase import Phrase, read

ACTORS = load_actors()


def words(phrase: Phrase) -> tuple[list[str], list[tuple[str, list[str]]]]:
    return [c.key for c in phrase.base], [(prep, [c.key for c in chunks]) for prep, chunks in phrase.tails]


@pytest.mark.parametrize(
    ("text", "base", "tails"),
    [
        ("the Peruvian soldiers", ["peruvian", "soldiers"], []),
        ("three of the soldiers", ["soldiers"], []),
        ("soldiers from Peru", ["soldiers"], [("from", ["peru"])]),
        ("officials in Lima with the army", ["officials"], [("in", ["lima"]), ("with", ["the", "army"])]),
        ("soldiers who fled", ["soldiers"], []),
        ("Russian-backed fighters", ["fighters"], []),
        ("pro-Russian fighters", ["fighters"], []),
    ],
)
def test_the_base_and_what_hangs_on_it(text: str, base: list[str], tails: list[tuple[str, list[str]]]) -> None:
    found = words(read(text, ACTORS))
    assert found[0][-1] == base[-1]
    assert [prep for prep, _ in found[1]] == [prep for prep, _ in tails]
    assert all(set(wanted) <= set(got) | {"the"} for (_, got), (_, wanted) in zip(found[1], tails, strict=True))


def test_a_country_that_only_qualifies_is_not_the_partys() -> None:
    assert all(not c.terms or c.key != "russian" for c in read("Russian-backed fighters", ACTORS).base)


def test_what_follows_a_comma_and_what_an_and_adds() -> None:
    assert read("Omar Dall, the mayor of Lima", ACTORS).after == "the mayor of Lima"
    assert read("the mayor and the envoy", ACTORS).beside == "the envoy"
    assert (read("the mayor", ACTORS).after, read("the mayor", ACTORS).beside) == (None, None)
