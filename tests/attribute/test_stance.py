"""Stance, certainty and polarity of tagged attributions: `denials.yaml` marks the spans, and says what must come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from whosays.attribute.stance import stance
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Document, Polarity, Position, Sentence, Span, Stance, Tagged, position_of

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]
CASES = yaml.safe_load((Path(__file__).parent / "denials.yaml").read_text(encoding="utf-8"))
FLIP = {Position.AFFIRMS: Position.REJECTS, Position.REJECTS: Position.AFFIRMS}


def cases() -> Iterator[Any]:
    for group, rows in CASES.items():
        for row in rows:
            yield pytest.param(row, id=f"{group}: {row['text']}")


def marked(text: str) -> tuple[str, Tagged]:
    """The plain text and its spans: <source>, {cue}, [content]."""
    spans: dict[str, list[Span]] = {"<": [], "{": [], "[": []}
    plain = ""
    for mark, inside, closing, rest in re.findall(r"([<{\[])|([^<>{}\[\]]+)|([>}\]])|(.)", text):
        if mark:
            spans[mark].append(Span(len(plain), -1))
        elif closing:
            opened = spans[{">": "<", "}": "{", "]": "["}[closing]]
            opened[-1] = Span(opened[-1].start, len(plain))
        plain += inside + rest
    return plain, Tagged(tuple(spans["<"]), tuple(spans["{"]), tuple(spans["["]), "test")


@pytest.mark.parametrize("case", cases())
def test_the_reading_of_an_attribution(case: dict[str, Any], parse: Parse) -> None:
    text, tagged = marked(case["text"])
    document, sentences = parse(text)
    read = stance(document, sentences, tagged, load_lexicon())
    wanted = position_of(Stance(case["stance"]), Polarity(case.get("polarity", "+")))
    got = position_of(read.stance, read.polarity)
    if case.get("only") == "position":
        assert got is wanted
        return
    assert read.stance in (case["stance"], *case.get("or", ()))
    assert case.get("only") == "stance" or got is wanted
    assert read.certainty == case.get("certainty", read.certainty)


@pytest.mark.parametrize(
    "text", ["", "No.", "“”", "Denied", "not not not", "?", "Said: no", "\ud800 said", "he said " * 40]
)
def test_no_text_and_no_spans_make_it_raise(text: str, parse: Parse) -> None:
    document, sentences = parse(text)
    middle = len(text) // 2
    for spans in ((Span(0, middle), Span(middle, len(text))), (Span(middle, len(text)), Span(0, middle))):
        stance(document, sentences, Tagged((), spans[:1], spans[1:], "test"), load_lexicon())
    stance(document, sentences, Tagged((), (), (), "test"), load_lexicon())
