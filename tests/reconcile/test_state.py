"""How a proposition stands: the first of the states that applies, each party counting with its latest position."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.store.made import posting
from whosays.findings import Count, Holder, Posting, State
from whosays.model import QuantityKind, SourceKind, Stance
from whosays.reconcile.positions import positions
from whosays.reconcile.state import latest, state

GOVERNMENT = Holder("Government of Kilia", "KIL GOV", SourceKind.GOVERNMENT, "Kilia")
STAFF = Holder("General Staff of Kilia", "KIL MIL", SourceKind.ARMED_FORCES, "the general staff")
ARNLAND = Holder("Arnland", "ARN GOV", SourceKind.GOVERNMENT, "Arnland")


def said(id_: str, source: Holder, stance: Stance = Stance.ASSERTS, day: int = 1, **more: Any) -> Posting:
    return posting(id_, f"d-{id_}", source=source, stance=stance, published=date(2031, 5, day), **more)


def killed(number: float) -> tuple[Count, ...]:
    text = f"{number:.0f} killed"
    return (Count(0, text, None, number, None, "soldiers", False, "soldiers", (QuantityKind.KILLED,)),)


def stands(*claims: Posting, origins: int = 2) -> State:
    return state(positions(claims), {c.id: c for c in claims}, origins)


def test_one_affirms_and_another_rejects() -> None:
    assert stands(said("a", ARNLAND), said("b", GOVERNMENT, Stance.DENIES)) is State.CONTESTED


def test_a_state_does_not_contest_itself() -> None:
    """The government denied, and its general staff confirmed later: the state has changed its position."""
    assert stands(said("a", GOVERNMENT, Stance.DENIES, 1), said("b", STAFF, Stance.CONFIRMS, 5)) is State.NOT_DISPUTED


def test_a_denial_that_was_taken_back_contests_nothing() -> None:
    claims = (said("a", ARNLAND), said("b", GOVERNMENT, Stance.DENIES, 2), said("c", GOVERNMENT, Stance.CONFIRMS, 9))
    assert stands(*claims[:2]) is State.CONTESTED
    assert stands(*claims) is State.NOT_DISPUTED


def test_two_positions_on_one_day_are_both_held() -> None:
    rows = positions([said("a", GOVERNMENT, Stance.DENIES, 2), said("b", GOVERNMENT, Stance.NOT_CONFIRMED, 2)])
    assert len(latest(rows)["state KIL"]) == 2


def test_contested_goes_before_figures_and_figures_before_not_confirmed() -> None:
    figures = (said("a", ARNLAND, counts=killed(300)), said("b", STAFF, counts=killed(40)))
    other = Holder("The Monitor", "NGO", SourceKind.NGO, "the monitor")
    assert stands(*figures, said("c", other, Stance.NOT_CONFIRMED)) is State.FIGURES_DIFFER
    assert stands(*figures, said("c", other, Stance.DENIES)) is State.CONTESTED


def test_who_will_not_confirm_leaves_it_not_confirmed_though_alone() -> None:
    assert stands(said("a", GOVERNMENT, Stance.NOT_CONFIRMED), origins=1) is State.NOT_CONFIRMED


def test_one_origin_and_more() -> None:
    assert stands(said("a", ARNLAND), origins=1) is State.ONE_ORIGIN
    assert stands(said("a", ARNLAND), said("b", STAFF), origins=2) is State.NOT_DISPUTED
