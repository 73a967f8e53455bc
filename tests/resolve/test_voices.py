"""What a document says of where it is: no name speaks for itself, and one voice alone does not decide."""

from __future__ import annotations

import pytest

from whosays.resolve.voices import Context, Voice

PERU = Voice("lima", "PER", 7, 1.0, ((-12.0, -77.0, 1.0),))
CHILE = Voice("arica", "CHL", 8, 1.0, ((-18.5, -70.3, 1.0),))


def test_a_country_has_the_share_of_the_voices_that_speak_for_it() -> None:
    context = Context([PERU, CHILE])
    assert context.country("PER", "cusco") == pytest.approx(1 / 3)
    assert context.country("PER", "cusco") == context.country("CHL", "cusco")
    assert context.country("NOR", "cusco") == context.country(None, "cusco") == 0


def test_no_name_speaks_for_itself() -> None:
    context = Context([PERU, CHILE])
    assert context.country("PER", "lima") == 0
    assert context.region(7, "lima") == 0
    assert context.region(7, "cusco") == pytest.approx(1 / 3)
    assert context.region(None, "cusco") == 0


def test_more_voices_are_surer_and_never_quite_sure() -> None:
    many = [Voice(f"town {n}", "PER", 7, 1.0) for n in range(9)]
    assert Context(many[:1]).country("PER", "x") < Context(many).country("PER", "x") < 1


def test_what_is_near_is_found_and_what_is_far_is_not() -> None:
    context = Context([PERU, CHILE, Voice("oslo", "NOR", 1, 1.0, ((59.9, 10.7, 1.0),))])
    assert {key for key, *_ in context.around(-13.0, -76.0, "cusco")} == {"lima", "arica"}
    assert {key for key, *_ in context.around(-13.0, -76.0, "lima")} == {"arica"}
