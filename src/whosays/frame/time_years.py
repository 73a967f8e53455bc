"""Years and their parts, decades, centuries and named periods."""

from __future__ import annotations

from datetime import date, timedelta

from whosays.frame.calendar import Interval, half_of, months_of, part_of, season_of, unit_of, year_of
from whosays.frame.time_anchor import (
    PRECISION,
    Anchor,
    Resolved,
    Resolver,
    Tense,
    narrowed,
    one,
    part_named,
    resolved,
    stated_year,
)
from whosays.frame.time_grammar import Meaning
from whosays.lexicon.times import Period, Times
from whosays.model import TimePrecision

_MILLENNIUM = 2000
"""From here on "the 2000s" are a decade; "the 1800s" are a century."""


def years(lexicon: Times) -> dict[str, Resolver]:
    """How each kind of expression of a year or more is resolved; quarters and seasons too."""
    return {
        "half": _half,
        "quarter": _quarter,
        "months-of": _months_of,
        "year": _year,
        "year-range": _year_range,
        "season": _season,
        "decade": _decade,
        "century": _century,
        "period": lambda meaning, anchor: _period(meaning, lexicon.periods),
    }


def _whole(meaning: Meaning, anchor: Anchor) -> Interval | None:
    """The year, decade or unit that a half or a number of months is taken of."""
    year = stated_year(meaning, anchor)
    if year is not None:
        return year_of(year)
    if meaning.has("decade"):
        return _decade_of(meaning)
    unit = meaning.code("unit")
    return unit_of(unit, anchor.published) if unit in ("M", "Y", "E", "C") and anchor.published else None


def _half(meaning: Meaning, anchor: Anchor) -> Resolved:
    whole = _whole(meaning, anchor)
    number = 1 if meaning.number("half") == 1 else 2
    months = meaning.code("unit") == "M"
    precision = (
        TimePrecision.PART_OF_MONTH
        if months
        else TimePrecision.DECADE
        if meaning.has("decade")
        else TimePrecision.PART_OF_YEAR
    )
    value = f"{whole[0].year:04}" + ("" if meaning.has("decade") or months else f"-H{number}") if whole else "XXXX"
    return resolved(half_of(whole, number) if whole else None, precision, value, explicit=meaning.has("year"))


def _quarter(meaning: Meaning, anchor: Anchor) -> Resolved:
    number = meaning.number("quarter") or 0
    number = 4 if number == -1 else number
    year = stated_year(meaning, anchor)
    if year is None and anchor.published and not meaning.has("year_rel", "year_that"):
        year = _quarter_year(number, anchor.published, anchor.ahead)
    interval = months_of(year, 3 * number - 2, 3) if year and 1 <= number <= 4 and not meaning.has("fiscal") else None
    value = f"{year:04}-Q{number}" if year else f"XXXX-Q{number}"
    return resolved(interval, TimePrecision.QUARTER, value, explicit=meaning.has("year"))


def _quarter_year(number: int, published: date, ahead: bool) -> int:
    """The year of an undated quarter: the latest begun; looking ahead, the next one unless it is just over ("will report")."""
    now = (published.month + 2) // 3
    if ahead and number != (now - 2) % 4 + 1:
        return published.year + (number < now)
    return published.year - (number > now)


def _months_of(meaning: Meaning, anchor: Anchor) -> Resolved:
    whole, count, unit = (
        _whole(meaning.with_fields(unit="Y"), anchor),
        meaning.number("count") or 0,
        meaning.code("unit") or "M",
    )
    first, value = meaning.number("edge") == 1, f"P{count}{unit}"
    if not whole or unit not in ("D", "W", "M") or not 1 <= count <= {"D": 366, "W": 52, "M": 12}[unit]:
        return resolved(None, PRECISION.get(unit), value, "DURATION")
    if unit == "M":
        interval = months_of(whole[0].year, 1 if first else 13 - count, count)
    else:
        stretch = timedelta(days=count * (7 if unit == "W" else 1) - 1)
        interval = (whole[0], whole[0] + stretch) if first else (whole[1] - stretch, whole[1])
    return resolved(interval, PRECISION[unit], value, "DURATION", explicit=meaning.has("year"))


