"""Names of countries and capitals that stand for those who govern there: "Moscow denies", "Kyiv's forces"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.features import Features
from whosays.lexicon.placenames import wordset
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
        return above.lemma in _OWNED
    if head.dep == "nsubj":
        if not state:
            return above.lemma in SAID
        return above.pos == "VERB" and above.lemma not in lexicon.words.states
    return head.dep in ("dobj", "dative") and above.lemma in lexicon.words.addressed


_OWNED = wordset(
    "force army troop soldier government president minister ministry official authority spokesman military navy "
    "parliament leader general ambassador position claim denial response decision policy ally invasion attack "
    "offensive war"
)

SAID = wordset("say tell announce confirm deny declare claim warn insist report state add estimate reject condemn vow")
"""Verbs whose subject speaks, be it a building ("the Pentagon confirmed")."""

PARTIES = wordset(
    "force army troop soldier government president minister ministry official authority spokesman spokeswoman "
    "spokesperson military navy parliament leader general ambassador fighter militia rebel police people citizen "
    "national civilian resident king envoy diplomat delegation regime administration state company group ally "
    "missile weapon arm shell drone jet plane warplane aircraft tank rocket casualty shuttle firm banker "
    "journalist"
)
"""Nouns for those who act, and for what is theirs: a place's name before one says whose they are ("US troops")."""

ENTERED = wordset(
    "invade attack enter leave bomb shell reach occupy hit strike cross annex liberate capture recapture seize "
    "flee devastate ravage rock shake divide partition control hold retake storm besiege encircle bombard pound "
    "raid target evacuate visit quit overrun surround take defend abandon patrol destroy raze burn loot approach"
)
"""Verbs whose object is a place, be it a country: what is entered, left, struck or held."""
