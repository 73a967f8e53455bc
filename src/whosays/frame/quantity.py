"""Document -> Quantities: every figure that counts people, things or ground, in the order of the text.

Numbers are read by `numerals`, their bounds and units by `figures`; `references` leaves out dates, ages and names; `counted`
tells what they count and `outcome` what happened to it. Sums of money, lengths of time and sizes are no quantities of a claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from whosays.frame.bounds import trailing
from whosays.frame.counted import Counted, counted, listed
from whosays.frame.ellipsis import Read, following, inherited, is_followed_by_passive, leans, telling
from whosays.frame.figure import Figure, Measure
from whosays.frame.figure_words import figure_words
from whosays.frame.measured import measured
from whosays.frame.numerals import Form
from whosays.frame.outcome import outcome
from whosays.frame.outcome_words import HARM, Kinds, tables
from whosays.frame.singles import singles
from whosays.lexicon.quantities import Policy, Quantities
from whosays.model import Document, Quantity, QuantityKind, Sentence, Span, Token

_INCREMENT = re.compile(r"\([+−-]\s?$")
_PART = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|of\s+(?:whom|them|which|those|these))\s*,?\s*(?:\w+\s+){0,2}$"
)


_PRONOUNS = frozenset({"them", "whom", "those", "these", "which"})


def quantities(
    document: Document, sentences: Sequence[Sentence], lexicon: Quantities, policy: str = "contract"
) -> tuple[Quantity, ...]:
    """All quantities of the document in text order. `policy` names how "dozens" and the like are read (see the lexicon)."""
    chosen = lexicon.policy(policy)
    return tuple(q for sentence in sentences for q in _of_sentence(document, sentence, lexicon, chosen))


def _of_sentence(document: Document, sentence: Sentence, lexicon: Quantities, policy: Policy) -> tuple[Quantity, ...]:
    text = document.text[sentence.start : sentence.end]
    read: list[Read] = []
    for figure, _ in measured(document, sentence, lexicon, policy):
        one = _read(document, sentence, text, figure, lexicon, tuple(read))
        if one is not None:
            if read and one.quantity.span in read[-1].quantity.span:
                read[-1] = replace(read[-1], quantity=replace(read[-1].quantity, part_of=one.quantity.span))
            read.append(one)
    found = [r.quantity for r in inherited(sentence, read, lexicon)]
    found.extend(q for q in singles(document, sentence, lexicon) if not any(q.span.overlaps(f.span) for f in found))
    return tuple(sorted(found, key=lambda q: q.span))


def _read(
    document: Document, sentence: Sentence, text: str, figure: Figure, lexicon: Quantities, before: tuple[Read, ...]
) -> Read | None:
    """The quantity of one figure, None where it is not one."""
    if figure.compound or figure.corrected or figure.measure in (Measure.MONEY, Measure.DURATION):
        return None
    words = Span(sentence.start + figure.span.start, sentence.start + figure.span.end)
    tokens = sentence.within(words)
    found = _counted(sentence, figure, tokens, lexicon)
    weighed = (figure.unit or "").lower() in lexicon.masses and found.whole is not None and found.noun is not None
    if figure.measure is Measure.SIZE and not weighed:
        return None
    kinds, stands_for = _outcome(sentence, text, figure, words, found, lexicon, before)
    elliptical = found.noun is None and not kinds and leans(sentence, text, figure, tokens[-1], before)
    figure, end = trailing(text, figure, max(found.end, words.end) - sentence.start, figure_words(lexicon))
    if not _counts(figure, found, kinds, stands_for, lexicon, elliptical=elliptical):
        return None
    span = _with_period(document, sentence, Span(words.start, sentence.start + end), lexicon)
    quantity = Quantity(
        text=span.of(document.text),
        span=span,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        unit=_unit(figure, found.noun or stands_for, kinds, lexicon),
        approximate=figure.approximate,
        of=_of(document, found, stands_for),
        kinds=kinds,
        part_of=_part_of(document, words, found, before),
    )
    tally = stands_for is not None and stands_for.lemma in tables(lexicon).tallies
    return Read(quantity, found.noun or (None if tally else stands_for), figure.form, figure.measure)


def _counted(sentence: Sentence, figure: Figure, tokens: tuple[Token, ...], lexicon: Quantities) -> Counted:
    """What the figure of these tokens counts, by the words after it or, in a list, before it."""
    states = frozenset(tables(lexicon).states)
    found = counted(sentence, tokens[-1], lexicon, states, share=figure.measure is Measure.SHARE)
    if found.noun is None and found.whole is None and not found.states:
        return listed(sentence, tokens[0], found, lexicon)
    return found


def _outcome(
    sentence: Sentence,
    text: str,
    figure: Figure,
    words: Span,
    found: Counted,
    lexicon: Quantities,
    before: tuple[Read, ...],
) -> tuple[Kinds, Token | None]:
    """What happened to what is counted, and the noun that the figure leaves out."""
    kinds, stands_for = outcome(sentence, Span(words.start, max(found.end, words.end)), found, lexicon)
    inside = bool(before) and words in before[-1].quantity.span  # "2,000 of its 5,000 troops"
    if figure.measure is Measure.AREA or (inside and not found.states and QuantityKind.MATERIEL not in kinds):
        return (), stands_for
    if found.noun is not None or found.whole is not None:
        return kinds, stands_for
    last = sentence.within(words)[-1]
    if figure.measure is Measure.SHARE and _qualifies(sentence, last):
        return (), None
    if not found.states and is_followed_by_passive(sentence, last):
        own = following(sentence, last.end, None, lexicon)
        kinds = kinds if set(own) <= set(kinds) else own
    if before and _INCREMENT.search(text, max(0, figure.core.start - 4), figure.core.start):  # "2,435 tanks (+11)"
        kinds = before[-1].quantity.kinds
    if not kinds and figure.form is Form.CARDINAL and figure.best != 1:
        kinds = telling(sentence, words.start, lexicon)
    if not kinds and stands_for is None:
        kinds = following(sentence, words.end, None, lexicon)
    return kinds, stands_for


def _with_period(document: Document, sentence: Sentence, span: Span, lexicon: Quantities) -> Span:
    """The words with the rate that follows them ("1,354 a day")."""
    period = _period(lexicon).match(document.text, span.end)
    return Span(span.start, period.end()) if period and period.end() <= sentence.end else span


def _qualifies(sentence: Sentence, last: Token) -> bool:
    """Whether a share only qualifies a noun that follows: "a 95% immunization rate"."""
    after = sentence.tokens[last.index + 1] if last.index + 1 < len(sentence.tokens) else None
    return after is not None and after.pos in ("NOUN", "ADJ", "PROPN") and after.text.lower() not in ("dead", "killed")


@lru_cache(maxsize=8)
def _period(lexicon: Quantities) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(lexicon.periods)})\b")


def _counts(
    figure: Figure, found: Counted, kinds: Kinds, stands_for: Token | None, lexicon: Quantities, *, elliptical: bool
) -> bool:
    """Whether the figure is a quantity of a claim: of people, things or ground, or a share."""
    noun, told = found.noun, bool(kinds)
    pronoun = figure.best == 1 and (found.whole is not None or noun is None) and not elliptical  # "one of the best"
    both = figure.form is Form.FEW and figure.best == 2 and len(figure.span) == len("both")
    if (pronoun or both) and not told:
        return False
    if noun is not None and _is_measure(noun, lexicon):
        return False
    if figure.form is Form.NONE:
        return bool(set(kinds) & HARM) and (noun is None or _suffers(noun, lexicon))
    if figure.measure is not Measure.NUMBER or told:
        return True
    if noun is None:
        return stands_for is not None or found.whole is not None or elliptical
    return _is_counted(noun, lexicon, one=figure.best == 1)


def _suffers(noun: Token, lexicon: Quantities) -> bool:
    """Whether "no" of the noun says that nobody was harmed ("no civilians", "no deaths")."""
    known = noun.lemma in lexicon.people or noun.lemma in lexicon.lives or noun.lemma in tables(lexicon).strong
    return known or noun.tag == "NNPS"


def _is_counted(noun: Token, lexicon: Quantities, *, one: bool) -> bool:
    """Whether a noun of which nothing more is told is worth counting: people, and things in the plural unless they are mere talk."""
    if noun.lemma in lexicon.uncounted or noun.text.lower() in lexicon.uncounted:
        return False
    if noun.lemma in lexicon.people or noun.lemma in lexicon.armed or noun.entity == "NORP" or noun.tag == "NNPS":
        return True
    return not one and (
        noun.tag == "NNS" or noun.lemma in ("personnel", "staff", "police", "cattle", "livestock", "crew", "infantry")
    )


def _is_measure(noun: Token, lexicon: Quantities) -> bool:
    """Whether the noun is a unit that words stand before ("US dollars", "cubic metres")."""
    return (
        any(noun.text.lower() in units for units in (lexicon.currencies, lexicon.measures, lexicon.durations))
        or noun.text == "°"
    )


def _unit(figure: Figure, noun: Token | None, kinds: Kinds, lexicon: Quantities) -> str | None:
    if figure.unit is not None:
        return figure.unit
    if noun is not None and noun.pos != "VERB" and noun.lemma not in ("dead", "loss", *tables(lexicon).tallies):
        return noun.text
    return "people" if set(kinds) & HARM else None


def _of(document: Document, found: Counted, stands_for: Token | None) -> str | None:
    """The words of what is counted; of a share, of the whole, with what hangs on it ("soldiers from North Korea")."""
    if found.whole is not None:
        return found.whole.of(document.text)
    if found.phrase is not None:
        return found.phrase.of(document.text)
    return stands_for.text if stands_for is not None else None


def _part_of(document: Document, words: Span, found: Counted, before: tuple[Read, ...]) -> Span | None:
    """The larger figure before it, where "including", "of them" or "among them" says so."""
    if not before:
        return None
    larger = before[-1].quantity
    between = document.text[larger.span.end : words.start].lower()
    after = found.whole.of(document.text).lower() if found.whole else ""
    if not _PART.search(between) and after not in _PRONOUNS:
        return None
    nested = larger.part_of is not None and "including" not in between
    return larger.part_of if nested else larger.span
