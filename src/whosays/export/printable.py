"""Text of others -> text fit for one line of a terminal."""

from __future__ import annotations

import re

_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def printable(text: str) -> str:
    """On one line, without what could command the terminal or turn its text around: article text is hostile input."""
    return " ".join(_HIDDEN.sub("", text).split())
