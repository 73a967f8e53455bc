"""Situation: when a thing is said to have happened, when each source said so, what is new; and how that is drawn."""

from __future__ import annotations

from datetime import date

from tests.web.cases import case
from tests.web.war import war
from whosays.web.desk import Desk
from whosays.web.query import Query
from whosays.web.situation import Bar, Reports, Situation, SituationRow, situation
from whosays.web.situation_pane import SituationPane, before
from whosays.web.situation_plot import APART, LEFT, RIGHT, SituationPlot, situation_plot


def bridge(query: Query = Query()) -> Situation:  # noqa: B008  (frozen)
    desk = Desk(case().store)
    book = desk.book(query.as_of)
    since = before(book)
    return situation(book, desk, query, desk.book(since) if since else None, desk.doubts(book))


def at_war(query: Query = Query()) -> Situation:  # noqa: B008  (frozen)
    desk = Desk(case(war()).store)
    return situation(desk.book(query.as_of), desk, query)


def row(view: Situation, words: str) -> SituationRow:
    return next(r for r in view.rows if words in r.label)


def pane(view: Situation) -> SituationPane:
    assert view.pane is not None
    return view.pane


def plotted(view: Situation) -> SituationPlot:
    found = situation_plot(view)
    assert found is not None
    return found


def test_each_saying_stands_on_its_day_and_a_copy_is_told_apart() -> None:
    sayings = bridge().rows[0].sayings
    assert [(s.day, s.mark.word, s.copy) for s in sayings] == [
        ("3 Jan 2025", "asserts", False),
        ("4 Jan 2025", "asserts", True),
        ("6 Jan 2025", "denies", False),
        ("6 Jan 2025", "not confirmed", False),
    ]


def test_a_bar_is_when_it_happened_and_fades_where_the_day_is_not_known() -> None:
    view = at_war()
    day, month = row(view, "1,200 soldiers").bars[0], row(view, "was seen in December").bars[0]
    assert day == Bar(date(2025, 1, 2), date(2025, 1, 2), False, False, True, "2 Jan 2025")
    assert (month.fades_left, month.fades_right) == (True, True)
    assert month.words == "1 Dec 2024 – 31 Dec 2024, known to the month"


def test_what_is_only_denied_is_no_bar_of_what_happened() -> None:
    assert not any(b.happened for r in at_war().rows if "500 soldiers" in r.label for b in r.bars)


def test_reports_are_counted_by_the_week_and_copies_by_themselves() -> None:
    assert bridge().reports == (
        Reports(date(2024, 12, 30), 1, 1),
        Reports(date(2025, 1, 6), 2, 0),
    )


def test_nothing_is_shown_that_was_not_known_on_the_day() -> None:
    view = bridge(Query(as_of=date(2025, 1, 5)))
    assert [[s.claim for s in r.sayings] for r in view.rows] == [["c-ministry", "c-again"]]
    assert (view.first, view.last, view.as_of) == (date(2025, 1, 3), date(2025, 1, 5), date(2025, 1, 5))


def test_the_pane_says_who_stands_where_who_was_first_and_who_denied_last() -> None:
    found = pane(bridge())
    assert found.summary == "1 independent origin says yes, 1 says no, 1 leaves it open"
    assert [(s.mark.word, s.who) for s in found.sides] == [
        ("denies", "Army of the North"),
        ("asserts", "Ministry of Defence"),
        ("not confirmed", "Army of the North"),
    ]
    assert found.first == "3 Jan 2025, Ministry of Defence"
    assert found.denied == "6 Jan 2025, Army of the North"
    assert found.shown.claim == "c-denies"


def test_the_saying_that_was_chosen_shows_its_words() -> None:
    first = bridge().rows[0]
    assert pane(bridge(Query(proposition=first.proposition, claim="c-again"))).shown.claim == "c-again"


def test_news_are_counted_from_the_day_before_what_weighs_most_first() -> None:
    found = pane(bridge(Query(as_of=date(2025, 1, 6))))
    assert found.since == "4 Jan 2025"
    assert (found.news[0].kind, found.news[0].what.partition(":")[0]) == ("changed state", "one origin → contested")
    assert found.news[-1].kind == "new document"
    assert pane(bridge(Query(as_of=date(2025, 1, 3)))).since == ""


def test_what_waits_for_a_person_leads_to_its_question() -> None:
    waiting = pane(bridge()).waiting
    assert waiting
    assert all(w.link.startswith("/review?item=") for w in waiting)


def test_an_empty_day_has_no_drawing() -> None:
    view = bridge(Query(as_of=date(2024, 1, 1)))
    assert (view.rows, view.pane, situation_plot(view)) == ((), None, None)


def test_marks_stand_in_order_and_none_upon_another() -> None:
    for r in plotted(bridge()).rows:
        seats = [(m.x, m.y) for m in r.marks]
        assert all(LEFT <= x <= RIGHT + 2 for x, _ in seats)
        for n, (x, y) in enumerate(seats):
            assert all(y != v or abs(x - u) >= APART for u, v in seats[n + 1 :])


def test_a_later_saying_is_not_drawn_before_an_earlier_one_of_its_lane() -> None:
    marks = plotted(bridge()).rows[0].marks
    lanes = {m.y for m in marks}
    assert all([m.x for m in marks if m.y == y] == sorted(m.x for m in marks if m.y == y) for y in lanes)


def test_the_day_that_was_asked_for_is_marked_and_no_other() -> None:
    assert plotted(bridge()).today is None
    today = plotted(bridge(Query(as_of=date(2025, 1, 8)))).today
    assert today is not None
    assert LEFT < today < RIGHT


def test_bars_of_reports_stand_as_high_as_they_are_many() -> None:
    first, second = plotted(bridge()).columns
    assert (first.originals, first.copies) == (23, 23)
    assert (second.originals, second.copies) == (46, 0)
