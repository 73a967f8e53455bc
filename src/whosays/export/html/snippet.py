"""A document -> a piece of HTML for a notebook: its text with the claims underlined, and a list of them.

Notebooks drop style sheets and scripts, so all style stands in the elements; the words are escaped by the template.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from whosays.export.html.page import page
from whosays.export.html.view import view
from whosays.export.marks import AFFIRMS, OPEN, REJECTS, UNCONFIRMED
from whosays.export.record import Record
from whosays.model import Analysis

_TONES = {
    AFFIRMS: ("solid", "#3d86b8"),
    REJECTS: ("double", "#d0561f"),
    OPEN: ("dashed", "#8a5cc0"),
    UNCONFIRMED: ("dotted", "#808288"),
}


def snippet(analysis: Analysis, records: Sequence[Record]) -> str:
    """The snippet; readable on light and on dark ground."""
    return page("snippet.html").render(d=view(analysis, records, 1, Counter()), tones=_TONES)
