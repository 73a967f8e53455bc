"""What is hard to believe or to tell: "found it difficult to believe that", "it is impossible to say whether".

Who finds a thing hard to believe doubts it; who finds it hard to tell leaves it open. Where that itself is negated ("did not
find it hard to believe") nothing is sure.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.cues import Found
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Sentence, Stance, Token

_TAKEN = frozenset({Stance.BELIEVES, Stance.EXPECTS})
_TOLD = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES})


def hardly(sentence: Sentence, words: Sequence[Token], found: Found | None, lexicon: Lexicon) -> Stance | None:
    """The stance where the cue's `words` say that its verb, which `found` names, is hard to do; None where they don't."""
    if found is None or found.cue.pos != "verb":
        return None
    infinitive = any(t.tag == "TO" for t in sentence.children(found.head, "aux"))
    hard = next((t for t in words if lexicon.hedges.has("hard", t) and t.index < found.head.index), None)
    taken = found.cue.stance in _TAKEN or found.cue.lemma in lexicon.attitudes.accepting
    if hard is None or not infinitive or not (taken or found.cue.stance in _TOLD):
        return None
    denied = any(lexicon.hedges.has("negator", t) and t.index < hard.index for t in words)
    return Stance.DOUBTS if taken and not denied else Stance.NOT_CONFIRMED
