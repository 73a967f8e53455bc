"""A claim's record is the contract's: its keys in their order, its offsets true, its ids its own."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.seed import FIGHT, claim, seed_analysis, seed_document
from whosays.export.jsonlines import jsonlines
from whosays.export.record import Record
from whosays.export.records import records
from whosays.model import Analysis, Event, Quantity, Span, Stance

CONTRACT = [
    *[
        "id",
        "document",
        "sentence",
        "text",
        "evidence",
        "attribution",
        "source",
        "via",
        "stance",
        "certainty",
        "polarity",
    ],
    *["position", "factuality", "event", "reported", "resolved", "made_by"],
]
EVENT = ["type", "mode", "status", "trigger", "actor", "recipient", "place", "time", "quantities"]


@pytest.fixture(scope="module")
def found() -> tuple[Record, ...]:
    return records(seed_analysis(), "parser rules")


@pytest.fixture(scope="module")
def lines(found: tuple[Record, ...]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonlines(found).splitlines()]


def test_the_keys_are_the_contracts_in_its_order(lines: list[dict[str, Any]]) -> None:
    zelenskyy = lines[5]
    assert list(zelenskyy) == CONTRACT
    assert list(zelenskyy["document"])[:7] == ["id", "key", "title", "publisher", "published", "url", "language"]
    assert list(zelenskyy["event"]) == EVENT
    assert list(zelenskyy["event"]["time"]) == ["text", "span", "start", "end", "precision", "timex"]


def test_the_record_of_a_dated_and_placed_claim(lines: list[dict[str, Any]]) -> None:
    line = lines[5]
    assert line["evidence"] == {"source": [[879, 918]], "cue": [[850, 862]], "content": [[774, 848]]}
    assert line["document"]["published"] == "2025-02-01"
    assert line["document"]["dated"] == "assumed"
    assert line["source"] == {
        "name": "Volodymyr Zelenskyy",
        "code": "UKR GOV",
        "kind": "person",
        "text": "Ukrainian President Volodymyr Zelenskyy",
        "antecedent": None,
    }
    place, time = line["event"]["place"], line["event"]["time"]
    assert (place["name"], place["country"], place["lat"], place["precision"]) == ("Kursk Oblast", "RUS", 51.7, "adm1")
    assert (time["start"], time["end"], time["precision"]) == ("2024-12-01", "2024-12-10", "part-of-month")
    assert line["made_by"] == {
        "version": line["made_by"]["version"],
        "model": "parser rules",
        "rule": "rule test",
        "conventions": {"vague": "contract", "view": "un"},
    }


def test_every_span_is_its_words(lines: list[dict[str, Any]]) -> None:
    text = seed_document().text
    for line in lines:
        assert line["text"] == " … ".join(text[a:b] for a, b in line["evidence"]["content"])
        event = line["event"] or {}
        held = [event.get(k) for k in ("place", "time", "actor", "recipient")] + event.get("quantities", [])
        for part in filter(None, held):
            assert part["text"] == text[slice(*part["span"])]
        for a, b in line["evidence"]["source"]:
            assert text[a:b] == line["source"]["text"]


def test_the_publishers_own_claim_has_no_source_words_and_no_attribution(lines: list[dict[str, Any]]) -> None:
    own = lines[0]
    assert (own["attribution"], own["evidence"]["source"], own["source"]["code"]) == (None, [], "publisher")
    assert own["source"]["text"] is None


def test_claims_split_from_one_attribution_share_its_id_and_spans(lines: list[dict[str, Any]]) -> None:
    moscow, pyongyang = lines[3], lines[4]
    assert moscow["attribution"] == pyongyang["attribution"]
    assert moscow["id"] != pyongyang["id"]
    assert moscow["attribution"]["source"] == [[546, 566]]


def test_a_denial_and_a_not_confirmed_keep_their_positions(lines: list[dict[str, Any]]) -> None:
    assert [(line["stance"], line["position"], line["factuality"]) for line in lines if line["text"] == FIGHT] == [
        ("denies", "rejects", "CT-"),
        ("denies", "rejects", "CT-"),
        ("not_confirmed", "open", "Uu"),
        ("not_confirmed", "open", "Uu"),
    ]


def test_ids_are_of_document_spans_source_and_stance(found: tuple[Record, ...]) -> None:
    analysis = seed_analysis()
    again = records(analysis, "another model")
    assert [r.id for r in again] == [r.id for r in found]
    other = seed_analysis(replace(analysis.document, id="f" * 20))
    assert not {r.id for r in records(other, "m")} & {r.id for r in found}
    stance = replace(analysis.claims[3].attribution, stance=Stance.DOUBTS)
    doubted = replace(analysis, claims=(replace(analysis.claims[3], attribution=stance),))
    assert records(doubted, "m")[0].id != found[3].id


def test_ids_are_unique_even_where_two_claims_agree_in_everything() -> None:
    analysis = seed_analysis()
    doubled = replace(analysis, claims=analysis.claims + analysis.claims)
    ids = [r.id for r in records(doubled, "m")]
    assert len(set(ids)) == len(ids)
    assert ids[: len(analysis.claims)] == [r.id for r in records(analysis, "m")]


@pytest.mark.parametrize(
    ("given", "written"), [(40.0, "40"), (0.5, "0.5"), (2e6, "2000000"), (None, "null"), (float("nan"), "null")]
)
def test_whole_figures_have_no_decimal_point(given: float | None, written: str) -> None:
    document = seed_document("He said 40 left.")
    quantity = Quantity("40", Span(8, 10), None, given, None, None, False, None, ())
    event = Event(None, None, None, (), quantities=(quantity,))
    made = jsonlines(records(Analysis(document, (claim(document, "40 left", event=event),)), "m"))
    assert f'"best":{written},' in made


def test_the_same_records_are_the_same_bytes(found: tuple[Record, ...]) -> None:
    assert jsonlines(found) == jsonlines(records(seed_analysis(), "parser rules"))
    assert jsonlines(()) == ""


def test_offsets_count_code_points_before_and_after_an_emoji() -> None:
    document = seed_document("🛰️ The ministry said that the bridge fell. 🛰️")
    (record,) = records(Analysis(document, (claim(document, "the bridge fell", "The ministry", "said"),)), "m")
    ((start, end),) = record.evidence.content
    assert document.text[start:end] == json.loads(jsonlines([record]))["text"] == "the bridge fell"


def test_a_claim_says_itself_in_one_line(found: tuple[Record, ...]) -> None:
    assert repr(found[3]) == f"<Claim {found[3].id[:8]}: Government of Russia (RUS GOV) denies: “{FIGHT}”>"
    assert found[5].event is not None
    assert found[5].event.time is not None
    assert found[5].event.time.start == date(2024, 12, 1)
