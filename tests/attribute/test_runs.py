"""Speech that runs on over sentences and paragraphs stays its speaker's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import Parse
from whosays.attribute.quotations import quotations
from whosays.attribute.rules import RuleTagger
from whosays.attribute.runs import runs
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues
from whosays.model import Span, Tagged

CASES = {
    "a quotation that goes on after the cue": (
        '"The road is open," she said. "We lost ten men. They are buried here."',
        "she",
        ["The road is open", "We lost ten men", "They are buried here"],
    ),
    "a quotation over paragraphs, each opened, the last closed": (
        "The governor said: “The bridge is shut.\n\n“The ferry runs at night.”\n\nTraders left the town.",
        "The governor",
        ["The bridge is shut", "The ferry runs at night"],
    ),
    "a statement after said, without marks": (
        "Governor Orlan said:\n\nThe bridge is shut. It will be repaired.\n\nThe ferry runs at night.\n\nNotes to editors",
        "Governor Orlan",
        ["The bridge is shut", "It will be repaired", "The ferry runs at night"],
    ),
    "a statement in marks is over with the marks": (
        "Governor Orlan said:\n\n“The bridge is shut. The ferry runs.”\n\nThe convoy left at noon. It reached the river.",
        "Governor Orlan",
        ["The bridge is shut", "The ferry runs"],
    ),
    "a quotation of several sentences before its speaker": (
        '"We lost ten men. They are buried here. The road is open," Governor Orlan continued.',
        "Governor Orlan",
        ["We lost ten men", "They are buried here", "The road is open"],
    ),
    "whom an agency quotes goes on": (
        '"The road is open," Orlan added, according to the agency Anra.\n\n"Once again, the ferry runs."',
        "Orlan",
        ["The road is open", "Once again, the ferry runs"],
    ),
    "the narrator takes the floor back": (
        '"The road is open," she said. The convoy left at noon. It reached the river.',
        "she",
        ["The road is open"],
    ),
}


@pytest.mark.parametrize(("text", "source", "said"), CASES.values(), ids=CASES.keys())
def test_who_has_the_floor(parse: Parse, text: str, source: str, said: list[str]) -> None:
    document, sentences = parse(text)
    found = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    tagged = runs(document, sentences, found, quotations(document, sentences))
    (mine,) = [t for t in tagged if [s.of(text) for s in t.source] == [source]]
    words = " ".join(s.of(text) for s in mine.content)
    assert all(sentence in words for sentence in said)
    rest = [w for w in ("convoy left", "Traders left", "Notes to editors") if w in words]
    assert rest == []


def test_a_statement_that_begins_within_a_paragraph_ends_with_it(parse: Parse) -> None:
    text = "Her advice takes ten words: Take the ferry. It runs at night.\n\nThe convoy left at noon. It reached the river."
    document, sentences = parse(text)
    colon = text.index(":") + 1
    first = next(n for n, s in enumerate(sentences) if s.end >= colon)
    parted = (
        replace(sentences[first], end=colon, tokens=sentences[first].within(Span(0, colon))),
        *(replace(s, index=s.index + 1) for s in sentences[first + 1 :]),
    )
    rest = sentences[first].within(Span(colon + 1, sentences[first].end))
    low = rest[0].index
    moved = tuple(replace(t, index=t.index - low, head=max(0, t.head - low)) for t in rest)
    parted = (parted[0], replace(sentences[first], index=1, start=rest[0].start, tokens=moved), *parted[1:])
    said = Tagged((Span(0, 3),), (Span(4, colon),), (Span(colon + 1, colon + 15),), "test")
    (found,) = runs(document, parted, [said], quotations(document, parted))
    words = " ".join(s.of(text) for s in found.content)
    assert "It runs at night" in words
    assert "convoy" not in words
