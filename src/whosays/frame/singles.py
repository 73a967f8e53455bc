"""One person told by an article: "killed a gendarme", "a child was wounded" is one, where something happened to them."""

from __future__ import annotations

from whosays.frame.counted import Counted
from whosays.frame.outcome import outcome
from whosays.frame.outcome_words import Kinds, tables
from whosays.lexicon.quantities import Quantities
from whosays.model import Document, Quantity, QuantityKind, Sentence, Span, Token

_HARM = frozenset({QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.MISSING, QuantityKind.CAPTURED})
_ARTICLES = frozenset({"a", "an", "another"})


def singles(document: Document, sentence: Sentence, lexicon: Quantities) -> tuple[Quantity, ...]:
    """The single people, told by an indefinite article, who were killed, hurt, captured or went missing: each a quantity of one."""
    if not any(token.text.lower() in _ARTICLES for token in sentence.tokens):
        return ()
    return tuple(
        Quantity(span.of(document.text), span, None, 1, None, noun.text, False, noun.text, kinds)
        for noun, span, kinds in harmed(sentence, lexicon)
        if sentence.within(span)[0].text.lower() in _ARTICLES
    )


def harmed(sentence: Sentence, lexicon: Quantities) -> tuple[tuple[Token, Span, Kinds], ...]:
    """Every single person of the sentence, named or not, whom it says to be harmed: the head noun, its words, and the kinds of harm."""
    found = ((noun, _words(sentence, noun)) for noun in sentence.tokens if _is_one_person(sentence, noun, lexicon))
    told = ((noun, span, _kinds(sentence, noun, span, lexicon)) for noun, span in found)
    return tuple((noun, span, kinds) for noun, span, kinds in told if set(kinds) & _HARM)


def _is_one_person(sentence: Sentence, noun: Token, lexicon: Quantities) -> bool:
    if noun.tag == "NNP" and noun.entity == "PERSON":
        return noun.dep != "compound"
    lemma = noun.lemma.rsplit("-", 1)[-1]
    if (
        noun.text.lower() in ("old", "year-old")
        and noun.dep not in ("amod", "compound", "acomp", "advmod", "nmod")
        and noun.index
    ):  # "a 15-year-old"
        return sentence.tokens[noun.index - 1].text == "-" or "-" in noun.text
    if noun.tag not in ("NN", "NNP") or lemma not in lexicon.people or noun.dep in ("compound", "nmod", "amod", "poss"):
        return False
    return not sentence.children(noun, "nummod") and not any(
        c.text.lower() in ("no", "every", "each", "any") for c in sentence.children(noun, "det")
    )


def _words(sentence: Sentence, noun: Token) -> Span:
    """The noun with its article and what stands between."""
    article = next((c for c in sentence.children(noun, "det") if c.index < noun.index), noun)
    return Span(article.start, noun.end)


def _kinds(sentence: Sentence, noun: Token, span: Span, lexicon: Quantities) -> Kinds:
    following = sentence.tokens[noun.index + 1] if noun.index + 1 < len(sentence.tokens) else None
    told = tables(lexicon)
    beside = following is not None and following.text.lower() in told.states and following.dep in ("acl", "amod")
    states = (following,) if following is not None and beside else ()
    kinds, _ = outcome(sentence, noun.span, Counted(noun, span, None, noun.end, states), lexicon)
    return () if kinds == told.weak.get(noun.lemma) else kinds
