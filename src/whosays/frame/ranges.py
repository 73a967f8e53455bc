"""Figures -> Figures: the two ends of a range made one figure ("800-1,000", "between 31 and 92", "two to three hundred")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whosays.frame.figure import Figure, Measure
from whosays.frame.figure_words import FigureWords
from whosays.frame.numerals import Form
from whosays.model import Span


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
    if (
        a.best is None
        or b.best is None
        or a.form is not Form.CARDINAL
        or b.form not in (Form.CARDINAL, Form.SHARE)
        or a.form is not Form.CARDINAL
    ):
        return None
    join = re.compile(patterns.joined).fullmatch(
        text, a.core.end if a.measure is not Measure.NUMBER else a.span.end, b.span.start
    )
    if join is None or (a.measure is not Measure.NUMBER and (b.measure is not a.measure or _differ(a, b))):
        return None
    word = re.sub(r"\s+", " ", join["join"].lower())
    before = text[: a.span.start]
    between = patterns.between.search(before)
    if word in ("and", "through") and not (between and word == "and"):
        return None
    if word.startswith("to") and patterns.change.search(before):
        return None
    low = _scaled(a, b)
    if not low < b.best or (a.plain and not b.plain and 1900 <= a.best <= 2100 and b.scale > 1):
        return None
    if word.startswith("to") and b.best > 2 * low and re.search(r"\bby\s+\S*$", before):  # "increased by 43 to 419"
        return None
    if word == "or" and b.best > 3 * max(low, 1):
        return None
    begin = between.start() if between else a.span.start
    source = re.search(r"\bfrom\s+$", before, re.IGNORECASE)
    begin = source.start() if source and word.startswith("to") else begin
    span = Span(begin, b.span.end)
    return replace(
        b,
        span=span,
        core=Span(a.core.start, b.core.end),
        number=Span(a.number.start, b.number.end),
        low=low,
        best=None,
        high=b.best,
        plain=a.plain and b.plain,
    )


def _differ(a: Figure, b: Figure) -> bool:
    """Whether two sums are in different currencies ("rose 18 sen to RM23.50")."""
    return a.measure is Measure.MONEY and (a.unit or "").strip("$ US") != (b.unit or "").strip("$ US")


def _scaled(a: Figure, b: Figure) -> float:
    """The lower end with the upper end's scale where it has none of its own: "two to three hundred"."""
    low, high = a.best or 0.0, b.best or 0.0
    return low * b.scale if a.scale == 1 < b.scale and low < high / b.scale else low
