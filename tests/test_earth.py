"""Distances that can be checked by hand."""

from __future__ import annotations

import pytest

from whosays.earth import MEAN_RADIUS, kilometres


def test_a_degree_is_a_hundred_and_eleven_kilometres_at_the_equator_and_half_as_far_at_sixty_degrees() -> None:
    assert kilometres(0, 0, 0, 1) == pytest.approx(111.2, abs=0.1)
    assert kilometres(60, 0, 60, 1) == pytest.approx(55.6, abs=0.1)


def test_it_is_the_same_both_ways_and_across_the_date_line() -> None:
    assert kilometres(51.7, 36.2, 50.4, 30.5) == kilometres(50.4, 30.5, 51.7, 36.2)
    assert kilometres(0, 179.5, 0, -179.5) == pytest.approx(kilometres(0, 0, 0, 1))


def test_the_farthest_point_is_half_way_round() -> None:
    assert kilometres(90, 0, -90, 0) == pytest.approx(3.141592653589793 * MEAN_RADIUS)
    assert kilometres(12.3, 45.6, 12.3, 45.6) == 0.0
