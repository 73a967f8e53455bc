"""Gaps in a content that part nothing.

The tagger tags word by word, and may leave out a comma or a dash between two words of one content. Where no word stands
between two spans and no sentence ends there they are one. On PolNeAR's development part, of 20 such gaps 8 were none in
gold, and none was one.
"""

from __future__ import annotations

from whosays.model import Span

_ENDS = frozenset('.!?…\n"”')
"""What ends a sentence, a paragraph or a quotation."""


def closed_up(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in text order, those made one between which only a mark or a blank stands."""
    joined: list[Span] = []
    for span in content:
        if joined and not _parted(text, joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _parted(text: str, before: Span, after: Span) -> bool:
    gap = text[before.end : after.start]
    ended = text[before.end - 1 : before.end]
    return any(c.isalnum() for c in gap) or any(c in _ENDS for c in ended + gap)
