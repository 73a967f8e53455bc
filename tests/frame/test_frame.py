"""The stage as a whole: a claim for each attribution, less the publisher's clauses that report nothing."""

from __future__ import annotations

from tests.conftest import Parse
from whosays.frame.frame import frame
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Attribution, Certainty, Claim, EventType, Mention, Polarity, SourceKind, Span, Stance, Tagged

LEXICON = load_lexicon()


def framed(parse: Parse, text: str, *attributions: Attribution) -> tuple[Claim, ...]:
    return frame(*parse(text, published="2025-02-01"), attributions, LEXICON)


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    tagged = Tagged((span(source),), (span(cue),), (span(content),), "test")
    who = Mention(source, span(source), 0)
    return Attribution(
        tagged, 0, who, (), tagged.cue, tagged.content, Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS
    )  # fmt: skip


def own(text: str) -> Attribution:
    content = (Span(0, len(text) - 1),)
    return Attribution(None, 0, None, (), (), content, Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS)


def test_an_event_has_its_parties_time_and_figures(parse: Parse) -> None:
    text = "The mayor said the rebels killed five guards on Friday."
    (claim,) = framed(parse, text, said(text, "The mayor", "said", "the rebels killed five guards on Friday"))
    event = claim.event
    assert event is not None
    assert (event.type, event.actor and event.actor.text) == (EventType.ASSAULT, "the rebels")
    assert event.time is not None
    assert str(event.time.start) == "2025-01-31"
    assert [q.best for q in event.quantities] == [5]


def test_the_time_of_the_saying_is_kept_apart(parse: Parse) -> None:
    text = "The mayor said on Friday that the rebels had left."
    (claim,) = framed(parse, text, said(text, "The mayor", "said", "the rebels had left"))
    assert claim.reported is not None
    assert str(claim.reported.start) == "2025-01-31"
    assert claim.event is None or claim.event.time is None


def test_a_figure_of_another_sentence_is_not_the_contents(parse: Parse) -> None:
    text = "The mayor said the rebels had left. Nine guards died."
    (claim,) = framed(parse, text, said(text, "The mayor", "said", "the rebels had left"))
    assert claim.event is None or claim.event.quantities == ()


def test_the_publisher_claims_what_reports_something_and_nothing_else(parse: Parse) -> None:
    report, scene = "The rebels shelled the port.", "The port is large."
    (claim,) = framed(parse, report, own(report))
    assert claim.source.kind is SourceKind.PUBLISHER
    assert framed(parse, scene, own(scene)) == ()


def test_what_somebody_says_is_a_claim_whatever_it_is(parse: Parse) -> None:
    text = "The mayor said the port is large."
    (claim,) = framed(parse, text, said(text, "The mayor", "said", "the port is large"))
    assert claim.source.text == "The mayor"
