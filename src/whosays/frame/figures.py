"""A sentence -> Figures: numbers with their bounds, ranges and units of measure, of anything ("up to 30", "$8 million", "5-10 W").

What is a date, a time of day, an age, or part of a name ("Article 5") is none. Which figures count people or things, and what
happened to them, is told by `quantity`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from whosays.frame.numerals import Form, Numeral, has_numeral, numerals
from whosays.lexicon.quantities import Policy, Quantities
from whosays.model import Span


class Measure(StrEnum):
    """What sort of unit a figure has; NUMBER is none: it counts what its noun says."""

    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"
    DURATION = "duration"
    SIZE = "size"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its bounds. ``core`` is the number with its unit, ``span`` has the words of the bounds too.

    ``unit`` is the word of the measure. ``compound`` tells a modifier ("a 12-page report"); ``corrected`` a figure that the text
    withdraws ("rather than 700"). ``form``, ``plain`` and ``scale`` are the numeral's, ``number`` its words alone.
    """

    span: Span
    core: Span
    low: float | None
    best: float | None
    high: float | None
    approximate: bool
    form: Form
    measure: Measure = Measure.NUMBER
    unit: str | None = None
    compound: bool = False
    corrected: bool = False
    plain: bool = False
    scale: float = 1
    number: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The lexicon's words as patterns; those named `before` are matched at the end of the text that precedes the figure."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    money_before: re.Pattern[str]
    unit: re.Pattern[str]
    between: re.Pattern[str]
    change: re.Pattern[str]
    joined: re.Pattern[str]
    roles: dict[str, str]


_LEADS = re.compile(
    r"\b(?:lead|leads|leading|led|run|build|builds|add|adds|added|adding|live|lived|own|stand|stood|stands|woke|wake)\s+$",
    re.IGNORECASE,
)
"""Verbs and nouns that "up to" goes with ("adds up to", "the lead up to")."""


def figures(text: str, lexicon: Quantities, policy: Policy) -> tuple[Figure, ...]:
    """The figures of one sentence's `text`, in text order; spans into `text`."""
    if not has_numeral(text, lexicon):
        return ()
    patterns = _patterns(lexicon)
    text = _SCORE.sub(_blank, text)
    found = _ranged(text, [_figure(text, n, patterns, lexicon) for n in numerals(text, lexicon, policy)], patterns)
    return _two_sided(
        text, [_bounded(text, figure, end, patterns) for figure, end in zip(found, _floors(found), strict=True)]
    )


_SCORE = re.compile(r"(?<![\d.,$€£-])(\d[\d,]*)[-–](\d[\d,]*)(?![\d.:%-]|\s*(?:percent|per cent|(?:thousand|million|billion)\b))")


def _blank(score: re.Match[str]) -> str:
    """A score or vote ("2-1", "2-2") in blanks, a rising range ("5-10") as it is."""
    return score[0] if float(score[1].replace(",", "")) < float(score[2].replace(",", "")) else " " * len(score[0])


def _floors(found: Sequence[Figure]) -> tuple[int, ...]:
    """Where the words before each figure may begin: after the figure that precedes it."""
    return tuple(found[n - 1].core.end if n else 0 for n in range(len(found)))


@lru_cache(maxsize=8)
def _patterns(lexicon: Quantities) -> _Patterns:
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
    return _Patterns(
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


def _figure(text: str, numeral: Numeral, patterns: _Patterns, lexicon: Quantities) -> Figure:
    """The numeral with its unit of measure, without bounds."""
    start, end = numeral.span.start, numeral.span.end
    figure = Figure(
        numeral.span,
        numeral.span,
        numeral.low,
        numeral.best,
        numeral.high,
        False,
        numeral.form,
        plain=numeral.plain,
        scale=numeral.scale,
        number=numeral.span,
    )
    if numeral.form is Form.SHARE:
        return replace(figure, measure=Measure.SHARE, unit="percent")
    money = patterns.money_before.search(text[max(0, start - 12) : start])
    if money:
        begin = start - (len(money.string) - money.start())
        span = Span(begin, end + len(numeral.suffix))
        negative = numeral.best is not None and numeral.best > 0 and money[0][-1] in "-−"
        return replace(
            figure,
            core=span,
            span=span,
            measure=Measure.MONEY,
            unit=money[1],
            plain=False,
            best=-numeral.best if negative and numeral.best else figure.best,
        )
    indefinite = re.compile(r"\s+of(?=\s)").match(text, end) if numeral.form in (Form.INDEFINITE, Form.FEW) else None
    bound = patterns.after.match(text, end)  # "20-plus months", "two or more years"
    unit = patterns.unit.match(
        text, (indefinite or bound).end() if indefinite or bound else end
    ) or patterns.unit.match(text, end)
    if unit is None or (numeral.suffix and unit[1]):
        stuck = end + len(numeral.suffix)
        compound = (
            text[stuck : stuck + 1] in ("-", "‑")
            and text[stuck + 1 : stuck + 2].isalpha()
            and not patterns.after.match(text, stuck)
        )
        size = Measure.SIZE if numeral.suffix else Measure.NUMBER
        return replace(
            figure,
            compound=compound,
            measure=size,
            unit=numeral.suffix or None,
            core=Span(start, stuck),
            span=Span(start, stuck),
        )
    word = unit[3].lower()
    measure = _measure(f"{unit[2] or ''}{unit[3]}".lower(), word, lexicon)
    compound = "-" in unit[1] or "‑" in unit[1]
    name = "percent" if measure is Measure.SHARE else f"{unit[2] or ''}{unit[3]}"
    span = Span(start, unit.end())
    return replace(figure, core=span, span=span, measure=measure, unit=name, compound=compound, plain=False)


def _measure(phrase: str, word: str, lexicon: Quantities) -> Measure:
    if re.sub(r"\s+", " ", word) in lexicon.percents:
        return Measure.SIZE if "point" in word else Measure.SHARE
    if re.sub(r"\s+", " ", phrase) in lexicon.areas:
        return Measure.AREA
    if word in lexicon.currencies:
        return Measure.MONEY
    return Measure.DURATION if word in lexicon.durations else Measure.SIZE


def _ranged(text: str, found: Sequence[Figure], patterns: _Patterns) -> list[Figure]:
    """Neighbours that are the two ends of a range made one."""
    out: list[Figure] = []
    for figure in found:
        joined = _range(text, out[-1], figure, patterns) if out else None
        if joined is None:
            out.append(figure)
        else:
            out[-1] = joined
    return out


def _range(text: str, a: Figure, b: Figure, patterns: _Patterns) -> Figure | None:
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


def _bounded(text: str, figure: Figure, floor: int, patterns: _Patterns) -> Figure:
    """The figure with the bounds that the words before and after it give."""
    start, end = figure.span.start, figure.span.end
    roles, corrected = [], False
    at = start
    while True:
        match = patterns.before.search(text[max(floor, at - 40) : at])
        if match is None:
            break
        at = max(floor, at - 40) + match.start(1)
        role = patterns.roles[re.sub(r"\s+", " ", match[1].lower())]
        if match[1].lower() == "up to" and _LEADS.search(text[:at]):
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
    corrected = (
        corrected
        or re.search(r"\b(?:rather than|instead of)\s+(?:the\s+|an?\s+)?$", text[:start], re.IGNORECASE) is not None
    )
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
