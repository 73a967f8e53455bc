"""Dates against another day: the publication day ("last week", "on Sunday"), or the date last named in the text ("three days later")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from whosays.frame.calendar import Interval, month_of, moved, plus, season_of, unit_of, week_of, weekend_of
from whosays.frame.time_absolute import with_time_of_day
from whosays.frame.time_anchor import (
    LESS,
    MORE,
    PRECISION,
    SHORT,
    Anchor,
    Resolved,
    Resolver,
    Tense,
    grain_value,
    in_part,
    one,
    quarter_years_on,
    resolved,
)
from whosays.frame.time_grammar import Meaning
from whosays.model import TimePrecision


def relative() -> dict[str, Resolver]:
    """How each kind of relative expression is resolved."""
    return {
        "weekday": _weekday,
        "weekday-week": _weekday_week,
        "deictic": _deictic,
        "daypart": _daypart,
        "overnight": _overnight,
        "clock": _clock_alone,
        "relative": _relative,
        "weekend": _weekend,
        "ago": _ago,
        "ago-today": _ago_today,
        "ago-weekday": _ago_weekday,
        "present": _present,
        "past": lambda meaning, anchor: resolved(None, None, "PAST_REF"),
        "future": lambda meaning, anchor: resolved(None, None, "FUTURE_REF"),
    }


def _day(found: date | None, meaning: Meaning, unknown: str = "XXXX-XX-XX") -> Resolved:
    return with_time_of_day(resolved(one(found), TimePrecision.DAY, found.isoformat() if found else unknown), meaning)


def _on_weekday(base: date, weekday: int, ahead: bool, strict: bool) -> date | None:
    """The latest such weekday on or before `base`, or the next one on or after it; `strict` leaves out the day itself."""
    gap = (weekday - base.weekday()) % 7 if ahead else (base.weekday() - weekday) % 7
    gap = 7 if strict and gap == 0 else gap
    return plus(base, gap if ahead else -gap)


def _weekday(meaning: Meaning, anchor: Anchor) -> Resolved:
    weekday, rel = meaning.number("weekday") or 0, meaning.number("rel")
    unknown = f"XXXX-WXX-{weekday + 1}"
    if meaning.has("other"):
        other = meaning.number("other") or 0
        base = anchor.previous[0] if anchor.previous else None
        return _day(_on_weekday(base, weekday, other >= 0, other != 0) if base else None, meaning, unknown)
    if not anchor.published:
        return _day(None, meaning, unknown)
    ahead = (
        rel == 1
        or meaning.has("coming")
        or (rel == 0 and not anchor.past)
        or (rel is None and not meaning.has("gone") and anchor.ahead)
    )
    return _day(_on_weekday(anchor.published, weekday, ahead, rel in (-1, 1)), meaning, unknown)


def _weekday_week(meaning: Meaning, anchor: Anchor) -> Resolved:
    if meaning.has("that"):
        base = anchor.last(7)
        week = week_of(base[0]) if base else None
    else:
        week = week_of(anchor.published, meaning.number("rel") or 0) if anchor.published else None
    return _day(plus(week[0], meaning.number("weekday") or 0) if week else None, meaning)


def _deictic(meaning: Meaning, anchor: Anchor) -> Resolved:
    found = plus(anchor.published, meaning.number("deictic") or 0) if anchor.published else None
    return _day(found, meaning)


def _daypart(meaning: Meaning, anchor: Anchor) -> Resolved:
    return _day(plus(anchor.published, meaning.number("rel") or 0) if anchor.published else None, meaning)


def _overnight(meaning: Meaning, anchor: Anchor) -> Resolved:
    """The night before publication, or the one after the day named in the sentence; it touches two days, both are given."""
    weekday = meaning.number("weekday")
    if weekday is not None and anchor.published:
        named = _on_weekday(anchor.published, weekday, anchor.ahead, False)
        before, after = (plus(named, -1), plus(named, 0 if meaning.has("into") else 1)) if named else (None, None)
        return resolved((before, after) if before and after else None, TimePrecision.DAY, f"{named}TNI", "TIME")
    if anchor.ahead or anchor.tense is Tense.PRESENT:
        return resolved(None, TimePrecision.DAY, "XXXX-XX-XXTNI", "TIME")
    start = anchor.here[0] if anchor.here else plus(anchor.published, -1) if anchor.published else None
    end = plus(start, 1) if start else None
    if not start or not end:
        return resolved(None, TimePrecision.DAY, "XXXX-XX-XXTNI", "TIME")
    return resolved((start, end), TimePrecision.DAY, f"{start if anchor.here else end}TNI", "TIME")


def _clock_alone(meaning: Meaning, anchor: Anchor) -> Resolved:
    """An hour without a day gives no day."""
    return Resolved(
        None,
        None,
        None,
        with_time_of_day(Resolved(None, None, TimePrecision.DAY, f"{anchor.published or 'XXXX-XX-XX'}"), meaning).value,
        "TIME",
    )


def _relative(meaning: Meaning, anchor: Anchor) -> Resolved:
    unit, shift = meaning.code("unit") or "", meaning.number("rel")
    if shift is None:
        shift = 1 if meaning.has("coming") else -1 if meaning.has("gone") else 0
    if meaning.has("season", "month"):
        return nearest_named(meaning, anchor, shift)
    if not anchor.published or unit in SHORT:
        return resolved(None, PRECISION.get(unit), f"XXXX-{unit}")
    if unit == "W" and shift == 0:
        interval = _this_week(anchor.published, anchor)
    elif unit == "WE":
        interval = _weekend_near(anchor.published, shift, anchor.ahead)
    else:
        interval = unit_of(unit, anchor.published, shift)
    whole = unit_of(unit, anchor.published) if unit == "W" and shift == 0 and anchor.past else interval
    value = grain_value(unit, whole) if whole else "XXXX"
    interval, precision = in_part(interval, meaning, unit, anchor.published)
    return resolved(interval, precision, value)


def _this_week(now: date, anchor: Anchor) -> Interval | None:
    """The week of publication. On a Monday what is past happened in the days before; on a Sunday what is to come is of the days after."""
    if now.weekday() == 0 and anchor.past:
        last = week_of(now, -1)
        return (last[0], now) if last else None
    return week_of(now, 1 if now.weekday() == 6 and anchor.ahead else 0)


def nearest_named(meaning: Meaning, anchor: Anchor, shift: int) -> Resolved:
    """ "This past spring", "this coming May": the latest one over, the first one to begin."""
    now = anchor.published
    if not now:
        return as_named(None, meaning)
    spans = named_in(range(now.year - 2, now.year + 3), meaning)
    found = (
        next((s for s in spans if s[0] > now), None)
        if shift > 0
        else next((s for s in reversed(spans) if s[1] <= now or s[0] <= now), None)
    )
    return as_named(found, meaning)


def named_in(years: Iterable[int], meaning: Meaning) -> list[Interval]:
    """The season or month that the words name, once for each of the years that the calendar has it in, in their order."""
    season, month = meaning.code("season"), meaning.number("month") or 1
    return [s for year in years if (s := season_of(year, season) if season else month_of(year, month))]


def as_named(found: Interval | None, meaning: Meaning) -> Resolved:
    """The season or month with its value in TimeML ("2024-SU", "2024-05"); "XXXX" where nothing tells which one is meant."""
    season = meaning.code("season")
    value = (f"{found[0].year:04}-{season}" if season else f"{found[0]:%Y-%m}") if found else "XXXX"
    return resolved(found, TimePrecision.SEASON if season else TimePrecision.MONTH, value)


def _weekend_near(now: date, shift: int, ahead: bool) -> Interval | None:
    """ "Last weekend" is the last one over; "this weekend" the latest begun, or the coming one where the clause looks ahead."""
    this = weekend_of(now)
    if shift < 0:
        return weekend_of(now, -1) if not this or this[1] >= now else this
    if shift > 0 or ahead:
        return weekend_of(now, shift)
    return this if this and this[0] <= now else weekend_of(now, -1)


def _weekend(meaning: Meaning, anchor: Anchor) -> Resolved:
    interval = _weekend_near(anchor.published, 0, anchor.ahead) if anchor.published else None
    return resolved(interval, TimePrecision.WEEK, grain_value("WE", interval) if interval else "XXXX-WXX-WE")


def _ago(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "Three months ago" is a calendar month, "two years ago" a year: the grain of the unit, never a day that is not given."""
    unit, count = meaning.code("unit") or "", meaning.number("count")
    sign = 1 if meaning.has("from_now") else -1
    round_figure = unit == "Y" and count is not None and count >= 100
    if count is None or not anchor.published or unit in SHORT or meaning.get("count") == 0.5 or round_figure:
        return resolved(None, PRECISION.get(unit), "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in ("E", "C", "L"):
        around = _around(anchor.published, sign * count, unit)
        middle = moved(anchor.published, sign * count, unit)
        return replace(around, start=None, end=middle) if meaning.number("about") == MORE and sign < 0 else around
    if unit == "Y" and count == 1 and sign < 0 and (quarter := quarter_years_on(anchor, -1)):
        return quarter
    interval = unit_of("W" if unit == "FN" else unit, anchor.published, sign * count * (2 if unit == "FN" else 1))
    value = grain_value(unit, interval) if interval else "PAST_REF"
    about = meaning.number("about")
    if interval and about == MORE and sign < 0:
        return Resolved(None, interval[1], PRECISION.get(unit), value)
    if interval and about == LESS and sign < 0:
        return Resolved(interval[0], anchor.published, PRECISION.get(unit), value)
    if interval and unit == "D" and about:
        return resolved((interval[0] - timedelta(days=2), interval[1] + timedelta(days=2)), TimePrecision.WEEK, value)
    return resolved(interval, PRECISION.get(unit), value)


def _ago_today(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "Three years ago today": that very day."""
    count, day_of = meaning.number("count"), _deictic(meaning, anchor).start
    return _day(moved(day_of, -count, meaning.code("unit") or "") if day_of and count else None, Meaning("date", ()))


def _ago_weekday(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "Two weeks ago on Monday": the Monday of that week; of any longer unit the day is not given."""
    count = meaning.number("count")
    weeks = meaning.code("unit") == "W" and count is not None and anchor.published is not None
    week = week_of(anchor.published, -count) if weeks and anchor.published and count else None
    return _day(plus(week[0], meaning.number("weekday") or 0) if week else None, Meaning("date", ()))


def _around(now: date, count: int, unit: str) -> Resolved:
    """ "Two decades ago": the ten years around the middle, not the calendar's decade."""
    size = {"E": 10, "C": 100, "L": 1000}[unit]
    middle = moved(now, count, unit)
    whole = (moved(middle, -size // 2, "Y"), moved(middle, size // 2, "Y")) if middle else (None, None)
    interval = (whole[0], whole[1]) if whole[0] and whole[1] else None
    return resolved(
        interval, PRECISION[unit], f"{middle.year:04}"[: {"E": 3, "C": 2, "L": 1}[unit]] if middle else "XXX"
    )


def _present(meaning: Meaning, anchor: Anchor) -> Resolved:
    return resolved(one(anchor.published), TimePrecision.PRESENT, "PRESENT_REF")
