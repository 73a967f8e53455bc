"""Relays without a verb of their own: the source in {}, the cue in <>, the content in []; then source, cue and relay."""

from __future__ import annotations

import pytest

from tests.attribute.test_spoken import _tagged
from tests.conftest import Parse
from whosays.attribute.by_way import by_way
from whosays.lexicon.constructions import load_constructions

# marked text | source | cue | relay
CASES = """
According to {the agency Anra, the prosecutor of Lima} <said> [the guards had fled]. | the prosecutor of Lima | said | the agency Anra
<According to> {Anra, the prosecutor of Lima} said [the guards had fled]. | the prosecutor of Lima | said | Anra
<According to> {Anra, the prosecutor of Lima, Ali Mehr}, said [the guards had fled]. | the prosecutor of Lima, Ali Mehr | said | Anra
<According to> {Ana Orlan, a guard} was sitting [in the tower]. | Ana Orlan, a guard | According to | -
According to Anra, {the mayor} <said> [the bridge was closed]. | the mayor | said | Anra
[The road is closed], <according to> {the mayor of Lima via the agency Anra}. | the mayor of Lima | according to | the agency Anra
<According to> {the agency Anra}, [the guards had fled]. | the agency Anra | According to | -
<According to> {Ana Orlan, the mayor of Lima}, [the guards had fled]. | Ana Orlan, the mayor of Lima | According to | -
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_the_relay_is_told_from_the_source(case: str, parse: Parse) -> None:
    marked, source, cue, relay = (cell.strip() for cell in case.split(" | "))
    text, tagged = _tagged(marked)
    document, sentences = parse(text)
    found = by_way(sentences[0], tagged, load_constructions())
    words = [s.of(document.text) for s in (*found.tagged.source, *found.tagged.cue)]
    assert words == [source, cue]
    assert (found.relay.of(document.text) if found.relay else "-") == relay
