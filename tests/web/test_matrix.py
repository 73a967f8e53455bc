"""Who says what: rows, columns, cells and the evidence of the one that is chosen."""

from __future__ import annotations

from datetime import date

from tests.store.made import held
from tests.web.cases import Said, case, told
from whosays.findings import Holder, State
from whosays.model import EventType, SourceKind
from whosays.web.columns import Group
from whosays.web.desk import Desk
from whosays.web.evidence import Pane
from whosays.web.matrix import Matrix, matrix
from whosays.web.query import Query, parse


def shown(query: Query = Query()) -> Matrix:  # noqa: B008  (frozen)
    desk = Desk(case().store)
    return matrix(desk.book(query.as_of), desk, query)


def cell(view: Matrix, column: str) -> list[tuple[str, int, int]]:
    (found,) = (c for c in view.rows[0].cells if c.column == column)
    return [(s.mark.word, s.origins, s.reports) for s in found.stances]


def pane(view: Matrix) -> Pane:
    assert view.pane is not None
    return view.pane


def test_what_is_contested_comes_first_and_says_who_said_it_first() -> None:
    view = shown()
    assert [row.state for row in view.rows] == [State.CONTESTED, *[State.ONE_ORIGIN] * 3]
    assert view.rows[0].first == "first 3 Jan 2025 · Ministry of Defence"


def test_a_copy_counts_as_a_report_and_not_as_an_origin() -> None:
    assert cell(shown(), "UKR GOV") == [("asserts", 1, 2)]
    (side,) = pane(shown(Query(proposition=shown().rows[0].proposition, column="UKR GOV"))).sides
    assert [(t.publisher, t.relation) for t in side.shown[0].more] == [
        ("The Wire", "original"),
        ("The Daily", "copy of The Wire, 95% of the text"),
    ]


def test_to_deny_and_not_to_confirm_are_two_marks_in_one_cell() -> None:
    view = shown()
    assert cell(view, "PRK MIL") == [("denies", 1, 1), ("not confirmed", 1, 1)]
    chosen = pane(shown(Query(proposition=view.rows[0].proposition, column="PRK MIL")))
    assert "different positions" in (chosen.caution or "")
    assert [a.speaker for a in chosen.against] == ["Ministry of Defence"]


def test_nothing_is_shown_that_was_not_known_on_the_day() -> None:
    view = shown(Query(as_of=date(2025, 1, 5)))
    assert [c.key for c in view.columns] == ["UKR GOV"]
    assert view.total == 1


def test_filters_leave_what_passes_all_of_them() -> None:
    assert shown(Query(event=EventType.ASSAULT)).total == 1
    assert shown(Query(event=EventType.AID)).total == 0
    assert shown(Query(source="PRK MIL", state=State.CONTESTED)).total == 1
    assert shown(Query(place="RUS")).total == 0


def test_columns_stand_in_groups_and_organs_of_a_state_share_one() -> None:
    groups = {c.key: c.group for c in shown().columns}
    assert groups["UKR GOV"] == Group.THIRD  # one fight of one proposition makes no party
    assert groups["own"] == groups["unresolved"] == Group.OWN
    assert {h.speaker for s in pane(shown()).sides for h in s.shown} <= {"Ministry of Defence", "Army of the North"}


def test_rows_are_paged_and_sources_folded() -> None:
    sources = [Holder(f"Mission {n}", f"IGO M{n}", SourceKind.BODY_OF_STATES, f"mission {n}") for n in range(14)]
    entries = [
        told(held(f"d{n}{i}", published=date(2025, 1, 1)), "It said so.", Said(f"c{n}-{i}", who, "said", "It said so"))
        for n, who in enumerate(sources)
        for i in range(4)
    ]
    desk = Desk(case(entries).store)
    first = matrix(desk.book(), desk, Query())
    assert (len(first.rows), first.pages, len(first.columns), first.sources) == (50, 2, 12, 14)
    assert first.fold_link == "/matrix?sources=all"
    second = matrix(desk.book(), desk, Query(page=2, all_sources=True))
    assert (len(second.rows), len(second.columns)) == (6, 14)


def test_links_lead_where_they_say() -> None:
    view = shown(Query(state=State.CONTESTED))
    chosen = next(c for c in view.rows[0].cells if c.column == "PRK MIL")
    given = dict(pair.split("=") for pair in chosen.link.partition("?")[2].split("&"))
    again = shown(parse({k: v.replace("%20", " ") for k, v in given.items()}))
    assert pane(again).over == "North Korea, armed forces, on this proposition"
    assert [c.chosen for c in again.rows[0].cells if c.column == "PRK MIL"] == [True]
