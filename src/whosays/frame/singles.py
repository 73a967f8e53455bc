"""One person told by an article: "killed a gendarme", "a child was wounded" is one, where something happened to them."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.frame.counted import Counted
from whosays.frame.outcome import outcome
from whosays.frame.outcome_words import HARM, Kinds, tables, union
from whosays.lexicon.quantities import Quantities
from whosays.model import Document, Quantity, QuantityKind, Sentence, Span, Token

_ONE_HARM = HARM - {QuantityKind.DISPLACED}
_ARTICLES = frozenset({"a", "an", "another"})


def singles(document: Document, sentence: Sentence, lexicon: Quantities) -> tuple[Quantity, ...]:
    """The single people, told by an indefinite article, who were killed, hurt, captured or went missing: each a quantity of one."""
    if not any(token.text.lower() in _ARTICLES for token in sentence.tokens):
        return ()
    told = (
        Quantity(span.of(document.text), span, None, 1, None, _unit(noun), False, _unit(noun), kinds)
        for noun, span, kinds in harmed(sentence, lexicon)
        if sentence.within(span)[0].text.lower() in _ARTICLES
    )
    return (*told, *_others(document, sentence, lexicon))


def harmed(sentence: Sentence, lexicon: Quantities) -> tuple[tuple[Token, Span, Kinds], ...]:
    """Every single person of the sentence, named or not, whom it says to be harmed: the head noun, its words, and the kinds of harm."""
    found = ((noun, _words(sentence, noun)) for noun in sentence.tokens if _is_one_person(sentence, noun, lexicon))
    told = ((noun, span, _kinds(sentence, noun, span, lexicon)) for noun, span in found)
    return tuple((noun, span, kinds) for noun, span, kinds in told if set(kinds) & _ONE_HARM)


def _unit(noun: Token) -> str:
    return "person" if noun.text.lower() in ("old", "year-old") else noun.text


def _others(document: Document, sentence: Sentence, lexicon: Quantities) -> Iterator[Quantity]:
    """ "Wounding another", "another was hurt": one more, without a noun."""
    for token in sentence.tokens:
        if token.text.lower() == "another" and token.dep in ("nsubj", "nsubjpass", "dobj"):
            kinds, _ = outcome(sentence, token.span, Counted(None, None, None, token.end), lexicon)
            if set(kinds) & HARM:
                yield Quantity(token.text, token.span, None, 1, None, "people", False, None, kinds)


def _is_one_person(sentence: Sentence, noun: Token, lexicon: Quantities) -> bool:
    if noun.tag == "NNP" and noun.entity == "PERSON":
        return noun.dep != "compound"
    lemma = noun.lemma.rsplit("-", 1)[-1]
    if noun.text.lower() in ("old", "year-old") and noun.index:  # "a 15-year-old"
        head = sentence.head(noun)
        aged = sentence.tokens[noun.index - 1].text == "-" or "-" in noun.text
        return aged and (head.index < noun.index or head.lemma not in lexicon.people)
    if noun.tag not in ("NN", "NNP") or lemma not in lexicon.people or noun.dep in ("nmod", "amod"):
        return False
    deed = tables(lexicon).deeds
    if (
        noun.dep in ("compound", "poss")
        and not _beside(sentence, noun, lexicon)
        and sentence.head(noun).lemma not in deed
    ):
        return False
    return not sentence.children(noun, "nummod") and not any(
        c.text.lower() in ("no", "every", "each", "any") for c in sentence.children(noun, "det")
    )


def _words(sentence: Sentence, noun: Token) -> Span:
    """The noun with its article and what stands between."""
    article = next((c for c in sentence.children(noun, "det") if c.index < noun.index), noun)
    return Span(article.start, noun.end)


def _kinds(sentence: Sentence, noun: Token, span: Span, lexicon: Quantities) -> Kinds:
    told = tables(lexicon)
    states = _beside(sentence, noun, lexicon)
    if noun.text.lower() in ("old", "year-old"):
        return union(told.states[t.text.lower()] for t in states) or _elliptical(sentence, noun, span, lexicon)
    kinds, _ = outcome(sentence, noun.span, Counted(noun, span, None, noun.end, states), lexicon)
    return () if kinds == told.weak.get(noun.lemma) else kinds


def _elliptical(sentence: Sentence, noun: Token, span: Span, lexicon: Quantities) -> Kinds:
    return outcome(sentence, noun.span, Counted(None, None, None, span.end), lexicon)[0]


def _beside(sentence: Sentence, noun: Token, lexicon: Quantities) -> tuple[Token, ...]:
    """The state said right after the noun: "a man shot dead", and in headlines "Teenager shot in port"."""
    after = sentence.tokens[noun.index + 1] if noun.index + 1 < len(sentence.tokens) else None
    if after is None or after.text.lower() not in tables(lexicon).states:
        return ()
    headline = sentence.root.tag not in ("VBD", "VBZ", "VBP", "MD") and after.tag in ("VBN", "VBD", "NN", "NNP", "JJ")
    return (after,) if headline or after.dep in ("acl", "amod") else ()
