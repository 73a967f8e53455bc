"""The parties of a source: the marked words of a sentence, and what they are parted into."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.attribute.sources import sources
from whosays.model import Document, Sentence, Span, Tagged

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]

CASES = [
    ("[The ministry] said so.", ["The ministry"]),
    ("[Moscow and Pyongyang] said so.", ["Moscow", "Pyongyang"]),
    ("[South Korea, the US and Japan] condemned it.", ["South Korea", "the US", "Japan"]),
    ("[Britain, France, Germany and Italy] said so.", ["Britain", "France", "Germany", "Italy"]),
    ("[Neither Kyiv nor Moscow] has confirmed it.", ["Kyiv", "Moscow"]),
    ("[Both the army and the police] denied it.", ["the army", "the police"]),
    ("[Analysts and officials] say so.", ["Analysts", "officials"]),
    ("[The army and police] said so.", ["The army", "police"]),
    ("[He and his wife] said so.", ["He", "his wife"]),
    ("It is open, according to [General Orlan and two aides].", ["General Orlan", "two aides"]),
    ("[Omar Dall, the president, and Ivo Karr, his deputy], said so.", ["Omar Dall, the president", "Ivo Karr, his deputy"]),
    ("[The Ministry of Defence and Interior] said so.", ["The Ministry of Defence and Interior"]),
    ("[The Islamic League of Sarda and the Coast] said so.", ["The Islamic League of Sarda and the Coast"]),
    ("[Smith and Sons] said so.", ["Smith and Sons"]),
    ("[Hale & Orlan] said so.", ["Hale & Orlan"]),
    ("[Officials from Russia and China] said so.", ["Officials from Russia and China"]),
    ("[The president and commander-in-chief, Omar Dall], said so.", ["The president and commander-in-chief, Omar Dall"]),
    ("[The founder and director of the institute, Jo Hale,] said so.", ["The founder and director of the institute, Jo Hale"]),
    ("It lies, according to [the Daily about 100 miles from the coast].", ["the Daily"]),
    ("[Villagers 20 miles from the coast] said so.", ["Villagers 20 miles from the coast"]),
    ("Similar charges were made by [state news firm Saba and Dall].", ["state news firm Saba", "Dall"]),
    ("At talks with the president, [Emile Marat, Ivo Karr, the envoy,] called it a start.", ["Ivo Karr, the envoy"]),
    ("[The Bill and Melinda Hale Foundation] said so.", ["The Bill and Melinda Hale Foundation"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "parties"), CASES, ids=lambda v: v if isinstance(v, str) else "")
def test_a_source_is_parted_into_its_parties(marked: str, parties: list[str], parse: Parse) -> None:
    words = re.findall(r"\[(.*?)\]", marked)[0]
    start = marked.index("[")
    document, sentences = parse(re.sub(r"[\[\]]", "", marked))
    found = sources(document, sentences, Tagged((Span(start, start + len(words)),), (), (), "test"))
    assert [m.text for m in found] == parties
    assert all(m.span.of(document.text) == m.text for m in found)


def test_no_source_is_no_mention(parse: Parse) -> None:
    document, sentences = parse("It is reported that the road is open.")
    assert sources(document, sentences, Tagged((), (), (), "test")) == ()


IMPLIED = [
    ("The ministry, after some thought, {has not contested} [the report].", ["The ministry"]),
    ("The mayor said the dam had held, {adding} that [nobody was hurt].", ["The mayor"]),
    ("The mayor fled and later {denied} [the report].", ["The mayor"]),
    ("Moscow and Pyongyang {deny} [the report].", ["Moscow", "Pyongyang"]),
    ("It {is reported} that [the dam burst].", []),
    ("The dam {was said} [to have burst].", []),
    ("It {seems} that [the dam burst].", []),
]


@pytest.mark.parametrize(("marked", "parties"), IMPLIED, ids=lambda v: v if isinstance(v, str) else "")
def test_without_a_tagged_source_the_subject_of_the_cue_speaks(marked: str, parties: list[str], parse: Parse) -> None:
    spans: dict[str, Span] = {}
    plain = marked
    for opening, closing in ("{}", "[]"):
        start = plain.index(opening)
        plain = plain.replace(opening, "", 1)
        end = plain.index(closing)
        plain = plain.replace(closing, "", 1)
        spans[opening] = Span(start, end)
    document, sentences = parse(plain)
    found = sources(document, sentences, Tagged((), (spans["{"],), (spans["["],), "test"))
    assert [m.text for m in found] == parties


@given(st.text(alphabet="and the,.& Moscow-US’“”nor\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_span_of_any_text_gives_parties_within_it(text: str, a: int, b: int) -> None:
    from whosays.segment import load_parser

    document = Document(id="t", key="t", text=text)
    span = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    for m in sources(document, load_parser()(document), Tagged((span,), (), (), "test")):
        assert m.text == m.span.of(text)
        assert m.text.strip()
