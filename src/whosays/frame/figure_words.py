"""The lexicon of figures as patterns: bounds, units of measure, money and changes, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from whosays.lexicon.quantities import Quantities


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The lexicon's words as patterns; those named `before` are matched at the end of the text that precedes the figure."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    money_before: re.Pattern[str]
    unit: re.Pattern[str]
    between: re.Pattern[str]
    change: re.Pattern[str]
    joined: re.Pattern[str]
    roles: dict[str, str]


@lru_cache(maxsize=8)
def figure_words(lexicon: Quantities) -> FigureWords:
    """The lexicon's words by what they do to the figure after or before them; made once for a lexicon."""
    roles: dict[str, str] = {}
    for role, words in (
        ("floor", lexicon.floors.words),
        ("ceiling", lexicon.ceilings.words),
        ("approximate", lexicon.approximators.words),
        ("neutral", lexicon.neutral),
    ):
        roles.update(dict.fromkeys((w.lower() for w in words), role))
    after: dict[str, str] = {}
    for role, words in (
        ("floor", lexicon.floors_after.words),
        ("ceiling", lexicon.ceilings_after.words),
        ("approximate", lexicon.approximators_after.words),
    ):
        after.update(dict.fromkeys((w.strip().lower() for w in words), role))
    money = _either((*lexicon.currencies_before,))
    units = _either((*lexicon.percents, *lexicon.areas, *lexicon.currencies, *lexicon.durations, *lexicon.measures))
    rises = _either(_inflected(lexicon.rises.words))
    return FigureWords(
        before=re.compile(rf"(?:(?<=[\s(\"'“‘,:;—–-])|^)({_either(roles)})\s*$", re.IGNORECASE),
        after=re.compile(rf"[\s,]*[-‑]?\s*({_either(after)})(?![\w-])", re.IGNORECASE),
        money_before=re.compile(rf"(?:(?<![A-Za-z])(?:minus\s)?({money}))\s?[-−]?$"),
        unit=re.compile(
            rf"(\s*[-‑]?\s*)({_either(('square', 'cubic', 'sq.?'), escape=False)}\s)?({units})(?![\w²])", re.IGNORECASE
        ),
        between=re.compile(r"\bbetween\s+(?:[\w$€£]+\s+){0,1}[$€£]?\s*$", re.IGNORECASE),
        change=re.compile(
            rf"\b(?:{rises})\b[\s—–-]*(?:[^\s.;:,]+\s+){{0,8}}from\s+(?:\S+\s+){{0,2}}\S*$", re.IGNORECASE
        ),
        joined=re.compile(
            rf"\s*(?:(?:{units})\s*)?(?P<join>-|–|—|‑|\bto\b-?|\bor(?:\s+even)?\b|\band\b|\bthrough\b)\s*(?:{money})?\s*$",
            re.IGNORECASE,
        ),
        roles={**roles, **{f"+{k}": v for k, v in after.items()}},
    )


def _either(words: Iterable[str], escape: bool = True) -> str:
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") if escape else w for w in ordered)


def _inflected(words: Iterable[str]) -> set[str]:
    """Crude English inflections, enough to find verbs of change in front of a figure."""
    irregular = {
        "rise": "rose risen",
        "fall": "fell fallen",
        "grow": "grew grown",
        "drop": "dropped dropping",
        "go": "went gone",
        "cut": "cutting",
        "swell": "swollen",
        "shrink": "shrank shrunk",
        "slip": "slipped",
        "dip": "dipped",
        "bring": "brought",
        "slide": "slid",
    }
    forms = set(words)
    for word in words:
        stem = word.removesuffix("e")
        forms |= {
            f"{word}s",
            f"{stem}ed",
            f"{stem}ing",
            f"{word.removesuffix('y')}ied",
            *irregular.get(word, "").split(),
        }
    return forms
