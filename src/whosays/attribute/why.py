"""By which entry of the lexicon of cues a tagged attribution has its stance, said for a reader."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.attribute.negation import negation
from whosays.attribute.operative import operative
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Sentence, Stance, Tagged, sentences_at


def why(sentences: Sequence[Sentence], tagged: Tagged, stance: Stance, lexicon: Lexicon) -> str:
    """One line: the cue's entry, what turns it, and that the content's own words changed its stance where they did."""
    sentence = next(iter(sentences_at(sentences, *tagged.cue)), None)
    if sentence is None:
        return "no cue: the text itself asserts what it says, unless it asks"
    found = operative(sentence, tagged, lexicon.cues, lexicon.hedges)
    if found is None:
        words = " ".join(t.text for t in sentence.within(*tagged.cue))
        return f"“{words}” is no entry of the cues: asserts, unless something turns it"
    cue = found.cue
    turns = sorted(negation(sentence, found.head, lexicon.hedges), key=lambda t: t.index)
    alone = cue.stance if not turns else cue.negated
    said = f"cue “{cue.lemma}” ({cue.pos}): {cue.stance}, or {cue.negated} where it is negated"
    if turns:
        said += "; turned by " + ", ".join(f"“{t.text}”" for t in turns)
    return said if alone is stance else f"{said}; then by its source, its object or the content's own words"
