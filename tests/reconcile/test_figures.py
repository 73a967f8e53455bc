"""Postings -> figures, and figures -> the range that stands: nothing averaged, nothing added up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from whosays.findings import Count, Figure, Holder, Posting
from whosays.model import Certainty, EventType, Polarity, QuantityKind, SourceKind, Stance, Status, TimePrecision
from whosays.reconcile.bounds import bounds
from whosays.reconcile.figures import figures

KILLED, SENT = (QuantityKind.KILLED,), (QuantityKind.DEPLOYED,)
DAY = date(2031, 5, 1)


def count(text: str, kinds: tuple[QuantityKind, ...] = KILLED, side: str | None = "PER MIL", **given: float) -> Count:
    low, best, high = given.get("low"), given.get("best"), given.get("high")
    return Count(0, text, low, best, high, "soldiers", "about" in text, "soldiers", kinds, None, side)


def posting(id_: str, who: str, said: date, *counts: Count, stance: Stance = Stance.ASSERTS, **more: object) -> Posting:
    source = Holder(who, None, SourceKind.GOVERNMENT, who)
    plain = Posting(
        id_, f"d-{id_}", 0, 0, "words", source, (), stance, Certainty.CERTAIN, Polarity.PLUS, EventType.ASSAULT, None,
        Status.OCCURRED, None, None, None, None, None, None, None, counts, said, None,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def standing(*postings: Posting) -> list[tuple[float | None, float | None]]:
    return [(b.low, b.high) for b in bounds(figures(postings), DAY)]


def test_a_figure_keeps_its_source_its_day_and_its_words() -> None:
    (figure,) = figures([posting("a", "the ministry", DAY, count("about 300", best=300))])
    assert (figure.source.name, figure.said, figure.text, figure.best, figure.approximate) == (
        "the ministry", DAY, "about 300", 300, True,
    )  # fmt: skip
    assert figure.counted.side == "PER MIL"
    assert figure.period is None


def test_what_is_only_counted_is_no_figure() -> None:
    assert figures([posting("a", "the ministry", DAY, count("two waves", (QuantityKind.OTHER,), best=2))]) == ()


def test_a_closed_interval_is_a_period_and_an_open_one_a_total() -> None:
    monday, sunday = date(2031, 4, 21), date(2031, 4, 27)
    in_week = posting(
        "a", "the ministry", DAY, count("40", best=40), start=monday, end=sunday, grain=TimePrecision.WEEK
    )
    by_then = posting("b", "the ministry", DAY, count("300", best=300), end=sunday)
    of_week, total = figures([in_week, by_then])
    assert of_week.period == (monday, sunday)
    assert total.period is None
    assert standing(in_week, by_then) == [(40, 40), (300, 300)]


def test_some_of_them_is_part_of_the_figure_before_and_of_its_side() -> None:
    whole = posting("a", "officials", DAY, count("4,000", (*KILLED, QuantityKind.INJURED), best=4000))
    them = replace(count("1,000 of them", side=None, best=1000), of="them")
    part = replace(posting("b", "officials", DAY, them), document=whole.document, order=1)
    _, figure = figures([whole, part])
    assert figure.part_of == "a"
    assert figure.counted.side == "PER MIL"


def test_the_range_runs_over_what_each_source_last_said() -> None:
    first = posting("a", "the ministry", date(2031, 4, 1), count("100", best=100))
    later = posting("b", "the ministry", date(2031, 4, 20), count("300", best=300))
    other = posting("c", "the army", date(2031, 4, 10), count("600", best=600))
    assert standing(first, later, other) == [(300, 600)]
    (bound,) = bounds(figures([first, later, other]), DAY)
    assert bound.claims == ("b", "c")
    assert bound.arithmetic.startswith("the ministry, 2031-04-20: 300; the army, 2031-04-10: 600")


def test_at_least_opens_the_range_only_over_what_others_said() -> None:
    exact = posting("a", "the army", DAY, count("600", best=600))
    under = posting("b", "the ministry", DAY, count("at least 100", low=100))
    over = posting("c", "the union", DAY, count("more than 3,000", low=3000))
    assert standing(exact, under) == [(600, 600)]
    assert standing(exact, over) == [(600, None)]
    assert standing(under, over) == [(100, None)]


def test_up_to_opens_the_range_downwards() -> None:
    most = posting("a", "the army", DAY, count("up to 20", high=20))
    assert standing(most) == [(None, 20)]
    assert standing(most, posting("b", "the ministry", DAY, count("40", best=40))) == [(None, 40)]


def test_what_is_denied_feared_or_planned_bounds_nothing() -> None:
    denied = posting("a", "the army", DAY, count("900", best=900), stance=Stance.DENIES)
    planned = posting("b", "the army", DAY, count("800", best=800), status=Status.PLANNED)
    feared = posting("c", "the union", DAY, count("700", best=700), stance=Stance.FEARS)
    assert standing(denied, planned, feared) == []
    assert [f.best for f in figures([denied, planned, feared])] == [900, 800, 700]


def test_what_is_added_is_no_total() -> None:
    more = replace(count("3,000 more soldiers", SENT, best=3000))
    assert standing(posting("a", "the army", DAY, more)) == []


def test_different_sides_and_outcomes_are_never_one_range() -> None:
    ours = posting("a", "the army", DAY, count("10", best=10))
    theirs = posting("b", "the army", DAY, count("90", side="CHL MIL", best=90))
    hurt = posting("c", "the army", DAY, count("50", (QuantityKind.INJURED,), best=50))
    assert standing(ours, theirs, hurt) == [(10, 10), (90, 90), (50, 50)]


def test_a_share_becomes_a_number_by_the_figures_given_for_its_base() -> None:
    sent = posting("a", "the army", date(2031, 3, 1), count("10,000 soldiers", SENT, best=10000))
    also = posting("b", "the ministry", date(2031, 3, 2), count("12,000 soldiers", SENT, best=12000))
    later = posting("c", "the union", date(2031, 6, 1), count("20,000 soldiers", SENT, best=20000))
    share = replace(count("about 40%", best=40), unit="percent")
    of_share = posting("d", "estimates", date(2031, 4, 1), share)
    bound = bounds(figures([sent, also, of_share, later]), DAY)[-1]
    assert (bound.low, bound.high) == (4000, 4800)
    assert bound.arithmetic == "40 % of 10,000 to 12,000 = 4,000 to 4,800; the base is not stated"
    assert bound.claims == ("d", "a", "b")


def test_a_share_of_nothing_known_stays_a_share() -> None:
    share = posting("a", "estimates", DAY, replace(count("about 40%", best=40), unit="percent"))
    assert bounds(figures([share]), DAY) == ()


def test_a_figure_takes_its_day_from_the_report_where_nothing_else_tells() -> None:
    undated = posting("a", "the army", DAY, count("5", best=5), published=None)
    figure: Figure = figures([undated])[0]
    assert figure.said is None
    assert standing(undated) == [(5, 5)]
