"""Figures -> Figures: the two ends of a range made one figure ("800-1,000", "between 31 and 92", "two to three hundred")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whosays.frame.figure import Figure, Measure
from whosays.frame.figure_words import FigureWords
from whosays.frame.numerals import Form
from whosays.model import Span

WINDOW = 160
"""Code points in which the words before a figure are looked at."""
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+\S*$")


def ranged(text: str, found: Sequence[Figure], patterns: FigureWords) -> list[Figure]:
    """Neighbours that are the two ends of a range made one."""
    out: list[Figure] = []
    for figure in found:
        joined = _range(text, out[-1], figure, patterns) if out else None
        if joined is None:
            out.append(figure)
        else:
            out[-1] = joined
    return out


def _range(text: str, a: Figure, b: Figure, patterns: FigureWords) -> Figure | None:
    """One figure of "800-1,000", "from 10 to 12 thousand", "between 31 and 92", "five or six"; None where the two are two."""
    if a.best is None or b.best is None or a.form is not Form.CARDINAL or b.form not in (Form.CARDINAL, Form.SHARE):
        return None
    end = a.core.end if a.measure is not Measure.NUMBER else a.span.end
    join = patterns.joined.fullmatch(text, end, b.span.start)
    if join is None or (a.measure is not Measure.NUMBER and (b.measure is not a.measure or _differ(a, b))):
        return None
    low, year = _scaled(a, b), a.plain and not b.plain and 1900 <= a.best <= 2100
    if not low < b.best or (year and b.scale > 1):
        return None
    begin = _begin(text, a, b, re.sub(r"\s+", " ", join["join"].lower()), low, patterns)
    if begin is None:
        return None
    return replace(
        b,
        span=Span(begin, b.span.end),
        core=Span(a.core.start, b.core.end),
        number=Span(a.number.start, b.number.end),
        low=low,
        best=None,
        high=b.best,
        plain=a.plain and b.plain,
    )


def _begin(text: str, a: Figure, b: Figure, word: str, low: float, patterns: FigureWords) -> int | None:
    """Where the words of a range begin whose ends `word` joins; None where the words before it make the two a change or neighbours."""
    at = a.span.start
    since = max(0, at - WINDOW)
    high = b.best or 0
    between = patterns.between.search(text, since, at)
    if word in ("and", "through"):
        return between.start() if between and word == "and" else None
    if word.startswith("to"):
        changed = patterns.change.search(text, since, at)
        if changed or (high > 2 * low and _BY.search(text, since, at)):  # "increased by 43 to 419"
            return None
        source = _FROM.search(text, since, at)
        return source.start() if source else at
    return None if word == "or" and high > 3 * max(low, 1) else at


def _differ(a: Figure, b: Figure) -> bool:
    """Whether two sums are in different currencies ("rose 18 sen to RM23.50")."""
    return a.measure is Measure.MONEY and (a.unit or "").strip("$ US") != (b.unit or "").strip("$ US")


def _scaled(a: Figure, b: Figure) -> float:
    """The lower end with the upper end's scale where it has none of its own: "two to three hundred"."""
    low, high = a.best or 0.0, b.best or 0.0
    return low * b.scale if a.scale == 1 < b.scale and low < high / b.scale else low
