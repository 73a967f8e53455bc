"""The measure of bare actor phrases: right, wrong and left out, on phrases made for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from whosays.evaluate.actors import OURS, evaluate
from whosays.lexicon.actors import KINDS, Actors, load_actors


@dataclass(frozen=True)
class Knowledge:
    actors: Actors = field(default_factory=load_actors)


@dataclass(frozen=True)
class Kit:
    lexicon: Knowledge = field(default_factory=Knowledge)


def row(phrase: str, country: str | None = None, code: str | None = None, **options: str) -> dict[str, object]:
    expected = {k: v for k, v in (("country", country), ("code_1", code)) if v is not None}
    return {"phrase": phrase, "expected": expected, "options": options}


def metrics(*rows: dict[str, object]) -> dict[str, float]:
    return dict(evaluate(rows, Kit()).metrics)


def test_a_right_phrase_counts_for_country_and_sector() -> None:
    assert metrics(row("the Danish army", "DNK", "MIL")) == {
        "country": 1.0,
        "country_without_names": 1.0,
        "sector": 1.0,
    }


def test_a_wrong_one_is_an_error_that_names_it() -> None:
    report = evaluate([row("the Danish army", "NOR", "MIL")], Kit())
    assert dict(report.metrics)["country"] == 0.0
    assert "the Danish army" in report.errors[0]


def test_bare_names_are_counted_apart() -> None:
    found = metrics(row("Angela Merkel", "NOR"), row("Denmark", "DNK"))
    assert (found["country"], found["country_without_names"]) == (0.5, 1.0)


def test_their_codes_are_read_as_ours_and_what_has_none_is_left_out() -> None:
    found = metrics(
        row("Danish soldiers", "DNK", "MIL"), row("Danish bishops", "DNK", "REL"), row("Abkhazia", "GEO", "PRE")
    )
    assert found["sector"] == 1.0
    assert {ours for codes in OURS.values() for ours in codes} <= set(KINDS)


def test_the_day_of_the_question_counts() -> None:
    assert metrics(row("Taliban", "AFG", "REB", query_date="12 April 2002"))["sector"] == 1.0
    assert metrics(row("Taliban", "AFG", "GOV", query_date="2022-04-12"))["sector"] == 1.0
    assert metrics(row("Taliban", "AFG", "GOV", query_date="some day"))["sector"] == 1.0


def test_what_is_asked_to_have_no_code_must_have_none() -> None:
    assert dict(evaluate([{"phrase": "a cat", "expected": {"code": None}}], Kit()).metrics)["country"] == 1.0


def test_no_rows_make_no_figures() -> None:
    assert evaluate([], Kit()).n == 0
