"""Sources that stand in another sentence: `away.yaml` holds the texts, read by the attribution that ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from whosays.attribute.attribute import attribute
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Attribution, Document, Sentence, Span, Tagger
from whosays.pipeline import load_kit

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]
GROUPS = yaml.safe_load((Path(__file__).parent / "away.yaml").read_text(encoding="utf-8"))
CASES = [case for rows in GROUPS.values() for case in rows]
RIGHT = 0.92
"""The share of cases that must come out right."""


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_kit().tagger


def said_by(case: dict[str, Any], parse: Parse, tagger: Tagger) -> str | None:
    """The words that name who says the case's words: None where nobody is named for them."""
    document, sentences = parse(case["text"])
    at = case["text"].index(case["says"])
    words = Span(at, at + len(case["says"]))
    found = [a for a in attribute(document, sentences, tagger, load_lexicon()) if any(words in s for s in a.content)]
    return next((named(a) for a in found if a.tagged is not None), None)


def named(attribution: Attribution) -> str | None:
    source = attribution.source
    if source is None or not source.resolved:
        return None
    return (source.antecedent or source).text


def is_right(case: dict[str, Any], got: str | None) -> bool:
    wanted = [w for w in (case["who"], case.get("or")) if w]
    return (got is None and case["who"] is None) or (got is not None and any(w in got for w in wanted))


def test_most_sources_of_another_sentence_are_found(parse: Parse, tagger: Tagger) -> None:
    wrong = [(c["text"], got) for c in CASES if not is_right(c, got := said_by(c, parse, tagger))]
    assert len(wrong) <= (1 - RIGHT) * len(CASES), "\n".join(f"{text} -> {got}" for text, got in wrong)


@pytest.mark.parametrize("case", GROUPS["two fit and none is chosen"], ids=lambda case: case["text"])
def test_where_two_fit_none_is_chosen(case: dict[str, Any], parse: Parse, tagger: Tagger) -> None:
    assert is_right(case, said_by(case, parse, tagger))


def test_every_case_says_its_words_once() -> None:
    assert [c["text"] for c in CASES if c["text"].count(c["says"]) != 1] == []
