"""Decisions change what is shown, never what was entered; each can be taken back, and none can be slipped in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.made import AGENCY, ARMY, MINISTRY, NOON, full, posting
from whosays.findings import Decision, Holder, Posting, Verdict
from whosays.model import Position, SourceKind, Stance
from whosays.review.chain import chain
from whosays.review.decide import decide
from whosays.review.review import review
from whosays.review.standing import standing
from whosays.review.subjects import party, reading, subject

CLAIM = posting("c1")
OTHER = posting("c2", order=1, text="the bridge stands", source=ARMY)


def decided(*entries: dict[str, Any]) -> list[Decision]:
    """Entries one after the other; an undo's ``other`` may be the number of the entry that it takes back."""
    made: list[Decision] = []
    for number, entry in enumerate(entries):
        plain: dict[str, Any] = {
            "made": NOON,
            "who": "an editor",
            "subject": subject(CLAIM),
            "salt": f"salt {number}",
        } | entry
        if isinstance(plain.get("other"), int):
            plain["other"] = made[plain["other"]].hash
        made.append(decide(made[-1] if made else None, **plain))
    return made


def set_(field: str, value: str | None) -> dict[str, Any]:
    return {"verdict": Verdict.CORRECT, "field": field, "value": value}


def test_without_decisions_nothing_changes() -> None:
    assert review([CLAIM, OTHER], ()).postings == (CLAIM, OTHER)


def test_a_correction_sets_a_field_and_the_rest_follows() -> None:
    found = review([CLAIM, OTHER], decided(set_("stance", "denies")))
    assert found.postings == (replace(CLAIM, stance=Stance.DENIES), OTHER)
    assert found.postings[0].position is Position.REJECTS
    assert found.checked == {"c1"}


@pytest.mark.parametrize(
    ("field", "value", "name", "is_"),
    [
        ("source.code", "RUS GOV", "source", replace(MINISTRY, code="RUS GOV")),
        ("actor.name", "The Army", "actor", Holder("The Army", None, None, None)),
        ("recipient", None, "recipient", None),
        ("start", "2025-01-02", "start", date(2025, 1, 2)),
        ("type", None, "type", None),
        ("source.kind", "person", "source", replace(MINISTRY, kind=SourceKind.PERSON)),
    ],
)
def test_what_can_be_corrected(field: str, value: str | None, name: str, is_: object) -> None:
    (found,) = review([CLAIM], decided(set_(field, value))).postings
    assert getattr(found, name) == is_


def test_a_figure_is_corrected_by_its_number() -> None:
    claim = full("c3")
    entry = set_("counts.1.low", "90") | {"subject": subject(claim)}
    (found,) = review([claim], decided(entry)).postings
    assert [c.low for c in found.counts] == [30, 90]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("stance", "shrugs"),
        ("stance", None),
        ("text", "other words"),
        ("counts.0.best", "1"),
        ("start", "soon"),
        ("id", "x"),
    ],
)
def test_what_can_not_be_set_is_left_and_named(field: str, value: str | None) -> None:
    entries = decided(set_(field, value))
    found = review([CLAIM], entries)
    assert found.postings == (CLAIM,)
    assert found.stale == (entries[0].hash,)
    assert not found.checked


def test_a_rejected_claim_is_gone_and_comes_back_when_that_is_undone() -> None:
    entries = decided(
        {"verdict": Verdict.REJECT}, {"verdict": Verdict.UNDO, "other": 0}, {"verdict": Verdict.UNDO, "other": 1}
    )
    assert review([CLAIM, OTHER], entries[:1]).postings == (OTHER,)
    assert review([CLAIM, OTHER], entries[:2]).postings == (CLAIM, OTHER)
    assert review([CLAIM, OTHER], entries).postings == (OTHER,)


def test_the_later_judgement_stands_and_undoing_it_gives_back_the_earlier() -> None:
    entries = decided({"verdict": Verdict.REJECT}, {"verdict": Verdict.ACCEPT}, {"verdict": Verdict.UNDO, "other": 1})
    assert review([CLAIM], entries[:2]).checked == {"c1"}
    assert review([CLAIM], entries).postings == ()


def test_a_skip_takes_the_place_of_no_judgement_and_a_judgement_takes_that_of_a_skip() -> None:
    rejected = decided({"verdict": Verdict.REJECT}, {"verdict": Verdict.SKIP})
    assert review([CLAIM], rejected).postings == ()
    skipped = decided({"verdict": Verdict.SKIP}, {"verdict": Verdict.SKIP}, {"verdict": Verdict.ACCEPT})
    assert standing(skipped[:2]) == tuple(skipped[1:2])
    assert standing(skipped) == tuple(skipped[2:])


def test_what_was_accepted_is_one_reading_and_another_must_be_looked_at_again() -> None:
    entries = decided({"verdict": Verdict.ACCEPT, "value": reading(CLAIM)})
    assert review([CLAIM], entries).checked == {"c1"}
    reread = replace(CLAIM, stance=Stance.DENIES, id="another id")
    found = review([reread], entries)
    assert not found.checked
    assert found.stale == (entries[0].hash,)


