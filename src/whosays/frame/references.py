"""Whether a figure is a date, a time of day, an age, or part of a name: no count of anything."""

from __future__ import annotations

import re

from whosays.frame.figure import Figure, Measure
from whosays.frame.numerals import Form
from whosays.lexicon.quantities import Quantities
from whosays.model import Sentence, Token

_CLOCK = re.compile(r"\s*(?:[ap]\.?\s?m\b|o['’]clock|hours?\s+(?:GMT|UTC|local)|GMT|UTC|EDT|EST)", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[\s-]+years?[\s-]+(?:old|olds|of\s+age)\b|[\s-]*year-olds?\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages(?:\s+of)?|age\s+of|(?:boy|girl|man|woman|child|youth|teenager|son|daughter)\s+of|under\s+the\s+age\s+of|turned|turning|ages\s+(?:of\s+)?\d+\s+(?:and|to)|aged?\s+\d+\s*(?:,|and|to|or|-|–|,\s*and))\s+$",
    re.IGNORECASE,
)
WINDOW = 160
"""Code points in which the words around a figure are looked at."""
_LISTED = re.compile(r"^\W*$")
_ADDRESS = re.compile(
    r"\s+(?:[NSEW]\.?\s+)?(?:[A-Z0-9]\w*\.?\s+){0,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Way|Place|Pl|block)\b"
)


def is_reference(sentence: Sentence, text: str, figure: Figure, tokens: tuple[Token, ...], lexicon: Quantities) -> bool:
    """Whether `figure` of the sentence's `text` refers instead of counting. `tokens` are those of its core."""
    if figure.form is not Form.CARDINAL or figure.measure is Measure.MONEY or not tokens:
        return False
    begin = max(0, figure.core.start - WINDOW)
    before, after = text[begin : figure.core.start], text[figure.core.end : figure.core.end + WINDOW]
    if (
        _CLOCK.match(text, figure.number.end)
        or _AGE_AFTER.match(after)
        or _AGE_BEFORE.search(before)
        or _ADDRESS.match(after)
    ):
        return True
    if figure.measure is not Measure.NUMBER:
        return False
    left = sentence.tokens[tokens[0].index - 1] if tokens[0].index else None
    if (
        tokens[0].text.lower() == "one" and left is not None and left.tag in ("DT", "JJ", "WDT", "PRP$")
    ):  # "the other one"
        return True
    if _is_dated(sentence, before, figure, tokens, lexicon):
        return True
    if before.endswith("[") and after.startswith("]"):
        return True
    if figure.plain and not begin and _LISTED.match(before) and re.match(r"[.)]\s", after):
        return True
    return _is_age(before, after, figure) or _is_name(sentence, before, figure, tokens, lexicon)


def _is_dated(sentence: Sentence, before: str, figure: Figure, tokens: tuple[Token, ...], lexicon: Quantities) -> bool:
    """A year, or a day beside the name of a month."""
    value = figure.high if figure.best is None else figure.best
    if not figure.plain or value is None:
        return False
    left = sentence.tokens[tokens[0].index - 1] if tokens[0].index else None
    right = _next(sentence, tokens[-1])
    if 1 <= value <= 31:
        months = {t.text.lower().rstrip(".") for t in (left, right) if t is not None and t.text[:1].isupper()}
        return bool(months & lexicon.months)
    if not 1000 <= value <= 2100 or value != int(value):
        return False
    if figure.low is not None and figure.high is not None and not figure.low >= 1500:
        return False
    if right is not None and right.tag == "NN" and 1900 <= value <= 2100:  # "the 2018 murder"
        return True
    counted = right is not None and (
        right.lemma in lexicon.people or right.lemma in lexicon.materiel or right.text.lower() in ("units", "dead")
    )
    bare = figure.span == figure.core or (figure.low is not None and figure.high is not None)
    return (
        not counted
        and value >= 1500
        and (bare or (value >= 1900 and left is not None and left.lemma in ("in", "since", "by", "until", "of")))
    )


def _is_age(before: str, after: str, figure: Figure) -> bool:
    """An age set between commas after a name, or standing last after "under" and "over"."""
    value = figure.best if figure.best is not None else figure.low if figure.low is not None else figure.high
    if value is None or value > 120:
        return False
    if re.search(r"[A-Z][\w’'-]+\"?,\s$", before) and re.match(r"\s*[,.;)]|\s*$|\s+of\s+[A-Z]", after):
        return figure.span == figure.core
    return (
        figure.span != figure.core
        and re.search(
            r"\b(?:are|is|was|were|children|those|anyone|boys|girls|people)\s+$",
            before[: len(before) - (figure.core.start - figure.span.start)],
        )
        is not None
        and bool(re.match(r"\s*[,.;)]|\s*$", after))
    )


def _is_name(sentence: Sentence, before: str, figure: Figure, tokens: tuple[Token, ...], lexicon: Quantities) -> bool:
    """ "Article 5", "field 14", "iPhone 11": the word right before is a label or a name, and nothing countable follows."""
    first = tokens[0]
    if figure.span != figure.core or first.index == 0 or figure.scale > 1:
        return False
    left = sentence.tokens[first.index - 1]
    if left.end != first.start - 1 and left.text != "#":
        return left.end == first.start and left.text in ("#", "№")
    if left.text.lower() in lexicon.labels:
        return (
            left.text[0].isupper()
            or not _counts(sentence, tokens[-1])
            or left.lemma not in ("number", "day", "week", "part", "point", "area", "year")
        )
    named = left.pos == "PROPN" and first.index > 1 and sentence.tokens[first.index - 2].pos == "NUM"
    if (named and figure.plain) or (
        left.pos == "PROPN" and first.text == "One"
    ):  # "12 Leopard 2 tanks", "Air Force One"
        return True
    if (
        (left.pos == "PROPN" or any(c.isupper() for c in left.text[1:]))
        and figure.plain
        and not _counts(sentence, tokens[-1])
    ):
        return True
    return bool(re.search(r"\b(?:No|Nos|Op)\.\s*$", before))


def _counts(sentence: Sentence, last: Token) -> bool:
    """Whether a plural noun follows, so that the number may count it."""
    for token in sentence.tokens[last.index + 1 : last.index + 5]:
        if token.tag in ("NNS", "NNPS") or token.lemma in ("people", "dead", "wounded", "injured", "killed", "missing"):
            return True
        if token.pos not in ("ADJ", "NOUN", "PROPN") and token.tag not in ("VBN", "VBG"):
            return False
    return False


def _next(sentence: Sentence, token: Token) -> Token | None:
    return sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
