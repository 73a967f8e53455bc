"""Every entry of the list of actions reads its own examples, and none of its counter-examples."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.conftest import Parse
from whosays.frame.roles import roles
from whosays.frame.trigger import trigger
from whosays.lexicon.actions import Action, load_actions
from whosays.model import EventType, Span

ENTRIES = load_actions().entries
EXAMPLES = [(e, text) for e in ENTRIES for text in e.examples]
COUNTER_EXAMPLES = [(e, text) for e in ENTRIES for text in e.not_]


def plain(text: str) -> str:
    return re.sub(r"[<>\[\]]", "", text)


def marked(text: str, pattern: str) -> str | None:
    found = re.search(pattern, text)
    return plain(found[1]) if found else None


@pytest.mark.parametrize(("entry", "text"), EXAMPLES, ids=[f"{e.id}: {t}" for e, t in EXAMPLES])
def test_reads_its_example(entry: Action, text: str, parse: Parse) -> None:
    document, sentences = parse(plain(text))
    found = trigger(sentences[0], (Span(0, len(document.text)),), load_actions())
    assert found is not None
    action = found.action
    assert (action.type if action else None, action.mode if action else None) == (entry.type, entry.mode)
    for party, want in zip(
        roles(document, found, load_actions()), (marked(text, r"<(.*?)>"), marked(text, r"\[(.*?)\]")), strict=True
    ):
        if want is not None:
            assert party is not None, want
            assert party.text is not None
            assert want in party.text or party.text in want


@pytest.mark.parametrize(("entry", "text"), COUNTER_EXAMPLES, ids=[f"{e.id}: {t}" for e, t in COUNTER_EXAMPLES])
def test_does_not_read_its_counter_example(entry: Action, text: str, parse: Parse) -> None:
    document, sentences = parse(text)
    found = trigger(sentences[0], (Span(0, len(document.text)),), load_actions())
    assert found is None or found.action is None or found.action.type is not entry.type


def test_every_type_of_plover_has_words() -> None:
    assert {e.type for e in ENTRIES if e.type} == set(EventType)


def test_every_entry_has_an_example() -> None:
    assert [e.id for e in ENTRIES if not e.examples] == []


def test_ids_are_unique() -> None:
    assert [i for i, n in Counter(e.id for e in ENTRIES).items() if n > 1] == []


def test_classes_that_patterns_speak_of_exist() -> None:
    words = {w for e in ENTRIES for p in (*e.verbs, *e.nouns) for w in p.split() if w.startswith("@")}
    words |= {w for e in ENTRIES for w in e.unless if w.startswith("@")}
    assert {w[1:] for w in words} - {"place", "person"} <= set(load_actions().classes)
