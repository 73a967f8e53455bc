"""Which word of a tagged cue decides how it is to be read.

A cue may be many words ("issued a statement denying", "did not immediately respond to a request"). The verb that
governs the content decides; a light verb leaves it to its noun ("voiced doubts"); a noun that only names what a verb
rejects does not ("denied reports that").
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.attribute.polarity import top
from whosays.lexicon.cues import Cues, Found
from whosays.lexicon.hedges import Hedges
from whosays.model import Sentence, Tagged, Token

_NOMINAL = ("dobj", "attr", "pobj", "prep", "oprd", "nsubjpass")


def operative(sentence: Sentence, tagged: Tagged, cues: Cues, hedges: Hedges) -> Found | None:
    """The entry that decides, or None where the lexicon knows none of the cue's words."""
    words = sentence.within(*tagged.cue)
    found = tuple(f for t in words if (f := cues.at(sentence, t, strict=False)))
    found = found or tuple(f for t in words if (f := cues.at(sentence, t, strict=False, loose=True)))
    found = tuple(f for f in found if not any(f.head in g.tokens[1:] for g in found))
    found = _whole(found, words)
    if not found:
        return None
    chosen = _governing(sentence, tagged, found) or _first(sentence, found)
    chosen = _above(sentence, chosen, found, hedges)
    return _below(sentence, chosen, found, hedges)


def _whole(found: Sequence[Found], words: Sequence[Token]) -> tuple[Found, ...]:
    """Without those that are only part of the cue's manner: the noun in "said in a statement"."""
    verbs = tuple(f for f in found if f.cue.pos != "noun")
    adjuncts = tuple(f for f in found if f.cue.pos == "noun" and f.head.dep == "pobj" and verbs)
    return tuple(f for f in found if f not in adjuncts) or tuple(found)


def _governing(sentence: Sentence, tagged: Tagged, found: Sequence[Found]) -> Found | None:
    """The cue word nearest above the content in the tree."""
    head = top((sentence,), tagged.content)
    if head is None:
        return None
    by_index = {t.index: f for f in found for t in f.tokens}
    return next((by_index[up.index] for up in sentence.ancestors(head[1]) if up.index in by_index), None)


def _first(sentence: Sentence, found: Sequence[Found]) -> Found:
    """The one that stands highest in the tree, a verb before a noun."""
    return min(found, key=lambda f: (f.cue.pos == "noun", sum(1 for _ in sentence.ancestors(f.head)), f.head.index))


def _above(sentence: Sentence, chosen: Found, found: Sequence[Found], hedges: Hedges) -> Found:
    """From a noun to the verb that does something with it, unless the verb is light."""
    if chosen.cue.pos != "noun":
        return chosen
    up = sentence.head(chosen.head)
    while up.dep in ("prep", "pobj") or up.pos == "ADP":
        if up.head == up.index:
            break
        up = sentence.head(up)
    verb = next((f for f in found if f.head == up and f.cue.pos == "verb"), None)
    return verb if verb and chosen.head != up and not hedges.has("light", up) else chosen


def _below(sentence: Sentence, chosen: Found, found: Sequence[Found], hedges: Hedges) -> Found:
    """From a verb that turns or is light to what it governs: "refused [to say]", "made [a claim]"."""
    for _ in range(4):
        light = hedges.has("light", chosen.head) or hedges.has("reversive", chosen.head)
        if not light or chosen.cue.pos == "noun":
            return chosen
        deps = ("xcomp", *_NOMINAL) if hedges.has("light", chosen.head) else ("xcomp",)
        under = (f for f in found if f.head.head == chosen.head.index and f.head.dep in deps and f != chosen)
        lower = next(under, None)
        if lower is None:
            return chosen
        chosen = lower
    return chosen
