"""Names of countries and capitals that stand for those who govern there: "Moscow denies", "Kyiv's forces"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.features import Features
from whosays.lexicon.grounds import load_grounds
from whosays.model import PlacePrecision, Sentence
from whosays.resolve.gazetteer import Kind, Place


def acts(sentence: Sentence, i: int, j: int, places: Sequence[Place], lexicon: Features) -> bool:
    """Whether the name stands for those who live or govern there: the subject of an act, or whose forces they are."""
    state = any(p.kind is Kind.COUNTRY or p.capital for p in places)
    if not state and not any(p.precision is PlacePrecision.EXACT for p in places):
        return False
    inside = sentence.tokens[i : j + 1]
    head = next((t for t in reversed(inside) if not i <= t.head <= j), inside[-1])
    while head.dep == "conj":
        head = sentence.head(head)
    above = sentence.head(head)
    if head.dep == "poss":
        return above.lemma in load_grounds().owned
    if head.dep == "nsubj":
        if not state:
            return above.lemma in load_grounds().said
        return above.pos == "VERB" and above.lemma not in lexicon.words.states
    return head.dep in ("dobj", "dative") and above.lemma in lexicon.words.addressed
