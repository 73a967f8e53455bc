"""Every example of the words that take a stance within a content is read as it says, and so is every counter-example."""

from __future__ import annotations

import msgspec
import pytest

from tests.attribute.test_stance import marked
from tests.conftest import Parse
from whosays.attribute.stance import stance
from whosays.lexicon.attitudes import Shown, Words, load_attitudes
from whosays.lexicon.lexicon import load_lexicon

ATTITUDES = load_attitudes()
GROUPS: dict[str, Words] = {f.name: getattr(ATTITUDES, f.name) for f in msgspec.structs.fields(ATTITUDES)}
EXAMPLES = [(name, shown) for name, group in GROUPS.items() for shown in group.examples]
COUNTERS = [(name, shown) for name, group in GROUPS.items() for shown in group.counter]


def label(case: object) -> str:
    return case.text if isinstance(case, Shown) else str(case)


@pytest.mark.parametrize(("name", "shown"), [*EXAMPLES, *COUNTERS], ids=label)
def test_it_is_read_with_its_stance_and_polarity(name: str, shown: Shown, parse: Parse) -> None:
    text, tagged = marked(shown.text)
    read = stance(*parse(text), tagged, load_lexicon())
    assert (read.stance, read.polarity) == (shown.stance, shown.polarity)


@pytest.mark.parametrize(("name", "shown"), EXAMPLES, ids=label)
def test_the_example_holds_a_word_of_its_group(name: str, shown: Shown, parse: Parse) -> None:
    _, sentences = parse(marked(shown.text)[0])
    assert any(t.lemma in GROUPS[name] for s in sentences for t in s.tokens)


def test_a_source_has_one_stance_by_its_noun() -> None:
    nouns = [
        lemma for group in (ATTITUDES.estimates, ATTITUDES.opinions, ATTITUDES.forecasts) for lemma in group.lemmas
    ]
    assert sorted(nouns) == sorted(ATTITUDES.reckoned)
