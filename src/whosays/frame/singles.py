"""One person told by an article: "killed a gendarme", "a child was wounded" is one, where something happened to them."""

from __future__ import annotations

from whosays.frame.counted import Counted
from whosays.frame.outcome import outcome, tables
from whosays.lexicon.quantities import Quantities
from whosays.model import Document, Quantity, QuantityKind, Sentence, Span, Token

_HARM = frozenset({QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.MISSING, QuantityKind.CAPTURED})
_ARTICLES = frozenset({"a", "an", "another"})


def singles(document: Document, sentence: Sentence, lexicon: Quantities) -> tuple[Quantity, ...]:
    """The single people of the sentence who were killed, hurt, captured or went missing, each a quantity of one."""
    return tuple(q for token in sentence.tokens if token.text.lower() in _ARTICLES for q in _single(document, sentence, token, lexicon))


def _single(document: Document, sentence: Sentence, article: Token, lexicon: Quantities) -> tuple[Quantity, ...]:
    noun = sentence.head(article)
    if article.dep != "det" or noun.tag not in ("NN", "NNP") or noun.lemma not in lexicon.people or noun.index <= article.index:
        return ()
    phrase = Span(sentence.tokens[article.index + 1].start, noun.end)
    following = sentence.tokens[noun.index + 1] if noun.index + 1 < len(sentence.tokens) else None
    states = (following,) if following is not None and following.text.lower() in tables(lexicon).states and following.dep in ("acl", "amod") else ()
    kinds, _ = outcome(sentence, noun.span, Counted(noun, phrase, None, noun.end, states), lexicon)
    if not set(kinds) & _HARM or kinds == tables(lexicon).weak.get(noun.lemma):
        return ()
    span = Span(article.start, noun.end)
    return (Quantity(span.of(document.text), span, None, 1, None, noun.text, False, phrase.of(document.text), kinds),)
