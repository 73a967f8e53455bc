"""Stance, certainty and polarity of tagged attributions: `denials.yaml` marks the spans, and says what must come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.attribute.antecedent import antecedent
from whosays.attribute.sources import sources
from whosays.attribute.stance import Reading, stance
from whosays.lexicon.cues import load_cues
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Document, Polarity, Position, Sentence, Span, Stance, Tagged, position_of
from whosays.segment import load_parser

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


@pytest.mark.parametrize("case", list(cases()))
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


def readings(frame: str, words: list[str], parse: Parse) -> Iterator[tuple[str, Reading]]:
    """Each word in the frame, where {} stands for it as the cue, and the reading of what it says."""
    texts = [frame.format(word) for word in words]
    document, sentences = parse("\n\n".join(texts))
    at = 0
    for word, text in zip(words, texts, strict=True):
        cue = at + frame.index("{}")
        content = at + text.index(CONTENT)
        tagged = Tagged(
            (Span(at, at + len("The ministry")),),
            (Span(cue, cue + len(word)),),
            (Span(content, content + len(CONTENT)),),
            "test",
        )
        yield word, stance(document, sentences, tagged, load_lexicon())
        at += len(text) + 2


CONTENT = "its men had fired on the village"
VERBS = sorted({c.lemma for cs in load_cues().by_lemma.values() for c in cs if c.pos == "verb" and "clause" in c.takes})


def test_no_verb_rejects_and_affirms_alike_when_it_is_negated(parse: Parse) -> None:
    plain = dict(readings(f"The ministry will {{}} that {CONTENT}.", VERBS, parse))
    turned = dict(readings(f"The ministry will not {{}} that {CONTENT}.", VERBS, parse))
    closed = {v for v in VERBS if position_of(plain[v].stance, plain[v].polarity) is not Position.OPEN}
    assert len(closed) > len(VERBS) / 2
    assert not {
        v: (plain[v], turned[v])
        for v in closed
        if position_of(plain[v].stance, plain[v].polarity) is position_of(turned[v].stance, turned[v].polarity)
    }


def test_a_negated_content_turns_the_position_and_not_the_stance(parse: Parse) -> None:
    document, sentences = parse(
        f"The ministry denied that {CONTENT}.\n\nThe ministry denied that its men had not fired on the village."
    )
    first, second = sentences
    cues = [s.tokens[2].span for s in sentences]
    contents = [Span(s.tokens[4].start, s.tokens[-1].start) for s in sentences]
    a, b = (
        stance(document, sentences, Tagged((), (cue,), (content,), "test"), load_lexicon())
        for cue, content in zip(cues, contents, strict=True)
    )
    assert (a.stance, b.stance) == (Stance.DENIES, Stance.DENIES)
    assert (a.polarity, b.polarity) == (Polarity.PLUS, Polarity.MINUS)
    assert first.paragraph != second.paragraph


@given(
    st.text(alphabet="no tsaid,.?“”\"'deny it’\n", max_size=80),
    st.lists(st.integers(0, 80), min_size=6, max_size=6),
)
@settings(max_examples=60, deadline=None)
def test_any_spans_in_any_text_have_a_reading(text: str, ends: list[int]) -> None:
    document = Document(id="t", key="t", text=text)
    a, b, c, d, e, f = (min(n, len(text)) for n in ends)
    spans = [Span(min(x, y), max(x, y)) for x, y in ((a, b), (c, d), (e, f))]
    sentences = load_parser()(document)
    tagged = Tagged((spans[0],), (spans[1],), (spans[2],), "test")
    read = stance(document, sentences, tagged, load_lexicon())
    assert read.stance in Stance
    for mention in sources(document, sentences, tagged):
        antecedent(mention, tagged, document, sentences, ())


@pytest.mark.parametrize(
    "text", ["", "No.", "“”", "Denied", "not not not", "?", "Said: no", "\ud800 said", "he said " * 40]
)
def test_no_text_and_no_spans_make_it_raise(text: str, parse: Parse) -> None:
    document, sentences = parse(text)
    middle = len(text) // 2
    for spans in ((Span(0, middle), Span(middle, len(text))), (Span(middle, len(text)), Span(0, middle))):
        stance(document, sentences, Tagged((), spans[:1], spans[1:], "test"), load_lexicon())
    stance(document, sentences, Tagged((), (), (), "test"), load_lexicon())
