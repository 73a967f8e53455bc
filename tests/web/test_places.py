"""Places: each drawn no closer than its words, nothing denied or planned as if it happened; and the map under them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.store.made import TOWN
from tests.web.cases import case
from tests.web.war import BORDER, FAR, NORTH, NOWHERE, REGION, RUSSIA, war
from whosays.findings import Spot
from whosays.model import PlacePrecision
from whosays.web.atlas import atlas, borders_of, box, clipped, cut, of_country, outline
from whosays.web.claims import claims
from whosays.web.desk import Desk
from whosays.web.map_plot import HEIGHT, WIDTH, Map, Spotted, map_plot
from whosays.web.places import Place, Places, places
from whosays.web.query import Query
from whosays.web.spots import Sort, extent, read_as, sort, spot_id, vague


def shown(query: Query = Query()) -> Places:  # noqa: B008  (frozen)
    desk = Desk(case(war()).store)
    return places(desk.book(query.as_of), desk, query)


def named(view: Places, words: str) -> Place:
    (found,) = (p for p in view.places if words in p.words)
    return found


def mapped(view: Places) -> Map:
    found = map_plot(view)
    assert found is not None
    return found


def spot(of: Map, name: str) -> Spotted:
    (found,) = (s for s in of.spots if s.place.name == name)
    return found


@pytest.mark.parametrize(
    ("given", "drawn"),
    [
        (TOWN, Sort.POINT),
        (REGION, Sort.REGION),
        (BORDER, Sort.LINE),
        (FAR, Sort.FEATURE),
        (NORTH, Sort.VAGUE),
        (RUSSIA, Sort.COUNTRY),
        (NOWHERE, Sort.NOWHERE),
        (Spot("waters of Yemen", "YEM", None, None, None, PlacePrecision.FEATURE, None), Sort.NOWHERE),
    ],
)
def test_a_place_is_drawn_as_exactly_as_it_is_known(given: Spot, drawn: Sort) -> None:
    assert sort(given) is drawn


def test_a_place_is_listed_in_its_words_and_as_it_was_read() -> None:
    region = named(shown(), "the Kursk region")
    assert (region.read_as, region.claims, region.label) == ("Kursk Oblast, Russia", 2, "Kursk Oblast, 2 claims")
    assert read_as(TOWN, "Rylsk") == "Rylsk, Kursk Oblast, Russia"
    assert read_as(NORTH, "northern Ukraine") == "no fixed outline, in Ukraine"


def test_what_is_near_a_town_is_not_said_to_be_in_it() -> None:
    near = Spot("Rylsk", "RUS", "Kursk Oblast", 51.5669, 34.681, PlacePrecision.NEAR, 499161)
    assert sort(near) is Sort.NEAR
    assert spot_id(near) != spot_id(TOWN)


def test_what_is_denied_or_planned_is_not_drawn_as_happened() -> None:
    view = shown()
    assert named(view, "Belgorod").against == "denied"
    assert named(view, "the Sumy region").against == "planned"
    assert named(view, "Rylsk").against == ""
    assert named(view, "Belgorod").label == "Belgorod, 1 claim (denied)"


def test_no_country_is_pinned_and_no_front_is_placed() -> None:
    view = shown()
    assert extent(RUSSIA, "Russia") is None
    assert [p.words for p in view.nowhere] == [("the front",)]
    assert {s.place.sort for s in mapped(view).spots}.isdisjoint({Sort.COUNTRY, Sort.NOWHERE})


def test_the_view_is_around_most_and_what_is_far_off_is_said_to_be() -> None:
    view = shown()
    assert not named(view, "the demilitarized zone").seen
    assert named(view, "Rylsk").seen
    there = shown(Query(at=named(view, "the demilitarized zone").id))
    assert named(there, "the demilitarized zone").seen
    assert not named(there, "Rylsk").seen


def test_the_chosen_place_shows_its_claims_and_lists_them() -> None:
    query = Query(at=named(shown(), "the Kursk region").id)
    pane = shown(query).pane
    assert pane is not None
    assert (pane.heading, pane.claims) == ("Kursk Oblast", 2)
    assert pane.shown[0].quote is not None
    desk = Desk(case(war()).store)
    assert {r.shown.claim for r in claims(desk.book(), desk, query, None).rows} == {"c-w2", "c-w3"}


def test_nothing_is_on_the_map_that_was_not_known_on_the_day() -> None:
    view = shown(Query(as_of=date(2025, 1, 5)))
    assert [p.words for p in view.places] == [("Rylsk",)]


def test_every_mark_and_name_is_inside_the_drawing() -> None:
    drawn = mapped(shown())
    for s in drawn.spots:
        assert 0 <= s.x <= WIDTH
        assert 0 <= s.y <= HEIGHT
    for n in (*drawn.towns, *drawn.countries):
        assert 0 <= n.x <= WIDTH
        assert 0 <= n.y <= HEIGHT
    assert {"Ukraine", "Russia"} <= {n.words for n in drawn.countries}


def test_north_is_up_and_east_is_right() -> None:
    drawn = mapped(shown())
    rylsk, belgorod = spot(drawn, "Rylsk"), spot(drawn, "Belgorod")
    assert belgorod.x > rylsk.x
    assert belgorod.y > rylsk.y


def test_a_part_of_a_country_lies_where_the_words_point() -> None:
    land = of_country("UKR")
    assert land is not None
    north, south = vague(NORTH, "northern Ukraine"), vague(NORTH, "the south of Ukraine")
    assert north is not None
    assert south is not None
    assert north[1] > south[3]
    assert vague(NORTH, "parts of Ukraine") is None


def test_an_outline_is_found_by_its_gazetteer_id_alone() -> None:
    west, south, east, north = box(outline(538555))
    assert (34 < west < 35, 50 < south < 51.5, 37 < east < 39, 52 < north < 53) == (True,) * 4
    assert outline(None) == ()
    assert outline(1) == ()


def test_disputed_lines_are_told_apart() -> None:
    disputed = {b.between for b in atlas().borders if b.disputed}
    assert {frozenset({"RU", "UA"}), frozenset({"IN", "PK"}), frozenset({"KP", "KR"})} <= disputed
    assert frozenset({"FR", "ES"}) not in disputed
    assert all(y > 47 for line in borders_of("Russia–Ukraine border") for _, y in line)
    assert borders_of("border of Russia") == ()


def test_a_ring_is_cut_at_the_edges_of_the_view() -> None:
    ring = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    assert box([clipped(ring, (5, 5, 20, 20))]) == (5, 5, 10, 10)
    assert clipped(ring, (20, 20, 30, 30)) == []
    assert cut(((0, 0), (4, 0), (8, 0), (12, 0), (30, 0)), (6, -1, 9, 1)) == [[(4, 0), (8, 0), (12, 0)]]
