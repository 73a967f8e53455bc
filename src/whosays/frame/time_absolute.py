"""Dates by the calendar: days, months, quarters, seasons, years, decades, centuries, holidays, named periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from whosays.frame.calendar import (
    Interval,
    day,
    half_of,
    holiday_of,
    month_of,
    months_of,
    part_of,
    season_of,
    unit_of,
    week_of,
    year_of,
)
from whosays.frame.time_anchor import (
    PRECISION,
    Anchor,
    Resolved,
    Resolver,
    grain_value,
    nearest_day,
    nearest_month,
    resolved,
    stated_year,
)
from whosays.frame.time_grammar import Meaning
from whosays.lexicon.times import Period, Times
from whosays.model import TimePrecision

_HALF_DAY, _SOON, _YEAR = 12, 30, 366


def absolute(lexicon: Times) -> dict[str, Resolver]:
    """How each kind of calendar expression is resolved."""
    return {
        "iso": _iso,
        "figures": _figures,
        "date": _date,
        "day-range": _day_range,
        "month": _month,
        "week-of": _week_of,
        "nth-of": _nth_of,
        "half": _half,
        "quarter": _quarter,
        "months-of": _months_of,
        "year": _year,
        "year-range": _year_range,
        "season": _season,
        "decade": _decade,
        "century": _century,
        "holiday": _holiday,
        "day-name": _day_name,
        "day-only": _day_only,
        "period": lambda meaning, anchor: _period(meaning, lexicon.periods),
    }


def with_time_of_day(outcome: Resolved, meaning: Meaning) -> Resolved:
    """The day's value with the hour or the part of the day that the words give: a TIME in TIMEX3; the interval stays the day."""
    clock = _clock(meaning) or meaning.code("daypart")
    if not clock or outcome.precision is not TimePrecision.DAY:
        return outcome
    return Resolved(outcome.start, outcome.end, outcome.precision, f"{outcome.value}T{clock}", "TIME", outcome.explicit)


def _clock(meaning: Meaning) -> str | None:
    """ "22:00" of "10 p.m.", "12:00" of "noon"; None where the words give no hour."""
    hour = meaning.number("hour")
    text = meaning.code("clock") or (f"{hour:02}:00" if hour is not None else None)
    if text is None:
        return {"MI": "12:00", "NI": "24:00"}.get(meaning.code("hour") or "", meaning.code("hour"))
    hours, _, minutes = text.replace(".", ":").partition(":")
    if not minutes and len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    past_noon = meaning.code("am") == "EV" and int(hours) < _HALF_DAY
    return f"{int(hours) + 12 * past_noon:02}:{minutes or '00'}"


def _one(found: date | None) -> Interval | None:
    return (found, found) if found else None


def _iso(meaning: Meaning, anchor: Anchor) -> Resolved:
    text = meaning.code("iso") or ""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return resolved(None, None, text)
    return resolved((found, found), TimePrecision.DAY, text, explicit=True)


