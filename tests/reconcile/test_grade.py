"""Airwars' grades, as far as claims alone can tell them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.store.made import posting
from whosays.findings import Grade, Holder, Posting
from whosays.model import SourceKind, Stance, Status
from whosays.reconcile.grade import grade
from whosays.reconcile.positions import positions

KILIA = Holder("Kilia", "KIL GOV", SourceKind.GOVERNMENT, "Kilia")
KILIA_ARMY = Holder("Army of Kilia", "KIL MIL", SourceKind.ARMED_FORCES, "the army")
ARNLAND = Holder("Arnland", "ARN GOV", SourceKind.GOVERNMENT, "Arnland")
MONITOR = Holder("The Monitor", "NGO", SourceKind.NGO, "the monitor")


def said(id_: str, source: Holder, stance: Stance = Stance.ASSERTS, day: int = 1, **more: Any) -> Posting:
    known = {"status": Status.OCCURRED, "actor": KILIA_ARMY, "published": date(2031, 5, day), **more}
    return posting(id_, f"d-{id_}", source=source, stance=stance, **known)


def graded(*claims: Posting, actor: Holder | None = KILIA_ARMY, origins: int = 1) -> Grade | None:
    return grade(positions(claims), {c.id: c for c in claims}, actor, origins)


def name(*claims: Posting, **more: Any) -> str | None:
    found = graded(*claims, **more)
    return found.airwars if found else None


def test_a_single_origin_is_weak_and_two_are_fair() -> None:
    assert name(said("a", MONITOR)) == "weak"
    assert name(said("a", MONITOR), said("b", ARNLAND), origins=2) == "fair"


def test_copies_do_not_make_it_fair() -> None:
    """Two reports of one origin are one."""
    assert name(said("a", MONITOR), said("b", ARNLAND), origins=1) == "weak"


def test_a_party_that_says_it_did_it_confirms_it() -> None:
    assert name(said("a", MONITOR), said("b", KILIA, Stance.CONFIRMS), origins=2) == "confirmed"


def test_whoever_confirms_what_another_did_does_not() -> None:
    assert name(said("a", ARNLAND, Stance.CONFIRMS)) == "weak"


def test_a_denial_contests_it_until_it_is_taken_back() -> None:
    denied = (said("a", MONITOR, day=1), said("b", KILIA, Stance.DENIES, day=2))
    assert name(*denied) == "contested"
    assert name(*denied, said("c", KILIA, Stance.CONFIRMS, day=9)) == "confirmed"


def test_two_parties_named_as_having_done_it_are_competing_claims_of_responsibility() -> None:
    found = graded(said("a", MONITOR), said("b", KILIA, actor=ARNLAND), origins=2)
    assert found == Grade("contested", "competing claims of responsibility: Army of Kilia or Arnland")


def test_organs_of_one_state_do_not_compete_and_nobody_in_particular_does_not_either() -> None:
    someone = Holder(None, "UNSPEC", SourceKind.UNNAMED, "gunmen")
    assert name(said("a", MONITOR), said("b", ARNLAND, actor=KILIA), origins=2) == "fair"
    units = Holder("Kilian units", "KIL", None, "Kilian units")
    assert name(said("a", MONITOR), said("b", ARNLAND, actor=units), origins=2) == "fair"
    assert name(said("a", MONITOR), said("b", ARNLAND, actor=someone), origins=2) == "fair"


def test_what_nobody_upholds_is_discounted() -> None:
    assert name(said("a", ARNLAND, day=1), said("b", ARNLAND, Stance.DENIES, day=3)) == "discounted"


@pytest.mark.parametrize("status", [Status.PLANNED, Status.HYPOTHETICAL])
def test_plans_and_what_may_happen_have_no_grade(status: Status) -> None:
    assert name(said("a", MONITOR, status=status)) is None


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.FEARS, Stance.NOT_CONFIRMED])
def test_what_nobody_ever_affirmed_has_no_grade(stance: Stance) -> None:
    assert name(said("a", MONITOR, stance)) is None
