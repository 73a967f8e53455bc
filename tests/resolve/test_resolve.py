"""Which events are kept: acts, states with a circumstance, and deeds of any sort that a known party is to do."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.frame.frame import frame
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import Attribution, Certainty, Event, Mention, Polarity, Span, Stance, Status, Tagged
from whosays.resolve.gazetteer import load_gazetteer
from whosays.resolve.resolve import resolve

LEXICON = load_lexicon()


def event_of(parse: Parse, text: str, content: str, stance: Stance, source: str = "The council") -> Event | None:
    document, sentences = parse(text)
    at = text.index(content)
    who, spans = Mention(source, Span(0, len(source)), 0), (Span(at, at + len(content)),)
    cue = len(source) + 1
    tagged = Tagged((who.span,), (Span(cue, cue + len(text[cue:].split()[0])),), spans, "test")
    said = Attribution(tagged, 0, who, (), tagged.cue, spans, stance, Certainty.CERTAIN, Polarity.PLUS)
    claims = frame(document, sentences, (said,), LEXICON)
    (claim,) = resolve(document, sentences, claims, load_gazetteer(), LEXICON)
    return claim.event


@pytest.mark.parametrize(
    ("stance", "text", "content", "status"),
    [
        (Stance.DEMANDS, "The council pressed for Kenya to use its influence.", "Kenya to use its influence", "hypothetical"),
        (Stance.ASSERTS, "The council said Kenya is to include them.", "Kenya is to include them", "planned"),
    ],
)  # fmt: skip
def test_what_a_known_party_is_to_do_is_kept_though_no_type_names_it(
    parse: Parse, stance: Stance, text: str, content: str, status: str
) -> None:
    found = event_of(parse, text, content, stance)
    assert found is not None
    assert (found.type, found.status, found.actor and found.actor.code) == (None, Status(status), "KEN GOV")


@pytest.mark.parametrize(
    ("stance", "text", "content"),
    [
        (Stance.ASSERTS, "The council said the navy has the advantage.", "the navy has the advantage"),
        (Stance.ASSERTS, "The council said the harbour is to be lovely.", "the harbour is to be lovely"),
        (Stance.DEMANDS, "The council said it is crucial to be kind.", "it is crucial to be kind"),
    ],
)
def test_a_state_and_an_opinion_are_no_event(parse: Parse, stance: Stance, text: str, content: str) -> None:
    assert event_of(parse, text, content, stance) is None


def test_we_is_nobody_whom_the_text_names(parse: Parse) -> None:
    text = "We expect the rebels to leave by Friday."
    document, sentences = parse(text)
    who, spans = Mention("We", Span(0, 2), 0, resolved=False), (Span(10, 39),)
    tagged = Tagged((who.span,), (Span(3, 9),), spans, "test")
    said = Attribution(tagged, 0, who, (), tagged.cue, spans, Stance.EXPECTS, Certainty.CERTAIN, Polarity.PLUS)
    (claim,) = resolve(document, sentences, frame(document, sentences, (said,), LEXICON), load_gazetteer(), LEXICON)
    assert (claim.source.text, claim.source.code) == ("We", None)


def test_each_party_that_is_joined_by_name_gets_its_own_code(parse: Parse) -> None:
    text = "The council said the bank imposed sanctions on Kenya, Sudan and Chad."
    found = event_of(parse, text, "the bank imposed sanctions on Kenya, Sudan and Chad", Stance.ASSERTS)
    assert found is not None
    assert found.recipient is not None
    assert [p.code for p in (found.recipient, *found.recipient.joined)] == ["KEN", "SDN", "TCD"]


@pytest.mark.parametrize("words", ["our soldiers", "one of our soldiers", "hundreds of our soldiers"])
def test_some_of_our_soldiers_are_the_speakers(parse: Parse, words: str) -> None:
    text = f"Kenya said that {words} crossed the border."
    found = event_of(parse, text, f"{words} crossed the border", Stance.ASSERTS, "Kenya")
    assert found is not None
    assert found.actor is not None
    assert found.actor.code == "KEN MIL"


def test_it_is_not_the_one_who_acts_on_it(parse: Parse) -> None:
    text = "The council said Kenya bombed it."
    found = event_of(parse, text, "Kenya bombed it", Stance.ASSERTS)
    assert found is not None
    assert found.actor is not None
    assert found.recipient is not None
    assert (found.actor.code, found.recipient.code) == ("KEN GOV", None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Jakob Amman saw the blast. Amman said the school was gone.", None),
        ("The envoy saw the blast. Amman said the school was gone.", "JOR GOV"),
        ("Jakob Amman flew home from Amman. Amman said the school was gone.", "JOR GOV"),
    ],
)
def test_the_surname_of_a_person_is_no_capital(parse: Parse, text: str, code: str | None) -> None:
    document, sentences = parse(text)
    at = text.rindex("Amman")
    spans = (Span(at + 11, len(text) - 1),)
    who = Mention("Amman", Span(at, at + 5), len(sentences) - 1)
    tagged = Tagged((who.span,), (Span(at + 6, at + 10),), spans, "test")
    said = Attribution(
        tagged, who.sentence, who, (), tagged.cue, spans, Stance.ASSERTS, Certainty.CERTAIN, Polarity.PLUS
    )
    (claim,) = resolve(document, sentences, frame(document, sentences, (said,), LEXICON), load_gazetteer(), LEXICON)
    assert claim.source.code == code
