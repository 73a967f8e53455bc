"""How sure the words are: the hedges that modify the content's main clause, and those of the cue.

A hedge counts where it modifies the main predicate ("may have left", "is likely to leave") or, in content that is a
noun phrase, the noun ("a possible withdrawal"); one in an adjunct ("possibly for training") says nothing of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whosays.attribute.polarity import top
from whosays.lexicon.hedges import Hedges
from whosays.model import Certainty, Sentence, Span, Token

_MODIFIERS = ("aux", "advmod", "acomp", "attr", "amod", "oprd", "intj", "npadvmod")
_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def certainty(sentences: Sequence[Sentence], content: Sequence[Span], hedges: Hedges) -> Certainty:
    """The weakest certainty that hedges give the content's first clause."""
    head = top(sentences, content)
    found = tuple(_hedges(*head, hedges)) if head else ()
    return weakest(*found)


def weakest(*values: Certainty) -> Certainty:
    """The least sure of the values; CERTAIN of none."""
    return max(values, key=_ORDER.index, default=Certainty.CERTAIN)


def _hedges(sentence: Sentence, predicate: Token, hedges: Hedges) -> Iterator[Certainty]:
    for token in (predicate, *sentence.children(predicate, *_MODIFIERS)):
        weak = hedges.at(sentence, token)
        if weak and _of_the_whole(sentence, predicate, token, hedges):
            yield weak.certainty
    for noun in sentence.children(predicate, "attr"):
        yield from (weak.certainty for t in sentence.children(noun, "amod") if (weak := hedges.at(sentence, t)))
    for child in sentence.children(predicate, "prep"):
        weak = hedges.at(sentence, child)
        if weak and len(weak.tokens) > 1:
            yield weak.certainty


def _of_the_whole(sentence: Sentence, predicate: Token, token: Token, hedges: Hedges) -> bool:
    """Not a modal of ability ("could not leave", "can see"), nor an adverb of what comes later."""
    if token.tag == "MD":
        negated = any(hedges.has("negator", t) for t in sentence.children(predicate))
        match token.text.lower():
            case "can":
                return predicate.lemma == "be" and not negated
            case "could":
                return not negated
        return True
    if token.index == predicate.index:
        return token.pos in ("VERB", "NOUN", "ADJ") and (
            token.pos != "VERB" or bool(sentence.children(token, "xcomp", "ccomp", "oprd"))
        )
    if token.dep in ("advmod", "intj"):
        return token.index < predicate.index or token.index == predicate.index + 1
    return True
