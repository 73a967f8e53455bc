"""The learned tagger as shipped: what it finds, that it never fails on a text, and that it says so when its weights are no good."""

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.attribute.tagger import LONGEST, WEIGHTS, LearnedTagger, WeightsError, load_tagger
from whosays.model import Document, Tagged

TAGGER = load_tagger()


def tag(text: str, tagger: LearnedTagger = TAGGER) -> tuple[Tagged, ...]:
    return tagger.tag(Document(id="d", key="d", text=text), ())


def words(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each attribution, pieces of a split role joined by an ellipsis."""
    return [
        tuple(" … ".join(s.of(text) for s in role) for role in (t.source, t.cue, t.content))  # type: ignore[misc]
        for t in tag(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "General Orlan said the bridge at Port Sarda had been destroyed.",
            [("General Orlan", "said", "the bridge at Port Sarda had been destroyed")],
        ),
        (
            "The ministry denied that its forces had crossed the border.",
            [("The ministry", "denied", "that its forces had crossed the border")],
        ),
        (
            "“We will not withdraw,” the governor told reporters on Monday.",
            [("the governor", "told", "“We will not withdraw,”")],
        ),
    ],
)
def test_plain_sentences(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert words(text) == expected


def test_offsets_hold_behind_emoji() -> None:
    text = "🙂🙂🙂 Rain. 🙂\n\nGeneral Orlan said the bridge was destroyed. 🙂"
    assert words(text) == [("General Orlan", "said", "the bridge was destroyed")]


def test_the_same_text_gives_the_same_result_whatever_was_read_before() -> None:
    text = "General Orlan said the bridge was destroyed. The ministry denied it."
    before = tag(text)
    tag("Something else altogether, said nobody. " * 40)
    assert tag(text) == before


def test_a_long_text_is_read_to_its_end() -> None:
    last = "General Orlan said the bridge at Port Sarda had been destroyed."
    text = "The rain fell on the hills.\n\n" * (LONGEST // 20) + last
    spans = [t.content[0] for t in tag(text)]
    assert spans[-1].of(text) == "the bridge at Port Sarda had been destroyed"


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "😀" * 500, "a" * 5000, "\n" * 999, "“" * 700, "said " * 600]
)
def test_no_text_makes_it_fail(text: str) -> None:
    assert isinstance(tag(text), tuple)


@given(st.text(max_size=200))
@settings(max_examples=30, deadline=None)
def test_spans_are_ordered_words_of_the_text(text: str) -> None:
    for found in tag(text + " General Orlan said the bridge was destroyed."):
        assert found.cue
        assert found.content
        assert 0 <= found.score <= 1
        for role in (found.source, found.cue, found.content):
            assert all(a.end <= b.start for a, b in pairwise(role))


def test_missing_weights_are_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no usable weights"):
        load_tagger(tmp_path)


def test_weights_that_are_not_the_manifests_are_refused(tmp_path: Path) -> None:
    for file in WEIGHTS.iterdir():
        shutil.copy(file, tmp_path)
    with (tmp_path / "tagger.onnx").open("ab") as weights:
        weights.write(b"x")
    with pytest.raises(WeightsError, match="not the file"):
        load_tagger(tmp_path)


def test_the_artefact_is_small_and_its_manifest_tells_its_figures() -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    assert (WEIGHTS / "tagger.onnx").stat().st_size == manifest["bytes"] <= 25_000_000
    assert manifest["figures"]["triples"] > 0.75
    assert TAGGER.name == manifest["name"]
