"""What can't all hold, or pulls apart, is listed with its claims and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.store.made import posting
from whosays.findings import Count, Finding, Holder, Posting, Proposition, Tension
from whosays.model import EventType, QuantityKind, SourceKind, Stance, Status
from whosays.reconcile.figures import figures
from whosays.reconcile.finding import finding
from whosays.reconcile.tensions import tensions

KILIA = Holder("Kilia", "KIL GOV", SourceKind.GOVERNMENT, "Kilia")
ARMY = Holder("Army of Kilia", "KIL MIL", SourceKind.ARMED_FORCES, "the army")
ARNLAND = Holder("Arnland", "ARN GOV", SourceKind.GOVERNMENT, "Arnland")
KILLED, SENT = QuantityKind.KILLED, QuantityKind.DEPLOYED


def said(id_: str, source: Holder, stance: Stance = Stance.ASSERTS, day: date | None = None, **more: Any) -> Posting:
    known = {"status": Status.OCCURRED, "published": day or date(2031, 5, 1), **more}
    return posting(id_, f"d-{id_}", source=source, stance=stance, **known)


def count(number: float, kind: QuantityKind = KILLED, index: int = 0, part_of: int | None = None) -> Count:
    text = f"{number:.0f} {kind}"
    return Count(index, text, None, number, None, "soldiers", False, "soldiers", (kind,), part_of, "KIL MIL")


def one(*claims: Posting) -> Finding:
    made = Proposition(f"p{claims[0].id}", claims[0].text, claims[0].id, tuple(c.id for c in claims))
    return finding(made, {c.id: c for c in claims}, ())


def found(*propositions: tuple[Posting, ...]) -> list[Tension]:
    claims = [c for several in propositions for c in several]
    return list(tensions([one(*p) for p in propositions], {c.id: c for c in claims}, figures(claims)))


def kinds(*propositions: tuple[Posting, ...]) -> list[str]:
    return [t.kind for t in found(*propositions)]


def test_opposite_positions_name_both_sides() -> None:
    (tension,) = found((said("a", ARNLAND), said("b", KILIA, Stance.DENIES)))
    assert tension == Tension(
        "opposite positions", ("a", "b"), "affirmed by Arnland; rejected by Kilia: the bridge fell"
    )


def test_a_change_of_position_is_one_of_a_party_not_of_a_voice() -> None:
    (tension,) = found((said("a", KILIA, Stance.DENIES), said("b", ARMY, Stance.CONFIRMS, date(2031, 6, 1))))
    assert (tension.kind, tension.claims) == ("change of position", ("a", "b"))
    assert tension.why == (
        "Kilia rejects it from 2031-05-01, Army of Kilia affirms it from 2031-06-01: the bridge fell"
    )


def test_incompatible_figures_of_two_parties() -> None:
    pair = (said("a", ARNLAND, counts=(count(300),)), said("b", KILIA, counts=(count(40),)))
    (tension,) = found(pair)
    assert (tension.kind, tension.why) == ("incompatible figures", "Arnland: 300 killed; Kilia: 40 killed")


def test_figures_that_agree_are_no_tension() -> None:
    assert kinds((said("a", ARNLAND, counts=(count(300),)), said("b", KILIA, counts=(count(300),)))) == []


def test_a_part_greater_than_its_whole() -> None:
    claim = said("a", ARNLAND, counts=(count(40), count(60, index=1, part_of=0)))
    assert kinds((claim,)) == ["part exceeds whole"]
    assert kinds((said("a", ARNLAND, counts=(count(40), count(30, index=1, part_of=0))),)) == []


def test_more_lost_than_deployed_by_the_same_source_alone() -> None:
    sent, lost = (said("a", ARNLAND, counts=(count(100, SENT),)),), (said("b", ARNLAND, counts=(count(400),)),)
    assert kinds(sent, lost) == ["deployed less than lost"]
    assert kinds(sent, (said("b", KILIA, counts=(count(400),)),)) == []
    assert kinds(sent, (said("b", ARNLAND, Stance.DENIES, counts=(count(400),)),)) == []


def test_withdrawn_beside_reinforced_within_a_month() -> None:
    def move(id_: str, type_: EventType, day: date) -> tuple[Posting, ...]:
        return (said(id_, ARNLAND, day=day, type=type_, actor=ARMY),)

    gone = move("a", EventType.RETREAT, date(2031, 5, 1))
    assert kinds(gone, move("b", EventType.MOBILIZE, date(2031, 5, 20))) == ["withdrawn beside reinforced"]
    assert kinds(gone, move("b", EventType.MOBILIZE, date(2031, 7, 20))) == []