def _year(meaning: Meaning, anchor: Anchor) -> Resolved:
    year = meaning.number("year") or 0
    interval, precision = narrowed(
        None if meaning.has("fiscal") else year_of(year), meaning, TimePrecision.YEAR, TimePrecision.PART_OF_YEAR
    )
    return resolved(interval, precision, f"{year:04}", explicit=True)


def _year_range(meaning: Meaning, anchor: Anchor) -> Resolved:
    first, last = _years(meaning)
    interval = year_of(first, last - first + 1) if first <= last else None
    return resolved(interval, TimePrecision.YEAR, f"{first:04}/{last:04}", explicit=True)


def _years(meaning: Meaning) -> tuple[int, int]:
    """Both years of "1950-1953" or "2014-15"."""
    first, last = meaning.number("year") or 0, meaning.number("year_to") or 0
    return first, last if last > 99 else first // 100 * 100 + last


def _season(meaning: Meaning, anchor: Anchor) -> Resolved:
    season, year, rel = meaning.code("season") or "SU", stated_year(meaning, anchor), meaning.number("rel")
    habit = anchor.tense is Tense.PRESENT and rel is None and not meaning.has("part", "edge")
    if year is None and anchor.published and not habit and not meaning.has("year_rel", "year_that"):
        year = _season_year(season, rel, anchor.published, anchor.ahead)
    interval, precision = narrowed(
        season_of(year, season) if year else None, meaning, TimePrecision.SEASON, TimePrecision.PART_OF_YEAR
    )
    return resolved(
        interval, precision, f"{year:04}-{season}" if year else f"XXXX-{season}", explicit=meaning.has("year")
    )


def _season_year(season: str, rel: int | None, published: date, ahead: bool) -> int | None:
    """The year of an undated season: the latest begun, or the next not over where the clause looks ahead."""
    spans = [(y, s) for y in range(published.year - 2, published.year + 3) if (s := season_of(y, season))]
    if rel == 1 or (ahead and rel is None):
        return next((y for y, (start, end) in spans if (start if rel == 1 else end) > published), None)
    if rel == 0:
        return next(
            (y for y, (_, end) in spans if end >= published and (ahead or end.year == published.year)), published.year
        )
    return next((y for y, (start, end) in reversed(spans) if (end if rel == -1 else start) <= published), None)


def _decade_of(meaning: Meaning) -> Interval | None:
    number = meaning.number("decade") if meaning.has("decade") else meaning.number("tens")
    if number is None:
        return None
    if number % 100 == 0 and 1000 <= number < _MILLENNIUM:
        return year_of(number, 100)
    return year_of(number if number > 99 else 1900 + number if number >= 30 else 2000 + number, 10)


def _decade(meaning: Meaning, anchor: Anchor) -> Resolved:
    interval, precision = narrowed(_decade_of(meaning), meaning, TimePrecision.DECADE, TimePrecision.DECADE)
    whole = _decade_of(meaning)
    return resolved(interval, precision, f"{whole[0].year:04}"[:3] if whole else "XXX", explicit=True)


def _century(meaning: Meaning, anchor: Anchor) -> Resolved:
    number = meaning.number("century") or 0
    whole = year_of(100 * (number - 1) + (number == 1), 100 - (number == 1)) if 1 <= number <= 99 else None
    interval, _ = narrowed(whole, meaning, TimePrecision.OPEN, TimePrecision.OPEN)
    return resolved(interval, TimePrecision.OPEN, f"{number - 1:02}", explicit=True)


def _period(meaning: Meaning, periods: tuple[Period, ...]) -> Resolved:
    """A named period by the list's days; where the text gives its years, by those. Its end is the last year or day alone."""
    period = periods[meaning.number("period") or 0]
    whole: Interval | None = (period.start, period.end)
    value = f"{period.start.year:04}/{period.end.year:04}"
    part = part_named(meaning)
    years = _years(meaning) if meaning.has("year_to") else None
    if years:
        whole = year_of(years[0], years[1] - years[0] + 1) if years[0] <= years[1] else None
        whole = year_of(years[1] if part == "END" else years[0]) if whole and part in ("START", "END") else whole
    elif part in ("START", "END") and meaning.has("edge"):
        whole = one(period.end if part == "END" else period.start)
    elif part and whole:
        whole = part_of(whole, part)
    return resolved(whole, TimePrecision.YEAR, value, explicit=True)
