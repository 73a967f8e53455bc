"""Two taggers at once: the learned one leads; what the rules add, and what they may not."""

from __future__ import annotations

from tests.conftest import Parse
from whosays.attribute.joint import joint
from whosays.attribute.rules import RuleTagger
from whosays.lexicon.constructions import load_constructions
from whosays.lexicon.cues import load_cues
from whosays.model import Sentence, Span, Tagged


def _joint(
    sentences: tuple[Sentence, ...], learned: tuple[Tagged, ...], ruled: tuple[Tagged, ...]
) -> tuple[Tagged, ...]:
    return joint(sentences, learned, ruled, load_cues(), load_constructions())


def test_what_both_find_is_the_models_and_sure(parse: Parse) -> None:
    document, sentences = parse("The ministry said the port was closed.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    learned = Tagged((Span(0, 12),), (Span(13, 17),), (Span(18, 37),), "model", 0.4)
    (one,) = _joint(sentences, (learned,), ruled)
    assert (one.by, one.score) == ("model", 1.0)


def test_a_source_that_the_model_lacks_is_the_rules(parse: Parse) -> None:
    document, sentences = parse("The ministry said the port was closed.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    (one,) = _joint(sentences, (Tagged((), (Span(13, 17),), (Span(18, 37),), "model"),), ruled)
    assert one.source == (Span(0, 12),)


def test_a_denial_that_the_model_passes_over_is_added(parse: Parse) -> None:
    document, sentences = parse("The ministry denied any part in the raid.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    assert [t.by for t in _joint(sentences, (), ruled)] == ["rules/verb"]


def test_a_weak_find_of_the_rules_alone_is_not_added(parse: Parse) -> None:
    document, sentences = parse("The rebels vowed to retake the airfield.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    assert ruled
    assert _joint(sentences, (), ruled) == ()


def test_whom_one_invites_to_do_a_thing_is_asked_to(parse: Parse) -> None:
    document, sentences = parse("The envoy invited both sides to send delegates to the capital.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    assert [t.by for t in _joint(sentences, (), ruled)] == ["rules/verb"]


def test_a_noun_of_the_rules_is_no_layer_over_what_the_model_found(parse: Parse) -> None:
    _, sentences = parse("In his speech, the envoy said the port was closed.")
    learned = Tagged((Span(15, 24),), (Span(25, 29),), (Span(30, 49),), "model")
    over = Tagged((Span(3, 6),), (Span(7, 13),), (Span(15, 49),), "rules/noun")
    assert _joint(sentences, (learned,), (over,)) == (learned,)


def test_a_source_of_which_the_model_has_the_end_of_the_phrase_alone_is_the_rules(parse: Parse) -> None:
    document, sentences = parse("The doctors in Oslo denied that the ward had been shelled.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    learned = Tagged((Span(15, 19),), (Span(20, 26),), (Span(27, 57),), "model")
    (one,) = _joint(sentences, (learned,), ruled)
    assert [s.of(document.text) for s in one.source] == ["The doctors in Oslo"]


def test_a_shorter_source_that_is_a_phrase_of_its_own_stays_the_models(parse: Parse) -> None:
    document, sentences = parse("The ministry said the port was closed.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    learned = Tagged((Span(4, 12),), (Span(13, 17),), (Span(18, 37),), "model")
    (one,) = _joint(sentences, (learned,), ruled)
    assert [s.of(document.text) for s in one.source] == ["ministry"]


def test_reportedly_is_of_all_that_the_rules_say(parse: Parse) -> None:
    document, sentences = parse("Armed men reportedly stormed the prison.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    (one,) = _joint(sentences, (Tagged((), (Span(10, 20),), (Span(0, 9),), "model"),), ruled)
    assert one.content == (Span(0, 9), Span(21, 39))


def test_who_claims_responsibility_is_not_passed_over(parse: Parse) -> None:
    document, sentences = parse("The front claimed responsibility for the blast.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    assert _joint(sentences, (), ruled) == ruled


def test_who_gave_a_text_is_the_source_and_not_the_text(parse: Parse) -> None:
    document, sentences = parse("The port was closed, according to statements from the mayor.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    learned = Tagged((Span(34, 59),), (Span(21, 33),), (Span(0, 19),), "model")
    (one,) = _joint(sentences, (learned,), ruled)
    assert [s.of(document.text) for s in one.source] == ["the mayor"]


def test_a_clause_that_hangs_on_its_cue_by_that_is_added(parse: Parse) -> None:
    document, sentences = parse("Norway's chief of staff confirmed on Monday that sappers had cleared the port.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    (one,) = _joint(sentences, (), ruled)
    assert [s.of(document.text) for s in one.source] == ["Norway's chief of staff"]


def test_a_that_clause_is_the_content_and_not_the_page_that_it_was_written_on(parse: Parse) -> None:
    document, sentences = parse("Orlan praised it, writing on his page hours after the talks ended that he was glad.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    learned = Tagged((Span(0, 5),), (Span(18, 28),), (Span(29, 37),), "model")
    (one,) = [t for t in _joint(sentences, (learned,), ruled) if t.by == "model"]
    assert [s.of(document.text) for s in one.content] == ["he was glad"]


def test_nobody_denies_a_mere_name(parse: Parse) -> None:
    document, sentences = parse("Both parties contested Sarda, and the council rejected two candidates.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    assert ruled
    assert _joint(sentences, (), ruled) == ()


def test_what_breaks_off_in_a_relative_pronoun_goes_on_behind_the_cue(parse: Parse) -> None:
    text = "Arnland will guard the rebels which, the statement said, Belmark has refused to take back."
    _, sentences = parse(text)
    cue, end = Span(text.index("said"), text.index("said") + 4), Span(text.index("Belmark"), len(text) - 1)
    learned = Tagged((Span(37, 50),), (cue,), (Span(0, 35),), "model")
    ruled = Tagged((Span(37, 50),), (cue,), (Span(0, 35), end), "rules/verb")
    (one,) = _joint(sentences, (learned,), (ruled,))
    assert one.content == (Span(0, 35), end)


def test_what_others_are_said_to_believe_is_not_passed_over(parse: Parse) -> None:
    document, sentences = parse("Those who believe the war is over are wrong.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    assert [t.cue[0].of(document.text) for t in _joint(sentences, (), ruled)] == ["believe"]


def test_an_allegation_within_a_statement_is_added_and_a_mere_decision_is_not(parse: Parse) -> None:
    document, sentences = parse("The mayor said Orlan's allegation of arson and Belmark's decision to leave hurt him.")
    learned = Tagged((Span(0, 9),), (Span(10, 14),), (Span(15, len(document.text) - 1),), "model")
    ruled = [
        Tagged((Span(15, 20),), (Span(23, 33),), (Span(37, 42),), "rules/noun"),
        Tagged((Span(47, 54),), (Span(57, 65),), (Span(66, 74),), "rules/noun"),
    ]
    assert _joint(sentences, (learned,), tuple(ruled)) == (learned, ruled[0])


def test_a_later_sentence_does_not_speak_for_a_cue_that_has_its_own_subject(parse: Parse) -> None:
    document, sentences = parse("The rebels expect that the dam will burst. The ministry gave no comment.")
    learned = Tagged((Span(43, 55),), (Span(11, 17),), (Span(18, 41),), "model")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    (one,) = (t for t in _joint(sentences, (learned,), ruled) if Span(11, 17) in t.cue)
    assert [s.of(document.text) for s in one.source] == ["The rebels"]


def test_who_speaks_on_an_allegation_is_not_who_alleges(parse: Parse) -> None:
    text = "“Nonsense”: thus the army on the allegation that it had shelled the mill."
    _, sentences = parse(text)
    spans = [
        Span(text.index(w), text.index(w) + len(w))
        for w in ("the army", "on the allegation", "that it had shelled the mill")
    ]
    (one,) = _joint(sentences, (Tagged((spans[0],), (spans[1],), (spans[2],), "model"),), ())
    assert one.source == ()
    assert [s.of(text) for s in one.cue] == ["the allegation"]


def test_by_the_ministrys_own_admission_is_the_ministry_s_and_not_by_somebodys(parse: Parse) -> None:
    document, sentences = parse("By the ministry's own admission, its army has lost the bridge.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    learned = Tagged((Span(3, 21),), (Span(0, 2),), (Span(33, 61),), "model")
    (one,) = _joint(sentences, (learned,), ruled)
    assert (one.by, one.source, one.cue) == ("rules/account", (Span(3, 15),), (Span(22, 31),))


def test_most_accounts_are_somebodys(parse: Parse) -> None:
    document, sentences = parse("By most accounts, the rebels fired first.")
    ruled = RuleTagger(load_cues(), load_constructions()).tag(document, sentences)
    assert [(t.source[0].of(document.text), t.content[0].of(document.text)) for t in _joint(sentences, (), ruled)] == [
        ("most accounts", "the rebels fired first")
    ]
