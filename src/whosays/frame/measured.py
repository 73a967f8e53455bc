"""A sentence -> the figures in it that measure or count anything, with their tokens: `figures` without dates, ages and names."""

from __future__ import annotations

from whosays.frame.atoms import may_have_atom
from whosays.frame.figure import Figure
from whosays.frame.figures import figures
from whosays.frame.references import is_reference
from whosays.lexicon.quantities import Policy, Quantities
from whosays.model import Document, Sentence, Span, Token


def measured(
    document: Document, sentence: Sentence, lexicon: Quantities, policy: Policy
) -> tuple[tuple[Figure, tuple[Token, ...]], ...]:
    """The figures of one sentence that count or measure, and the tokens of each one's core. Spans are into the sentence's text."""
    text = document.text[sentence.start : sentence.end]
    if not may_have_atom(text, (t.text for t in sentence.tokens), lexicon):
        return ()
    found = []
    for figure in figures(text, lexicon, policy):
        tokens = sentence.within(Span(sentence.start + figure.core.start, sentence.start + figure.core.end))
        if tokens and not is_reference(sentence, text, figure, tokens, lexicon):
            found.append((figure, tokens))
    return tuple(found)
