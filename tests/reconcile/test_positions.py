"""Where each source stands, since when and until when: one row for each position it took."""

from __future__ import annotations

from datetime import date

from tests.store.made import posting
from whosays.findings import Holder, Posting
from whosays.model import Polarity, Position, SourceKind, Stance
from whosays.reconcile.positions import positions

ENVOY = Holder("The envoy", "KIL GOV", SourceKind.GOVERNMENT, "the envoy")
MONITOR = Holder("The Monitor", "NGO", SourceKind.NGO, "the monitor")


def said(id_: str, source: Holder, stance: Stance, day: int | None, polarity: Polarity = Polarity.PLUS) -> Posting:
    published = date(2031, 5, day) if day else None
    return posting(id_, source=source, stance=stance, polarity=polarity, published=published)


def test_saying_it_again_keeps_the_row_and_moves_its_last_day() -> None:
    (row,) = positions([said("a", ENVOY, Stance.ASSERTS, 1), said("b", ENVOY, Stance.CONFIRMS, 7)])
    assert (row.since, row.last) == (date(2031, 5, 1), date(2031, 5, 7))
    assert row.stance is Stance.CONFIRMS
    assert row.claims == ("a", "b")


def test_a_source_that_changed_has_a_row_for_each_position() -> None:
    first, then = positions([said("a", ENVOY, Stance.DENIES, 1), said("b", ENVOY, Stance.CONFIRMS, 7)])
    assert (first.position, then.position) == (Position.REJECTS, Position.AFFIRMS)


def test_denying_the_negated_affirms_and_asserting_it_rejects() -> None:
    rows = positions(
        [
            said("a", ENVOY, Stance.ASSERTS, 1, Polarity.MINUS),
            said("b", MONITOR, Stance.DENIES, 2, Polarity.MINUS),
        ]
    )
    assert [(r.source.name, r.position) for r in rows] == [
        ("The envoy", Position.REJECTS),
        ("The Monitor", Position.AFFIRMS),
    ]


def test_rows_are_in_the_order_of_their_first_day_and_undated_ones_come_last() -> None:
    rows = positions([said("a", MONITOR, Stance.ASSERTS, None), said("b", ENVOY, Stance.DENIES, 3)])
    assert [r.source.name for r in rows] == ["The envoy", "The Monitor"]
    assert (rows[1].since, rows[1].last) == (None, None)


def test_hopes_and_refusals_to_confirm_leave_it_open() -> None:
    (row,) = positions([said("a", ENVOY, Stance.NOT_CONFIRMED, 1), said("b", ENVOY, Stance.HOPES, 2)])
    assert row.position is Position.OPEN
