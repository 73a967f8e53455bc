"""What a tagger finds, parted into speech and acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whosays.attribute.found import found
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Document, Sentence, Span, Tagged

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]
TEXT = "Arnland agreed to a truce. The ministry said the road was open."


def at(words: str) -> tuple[Span, ...]:
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


AGREED = Tagged(at("Arnland"), at("agreed to"), at("a truce"), "test")
SAID = Tagged(at("The ministry"), at("said"), at("the road was open"), "test")


class Finds:
    """A tagger that finds both, whatever it is given."""

    name = "test"

    def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
        return AGREED, SAID


def test_an_act_is_kept_beside_speech_and_not_among_it(parse: Parse) -> None:
    document, sentences = parse(TEXT)
    what = found(document, sentences, Finds(), load_lexicon())
    assert what.spoken == (SAID,)
    assert what.acts == (AGREED,)


def test_a_sentence_before_the_speakers_own_is_not_his_unless_quoted(parse: Parse) -> None:
    wide = Tagged(SAID.source, SAID.cue, (Span(0, 25), *SAID.content), "test")

    class Wide(Finds):
        def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]:
            return (wide,)

    document, sentences = parse(TEXT)
    (said,) = found(document, sentences, Wide(), load_lexicon()).spoken
    assert said.content == SAID.content
    assert said.as_tagged == wide
