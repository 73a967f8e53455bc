"""Every example of the constructions is read as marked: cue in angle brackets, content in square ones."""

from __future__ import annotations

import re

import msgspec
import pytest

from tests.conftest import Parse
from whosays.attribute.rules import RuleTagger
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues
from whosays.lexicon.group import Group

GROUPS: dict[str, Group] = {
    f.name: getattr(load_constructions(), f.name) for f in msgspec.structs.fields(load_constructions())
}
ACTS = GROUPS.pop("acts")
_UNMARKED = (
    "cited",
    "keeps_from",
    "leads_on",
    "sees_as",
    "blame",
    "names",
    "shows",
    "bears_out",
    "rejects",
    "answers",
    "goes_on",
    "owned",
    "asks",
    "replies",
    "labels",
    "leads_to_a_label",
    "accounts",
    "asks_unnamed",
    "heads_a_note",
    "seems",
    "unsure",
    "sure",
    "points",
    "hides",
    "audience",
    "on_account",
)
OTHERS = [GROUPS.pop(name) for name in _UNMARKED]
"""Words that tell who speaks; their examples carry no marks."""
EXAMPLES = [(name, text) for name, group in GROUPS.items() for text in group.examples]
COUNTERS = [(name, text) for name, group in GROUPS.items() for text in group.counter]


@pytest.mark.parametrize(("name", "marked"), EXAMPLES)
def test_the_example_is_read_as_marked(parse: Parse, name: str, marked: str) -> None:
    text = re.sub(r"[<>\[\]]", "", marked)
    document, sentences = parse(text)
    found = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    read = {(t.cue[0].of(text), " ".join(s.of(text) for s in t.content).strip(" .,")) for t in found if t.cue}
    assert (re.findall(r"<(.*?)>", marked)[0], re.findall(r"\[(.*?)]", marked)[0]) in read


@pytest.mark.parametrize(("name", "text"), COUNTERS)
def test_in_the_counter_example_nobody_says_anything(parse: Parse, name: str, text: str) -> None:
    document, sentences = parse(text)
    assert RuleTagger(load_cues(), load_constructions()).tag(document, sentences) == ()


@pytest.mark.parametrize("group", OTHERS, ids=lambda g: min(g.lemmas))
def test_an_example_holds_a_word_of_its_group(parse: Parse, group: Group) -> None:
    for text in (*group.examples, *group.counter):
        _, sentences = parse(text)
        assert any(t.lemma in group for s in sentences for t in s.tokens), text
