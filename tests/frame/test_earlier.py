"""A happening that is spoken of again has the parties that it was told with."""

from __future__ import annotations

from tests.conftest import Parse
from whosays.frame.earlier import earlier
from whosays.frame.trigger import trigger
from whosays.lexicon.actions import load_actions
from whosays.model import Span


def mentions(text: str, again: str, parse: Parse) -> list[str]:
    _, sentences = parse(text)
    start = text.rindex(again)
    spans = (Span(start, start + len(again)),)
    sentence = next(s for s in sentences if s.span.overlaps(spans[0]))
    found = trigger(sentence, spans, load_actions())
    assert found is not None
    return [m.head.text for m in earlier(sentences, found, load_actions())]


def test_a_definite_noun_points_back(parse: Parse) -> None:
    assert mentions("Gunmen attacked the port. The attack lasted an hour.", "The attack", parse) == ["attacked"]


def test_the_nearest_mention_comes_first(parse: Parse) -> None:
    text = "Rebels attacked the port. Gunmen stormed the town. The attack lasted an hour."
    assert mentions(text, "The attack", parse) == ["stormed", "attacked"]


def test_an_indefinite_noun_is_told_for_the_first_time(parse: Parse) -> None:
    assert mentions("Gunmen attacked the port. An attack was feared.", "An attack", parse) == []


def test_another_sort_of_happening_is_another(parse: Parse) -> None:
    assert mentions("Gunmen left the port. The attack lasted an hour.", "The attack", parse) == []


def test_the_attack_is_a_killing_under_another_name(parse: Parse) -> None:
    text = "Gunmen killed two in a raid. The attack lasted an hour."
    assert mentions(text, "The attack", parse) == ["killed", "raid"]


def test_who_carried_out_the_happening_comes_with_it(parse: Parse) -> None:
    """The verb that carries the act names its actor: "they had completed an exchange"."""
    _, sentences = parse("Orlan has completed an exchange of prisoners. The ministry confirmed the exchange.")
    again = trigger(sentences[1], (sentences[1].span,), load_actions())
    assert again is not None
    carriers = [m.carrier.text for m in earlier(sentences, again, load_actions()) if m.carrier is not None]
    assert carriers == ["completed"]
