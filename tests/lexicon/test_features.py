"""The list of features: every one is found in a sentence of its kind, and points lie where its country is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from whosays.lexicon.features import Feature, Group, load_features
from whosays.lexicon.placenames import key, without_class
from whosays.model import Document, Sentence
from whosays.resolve.gazetteer import load_gazetteer
from whosays.resolve.places import places
from whosays.resolve.toponyms import toponyms

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]
GROUPS = load_features().groups


def test_there_are_at_least_four_hundred_and_none_twice() -> None:
    names = Counter(f.name for g in GROUPS for f in g.features)
    assert len(names) >= 400
    assert [name for name, n in names.items() if n > 1] == []


@pytest.mark.parametrize("group", GROUPS, ids=[g.kind for g in GROUPS])
def test_every_name_is_found_in_the_sentence_of_its_kind(parse: Parse, group: Group) -> None:
    gazetteer, lexicon = load_gazetteer(), load_features()

    def missed(feature: Feature, name: str) -> bool:
        _, sentences = parse(group.example.replace("{name}", name))
        found = toponyms(sentences, gazetteer, lexicon)
        return not any(p.name == feature.name for t in found for p in t.places)

    names = [(f, f.name) for f in group.features]
    lost = [name for feature, name in names if missed(feature, name)]
    assert len(lost) <= len(names) // 50, lost


@pytest.mark.parametrize("sentence", [s for g in GROUPS for s in g.tricky])
def test_the_tricky_sentences_hold(parse: Parse, sentence: str) -> None:
    wanted = sentence[sentence.index("[") + 1 : sentence.index("]")]
    document, sentences = parse(sentence.replace("[", "").replace("]", ""))
    assert wanted in {w.text for w in places(document, sentences, load_gazetteer(), load_features())}


@pytest.mark.parametrize("sentence", [s for g in GROUPS for s in g.not_])
def test_the_counter_examples_hold(parse: Parse, sentence: str) -> None:
    document, sentences = parse(sentence)
    assert places(document, sentences, load_gazetteer(), load_features()) == ()


def test_points_are_on_the_globe_and_countries_are_known() -> None:
    known = set(load_features().countries.by_code)
    for group in GROUPS:
        for feature in group.features:
            assert -90 <= feature.lat <= 90, feature
            assert -180 <= feature.lon <= 180, feature
            assert feature.country is None or feature.country in known, feature


def test_a_view_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="no view 'moon'"):
        load_features("moon")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Deir Ez Zor"),
        ("Donets’k", "Donetsk"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Bouaké", "BOUAKE"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_a_class_word_is_no_part_of_a_key() -> None:
    assert {without_class(n) for n in ("Idlib", "Idlib Governorate", "Province of Idlib")} == {"idlib"}
