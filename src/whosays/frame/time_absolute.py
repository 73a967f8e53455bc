"""Dates by the calendar: days, weeks and months, holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from whosays.frame.calendar import (
    Interval,
    day,
    half_of,
    holiday_of,
    month_of,
    week_of,
)
from whosays.frame.time_anchor import (
    Anchor,
    Resolved,
    Resolver,
    grain_value,
    narrowed,
    nearest_day,
    nearest_month,
    one,
    resolved,
    stated_year,
)
from whosays.frame.time_grammar import Meaning
from whosays.model import TimePrecision

_HALF_DAY, _SOON, _YEAR = 12, 30, 366


def absolute() -> dict[str, Resolver]:
    """How each kind of calendar expression is resolved."""
    return {
        "iso": _iso,
        "figures": _figures,
        "date": _date,
        "day-range": _day_range,
        "month": _month,
        "week-of": _week_of,
        "nth-of": _nth_of,
        "holiday": _holiday,
        "day-name": _day_name,
        "day-only": _day_only,
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
    return resolved(one(found := readings.pop()), TimePrecision.DAY, found.isoformat(), explicit=True)


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
    return with_time_of_day(resolved(one(found), TimePrecision.DAY, value, explicit=meaning.has("year")), meaning)


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
    interval, precision = narrowed(interval, meaning, TimePrecision.MONTH, TimePrecision.PART_OF_MONTH)
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
        return one(whole[1] if nth == -1 else day(first.year, first.month, nth))
    weekday = 5 if meaning.has("weekend") else meaning.number("weekday") or 0
    days = [first + timedelta(days=n) for n in range(length) if (first + timedelta(days=n)).weekday() == weekday]
    if not -1 <= nth <= len(days) or nth == 0:
        return None
    found = days[nth - 1 if nth > 0 else -1]
    return (found, found + timedelta(days=1)) if meaning.has("weekend") else (found, found)


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
        one(found), TimePrecision.DAY, found.isoformat() if found else "XXXX-XX-XX", explicit=meaning.has("year")
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
    return resolved(one(found), TimePrecision.DAY, found.isoformat() if found else f"XXXX-XX-{number:02}")
