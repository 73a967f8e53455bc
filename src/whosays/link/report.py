"""A text -> the passages of it that are a report: sentences, without the furniture of a page.

Pages hold walls to sign in, notices and lists of videos that are the same whatever was reported, and some hold nothing else. They
say nothing of what happened, and would make copies of reports that have nothing in common.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from whosays.link.words import stems

LONG = 20
"""Words from which a line is read though no stop ends it; shorter ones are headings, captions and links."""
TOLD = 0.2
"""Share of the title's words that a report uses again; a page on which it is less has its title alone (docs/measures/case.md)."""
_FURNITURE = re.compile(
    r"\b(?:sign (?:in|up)|log ?in|register(?:ing|ed)?|registration|subscri(?:be|ber|ption)s?|newsletters?|notifications?|"
    r"your (?:account|profile|inbox|browser|email)|verification|welcome back|why are we asking|by submitting|tweets?|"
    r"terms of (?:service|use)|privacy policy|cookies?|all rights reserved|video is no longer available)\b",
    re.IGNORECASE,
)
"""Words of a page, not of a report."""
_PASSAGE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_STOPPED = re.compile(r"[.!?…:;,][\"'”’)]*\s*$")


def report(text: str, title: str | None = None) -> tuple[str, ...]:
    """The passages (sentences, and lines that run on) in their order; none where a page does not tell what its title says."""
    passages = tuple(p for p in _PASSAGE.split(text) if _is_told(p) and not _FURNITURE.search(p))
    return passages if _tells(passages, title) else ()


def _is_told(passage: str) -> bool:
    return bool(_STOPPED.search(passage)) or len(passage.split()) >= LONG


def _tells(passages: Sequence[str], title: str | None) -> bool:
    """Whether what the title says is told again. A title of one word, or none, can't be looked for."""
    sought = set(stems(title or ""))
    if len(sought) < 2:
        return True
    said = {stem for passage in passages if passage.strip() != (title or "").strip() for stem in stems(passage)}
    return len(sought & said) >= TOLD * len(sought)
