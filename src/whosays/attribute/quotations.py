"""Which stretches of the text stand in quotation marks.

Newspapers open a quotation mark on each paragraph of a long quotation and close only the last, and marks are lost in
copying. So marks are paired within a paragraph, and what stays open runs to the paragraph's end. An apostrophe is no
mark: single marks count only where they open after white space or a bracket and close before one or before punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.model import Document, Span

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]*)*")
_MARK = re.compile(
    r"(?P<open>``|[“„«]|(?<![^\s(\[“\"])[‘'](?=\S))"
    r"|(?P<close>''|[”»]|(?<=\S)[’'](?=[\s,.;:!?)\]”\"]|$))"
    r"|(?P<both>\")"
)
_CLOSED_BY = {"“": "”\"", "„": "“”", "«": "»", "‘": "’'", "'": "'’", "``": "''", '"': '"”'}


def quotations(document: Document) -> tuple[Span, ...]:
    """The outermost quotations of the document in text order, without their marks. Empty ones are left out."""
    found = (span for paragraph in _PARAGRAPH.finditer(document.text) for span in _paired(paragraph))
    return tuple(span for span in found if len(span) > 0)


def _paired(paragraph: re.Match[str]) -> Iterator[Span]:
    start, opener = -1, ""
    for match in _MARK.finditer(paragraph[0]):
        mark, position = match[0], paragraph.start() + match.start()
        if start < 0 and match.lastgroup != "close":
            start, opener = position + len(mark), mark
        elif start >= 0 and match.lastgroup != "open" and mark in _CLOSED_BY[opener]:
            yield Span(start, position)
            start = -1
    if start >= 0 and opener not in "‘'":
        yield Span(start, paragraph.end())
