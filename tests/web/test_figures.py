"""Figures: each as its source gave it, the totals that stood, what was derived, what can't be added up; and their drawing."""

from __future__ import annotations

from datetime import date

from tests.web.cases import case
from tests.web.war import war
from whosays.findings import Counted
from whosays.model import QuantityKind
from whosays.web.counted import key, name, span
from whosays.web.desk import Desk
from whosays.web.figure_plot import Plot, plot
from whosays.web.figures import Band, Figures, Given, figures
from whosays.web.query import Query
from whosays.web.scales import days, numbers

SENT = "Deployed · North Korea, armed forces"


def shown(query: Query = Query()) -> Figures:  # noqa: B008  (frozen)
    desk = Desk(case(war()).store)
    return figures(desk.book(query.as_of), desk, query)


def of(view: Figures, text: str) -> Given:
    (found,) = (g for _, g in view.rows if g.text == text)
    return found


def drawn(view: Figures) -> Plot:
    found = plot(view, view.charts[0])
    assert found is not None
    return found


def test_each_figure_stands_as_its_source_gave_it_the_latest_first() -> None:
    view = shown()
    assert view.charts[0].name == SENT
    assert [(g.day, g.source, g.text) for name_, g in view.rows if name_ == SENT][-2:] == [
        ("10 Jan 2025", "The Agency", "about 3,000 soldiers"),
        ("3 Jan 2025", "Ministry of Defence", "1,200 soldiers"),
    ]


def test_copies_are_one_figure_with_its_reports() -> None:
    same = of(shown(), "about 3,000 soldiers")
    assert (same.origins, same.reports, same.hedged) == (1, 2, True)


def test_what_is_denied_or_planned_counts_for_nothing_and_says_so() -> None:
    view = shown()
    assert of(view, "500 soldiers").against == "denied"
    assert of(view, "4,000 soldiers").against == "planned"
    assert not of(view, "4,000 soldiers").stands
    assert all((b.high or 0) < 4000 and b.low != 500 for b in view.charts[0].bands)


def test_a_source_stands_by_its_latest_figure() -> None:
    view = shown()
    assert not of(view, "at least 2,000 soldiers").stands
    assert of(view, "2,500 soldiers").stands


def test_the_band_is_the_totals_that_stood_from_day_to_day() -> None:
    whole = [b for b in shown().charts[0].bands if not b.narrowed]
    assert whole == [
        Band(date(2025, 1, 20), date(2025, 1, 22), 2000, None, ""),
        Band(date(2025, 1, 22), date(2025, 1, 27), 2500, 2500, ""),
    ]


def test_a_share_becomes_a_number_by_its_base_alone_and_is_called_derived() -> None:
    view = shown()
    assert of(view, "about 40% of soldiers").derived == (1000, 1200)
    (derived,) = view.pane.derived
    assert derived.arithmetic == "40 % of 2,500 to 3,000 = 1,000 to 1,200; the base is not stated"
    assert derived.base == "Base: 3 independent origins (Ministry of Defence, The Agency)."


def test_what_can_not_be_added_up_is_said() -> None:
    assert shown().pane.apart[0] == "“1,200 soldiers” is for what happened on 2 Jan 2025; the others are totals"


def test_nothing_is_counted_that_was_not_known_on_the_day() -> None:
    view = shown(Query(as_of=date(2025, 1, 12)))
    assert view.total == 3
    assert {g.text for _, g in view.rows} == {"1,200 soldiers", "about 3,000 soldiers"}


def test_a_filter_leaves_the_figures_of_its_source_and_the_range_that_they_make() -> None:
    view = shown(Query(source="?|the agency"))
    assert {g.source for _, g in view.rows} == {"The Agency"}
    assert [(r.low, r.high) for r in view.pane.ranges] == [(3000, 3000)]


def test_the_chosen_figure_shows_its_words() -> None:
    chosen = shown(Query(claim="c-w5")).pane.chosen
    assert chosen is not None
    assert chosen.quote is not None
    assert chosen.quote.words == "The ministry said that 2,500 soldiers were sent."


def test_a_later_figure_stands_right_of_an_earlier_one_and_a_larger_one_above() -> None:
    marks = {d.given.text: d for d in drawn(shown()).dots}
    first, last = marks["1,200 soldiers"], marks["2,500 soldiers"]
    assert first.x < last.x
    assert first.y > last.y
    assert marks["at least 2,000 soldiers"].fades == "up"


def test_no_label_lies_on_another_or_outside() -> None:
    boxes = []
    for d in drawn(shown()).dots:
        if d.label:
            width = len(d.label) * 6.3
            left = d.label_x - (width if d.anchor == "end" else 0)
            boxes.append((left, d.label_y, left + width))
    assert len(boxes) > 3
    for n, (left, y, right) in enumerate(boxes):
        assert left >= 0
        assert right <= 1000
        assert all(abs(y - b) > 10 or right < a or c < left for a, b, c in boxes[n + 1 :])


def test_what_was_given_on_one_day_alone_has_no_drawing() -> None:
    view = shown(Query(as_of=date(2025, 1, 3)))
    assert len(view.rows) == 1
    assert plot(view, view.charts[0]) is None


def test_a_counted_thing_goes_by_what_became_of_whom() -> None:
    kinds = (QuantityKind.INJURED, QuantityKind.KILLED)
    assert name(key(Counted(kinds, "UKR MIL", "people", None))) == "Killed or injured · Ukraine, armed forces"
    assert name(key(Counted((QuantityKind.MATERIEL,), None, "shells", None))) == "Materiel · shells"


def test_a_range_says_where_it_is_open() -> None:
    assert [span(3, 3), span(1000, 2500.5), span(100, None), span(None, 9), span(40, 40, "percent")] == [
        "3", "1,000 – 2,500.5", "100 or more", "up to 9", "40 %",
    ]  # fmt: skip


def test_a_scale_of_days_has_few_lines_and_says_the_year_once() -> None:
    for last in (date(2024, 1, 9), date(2024, 3, 1), date(2025, 6, 1), date(2091, 1, 1)):
        ticks = days([date(2024, 1, 1), last], 0, 1000).ticks()
        assert 1 <= len(ticks) <= 10
        assert all(0 <= t.at <= 1000 for t in ticks)
    assert [t.under for t in days([date(2024, 11, 1), date(2025, 2, 20)], 0, 1000).ticks()] == ["2024", "", "2025", ""]


def test_a_scale_of_numbers_ends_over_the_largest_at_a_round_one() -> None:
    for most in (0, 1, 7, 99, 4700, 15_000, 2_000_000):
        scale = numbers([most], 172, 14)
        assert scale.top >= most
        assert 2 <= len(scale.ticks()) <= 6
        assert 14 <= scale.at(most) <= 172