def _figures(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "24/02/2022": the order is taken from the one number that can be no month; where both can, the day is not given."""
    a, b, year = (int(n) for n in (meaning.code("figures") or "0/0/0").replace(".", "/").split("/"))
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    readings = {d for d in (day(year, b, a), day(year, a, b)) if d}
    if len(readings) != 1:
        return resolved(None, TimePrecision.DAY if readings else None, f"{year:04}-XX-XX")
    return resolved(_one(found := readings.pop()), TimePrecision.DAY, found.isoformat(), explicit=True)


def _day_in(meaning: Meaning, field: str, anchor: Anchor) -> date | None:
    month, number = meaning.number("month") or 0, meaning.number(field) or 0
    year = stated_year(meaning, anchor)
    if year is not None:
        return day(year, month, number)
    return None if meaning.has("year_rel", "year_that") else nearest_day(month, number, anchor)


def _date(meaning: Meaning, anchor: Anchor) -> Resolved:
    found = _day_in(meaning, "day", anchor)
    weekday = meaning.number("weekday")
    if found and weekday is not None and found.weekday() != weekday and not meaning.has("year") and anchor.published:
        found = _on_that_weekday(found, weekday, anchor.published)
    value = found.isoformat() if found else f"XXXX-{meaning.number('month') or 0:02}-{meaning.number('day') or 0:02}"
    return with_time_of_day(resolved(_one(found), TimePrecision.DAY, value, explicit=meaning.has("year")), meaning)


def _on_that_weekday(found: date, weekday: int, published: date) -> date:
    """The same day of the nearest year in which it falls on the weekday named."""
    years = sorted(range(published.year - 3, published.year + 3), key=lambda y: abs(y - published.year))
    return next((d for y in years if (d := day(y, found.month, found.day)) and d.weekday() == weekday), found)


def _day_range(meaning: Meaning, anchor: Anchor) -> Resolved:
    last = _day_in(meaning, "day_to", anchor)
    first = day(last.year, last.month, meaning.number("day") or 0) if last else None
    interval = (first, last) if first and last and first <= last else None
    value = f"{first}/{last}" if interval else "XXXX"
    return resolved(interval, TimePrecision.DAY, value, explicit=meaning.has("year"))


def _part(meaning: Meaning) -> str | None:
    """START, MID or END where the words give a part."""
    return next(
        (p for name in ("edge", "part", "since_part") if (p := meaning.code(name)) in ("START", "MID", "END")), None
    )


def _narrowed(
    interval: Interval | None, meaning: Meaning, whole: TimePrecision, part: TimePrecision
) -> tuple[Interval | None, TimePrecision]:
    """The early, middle or late part where the words give one."""
    name = _part(meaning)
    return (part_of(interval, name) if interval and name else interval), part if name else whole


def _month(meaning: Meaning, anchor: Anchor) -> Resolved:
    month, rel = meaning.number("month") or 1, meaning.number("rel")
    year = stated_year(meaning, anchor)
    if year is None and anchor.published and not meaning.has("year_rel", "year_that"):
        now = anchor.published
        nearest = {-1: now.year - (month >= now.month), 0: now.year, 1: now.year + (month <= now.month)}
        year = nearest_month(month, anchor) if rel is None else nearest[rel]
    interval = month_of(year, month) if year else None
    half = meaning.number("half") or (2 if meaning.has("half") else None)
    value = f"{year:04}-{month:02}" if interval else f"XXXX-{month:02}"
    if half:
        return resolved(
            half_of(interval, half) if interval else None,
            TimePrecision.PART_OF_MONTH,
            value,
            explicit=meaning.has("year"),
        )
    interval, precision = _narrowed(interval, meaning, TimePrecision.MONTH, TimePrecision.PART_OF_MONTH)
    return resolved(interval, precision, value, explicit=meaning.has("year"))


def _week_of(meaning: Meaning, anchor: Anchor) -> Resolved:
    if meaning.has("day_to"):
        return _day_range(meaning, anchor)
    found = _day_in(meaning, "day", anchor)
    interval = week_of(found) if found else None
    return resolved(
        interval,
        TimePrecision.WEEK,
        grain_value("W", interval) if interval else "XXXX-WXX",
        explicit=meaning.has("year"),
    )


def _nth_of(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The last weekend of July", "the first week of April" (its days 1-7), "the second Sunday of May"."""
    month = _month(Meaning("month", tuple(f for f in meaning.fields if f[0] not in ("nth", "weekday"))), anchor)
    nth, whole = meaning.number("nth") or 0, month.interval
    precision = TimePrecision.DAY if meaning.has("weekday", "last_day") else TimePrecision.WEEK
    interval = _nth_in(whole, nth, meaning) if whole else None
    return resolved(interval, precision, month.value, explicit=month.explicit)


def _nth_in(whole: Interval, nth: int, meaning: Meaning) -> Interval | None:
    first, length = whole[0], (whole[1] - whole[0]).days + 1
    if meaning.has("week"):
        start = length - 7 if nth == -1 else 7 * (nth - 1)
        return (first + timedelta(days=start), first + timedelta(days=start + 6)) if 0 <= start <= length - 7 else None
    if meaning.has("last_day"):
        return _one(whole[1] if nth == -1 else day(first.year, first.month, nth))
    weekday = 5 if meaning.has("weekend") else meaning.number("weekday") or 0
    days = [first + timedelta(days=n) for n in range(length) if (first + timedelta(days=n)).weekday() == weekday]
    if not -1 <= nth <= len(days) or nth == 0:
        return None
    found = days[nth - 1 if nth > 0 else -1]
    return (found, found + timedelta(days=1)) if meaning.has("weekend") else (found, found)


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
    interval, precision = _narrowed(
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
    if year is None and anchor.published and not meaning.has("year_rel", "year_that"):
        year = _season_year(season, rel, anchor.published, anchor.ahead)
    interval, precision = _narrowed(
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
    return year_of(number if number > 99 else 1900 + number if number >= 30 else 2000 + number, 10)


def _decade(meaning: Meaning, anchor: Anchor) -> Resolved:
    interval, precision = _narrowed(_decade_of(meaning), meaning, TimePrecision.DECADE, TimePrecision.DECADE)
    whole = _decade_of(meaning)
    return resolved(interval, precision, f"{whole[0].year:04}"[:3] if whole else "XXX", explicit=True)


def _century(meaning: Meaning, anchor: Anchor) -> Resolved:
    number = meaning.number("century") or 0
    whole = year_of(100 * (number - 1) + (number == 1), 100 - (number == 1)) if 1 <= number <= 99 else None
    interval, _ = _narrowed(whole, meaning, TimePrecision.OPEN, TimePrecision.OPEN)
    return resolved(interval, TimePrecision.OPEN, f"{number - 1:02}", explicit=True)


def _holiday(meaning: Meaning, anchor: Anchor) -> Resolved:
    code, year, rel, now = (
        meaning.code("holiday") or "",
        stated_year(meaning, anchor),
        meaning.number("rel"),
        anchor.published,
    )
    if year is not None:
        found = holiday_of(code, year)
    elif now is None:
        found = None
    else:
        near = [d for y in (now.year - 1, now.year, now.year + 1) if 1 < y < 9999 and (d := holiday_of(code, y))]
        soon = min(((d - now).days for d in near if d >= now), default=_YEAR)
        ahead = rel == 1 or (rel is None and (anchor.ahead or (anchor.leans and not anchor.past) or soon < _SOON))
        found = (
            next((d for d in near if d >= now), None)
            if ahead
            else next((d for d in reversed(near) if d < now or (d == now and rel != -1)), None)
        )
    return resolved(
        _one(found), TimePrecision.DAY, found.isoformat() if found else "XXXX-XX-XX", explicit=meaning.has("year")
    )


def _day_name(meaning: Meaning, anchor: Anchor) -> Resolved:
    return replace(_iso(Meaning("iso", (("iso", meaning.get("dayname")),)), anchor), explicit=False)


def _day_only(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "On the 24th": the latest such day, or the next one looking ahead."""
    number, now = meaning.number("day") or 0, anchor.published
    steps = range(3) if anchor.ahead else range(0, -3, -1)
    near = [m[0] for n in steps if now and (m := month_of(now.year, now.month + n))]
    days = [d for m in near if (d := day(m.year, m.month, number))]
    found = next((d for d in days if now and (d >= now if anchor.ahead else d <= now)), None)
    return resolved(_one(found), TimePrecision.DAY, found.isoformat() if found else f"XXXX-XX-{number:02}")


def _period(meaning: Meaning, periods: tuple[Period, ...]) -> Resolved:
    """A named period by the list's days; where the text gives its years, by those. Its end is the last year or day alone."""
    period = periods[meaning.number("period") or 0]
    whole: Interval | None = (period.start, period.end)
    value = f"{period.start.year:04}/{period.end.year:04}"
    part = _part(meaning)
    years = _years(meaning) if meaning.has("year_to") else None
    if years:
        whole = year_of(years[0], years[1] - years[0] + 1) if years[0] <= years[1] else None
        whole = year_of(years[1] if part == "END" else years[0]) if whole and part in ("START", "END") else whole
    elif part in ("START", "END") and meaning.has("edge"):
        whole = _one(period.end if part == "END" else period.start)
    elif part and whole:
        whole = part_of(whole, part)
    return resolved(whole, TimePrecision.YEAR, value, explicit=True)
