"""Every group of cues shows its words at work: examples hold the cue in brackets, counter-examples hold none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from whosays.lexicon.cues import Group, load_cues
from whosays.model import Document, Sentence

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]

CUES = load_cues()
EXAMPLES = [(group, example) for group in CUES.groups for example in group.examples]
COUNTER = [(group, example) for group in CUES.groups for example in group.counter]


def name(value: object) -> str:
    return f"{value.pos}-{value.stance}" if isinstance(value, Group) else str(value)


@pytest.mark.parametrize(("group", "example"), EXAMPLES, ids=name)
def test_each_example_holds_its_cue(group: Group, example: str, parse: Parse) -> None:
    want = " ".join(re.findall(r"\[(.*?)\]", example)).lower()
    _, sentences = parse(re.sub(r"[\[\]]", "", example))
    found = [f for s in sentences for f in CUES.find(s)]
    assert (want, group.stance) in {(" ".join(t.text for t in f.tokens).lower(), f.cue.stance) for f in found}


@pytest.mark.parametrize(("group", "text"), COUNTER, ids=name)
def test_no_counter_example_holds_a_cue_of_the_group(group: Group, text: str, parse: Parse) -> None:
    _, sentences = parse(text)
    found = [f.cue for s in sentences for f in CUES.find(s)]
    assert not [c for c in found if c.lemma in group.lemmas and c.pos == group.pos]


def test_no_entry_stands_twice_in_a_group() -> None:
    assert not [(g.pos, g.stance, w) for g in CUES.groups for w in set(g.lemmas) if g.lemmas.count(w) > 1]