def test_a_decision_outlives_a_new_id_of_the_claim() -> None:
    assert review([replace(CLAIM, id="new", order=7, sentence=3)], decided(set_("certainty", "possible"))).checked == {
        "new"
    }


def test_pairs_of_claims_are_linked_or_kept_apart_by_the_last_word() -> None:
    pair = {"other": subject(OTHER)}
    entries = decided(
        {"verdict": Verdict.SAME} | pair, {"verdict": Verdict.DIFFERENT} | pair, {"verdict": Verdict.UNSURE} | pair
    )
    assert review([CLAIM, OTHER], entries[:1]).same == {("c1", "c2")}
    assert review([CLAIM, OTHER], entries[:2]).different == {("c1", "c2")}
    assert not review([CLAIM, OTHER], entries[:2]).same
    last = review([CLAIM, OTHER], entries)
    assert not last.same | last.different


def merge(a: Holder, b: Holder) -> dict[str, Any]:
    return {"verdict": Verdict.SAME, "subject": party(a), "other": party(b)}


def test_merged_parties_bear_the_first_ones_name_and_keep_their_words() -> None:
    found = review([CLAIM, OTHER], decided(merge(ARMY, MINISTRY))).postings
    assert [p.source.key for p in found] == [ARMY.key, ARMY.key]
    assert [p.source.text for p in found] == ["the ministry", "the army"]


def test_merging_goes_on_through_others_and_can_be_undone() -> None:
    third = posting("c3", order=2, source=AGENCY, via=(MINISTRY,), actor=ARMY)
    entries = decided(merge(ARMY, MINISTRY), merge(MINISTRY, AGENCY), {"verdict": Verdict.UNDO, "other": 0})
    both = review([CLAIM, OTHER, third], entries[:2]).postings
    assert {h.key for p in both for h in (p.source, *p.via, p.actor) if h} == {ARMY.key}
    left = review([CLAIM, OTHER, third], entries).postings
    assert [p.source.key for p in left] == [MINISTRY.key, ARMY.key, MINISTRY.key]


def test_a_later_different_takes_parties_apart() -> None:
    entries = decided(merge(ARMY, MINISTRY), merge(MINISTRY, ARMY) | {"verdict": Verdict.DIFFERENT})
    assert review([CLAIM, OTHER], entries).postings == (CLAIM, OTHER)


@given(st.permutations(range(4)), st.lists(st.sampled_from(list(Verdict)), min_size=3, max_size=3))
def test_what_decisions_do_does_not_hang_on_the_order_of_claims(order: list[int], verdicts: list[Verdict]) -> None:
    claims = [CLAIM, OTHER, posting("c3", order=2, text="a third"), posting("c4", document="d2")]
    pairs = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
    entries = decided(
        *(
            {"verdict": v}
            | ({"other": subject(OTHER)} if v in pairs else {"other": "x"} if v is Verdict.UNDO else {})
            | ({"field": "stance", "value": "doubts"} if v is Verdict.CORRECT else {})
            for v in verdicts
        )
    )
    first, second = review(claims, entries), review([claims[i] for i in order], entries)
    assert set(first.postings) == set(second.postings)
    assert (first.checked, first.same, first.different) == (second.checked, second.same, second.different)


def test_a_subject_holds_no_words() -> None:
    for words in ("bridge", "ministry", "Ministry"):
        assert words not in subject(CLAIM) + party(MINISTRY)


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.UNDO, Verdict.CORRECT])
def test_an_entry_that_lacks_what_it_needs_is_refused(verdict: Verdict) -> None:
    with pytest.raises(ValueError, match="need"):
        decided({"verdict": verdict})


THREE = decided(set_("stance", "denies") | {"why": "he said no"}, {"verdict": Verdict.ACCEPT}, merge(ARMY, MINISTRY))


def test_an_honest_chain_holds_also_where_words_were_erased() -> None:
    assert chain(()) is None
    assert chain(THREE) is None
    assert chain([replace(THREE[0], value=None, why=None, salt=None), *THREE[1:]]) is None


@pytest.mark.parametrize(
    ("tampered", "number"),
    [
        ([THREE[0], THREE[2]], 2),
        ([THREE[1], THREE[2]], 1),
        ([replace(THREE[0], who="someone else"), *THREE[1:]], 1),
        ([replace(THREE[0], value="asserts"), *THREE[1:]], 1),
        ([replace(THREE[0], salt=None), *THREE[1:]], 1),
        ([THREE[0], replace(THREE[1], verdict=Verdict.REJECT), THREE[2]], 2),
        ([THREE[1], THREE[0], THREE[2]], 1),
    ],
)
def test_what_was_changed_taken_out_or_slipped_in_shows(tampered: list[Decision], number: int) -> None:
    assert (chain(tampered) or "").startswith(f"decision {number} of")


def test_claims_of_other_documents_are_untouched() -> None:
    elsewhere: Posting = replace(CLAIM, id="c9", document="d9")
    assert review([elsewhere], decided(set_("stance", "denies"))).postings == (elsewhere,)
