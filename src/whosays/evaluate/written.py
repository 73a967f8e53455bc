"""Tokens put back together as a text is written, so that the engine reads what a reader would have read."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.model import Span

_CLOSES = frozenset([".", ",", ";", ":", "?", "!", ")", "]", "%", "”", "n't", "'s", "'re", "'ve", "'ll", "'d", "'m"])
_OPENS = frozenset(["(", "[", "$", "€", "£", "“", "‘"])
_APOSTROPHES = frozenset(["’", "'"])


def written(tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The text of the tokens and the span of each: "Sarda ’ s pro - army party" becomes "Sarda’s pro-army party"."""
    text, spans = "", []
    for i, token in enumerate(tokens):
        if text and not _joins(tokens, i):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
    return text, tuple(spans)


def _joins(tokens: Sequence[str], i: int) -> bool:
    """Whether a token follows the one before without a space."""
    before, token = tokens[i - 1], tokens[i]
    if before in _OPENS or token in _CLOSES:
        return True
    if token == "-" or before == "-":
        return True
    if before in (".", ",") and i > 1:
        return _within(tokens[i - 2], before, token)
    if token in _APOSTROPHES:
        return i + 1 == len(tokens) or tokens[i + 1].lower() == "s" or before.endswith("s")
    return before in _APOSTROPHES and token.lower() == "s"


def _within(before: str, mark: str, after: str) -> bool:
    """Whether a full stop or comma stands inside a number or an abbreviation: "2 , 374", "U . K"."""
    if before[-1].isdigit():
        return after[:1].isdigit() and (mark == "." or len(after) == 3)
    return mark == "." and len(before) == 1 and len(after) == 1 and before.isupper() and after.isupper()
