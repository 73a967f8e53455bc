"""The paragraphs in which an article corrects itself: what it retracts there it no longer says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whosays.model import Span

_EDITION = r"(?:article|story|report|piece|post|page|version|dispatch|headline|item|text|caption)"
_WRONGLY = r"(?:incorrectly|wrongly|mistakenly|erroneously|misstated|misidentified|misspelled)"
_CORRECTS = re.compile(
    rf"(?:^|(?<=[.!?”\"]\s))\W{{0,5}}(?:"
    rf"correct(?:ion|ed|s)(?: and clarification)?s?\s*(?:\([^)\n]*\)|[^:\n.]{{0,40}})?:"
    rf"|clarification\s*(?:\([^)\n]*\)|[^:\n.]{{0,40}})?:"
    rf"|(?<=[(\[])corrects\s"
    rf"|(?:an?|the)\s+(?:earlier|previous|original|prior|initial)\s+{_EDITION}\s+(?:of|to|in|on)\s+th(?:is|e)\s+{_EDITION}\b"
    rf"|(?:an?|the)\s+(?:earlier|previous|original|prior|initial)\s+{_EDITION}\s+(?:\w+\s+)?{_WRONGLY}\b"
    rf"|this\s+{_EDITION}\s+(?:was|has\s+been)\s+(?:\w+\s+)?(?:amended|corrected|edited|changed|revised|clarified)\b"
    rf"|this\s+is\s+a\s+correct(?:ed|ion)\b"
    rf")",
    re.IGNORECASE | re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*")


def corrections(text: str) -> Iterator[Span]:
    """Each passage of correction, from its first words to the end of the paragraph, in text order."""
    for paragraph in _PARAGRAPH.finditer(text):
        found = _CORRECTS.search(paragraph[0])
        if found:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Span(paragraph.start() + start, paragraph.start() + len(paragraph[0].rstrip()))
