"""Which place is the event's: bracketed content, and the place that must come out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whosays.lexicon.features import load_features
from whosays.model import (
    Attribution,
    Certainty,
    Claim,
    Document,
    Event,
    Party,
    Polarity,
    Sentence,
    Span,
    Stance,
)  # fmt: skip
from whosays.resolve.gazetteer import load_gazetteer
from whosays.resolve.locate import locate
from whosays.resolve.places import places

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]


def _claim(document: Document, sentence: int, content: Span, trigger: Span | None) -> Claim:
    """The publisher's claim of that content."""
    attribution = Attribution(
        tagged=None, sentence=sentence, source=None, via=(), cue=(), content=(content,), stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN, polarity=Polarity.PLUS,
    )  # fmt: skip
    event = Event(type=None, mode=None, status=None, trigger=(trigger,)) if trigger else None
    nobody = Party(name=None, code=None, kind=None, text=None, span=None)
    return Claim(
        document=document, sentence=sentence, attribution=attribution, source=nobody, via=(), event=event, reported=None
    )


def place_of(parse: Parse, marked: str, trigger: str) -> str | None:
    """The words of the place of the event that the content in brackets tells of by the word `trigger`."""
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    document, sentences = parse(text)
    wheres = places(document, sentences, load_gazetteer(), load_features())
    at = text.index(trigger)
    sentence = next(s for s in sentences if s.start <= start < s.end)
    where = locate(sentences, _claim(document, sentence.index, Span(start, end), Span(at, at + len(trigger))), wheres)
    return where.text if where else None


@pytest.mark.parametrize(
    ("marked", "trigger", "wanted"),
    [
        ("[Two people were killed in Derna on Monday].", "killed", "Derna"),
        ("The ministry said that [a bridge had collapsed near Bakhmut].", "collapsed", "near Bakhmut"),
        ("In Quetta, [relatives refused to bury the miners].", "refused", "Quetta"),
        ("[Clashes were reported in Bakhmut, in the Donetsk region].", "reported", "Bakhmut"),
        ("[Twin bombs struck the market of Baidoa in Somalia].", "struck", "Baidoa"),
        ("[Soldiers from North Korea were captured in the Kursk region].", "captured", "the Kursk region"),
        ("[Ukrainian forces crossed the border with Russia in the Kursk region].", "crossed", "the Kursk region"),
        ("[North Korean soldiers were fighting alongside Russian troops].", "fighting", None),
        ("[Russia would hand over the bodies of 1,000 soldiers].", "hand", None),
        ("[Forces from Chad joined the talks].", "joined", None),
        ("KYIV, Ukraine (Agency) — [A plane crashed in Sumy].", "crashed", "Sumy"),
        ("Speaking in Vienna, she said that [a school had been hit in Sloviansk].", "hit", "Sloviansk"),
        ("[Rebels invaded Burundi]", "invaded", "Burundi"),
        ("[Norway sold missiles to Lithuania].", "sold", None),
    ],
)
def test_the_parse_tells_whose_event_a_place_is(parse: Parse, marked: str, trigger: str, wanted: str | None) -> None:
    assert place_of(parse, marked, trigger) == wanted


def test_without_places_there_is_none(parse: Parse) -> None:
    document, sentences = parse("It was over by noon.")
    assert locate(sentences, _claim(document, 0, Span(0, 19), None), ()) is None
