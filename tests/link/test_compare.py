"""What is seen when two claims are compared: what can be told, and nothing where nothing can."""

from __future__ import annotations

from typing import Any

from tests.store.made import posting
from whosays.findings import Count, Posting, Spot
from whosays.link.candidates import Pair
from whosays.link.compare import facts, observations
from whosays.model import EventType, PlacePrecision, QuantityKind

LAND = Spot("Kilia", "KIL", None, None, None, PlacePrecision.COUNTRY, 1)
REGION = Spot("Lower Kilia", "KIL", "Lower Kilia", 50.0, 30.0, PlacePrecision.ADM1, 2)
TOWN = Spot("Eastmere", "KIL", "Lower Kilia", 50.2, 30.4, PlacePrecision.EXACT, 3)
ABROAD = Spot("Arnport", "ARN", "Arn Coast", 10.0, 10.0, PlacePrecision.EXACT, 4)
FRONT = Spot("the front", None, None, None, None, PlacePrecision.FEATURE, None)


def seen(a: Posting, b: Posting) -> dict[str, float]:
    return dict(observations(facts(a), facts(b), Pair(a.id, b.id, 0.5, 0.5)))


def places(a: Spot, b: Spot) -> set[str]:
    named = {"same place", "other place", "one place within the other"}
    return named & seen(posting("a", "d1", place=a), posting("b", "d2", place=b)).keys()


def killed(text: str, best: float | None, unit: str = "people") -> tuple[Count, ...]:
    return (Count(0, text, None, best, None, unit, False, None, (QuantityKind.KILLED,)),)


def lone(a: tuple[Count, ...], b: tuple[Count, ...], **more: Any) -> bool:
    return "one beside many" in seen(posting("a", "d1", counts=a, **more), posting("b", "d2", counts=b, **more))


def test_a_region_lies_within_its_land_and_a_town_within_its_region() -> None:
    assert places(LAND, REGION) == places(REGION, TOWN) == {"one place within the other"}
    assert places(TOWN, TOWN) == {"same place"}
    assert places(TOWN, ABROAD) == places(LAND, ABROAD) == {"other place"}


def test_a_place_that_is_on_no_map_is_another_than_one_that_is() -> None:
    """Who denies that soldiers were at the front does not deny that they were in the land."""
    assert places(FRONT, REGION) == places(LAND, FRONT) == {"other place"}
    assert places(FRONT, FRONT) == {"same place"}


def test_one_persons_fate_is_no_share_of_a_force() -> None:
    assert lone(killed("a soldier", 1), killed("about 40%", 40, "percent"))
    assert lone(killed("about 300 soldiers", 300), killed("A soldier", 1))


def test_a_first_toll_that_grows_is_the_same_toll() -> None:
    assert not lone(killed("one person", 1), killed("24 people", 24))
    assert not lone(killed("a man", 1), killed("two people", 2))


def test_to_be_withdrawn_and_to_be_sent_are_two_events() -> None:
    gone, sent = posting("a", "d1", type=EventType.RETREAT), posting("b", "d2", type=EventType.MOBILIZE)
    assert "opposite movements" in seen(gone, sent)
    assert "opposite movements" not in seen(gone, posting("b", "d2", type=EventType.ASSAULT))


def test_comparing_is_the_same_both_ways() -> None:
    a, b = posting("a", "d1", place=LAND, counts=killed("a man", 1)), posting("b", "d2", place=TOWN)
    assert seen(a, b) == seen(b, a)
