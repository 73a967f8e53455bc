"""Intervals of days: months, weeks, quarters, seasons, decades, their parts, and holidays. Pure calendar, no words.

An interval is a pair of days, both inclusive. Weeks run from Monday to Sunday (ISO 8601); seasons are the meteorological
ones of the northern hemisphere, named by the year they begin in; the early, middle and late part of a month are its days
1-10, 11-20 and 21-end, of anything longer its thirds. What does not exist (30 February, year 0) is None.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FLOATING = {"US-THANKSGIVING": (11, 3, 4)}


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where there is none such."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def plus(start: date, days: int) -> date | None:
    """So many days later (earlier where negative); None beyond the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def month_of(year: int, month: int) -> Interval | None:
    """The month; `month` may run past 12 or below 1 into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_of(year: int, month: int, count: int) -> Interval | None:
    """So many months from the first of `month` on."""
    first, last = month_of(year, month), month_of(year, month + count - 1)
    return (first[0], last[1]) if first and last else None


def year_of(year: int, count: int = 1) -> Interval | None:
    """So many calendar years from `year` on."""
    return months_of(year, 1, 12 * count)


def week_of(any_day: date, shift: int = 0) -> Interval | None:
    """The week that holds the day, or the one so many weeks after it."""
    monday = plus(any_day, 7 * shift - any_day.weekday())
    sunday = plus(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def weekend_of(any_day: date, shift: int = 0) -> Interval | None:
    """Saturday and Sunday of the day's week."""
    week = week_of(any_day, shift)
    return (week[1] - timedelta(days=1), week[1]) if week else None


def unit_of(unit: str, any_day: date, shift: int = 0) -> Interval | None:
    """The calendar unit (TIMEX3's letter: D W M Q Y E C, WE weekend, FN fortnight) that holds the day, or the one `shift` units on."""
    if unit in ("D", "N"):
        found = plus(any_day, shift)
        return (found, found) if found else None
    if unit in ("W", "FN"):
        return week_of(any_day, shift * (2 if unit == "FN" else 1))
    if unit == "WE":
        return weekend_of(any_day, shift)
    if unit == "M":
        return month_of(any_day.year, any_day.month + shift)
    if unit == "Q":
        return months_of(any_day.year, (any_day.month - 1) // 3 * 3 + 1 + 3 * shift, 3)
    years = {"Y": 1, "E": 10, "C": 100, "L": 1000}.get(unit)
    return year_of((any_day.year // years + shift) * years, years) if years else None


def season_of(year: int, season: str) -> Interval | None:
    """The season (SP SU FA WI) that begins in the year."""
    return months_of(year, _SEASONS[season], 3)


def moved(start: date, count: int, unit: str) -> date | None:
    """The same day so many units later; the last day of the month where the month is shorter. None for units under a day."""
    days = {"D": 1, "N": 1, "W": 7, "FN": 14, "WE": 7}.get(unit)
    if days:
        return plus(start, days * count)
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}.get(unit)
    month = month_of(start.year, start.month + months * count) if months else None
    return min(month[1], month[0] + timedelta(days=start.day - 1)) if month else None


def part_of(whole: Interval, part: str) -> Interval:
    """The early (START), middle (MID) or late (END) part."""
    start, end = whole
    length = (end - start).days + 1
    if 28 <= length <= 31:
        cuts = (
            [start, start.replace(day=11), start.replace(day=21)]
            if start.day == 1
            else [start + timedelta(days=n * length // 3) for n in range(3)]
        )
    elif start.day == 1 and length > 31 and (end + timedelta(days=1)).day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        cuts = [d for n in range(3) if (d := moved(start, n * months // 3, "M"))]
    else:
        cuts = [start + timedelta(days=n * length // 3) for n in range(3)]
    n = {"START": 0, "MID": 1, "END": 2}[part]
    return cuts[n], cuts[n + 1] - timedelta(days=1) if n < 2 else end


def half_of(whole: Interval, number: int) -> Interval:
    """The first (1) or second (2) half; of a month its days 1-15 and 16-end, of more months half of them."""
    start, end = whole
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    cut = (
        moved(start, months // 2, "M")
        if months > 1
        else start + timedelta(days=15 if months == 1 and start.day == 1 else (end - start).days // 2 + 1)
    )
    cut = cut or end
    return (start, cut - timedelta(days=1)) if number == 1 else (cut, end)


def holiday_of(code: str, year: int) -> date | None:
    """The day of a holiday: "12-25", "EASTER+1", or one that falls on a weekday."""
    if code.startswith("EASTER"):
        easter = _easter(year)
        return plus(easter, int(code[6:] or 0)) if easter else None
    if code in _FLOATING:
        return _nth_weekday(year, *_FLOATING[code])
    return day(year, int(code[:2]), int(code[3:]))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    whole = month_of(year, month)
    return whole[0] + timedelta(days=(weekday - whole[0].weekday()) % 7 + 7 * (nth - 1)) if whole else None


def _easter(year: int) -> date | None:
    """Western Easter Sunday (the anonymous Gregorian algorithm)."""
    if not 1583 <= year <= 9999:
        return None
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return day(year, n // 31, n % 31 + 1)
