"""Rows -> examples: tags that no chain forbids, links between words, windows that lose no piece. Needs no torch."""

from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
import pytest
from tokenizers import Tokenizer

import whosays.attribute
from training.corpus import TAGS, cuts, example, load_tokenizer, marks_of, varied
from whosays.attribute import tagger_decode

TEXT = "General Orlan said the bridge fell. “We hold the town,” the ministry said on Monday, “and the port.”"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return load_tokenizer(Path(whosays.attribute.__file__).parent / "weights" / "tokenizer.json")


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(w), TEXT.index(w) + len(w)] for w in words]


ROW = {
    "id": "r1",
    "annotator": "b",
    "text": TEXT,
    "attributions": [
        {"source": spans("General Orlan"), "cue": spans("said"), "content": spans("the bridge fell")},
        {
            "source": spans("the ministry"),
            "cue": [[70, 74]],
            "content": spans("“We hold the town,”", "“and the port.”"),
        },
    ],
}


def test_the_package_and_the_training_name_the_tags_alike() -> None:
    assert TAGS == tagger_decode.TAGS


def test_gold_spans_become_tags_of_words(tokenizer: Tokenizer) -> None:
    ex = example(ROW, tokenizer, {"a": 1, "b": 2})
    tags = [TAGS[t] for t in ex.marks[:6]]
    assert tags == ["B-source", "E-source", "S-cue", "B-content", "I-content", "E-content"]
    assert ex.style == 2


def test_a_split_content_is_one_group_of_words(tokenizer: Tokenizer) -> None:
    source, cue, content = example(ROW, tokenizer, {}).groups[1]
    assert (len(source), len(cue), len(content)) == (2, 1, 13)


def test_overlapping_spans_leave_no_impossible_sequence() -> None:
    """Word 2 belongs to a content that a later cue cuts in two."""
    marks = [TAGS[t] for t in marks_of(np.array([2, 2, 4, 2, 2, -1]))]
    assert marks == ["B-content", "E-content", "S-cue", "B-content", "E-content", "O"]


def test_windows_take_every_piece_once_and_begin_at_words(tokenizer: Tokenizer) -> None:
    ex = example(ROW | {"text": "\n\n".join([TEXT] * 20)}, tokenizer, {})
    found = cuts([ex], 50, Random(3))
    assert found[0].start == 0
    assert found[-1].end == len(ex.pieces.ids)
    assert all(a.end == b.start and b.start in ex.starts for a, b in pairwise(found))
    assert max(c.end - c.start for c in found) <= 50


@pytest.mark.parametrize("kind", ["lower", "quoteless", "straight", "oneline"])
def test_a_varied_text_keeps_its_offsets(kind: str) -> None:
    text = varied(ROW | {"text": "İstanbul’s mayor:\n\n“No.”"}, kind)["text"]
    assert len(text) == len("İstanbul’s mayor:\n\n“No.”")
