"""A sentence -> Figures: numbers with their bounds, ranges and units of measure, of anything ("up to 30", "$8 million", "5-10 W").

What is a date, a time of day, an age, or part of a name ("Article 5") is none. Which figures count people or things, and what
happened to them, is told by `quantity`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from whosays.frame.bounds import bounded
from whosays.frame.figure import Figure, Measure
from whosays.frame.figure_words import FigureWords, figure_words
from whosays.frame.numerals import Form, Numeral, numerals
from whosays.frame.ranges import ranged
from whosays.lexicon.quantities import Policy, Quantities
from whosays.model import Span

_HYPHENS = ("-", "‑")
_OF = re.compile(r"\s+of(?=\s)", re.IGNORECASE)
LONGEST_SIGN = 12
"""Code points in which a currency sign and a minus are looked for."""
_SCORE = re.compile(
    r"(?<![\d.,$€£-])(\d[\d,]*)[-–](\d[\d,]*)(?![\d:%-]|\.\d|\s*(?:percent|per cent|(?:thousand|million|billion)\b))"
)


def figures(text: str, lexicon: Quantities, policy: Policy) -> tuple[Figure, ...]:
    """The figures of one sentence's `text`, in text order; spans into `text`."""
    patterns = figure_words(lexicon)
    text = _SCORE.sub(_blank, text)
    found = ranged(text, [_figure(text, n, patterns, lexicon) for n in numerals(text, lexicon, policy)], patterns)
    return bounded(text, found, patterns)


def _blank(score: re.Match[str]) -> str:
    """A score or vote ("2-1", "2-2") in blanks, a rising range ("5-10") as it is."""
    return score[0] if float(score[1].replace(",", "")) < float(score[2].replace(",", "")) else " " * len(score[0])


def _figure(text: str, numeral: Numeral, patterns: FigureWords, lexicon: Quantities) -> Figure:
    """The numeral with its unit of measure, without bounds."""
    figure = Figure(
        span=numeral.span,
        core=numeral.span,
        number=numeral.span,
        low=numeral.low,
        best=numeral.best,
        high=numeral.high,
        approximate=False,
        form=numeral.form,
        plain=numeral.plain,
        scale=numeral.scale,
    )
    if numeral.form is Form.SHARE:
        return replace(figure, measure=Measure.SHARE, unit="percent")
    start = numeral.span.start
    money = patterns.money_before.search(text[max(0, start - LONGEST_SIGN) : start])
    if money:
        return _money(figure, money, numeral)
    unit = _unit(text, numeral, patterns)
    if unit is None or (numeral.suffix and unit[1]):
        return _unmeasured(text, figure, numeral, patterns)
    measure = _measure(f"{unit[2] or ''}{unit[3]}".lower(), unit[3].lower(), lexicon)
    name = "percent" if measure is Measure.SHARE else f"{unit[2] or ''}{unit[3]}"
    span = Span(start, unit.end())
    compound = any(hyphen in unit[1] for hyphen in _HYPHENS)
    return replace(figure, core=span, span=span, measure=measure, unit=name, compound=compound, plain=False)


def _money(figure: Figure, sign: re.Match[str], numeral: Numeral) -> Figure:
    begin = figure.span.start - (len(sign.string) - sign.start())
    span = Span(begin, figure.span.end + len(numeral.suffix))
    best = -abs(figure.best) if figure.best and sign[0][-1] in "-−" else figure.best
    return replace(figure, core=span, span=span, measure=Measure.MONEY, unit=sign[1], plain=False, best=best)


def _unit(text: str, numeral: Numeral, patterns: FigureWords) -> re.Match[str] | None:
    """The unit after the number, "of" or a bound between them: "thousands of dollars", "20-plus months"."""
    end = numeral.span.end
    vague = numeral.form in (Form.INDEFINITE, Form.FEW)
    between = (_OF.match(text, end) if vague else None) or patterns.after.match(text, end)
    return (patterns.unit.match(text, between.end()) if between else None) or patterns.unit.match(text, end)


def _unmeasured(text: str, figure: Figure, numeral: Numeral, patterns: FigureWords) -> Figure:
    """A figure without a known unit; letters that stick to it are an unknown one."""
    end = numeral.span.end + len(numeral.suffix)
    joined = text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalpha()
    span = Span(numeral.span.start, end)
    return replace(
        figure,
        core=span,
        span=span,
        measure=Measure.SIZE if numeral.suffix else Measure.NUMBER,
        unit=numeral.suffix or None,
        compound=joined and not text.startswith("strong", end + 1) and not patterns.after.match(text, end),
    )


def _measure(phrase: str, word: str, lexicon: Quantities) -> Measure:
    if re.sub(r"\s+", " ", word) in lexicon.percents:
        return Measure.SIZE if "point" in word else Measure.SHARE
    if re.sub(r"\s+", " ", phrase) in lexicon.areas:
        return Measure.AREA
    if word in lexicon.currencies:
        return Measure.MONEY
    return Measure.DURATION if word in lexicon.durations else Measure.SIZE
