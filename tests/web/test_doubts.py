"""The questions of the review: each raised by what it says, answered by what it offers, asked no more once decided."""

from __future__ import annotations

import pytest

from tests.web.cases import case
from whosays.case.case import OpenCase
from whosays.findings import Verdict
from whosays.model import Stance
from whosays.review.chain import chain
from whosays.web.deciding import DecisionError, enter, undo
from whosays.web.desk import Desk
from whosays.web.doubt import Doubt, Kind, Proposed
from whosays.web.doubts import skip
from whosays.web.query import Query
from whosays.web.review import review


@pytest.fixture
def opened() -> OpenCase:
    return case()


def asked(opened: OpenCase) -> dict[Kind, Doubt]:
    desk = Desk(opened.store)
    return {d.kind: d for d in reversed(desk.doubts(desk.book()))}


def answer(opened: OpenCase, kind: Kind, label: str) -> None:
    (chosen,) = (a for a in asked(opened)[kind].answers if a.label == label)
    enter(opened.store, chosen.entries, "Ann", "as I read it", opened.clock())


def test_each_kind_of_doubt_is_found_where_it_is(opened: OpenCase) -> None:
    found = asked(opened)
    assert found[Kind.STANCE].claims == ("c-denies", "c-silent")
    assert found[Kind.DAMAGED].claims == found[Kind.WHO].claims == ("c-seen",)
    assert found[Kind.SAME].claims == ("c-denies", "c-three")
    assert found[Kind.READ].claims == ("c-three",)
    assert Kind.DATE not in found  # the one undated report speaks of no time


def test_the_most_doubtful_comes_first(opened: OpenCase) -> None:
    desk = Desk(opened.store)
    assert [d.kind for d in desk.doubts(desk.book())][:3] == [Kind.DAMAGED, Kind.STANCE, Kind.WHO]


def test_an_answer_settles_its_question_and_undo_opens_it_again(opened: OpenCase) -> None:
    answer(opened, Kind.STANCE, "Treat as not confirmed")
    assert Kind.STANCE not in asked(opened)
    book = Desk(opened.store).book()
    assert book.claims["c-denies"].stance is Stance.NOT_CONFIRMED
    assert book.balance.checked == {"c-denies", "c-silent"}
    taken = undo(opened.store, "Ann", opened.clock())
    assert len(taken) == 2
    assert Kind.STANCE in asked(opened)
    assert Desk(opened.store).book().claims["c-denies"].stance is Stance.DENIES


def test_nothing_is_taken_out_of_the_ledger_and_the_chain_holds(opened: OpenCase) -> None:
    answer(opened, Kind.SAME, "Not the same")
    undo(opened.store, "Ben", opened.clock())
    with opened.store.reading() as reads:
        entries = reads.decisions()
    assert [(d.verdict, d.who) for d in entries] == [(Verdict.DIFFERENT, "Ann"), (Verdict.UNDO, "Ben")]
    assert chain(entries) is None


def test_who_is_answered_with_those_whom_the_article_names(opened: OpenCase) -> None:
    assert [a.label for a in asked(opened)[Kind.WHO].answers] == ["It can’t be told", "Ada Brandt"]
    answer(opened, Kind.WHO, "Ada Brandt")
    assert Desk(opened.store).book().claims["c-seen"].source.code == "UKR GOV"


def test_what_is_skipped_comes_last(opened: OpenCase) -> None:
    skipped = asked(opened)[Kind.DAMAGED]
    enter(opened.store, skip(skipped), "Ann", None, opened.clock())
    desk = Desk(opened.store)
    kinds = [d.kind for d in desk.doubts(desk.book())]
    assert (kinds[:2], kinds[-1]) == ([Kind.STANCE, Kind.WHO], Kind.DAMAGED)


def test_a_skip_takes_the_place_of_no_judgement(opened: OpenCase) -> None:
    answer(opened, Kind.READ, "Read right")
    desk = Desk(opened.store)
    (same,) = (d for d in desk.doubts(desk.book()) if d.kind is Kind.SAME)
    enter(opened.store, skip(same), "Ann", None, opened.clock())
    assert "c-three" in Desk(opened.store).book().balance.checked


def test_the_review_says_what_an_answer_would_change(opened: OpenCase) -> None:
    desk = Desk(opened.store)
    book = desk.book()
    item = asked(opened)[Kind.STANCE].id
    view = review(book, desk, Query(item=item), desk.doubts(book), desk.cues(book))
    assert view.asked is not None
    effects = {e.answer: e.says for e in view.asked.effects}
    assert effects["Keep both"] == "every state stays"
    assert effects["Treat as not confirmed"] == "“shells hit the bridge on Friday”: Contested becomes Not confirmed"


def test_what_it_is_about_must_be_in_the_case_and_fit(opened: OpenCase) -> None:
    with pytest.raises(DecisionError, match="not in the case"):
        enter(opened.store, [Proposed(Verdict.ACCEPT, "c-none")], "Ann", None)
    with pytest.raises(DecisionError):
        enter(opened.store, [Proposed(Verdict.CORRECT, "c-denies", field="stance", value="sings")], "Ann", None)
    with pytest.raises(DecisionError):
        enter(opened.store, [Proposed(Verdict.SAME, "c-denies")], "Ann", None)
