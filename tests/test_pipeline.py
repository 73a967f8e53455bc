"""The engine end to end: any text is read, twice is the same, spans are their words, and the example article."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from whosays.evaluate.soundness import evaluate as soundness
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Conventions, Dated, Document, Position, Stance, Status
from whosays.pipeline import Kit, analyse, load_kit
from whosays.runner import Engine

ARTICLE = Path(__file__).parents[1] / "examples" / "article.txt"
WORDS = st.sampled_from(
    [
        "The ministry",
        "said",
        "denied",
        "that",
        "“",
        "”",
        '"',
        "troops",
        "left",
        "on Monday",
        "3,000",
        "in Sarda",
        ".",
        ",",
        "\n\n",
        "not",
        "it is reported",
        "according to",
        "he",
        "😀",
        "\u202e",
        "\x00",
        "�",
        "killed",
        "about 40%",
        "Kyiv",
        "(",
        "—",
    ]
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.fixture(scope="module")
def rules() -> Kit:
    return load_kit(model=False)


def _document(text: str, published: date | None = date(2025, 2, 1)) -> Document:
    return Document(id="d", key="d", text=text, published=published, dated=Dated.GIVEN if published else Dated.UNKNOWN)


def test_conventions_change_what_is_read_and_are_kept_beside_it(rules: Kit) -> None:
    def first(conventions: Conventions) -> tuple[object, ...]:
        kit = replace(rules, lexicon=load_lexicon(conventions))
        analysis = analyse(_document("The shelling killed dozens of soldiers in Crimea."), kit)
        event = analysis.claims[0].event
        assert event is not None
        assert event.place is not None
        return analysis.conventions, event.quantities[0].low, event.quantities[0].best, event.place.country

    assert first(Conventions()) == (Conventions("contract", "un"), 24, None, "UKR")
    other = Conventions("acled", "control")
    assert first(other) == (other, None, 12, "RUS")


def test_a_users_actors_are_read_and_stamped(rules: Kit, tmp_path: Path) -> None:
    own = tmp_path / "actors.yaml"
    own.write_text("groups:\n- {name: Sarda River Front, code: FRA REB}\n", encoding="utf-8")
    kit = replace(rules, lexicon=load_lexicon(Conventions(), own))
    (claim,) = analyse(_document("The Sarda River Front said it had shelled a bridge."), kit).claims
    assert claim.source.code == "FRA REB"
    engine = Engine(actors=own)
    engine.__dict__["kit"] = kit
    assert engine.name.endswith(f"actors:{hashlib.sha256(own.read_bytes()).hexdigest()[:12]}")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(text=st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=200))
@example(text="")
@example(text='"' * 99)
@example(text="said " * 50)
def test_any_text_is_read_grounded_and_twice_the_same(kit: Kit, text: str) -> None:
    report = soundness([{"text": text, "published": "2025-02-01"}], kit)
    counts = dict(report.metrics)
    assert (counts["crashed"], counts["ungrounded"], counts["unrepeatable"]) == (0, 0, 0), report.errors


def test_offsets_are_code_points(kit: Kit) -> None:
    text = "🪖🇺🇦 Arnland denied that its troops crossed the river."
    (claim,) = analyse(_document(text), kit).claims
    assert claim.source.span is not None
    assert claim.source.span.of(text) == "Arnland"
    assert claim.position is Position.REJECTS


def test_not_confirmed_is_not_denied(kit: Kit) -> None:
    (claim,) = analyse(_document("The army has not confirmed that the bridge was hit."), kit).claims
    assert (claim.stance, claim.position) == (Stance.NOT_CONFIRMED, Position.OPEN)


def test_without_a_date_nothing_relative_is_resolved(kit: Kit) -> None:
    (claim,) = analyse(_document("The convoy was shelled last week.", None), kit).claims
    assert claim.event is not None
    assert claim.event.time is not None
    assert (claim.event.time.text, claim.event.time.start, claim.event.time.end) == ("last week", None, None)


def test_a_planned_event_has_not_happened(kit: Kit) -> None:
    (claim,) = analyse(_document("Arnland is preparing to send soldiers to Belmark."), kit).claims
    assert claim.event is not None
    assert claim.event.status is Status.PLANNED


def test_a_text_without_sentences_says_so(kit: Kit) -> None:
    analysis = analyse(_document("\n \n"), kit)
    assert analysis.claims == ()
    assert [i.message for i in analysis.issues] == ["no sentences found in the text"]


def test_the_engine_reads_on_rules_alone(rules: Kit) -> None:
    claims = analyse(_document("Arnland and Belmark deny that their troops crossed the river."), rules).claims
    assert [(c.source.text, c.stance.value) for c in claims] == [("Arnland", "denies"), ("Belmark", "denies")]


def test_the_example_article(rules: Kit, snapshot: SnapshotAssertion) -> None:
    """Who says what in the article that the product grew from, as the rules read it (weights may be replaced)."""
    document = _document(ARTICLE.read_text(encoding="utf-8"))
    lines = [
        f"{c.source.code or '?':12} {c.stance.value:13} {c.position.value:8} {c.text}\n{'':12} "
        + " | ".join(
            str(part)
            for part in (
                c.event and c.event.type and f"{c.event.type} {c.event.status}",
                c.event and c.event.time and f"{c.event.time.start}…{c.event.time.end}",
                c.event and c.event.place and c.event.place.name,
            )
            if part
        )
        for c in analyse(document, rules).claims
    ]
    assert "\n".join(lines) == snapshot
