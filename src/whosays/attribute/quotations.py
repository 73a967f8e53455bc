"""Which stretches of the text stand in quotation marks.

Newspapers open a quotation mark on each paragraph of a long quotation and close only the last, and marks are lost in
copying. So marks are paired within a paragraph, and what stays open runs to the paragraph's end. An apostrophe is no
mark: single marks count only where they open after white space or a bracket and close before one or before punctuation.
Two single marks are one double mark; three backticks, which fence off a block of text, are none.
A paragraph that stands in marks as a whole, its inner marks doubled, is a field of a table: its outer marks quote nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whosays.model import Document, Sentence, Span

_FIELD = re.compile(r'"(?P<inner>[^"]*""(?:[^"]|"")+)"')
_MARK = re.compile(
    r"(?P<fence>```+)|(?P<open>``|[“„«]|(?<![^\s(\[])''(?=\S)|(?<![^\s(\[“\"])[‘'](?=\S))"
    r"|(?P<close>''|[”»]|(?<=\S)[’'](?=[\s,.;:!?)\]”\"]|$))"
    r"|(?P<both>\"+)"
)
_CLOSED_BY = {"“": '”"', "„": "“”", "«": "»", "‘": "’'", "'": "'’", "``": "''", "''": "''", '"': '"”'}


def quotations(document: Document, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The outermost quotations of the document in text order, without their marks. Empty ones are left out."""
    bounds: dict[int, Span] = {}
    for sentence in sentences:
        first = bounds.get(sentence.paragraph, sentence.span)
        bounds[sentence.paragraph] = Span(first.start, sentence.end)
    found = (span for paragraph in bounds.values() for span in _paired(document.text, paragraph))
    return tuple(span for span in found if len(span) > 0)


def _paired(text: str, paragraph: Span) -> Iterator[Span]:
    start, opener = -1, ""
    field = _FIELD.fullmatch(text, paragraph.start, paragraph.end)
    paragraph = Span(*field.span("inner")) if field else paragraph
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        if match["fence"]:
            continue
        mark = '"' if match["both"] else match[0]
        if start < 0 and match.lastgroup != "close":
            start, opener = match.end(), mark
        elif start >= 0 and match.lastgroup != "open" and mark in _CLOSED_BY[opener]:
            yield Span(start, match.start())
            start = -1
    if start >= 0 and opener not in "‘'":
        yield Span(start, paragraph.end)
