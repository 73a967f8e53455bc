"""Who does what in a clause: the <verb> is marked, the head word of each party must come out."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.clause import after, agent, complement_subject, is_passive, patient, subject
from whosays.model import Sentence, Token


def verb_of(parse: Parse, marked: str) -> tuple[Sentence, Token]:
    start = marked.index("<")
    _, sentences = parse(marked.replace("<", "").replace(">", ""))
    return next((s, t) for s in sentences for t in s.tokens if t.start == start)


def name(token: Token | None) -> str | None:
    return token.text if token is not None else None


CASES = {
    "active": ("The rebels <shelled> the port.", "rebels", "port"),
    "passive": ("The port was <shelled> by the rebels.", "rebels", "port"),
    "passive without an agent": ("The port was <shelled>.", None, "port"),
    "a participle beside its noun": ("The port <shelled> by the rebels burned.", "rebels", "port"),
    "a shared subject": ("The rebels entered the town and <shelled> the port.", "rebels", "port"),
    "a given subject": ("The general ordered the rebels to <shell> the port.", "rebels", "port"),
    "one that is called on": ("The general called on the rebels to <shell> the port.", "rebels", "port"),
    "the owner of a plan": ("The rebels had a plan to <shell> the port.", "rebels", "port"),
    "a relative pronoun": ("The rebels who <shelled> the port fled.", "rebels", "port"),
    "a relative object": ("The port that the rebels <shelled> burned.", "rebels", "port"),
    "at the hands of": ("The envoy was <hurt> at the hands of the rebels.", "rebels", "envoy"),
}


@pytest.mark.parametrize(("marked", "who", "whom"), CASES.values(), ids=CASES.keys())
def test_who_acts_and_who_is_acted_on(parse: Parse, marked: str, who: str | None, whom: str) -> None:
    sentence, verb = verb_of(parse, marked)
    assert (name(subject(sentence, verb)), name(patient(sentence, verb))) == (who, whom)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The port was <shelled>.", True),
        ("The port <shelled> by the rebels burned.", True),
        ("The rebels have <shelled> the port.", False),
        ("The rebels <shelled> the port.", False),
    ],
)
def test_what_is_passive(parse: Parse, marked: str, expected: bool) -> None:
    assert is_passive(*verb_of(parse, marked)) is expected


def test_a_noun_has_an_agent_too(parse: Parse) -> None:
    assert name(agent(*verb_of(parse, "The <attack> by the rebels failed."))) == "rebels"
    assert name(agent(*verb_of(parse, "The <attack> by night failed."))) != "rebels"


def test_what_stands_after_a_preposition(parse: Parse) -> None:
    sentence, verb = verb_of(parse, "The rebels <fled> from the port on Monday.")
    assert name(after(sentence, verb, "from")) == "port"
    assert after(sentence, verb, "on") is None
    assert after(sentence, verb, "into") is None


def test_who_is_to_do_what_is_demanded(parse: Parse) -> None:
    assert name(complement_subject(*verb_of(parse, "The council <demanded> that the rebels leave."))) == "rebels"
    assert name(complement_subject(*verb_of(parse, "The council <said> nothing."))) is None
