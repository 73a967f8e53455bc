"""The embedder as shipped: like meanings lie near, a text's vector is its own, and missing weights are a value."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.link.embed import WEIGHTS, Embedder, NoEmbedder, load_embedder

LOADED = load_embedder()
assert isinstance(LOADED, Embedder)
EMBED: Embedder = LOADED

TEXTS = [
    "The bridge at Port Sarda was destroyed.",
    "Rain is expected on Monday.",
    "The ministry said that the bridge at Port Sarda had been blown up by its own forces on Friday night.",
    "The troops left the town.",
    "Prices rose.",
    "",
]


def cosine(a: str, b: str) -> float:
    first, second = EMBED([a, b])
    return float(first @ second)


def test_a_row_a_text_each_of_length_one() -> None:
    vectors = EMBED(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


def test_no_texts_are_no_rows() -> None:
    assert EMBED([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("Troops entered the town.", "Soldiers moved into the city.", "Grain prices fell in spring."),
        ("The talks were called off.", "Negotiations have been cancelled.", "A rocket hit the depot."),
        ("At least 12 people were killed.", "A dozen died in the attack.", "The minister flew to the summit."),
    ],
)
def test_like_meanings_lie_nearer(text: str, near: str, far: str) -> None:
    assert cosine(text, near) > cosine(text, far) + 0.2


def test_a_vector_is_the_same_to_the_bit_whatever_is_read_beside_it() -> None:
    """Also where many texts are of one length and run together."""
    alone = np.concatenate([EMBED([text]) for text in TEXTS])
    beside = EMBED([*TEXTS, *(f"The town of {name} was hit." for name in "abcdefghijklmnopqrstuvwxyz"), *TEXTS])
    assert np.array_equal(beside[: len(TEXTS)], alone)
    assert np.array_equal(beside[-len(TEXTS) :], alone)


@given(
    st.lists(st.sampled_from(["the", "town", "fell", "bridge", "port", "army", "was", "in"]), min_size=7, max_size=7)
)
@settings(max_examples=20, deadline=None)
def test_neither_do_texts_of_the_same_length_change_it(words: list[str]) -> None:
    text = " ".join(words)
    together = EMBED([TEXTS[3], text, " ".join(reversed(words)), text])
    assert np.array_equal(together[1], EMBED([text])[0])
    assert np.array_equal(together[1], together[3])


def test_what_follows_the_first_64_pieces_is_not_read() -> None:
    long = "town " * 80
    assert np.array_equal(EMBED([long])[0], EMBED([long + "and a bridge"])[0])
    assert len(EMBED.pieces(long)) == 64


@pytest.mark.parametrize("text", ["\x00", "\ud800", "😀" * 500, "a" * 5000, "\n" * 999])
def test_no_text_makes_it_fail(text: str) -> None:
    assert np.isfinite(EMBED([text])).all()


def test_missing_weights_are_a_value(tmp_path: Path) -> None:
    found = load_embedder(tmp_path)
    assert isinstance(found, NoEmbedder)
    assert "no usable weights" in found.reason


def test_weights_that_are_not_the_manifests_are_refused(tmp_path: Path) -> None:
    for file in WEIGHTS.iterdir():
        shutil.copy(file, tmp_path)
    with (tmp_path / "embedder.onnx").open("ab") as weights:
        weights.write(b"x")
    found = load_embedder(tmp_path)
    assert isinstance(found, NoEmbedder)
    assert "not the file" in found.reason


def test_the_artefact_is_small_and_bears_its_name() -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    assert (WEIGHTS / "embedder.onnx").stat().st_size == manifest["bytes"] <= 24_000_000
    assert EMBED.name == manifest["name"]
