"""Who "he" is: texts with their sources marked in order, the last of which is resolved to the words beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from whosays.attribute.antecedent import antecedent
from whosays.attribute.sources import sources
from whosays.model import Document, Mention, Sentence, Span, Tagged

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]

RESOLVED = [
    ("[General Ivo Orlan] said the road was open. [He] added that the bridge had held.", "General Ivo Orlan"),
    ("[General Ivo Orlan] met the envoys on Monday. The road was open, [he] said.", "General Ivo Orlan"),
    ("President Omar Dall spoke on Monday. [He] said the road was open.", "President Omar Dall"),
    ("[Sarah Karr], the mayor, said the dam had held. [She] said nobody was hurt.", "Sarah Karr"),
    ("[Sarah Karr] met General Orlan. [She] said the dam had held.", "Sarah Karr"),
    ("[Mr. Dall] met Mrs. Karr on Monday. The dam had held, [she] said.", "Mrs. Karr"),
    ("[The defence ministry] said two bridges were down. [It] added that a third had held.", "The defence ministry"),
    ("[Russia's defence ministry] said two bridges were down. [The ministry] said a third held.", "Russia's defence ministry"),
    ("[A spokesman for the front] said the post had held. [The spokesman] gave no figures.", "A spokesman for the front"),
    ("[Analysts in Sarda] say the truce will hold. [They] see no other way.", "Analysts in Sarda"),
    ("[General Ivo Orlan], [who] said the road was open, left on Monday.", "General Ivo Orlan"),
    ("[The ministry of defence] issued a statement. [The statement] said the post had held.", "The ministry of defence"),
    ("Donald Rush met General Dall. [Rush] put a good face on the talk with Dall. [He] added that it had gone well.", "Donald Rush"),
    ("[Villagers] fled on Monday. In [their] opinion, the dam will burst.", "Villagers"),
]  # fmt: skip

UNRESOLVED = [
    "[He] said the road was open.",
    "The road to General Orlan's house and General Dall's house was shut. [He] said so.",
    "“The road is open,” a note read. [They] said so.",
]

AS_IT_IS = [
    "[General Ivo Orlan] said the road was open.",
    "[The defence ministry] said the road was open.",
    "[Officials] said the road was open.",
]


def resolve(marked: str, parse: Parse) -> Mention:
    """The last of the marked sources, after the ones before it."""
    plain, spans = "", []
    for part in re.split(r"(\[.*?\])", marked):
        if part.startswith("["):
            spans.append(Span(len(plain), len(plain) + len(part) - 2))
        plain += part.strip("[]")
    document, sentences = parse(plain)
    earlier: list[Mention] = []
    for span in spans:
        tagged = Tagged((span,), (), (), "test")
        for mention in sources(document, sentences, tagged):
            earlier.append(antecedent(mention, tagged, document, sentences, tuple(earlier)))
    return earlier[-1]


@pytest.mark.parametrize(("marked", "words"), RESOLVED)
def test_a_pronoun_or_bare_noun_stands_for_words_said_before(marked: str, words: str, parse: Parse) -> None:
    found = resolve(marked, parse)
    assert found.resolved
    assert found.antecedent is not None
    assert found.antecedent.text == words


@pytest.mark.parametrize("marked", UNRESOLVED)
def test_a_pronoun_without_one_antecedent_stays_unresolved(marked: str, parse: Parse) -> None:
    found = resolve(marked, parse)
    assert not found.resolved
    assert found.antecedent is None


@pytest.mark.parametrize("marked", AS_IT_IS)
def test_a_source_that_names_its_party_is_left_alone(marked: str, parse: Parse) -> None:
    found = resolve(marked, parse)
    assert found.resolved
    assert found.antecedent is None
