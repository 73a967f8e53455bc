"""When a speaker goes on, the time of the saying goes on with them.

News dates the first quotation ("Yesterday, the president said ...") and lets the next ones follow ("He added ..."). A report
without a time of its own takes that of the same speaker's last one, if it stands at most three sentences before. So do
those who were just said to have met on a day ("On Monday the ministers met ... They concluded ...").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whosays.lexicon.terms import bag
from whosays.model import Attribution, Mention, When

REACH = 3
"""Sentences between two reports of one speaker over which the time is carried."""

_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_TAIL = re.compile(r"['’]s?\s.*$|\s(?:of|for|from|in|at|to)\s.*$|,.*$")
_PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "his", "who", "i", "we"})
_PAPERS = bag(
    "statement release letter speech address post tweet message communique communiqué announcement interview",
    "briefing",
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who met, and when."""

    who: Mention
    when: When


@dataclass(frozen=True, slots=True)
class _Told:
    speaker: Mention
    sentence: int
    when: When


def carried(
    attributions: Sequence[Attribution], reported: Sequence[When | None], met: Sequence[Meeting | None]
) -> tuple[When | None, ...]:
    """For each attribution, in text order, its own time of report or the one that it goes on from.

    `met` are the meetings that the attributions tell of.
    """
    found: list[When | None] = []
    told: list[_Told] = []
    for attribution, own, meeting in zip(attributions, reported, met, strict=True):
        source = attribution.source
        if meeting:
            told.append(_Told(meeting.who, attribution.sentence, meeting.when))
        if source is None:
            found.append(own)
            continue
        earlier = next((t for t in reversed(told) if _goes_on(t, source, attribution.sentence)), None)
        when = own or (earlier.when if earlier else None)
        found.append(when)
        if when:
            told.append(_Told(source, attribution.sentence, when))
    return tuple(found)


def _goes_on(told: _Told, source: Mention, sentence: int) -> bool:
    if not 0 <= sentence - told.sentence <= REACH:
        return False
    words = source.text.lower().split()
    if words and words[-1] in _PAPERS and words[0] in ("the", "this", "that", "his", "her", "their", "its"):
        return True
    if words and words[0] in _PRONOUNS and source.antecedent is None:
        return sentence - told.sentence <= 1
    return _same(told.speaker, source)


def _same(a: Mention, b: Mention) -> bool:
    """Whether two mentions name one speaker: the same words stand for both, or one's last name among the other's names."""
    roots = (_root(a), _root(b))
    if roots[0].span.overlaps(roots[1].span):
        return True
    names = [_names(r.text) for r in roots]
    if not names[0] or not names[1]:
        return roots[0].text.lower() == roots[1].text.lower()
    return names[0][-1] in names[1] or names[1][-1] in names[0]


def _names(text: str) -> tuple[str, ...]:
    """The capitalised words of a phrase that ends in a name; none of "South Arnish farmers", which is no one's name."""
    words = _NAME.findall(_TAIL.sub("", text))
    return tuple(w for w in words if w[0].isupper()) if words and words[-1][0].isupper() else ()


def _root(mention: Mention) -> Mention:
    while mention.antecedent is not None:
        mention = mention.antecedent
    return mention
