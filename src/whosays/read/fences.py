"""Passages that a text sets apart by fences, as Markdown does: code, notes, exercises, but not the article's own prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.model import Span

_FENCE = re.compile(r"^[ \t]{0,3}(`{3,}|~{3,})[^\n`]*$", re.MULTILINE)


def fences(text: str) -> tuple[Span, ...]:
    """Each passage from its opening fence to the end of its closing one, in text order.

    A fence that nothing closes sets nothing apart. Where most of the text stands in fences, it is the article that somebody
    pasted so, and none is given.
    """
    found = tuple(_pairs(text))
    within = sum(len(span.of(text).split()) for span in found)
    return found if 2 * within < len(text.split()) else ()


def _pairs(text: str) -> Iterator[Span]:
    """An opening fence, and the next of its kind that is at least as long."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]) and fence[0].strip() == fence[1]:
            yield Span(opened.start(1), fence.end(1))
            opened = None
