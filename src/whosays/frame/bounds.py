"""Figures -> Figures: each with the bounds that the words around it give ("at least", "up to", "some", "or more")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whosays.frame.figure import Figure
from whosays.frame.figure_words import FigureWords
from whosays.frame.numerals import Form
from whosays.model import Span

_LEADS = re.compile(
    r"\b(?:lead|leads|leading|led|run|build|builds|add|adds|added|adding|live|lived|own|stand|stood|stands|woke|wake)\s+$",
    re.IGNORECASE,
)
"""Verbs and nouns that "up to" goes with ("adds up to", "the lead up to")."""


WINDOW = 40
"""Code points in which the words before a figure are looked at, word by word."""
_INSTEAD = re.compile(r"\b(?:rather than|instead of)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_TRAILING = re.compile(
    r"\s+(at least|at the least|at a minimum|at most|at the most|or so|or more|or fewer|or less|if not more|and counting)"
    r"(?=\s*(?:[.,;:)]|$|(?:were|was|are|is|have|has|had|who|died|survived|[a-z]+ed)\b))",
    re.IGNORECASE,
)


def bounded(text: str, found: Sequence[Figure], patterns: FigureWords) -> tuple[Figure, ...]:
    """The figures of `text` with their bounds; a floor and the ceiling that follows it are one figure."""
    after = (0, *(figure.core.end for figure in found))
    return _two_sided(text, [_bounded(text, figure, at, patterns) for figure, at in zip(found, after, strict=False)])


def trailing(text: str, figure: Figure, at: int, patterns: FigureWords) -> tuple[Figure, int]:
    """The figure with the bound that follows its noun at `at` ("20 soldiers at most"), and where the words end then."""
    match = _TRAILING.match(text, at)
    role = (
        patterns.roles.get("+" + re.sub(r"\s+", " ", match[1].lower())) if match and figure.best is not None else None
    )
    return (_valued(figure, (role,)), match.end(1)) if match and role else (figure, at)


def _bounded(text: str, figure: Figure, floor: int, patterns: FigureWords) -> Figure:
    """The figure with the bounds that the words before and after it give."""
    start, end = figure.span.start, figure.span.end
    roles: list[str] = []
    corrected = False
    at = start
    while True:
        match = patterns.before.search(text[max(floor, at - WINDOW) : at])
        if match is None:
            break
        at = max(floor, at - WINDOW) + match.start(1)
        role = patterns.roles[re.sub(r"\s+", " ", match[1].lower())]
        if match[1].lower() == "up to" and _LEADS.search(text, max(0, at - WINDOW), at):
            break
        if role == "floor" and roles and match[1].lower() == "over":  # "took over about a third"
            break
        if role != "neutral":
            roles.append(role)
            start = at
        elif match[1].lower() in ("not",):
            corrected = not roles
    for after in (patterns.after.match(text, at) for at in sorted({figure.number.end, figure.core.end})):
        if after is not None:
            roles.append(patterns.roles["+" + re.sub(r"\s+", " ", after[1].lower())])
            end = max(end, after.end())
    corrected = corrected or _INSTEAD.search(text, max(0, start - WINDOW), start) is not None
    figure = replace(figure, span=Span(start, end), corrected=corrected)
    return _valued(figure, roles)


def _two_sided(text: str, found: Sequence[Figure]) -> tuple[Figure, ...]:
    """ "At least 12 and up to 20": a floor and the ceiling that follows it made one figure."""
    out: list[Figure] = []
    for b in found:
        a = out[-1] if out else None
        if (
            a
            and a.low is not None
            and a.best is a.high is None
            and b.high is not None
            and b.low is b.best is None
            and a.low < b.high
        ):
            between = re.sub(r"\s+", " ", text[a.span.end : b.span.start])
            if a.form is b.form and re.fullmatch(
                r" ?,?(?: (?:and|but|or|to)(?: possibly| perhaps| maybe)?)? ?", between
            ):
                out[-1] = replace(
                    b, span=Span(a.span.start, b.span.end), core=Span(a.core.start, b.core.end), low=a.low
                )
                continue
        out.append(b)
    return tuple(out)


def _valued(figure: Figure, roles: Sequence[str]) -> Figure:
    value = figure.best
    approximate = "approximate" in roles
    if value is None or figure.form is Form.NONE:
        return replace(figure, approximate=approximate or figure.form in (Form.INDEFINITE, Form.FEW))
    role = next((r for r in roles if r != "approximate"), None)
    if role == "floor":
        return replace(figure, low=value, best=None, approximate=approximate)
    if role == "ceiling":
        return replace(figure, high=value, best=None, approximate=approximate)
    return replace(figure, approximate=approximate)
