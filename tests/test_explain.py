"""Why a claim reads as it does: a line for each part, the same whenever it is asked."""

from __future__ import annotations

from datetime import date

import pytest

from whosays.explain import explain
from whosays.model import Dated, Document
from whosays.pipeline import Kit, analyse, load_kit


@pytest.fixture(scope="module")
def rules() -> Kit:
    return load_kit(model=False)


def reasons(kit: Kit, text: str, claim: int = 0) -> dict[str, str]:
    document = Document("d", "d", text, published=date(2025, 2, 1), dated=Dated.GIVEN)
    claims = analyse(document, kit).claims
    found = explain(document, claims[claim], kit)
    assert found == explain(document, claims[claim], kit)
    assert all("\n" not in r.why for r in found)
    return {r.part: r.why for r in found}


TEXT = "Norway denied on Friday that its soldiers had shelled dozens of Peruvian positions near Lima."


def test_every_part_of_a_claim_has_its_reason(rules: Kit) -> None:
    why = reasons(rules, TEXT)
    assert list(why)[:6] == ["attribution", "stance", "source", "event", "status", "actor"]
    assert "found by" in why["attribution"]
    assert "cue “deny” (verb)" in why["stance"]
    assert "NOR GOV" in why["source"]
    assert why["event"].startswith("ASSAULT (heavy-weapons): “shelled”, entry “shelling”")
    assert why["status"].startswith("occurred: by “had shelled”")
    assert "“its” stands for “Norway”" in why["actor"]


def test_what_turns_a_cue_is_named(rules: Kit) -> None:
    assert (
        "turned by “not”"
        in reasons(rules, "The ministry of Norway did not confirm that a port had been shelled.")["stance"]
    )


def test_the_acts_that_were_passed_over_are_named(rules: Kit) -> None:
    why = reasons(rules, "Norway said that its troops had left the port after rebels attacked the town.")
    assert "other acts: “attacked” ASSAULT" in why["event"]


def test_the_publishers_own_claim_is_said_to_be_nobodys(rules: Kit) -> None:
    why = reasons(rules, "Peruvian troops crossed the border on Friday.")
    assert "no one is quoted" in why["attribution"]
    assert "stance" not in why


def test_a_party_that_nobody_can_tell_is_said_to_be_so(rules: Kit) -> None:
    why = reasons(rules, "Some of the boats were sunk by Zorblax on Friday.")
    assert "no code" in why["actor"]


def test_days_and_figures_are_said_in_words(rules: Kit) -> None:
    why = reasons(rules, "About 40 soldiers of Norway had been killed since 2024, the ministry of Sweden said.")
    assert why["quantity"].endswith("is about 40 soldiers")
    assert "2024-01-01 to an open end" in why["time"]


def test_only_the_verbs_of_the_content_tell_the_status(rules: Kit) -> None:
    why = reasons(rules, "The ministry of Norway denies that its army is shelling a port.")
    assert why["status"] == "ongoing: by “is shelling”; the source denies it"
