"""Is a date part of a name? "The 17 November group", "Super Tuesday", "Easter Island"; or does it tell how old a thing is?"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.frame.time_grammar import Expression
from whosays.frame.time_words import Word
from whosays.lexicon.times import Times

_DESCRIBING = frozenset({"decade", "period", "year", "season", "century", "month", "date"})
_NAMING = frozenset(
    {"date", "month", "weekday", "day-range", "year", "period", "day-name", "holiday", "season", "deictic"}
)
_LONGEST_NAME = 4


def in_name(expression: Expression, words: Sequence[Word], text: str, lexicon: Times) -> bool:
    """True before the head noun of a name ("the April 6 Youth Movement"), and of a description of a thing's age ("1960s-era")."""
    kind = expression.meaning.kind
    if kind in _DESCRIBING:
        at = expression.last + (expression.last < len(words) and words[expression.last].lower == "-")
        if at < len(words) and words[at].lower in lexicon.attributive:
            return True
    if kind not in _NAMING:
        return False
    before = words[expression.first - 1].lower if expression.first else ""
    if (
        kind in ("weekday", "deictic", "season", "month")
        and before in lexicon.naming
        and text[expression.span.start].isupper()
    ):
        return True
    if kind == "deictic":
        return False
    if kind == "holiday" and expression.last < len(words) and text[words[expression.last].start].isupper():
        return True
    for word in words[expression.last : expression.last + _LONGEST_NAME]:
        if word.lower in lexicon.names:
            return True
        if not text[word.start].isupper():
            return False
    return False
