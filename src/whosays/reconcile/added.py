"""Whether a figure is added to one given before ("3,000 more soldiers"), and so is no total."""

from __future__ import annotations

import re

_MORE = re.compile(r"\b(?:more(?! than)|another|additional|further|extra)\b", re.IGNORECASE)


def added(text: str) -> bool:
    """By the words of the figure."""
    return _MORE.search(text) is not None
