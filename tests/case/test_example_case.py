"""The example case, read by the engine as it ships: who stands where on a day, and what was known then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from whosays.case.case import OpenCase
from whosays.findings import Balance, Finding, OriginKind, Shelf, Stand, State
from whosays.model import Position, QuantityKind, Stance

FEBRUARY, MAY = date(2025, 2, 1), date(2025, 5, 1)


@pytest.fixture(scope="module")
def case(kursk: Path) -> Iterator[OpenCase]:
    opened = OpenCase.at(kursk)
    yield opened
    opened.close()


def alongside(balance: Balance) -> Finding:
    """The proposition that the article ends with: soldiers from North Korea are fighting alongside Russians."""
    claim = next(
        p.id for p in balance.postings if p.text == "soldiers from North Korea are fighting alongside Russians"
    )
    return next(f for f in balance.findings if claim in f.proposition.claims)


def held_by(finding: Finding, country: str) -> list[Stand]:
    """What parties of a country hold on it, the latest last."""
    own = [s for s in finding.positions if (s.source.code or "").startswith(country)]
    return sorted(own, key=lambda s: s.last or date.min)


def test_in_february_moscow_and_pyongyang_reject_it_or_leave_it_open(case: OpenCase) -> None:
    finding = alongside(case.balance(FEBRUARY))
    for country in ("RUS", "PRK"):
        stands = held_by(finding, country)
        assert {s.position for s in stands} <= {Position.REJECTS, Position.OPEN}
        assert {s.stance for s in stands} >= {Stance.DENIES, Stance.NOT_CONFIRMED}
    assert finding.state is State.CONTESTED


def test_by_may_pyongyang_has_confirmed_it(case: OpenCase) -> None:
    last = held_by(alongside(case.balance(MAY)), "PRK")[-1]
    assert (last.position, last.stance) == (Position.AFFIRMS, Stance.CONFIRMS)
    assert last.since == date(2025, 4, 28)


def test_by_may_moscow_has_confirmed_it(case: OpenCase) -> None:
    last = held_by(alongside(case.balance(MAY)), "RUS")[-1]
    assert (last.position, last.stance) == (Position.AFFIRMS, Stance.CONFIRMS)


def test_a_denial_and_a_refusal_to_confirm_are_two_positions(case: OpenCase) -> None:
    stands = held_by(alongside(case.balance(FEBRUARY)), "PRK")
    assert {(s.stance, s.position) for s in stands} == {
        (Stance.DENIES, Position.REJECTS),
        (Stance.NOT_CONFIRMED, Position.OPEN),
    }


def test_copies_are_one_origin(case: OpenCase) -> None:
    balance = case.balance(MAY)
    key = {d.id: d.key for d in balance.documents}
    copies = {tuple(sorted(key[d] for d in o.documents)) for o in balance.origins if o.kind is OriginKind.COPY}
    assert copies == {("r01", "r02"), ("r07", "r08")}
    shipped = next(p.id for p in balance.postings if "1,500 special forces" in p.text)
    finding = next(f for f in balance.findings if shipped in f.proposition.claims)
    assert finding.origins < finding.reports


def test_a_corrected_report_replaces_its_first_version_from_its_day_on(case: OpenCase) -> None:
    before = {d.key: d.shelf for d in case.balance(date(2024, 12, 19)).documents}
    after = {d.key: d.shelf for d in case.balance(MAY).documents}
    assert before["r11"] is Shelf.CURRENT
    assert "r12" not in before
    assert (after["r11"], after["r12"]) == (Shelf.SUPERSEDED, Shelf.CURRENT)


def test_what_was_known_on_a_day_holds_nothing_published_later(case: OpenCase) -> None:
    day = date(2024, 11, 30)
    balance = case.balance(day)
    assert balance.documents
    assert all(d.published is not None and d.published <= day for d in balance.documents)
    assert all(p.published is not None and p.published <= day for p in balance.postings)


def test_figures_of_the_dead_are_a_range_and_never_a_mean(case: OpenCase) -> None:
    balance = case.balance(MAY)
    dead = [
        b for b in balance.bounds if b.counted.kinds == (QuantityKind.KILLED,) and b.counted.side == "PRK MIL"
        and b.counted.place is None
    ]  # fmt: skip
    assert [(b.low, b.high) for b in dead] == [(300, 1000)]


def test_a_share_is_a_number_only_by_the_figures_given_for_its_base(case: OpenCase) -> None:
    share = next(b for b in case.balance(FEBRUARY).bounds if "40 %" in b.arithmetic)
    assert share.arithmetic == "40 % of 3,000 to 11,000 = 1,200 to 4,400; the base is not stated"


def test_competing_figures_of_one_day_are_a_tension(case: OpenCase) -> None:
    kinds = {t.kind for t in case.balance(MAY).tensions}
    assert {"opposite positions", "incompatible figures"} <= kinds
