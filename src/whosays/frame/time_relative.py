"""Dates against another day: the publication day ("last week", "on Sunday"), or the date last named in the text ("three days later")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from whosays.frame.calendar import Interval, month_of, moved, part_of, plus, season_of, unit_of, week_of, weekend_of
from whosays.frame.time_absolute import with_time_of_day
from whosays.frame.time_anchor import PRECISION, Anchor, Resolved, Resolver, grain_value, resolved
from whosays.frame.time_grammar import Meaning
from whosays.model import TimePrecision

_MORE, _LESS = 2, 3
_SHORT = ("S", "MIN", "H")


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
        "bare-unit": _bare_unit,
        "the-unit": _the_unit,
        "next-unit": _next_unit,
        "weekend": _weekend,
        "ago": _ago,
        "ago-today": _ago_today,
        "ago-weekday": _ago_weekday,
        "later": _later,
        "other-day": _other_day,
        "day-before": _day_before,
        "stretch": _stretch,
        "duration": _duration,
        "set": _set,
        "present": _present,
        "past": lambda meaning, anchor: resolved(None, None, "PAST_REF"),
        "future": lambda meaning, anchor: resolved(None, None, "FUTURE_REF"),
    }


def _one(found: date | None) -> Interval | None:
    return (found, found) if found else None


def _day(found: date | None, meaning: Meaning, unknown: str = "XXXX-XX-XX") -> Resolved:
    return with_time_of_day(resolved(_one(found), TimePrecision.DAY, found.isoformat() if found else unknown), meaning)


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
    week = week_of(anchor.published, meaning.number("rel") or 0) if anchor.published else None
    return _day(plus(week[0], meaning.number("weekday") or 0) if week else None, meaning)


def _deictic(meaning: Meaning, anchor: Anchor) -> Resolved:
    found = plus(anchor.published, meaning.number("deictic") or 0) if anchor.published else None
    return _day(found, meaning)


def _daypart(meaning: Meaning, anchor: Anchor) -> Resolved:
    return _day(plus(anchor.published, meaning.number("rel") or 0) if anchor.published else None, meaning)


def _overnight(meaning: Meaning, anchor: Anchor) -> Resolved:
    """The night before publication, or the one after the day named in the sentence; it touches two days, both are given."""
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


def _in_part(
    interval: Interval | None, meaning: Meaning, unit: str, now: date
) -> tuple[Interval | None, TimePrecision | None]:
    """ "Earlier this month" runs to publication, "later this month" from it; "early", "mid" and "late" are parts."""
    precision = PRECISION.get(unit)
    part = {"M": TimePrecision.PART_OF_MONTH, "Y": TimePrecision.PART_OF_YEAR, "Q": TimePrecision.PART_OF_YEAR}.get(
        unit, precision
    )
    since = meaning.code("since_part")
    name = meaning.code("edge") or meaning.code("part")
    if interval and since in ("START", "SOFAR") and interval[0] <= now <= interval[1]:
        return (interval[0], now), part
    if interval and since == "END" and interval[0] <= now < interval[1]:
        return (now + timedelta(days=1), interval[1]), part
    if since in ("START", "END"):
        name = since
    if interval and name:
        return part_of(interval, name), part
    return interval, precision


def _relative(meaning: Meaning, anchor: Anchor) -> Resolved:
    unit, shift = meaning.code("unit") or "", meaning.number("rel")
    if shift is None:
        shift = 1 if meaning.has("coming") else -1 if meaning.has("gone") else 0
    if meaning.has("season", "month"):
        return _nearest_past_or_coming(meaning, anchor, shift)
    if not anchor.published or unit in _SHORT:
        return resolved(None, PRECISION.get(unit), f"XXXX-{unit}")
    if unit == "W" and shift == 0:
        interval = _this_week(anchor.published, anchor)
    elif unit == "WE":
        interval = _weekend_near(anchor.published, shift, anchor.ahead)
    else:
        interval = unit_of(unit, anchor.published, shift)
    value = grain_value(unit, interval) if interval else "XXXX"
    interval, precision = _in_part(interval, meaning, unit, anchor.published)
    return resolved(interval, precision, value)


def _this_week(now: date, anchor: Anchor) -> Interval | None:
    """The week of publication. On a Monday what is past happened in the days before; on a Sunday what is to come is of the days after."""
    if now.weekday() == 0 and anchor.past:
        last = week_of(now, -1)
        return (last[0], now) if last else None
    return week_of(now, 1 if now.weekday() == 6 and anchor.ahead else 0)


def _nearest_past_or_coming(meaning: Meaning, anchor: Anchor, shift: int) -> Resolved:
    """ "This past spring", "this coming May": the latest one over, the first one to begin."""
    season, now = meaning.code("season"), anchor.published
    precision = TimePrecision.SEASON if season else TimePrecision.MONTH
    if not now:
        return resolved(None, precision, "XXXX")
    years = range(now.year - 2, now.year + 3)
    spans = [s for y in years if (s := season_of(y, season) if season else month_of(y, meaning.number("month") or 1))]
    found = (
        next((s for s in spans if s[0] > now), None)
        if shift > 0
        else next((s for s in reversed(spans) if s[1] <= now or s[0] <= now), None)
    )
    value = (f"{found[0].year:04}-{season}" if season else f"{found[0]:%Y-%m}") if found else "XXXX"
    return resolved(found, precision, value)


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


def _bare_unit(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The end of the month": the month last named in the text if the clause tells of the past, else that of publication."""
    unit = meaning.code("unit") or {"year": "Y", "month": "M", "week": "W"}.get(meaning.code("literal") or "", "Y")
    base = anchor.previous[0] if anchor.previous and not anchor.ahead else anchor.published
    if not base or unit in _SHORT:
        return resolved(None, PRECISION.get(unit), "XXXX")
    interval = unit_of(unit, base)
    value = grain_value(unit, interval) if interval else "XXXX"
    interval, precision = _in_part(interval, meaning, unit, base)
    return resolved(interval, precision, value)


def _the_unit(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The quarter", "the week": the one just named, if the text named one; else only its length is known."""
    unit, code = meaning.code("unit") or "", meaning.code("latest")
    if code and anchor.published and not meaning.has("fiscal"):
        interval = unit_of(unit, anchor.published, -1)
    else:
        interval = next((i for i in reversed(anchor.named) if unit_of(unit, i[0]) == i), None)
    if not interval or meaning.has("ended"):
        return resolved(None, PRECISION.get(unit), f"P1{unit}", "DURATION")
    return resolved(interval, PRECISION.get(unit), grain_value(unit, interval))


def _next_unit(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The next month": of what was told, the one after; of what is to come, the time from publication on."""
    if anchor.unsure:
        return resolved(None, PRECISION.get(meaning.code("unit") or ""), "XXXX")
    if anchor.ahead:
        if meaning.has("season"):
            return _nearest_past_or_coming(meaning, anchor, 1)
        return _stretch(meaning.with_fields(ahead=1, count=1), anchor)
    return _other_day(meaning.with_fields(other=1), anchor)


def _ago(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "Three months ago" is a calendar month, "two years ago" a year: the grain of the unit, never a day that is not given."""
    unit, count = meaning.code("unit") or "", meaning.number("count")
    sign = 1 if meaning.has("from_now") else -1
    round_figure = unit == "Y" and count is not None and count >= 100
    if count is None or not anchor.published or unit in _SHORT or meaning.get("count") == 0.5 or round_figure:
        return resolved(None, PRECISION.get(unit), "PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in ("E", "C", "L"):
        around = _around(anchor.published, sign * count, unit)
        middle = moved(anchor.published, sign * count, unit)
        return replace(around, start=None, end=middle) if meaning.number("about") == _MORE and sign < 0 else around
    interval = unit_of("W" if unit == "FN" else unit, anchor.published, sign * count * (2 if unit == "FN" else 1))
    value = grain_value(unit, interval) if interval else "PAST_REF"
    about = meaning.number("about")
    if interval and about == _MORE and sign < 0:
        return Resolved(None, interval[1], PRECISION.get(unit), value)
    if interval and about == _LESS and sign < 0:
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


def _grain(interval: Interval) -> int:
    """How coarse an interval is, in days."""
    return (interval[1] - interval[0]).days + 1


def _later(meaning: Meaning, anchor: Anchor) -> Resolved:
    """So long after the date last named. The outcome is as coarse as the coarser of that date and the unit."""
    unit, count = meaning.code("unit") or "", meaning.number("count")
    sign = -1 if meaning.has("before") else 1
    previous = anchor.previous
    vague = meaning.get("count") == 0.5 or meaning.number("about") in (_MORE, _LESS)
    if count is None or previous is None or vague or unit in _SHORT:
        return resolved(None, PRECISION.get(unit), _length(meaning.get("count") or "X", unit), "DURATION")
    if unit in ("D", "W", "FN", "N", "WE"):
        return _days_later(previous, sign * count, unit, meaning.has("about"))
    whole = {"M": 31, "Q": 92, "Y": 366}.get(unit, 3660)
    shifted = moved(previous[0], sign * count, unit)
    if not shifted or _grain(previous) > whole:
        return resolved(None, PRECISION.get(unit), "XXXX")
    interval = unit_of(unit, shifted)
    return resolved(interval, PRECISION.get(unit), grain_value(unit, interval) if interval else "XXXX")


def _days_later(previous: Interval, count: int, unit: str, about: bool) -> Resolved:
    days = count * {"W": 7, "WE": 7, "FN": 14}.get(unit, 1)
    start, end = plus(previous[0], days), plus(previous[1], days)
    if not start or not end or _grain(previous) > 7:
        return resolved(None, PRECISION[unit], "XXXX")
    if about and unit != "D":
        return resolved(
            (start - timedelta(days=3), end + timedelta(days=3)), TimePrecision.WEEK, grain_value("W", (start, end))
        )
    return resolved((start, end), TimePrecision.DAY if start == end else TimePrecision.WEEK, start.isoformat())


def _other_day(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The following day", "that month": the unit of the date last named, or the one before or after."""
    shift = 1 if meaning.has("next") else meaning.number("other") or 0
    unit = meaning.code("unit") or ("D" if meaning.has("daypart") else "")
    if unit in ("MO", "AF", "EV", "NI"):
        meaning, unit = meaning.with_fields(daypart=unit), "D"
    if anchor.previous and meaning.has("season", "month"):
        return _other_named(meaning, anchor.previous, shift)
    previous = anchor.last({"D": 1, "N": 1, "W": 7, "WE": 7, "M": 31, "Q": 92, "Y": 366}.get(unit, 0))
    if not previous:
        return resolved(None, PRECISION.get(unit), "XXXX")
    interval = unit_of(unit, previous[0], shift)
    value = grain_value(unit, interval) if interval else "XXXX"
    interval, precision = _in_part(interval, meaning, unit, previous[0])
    return with_time_of_day(resolved(interval, precision, value), meaning)


def _other_named(meaning: Meaning, previous: Interval, shift: int) -> Resolved:
    season, year = meaning.code("season"), previous[0].year
    spans = [
        s
        for y in (year - 1, year, year + 1)
        if (s := season_of(y, season) if season else month_of(y, meaning.number("month") or 1))
    ]
    found = (
        next((s for s in spans if s[0] > previous[1]), None)
        if shift > 0
        else next((s for s in reversed(spans) if s[1] < previous[0]), None)
        if shift < 0
        else spans[1]
    )
    value = (f"{found[0].year:04}-{season}" if season else f"{found[0]:%Y-%m}") if found else "XXXX"
    return resolved(found, TimePrecision.SEASON if season else TimePrecision.MONTH, value)


def _day_before(meaning: Meaning, anchor: Anchor) -> Resolved:
    shift = Meaning("other-day", (*meaning.fields, ("other", -1 if meaning.has("before") else 1)))
    return _other_day(shift, anchor)


def _stretch(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The past two weeks": up to publication; "the next two years": from it. A vague number leaves the far side open."""
    unit = meaning.code("unit") or ""
    count = meaning.number("count") if meaning.has("count") else (1 if meaning.has("past") else None)
    value = _length(meaning.get("count") if meaning.has("count") else (1 if count else "X"), unit)
    gone = meaning.has("gone", "past")
    named = meaning.number("gone") == -2
    edge = (anchor.previous[0 if gone else 1] if anchor.previous else None) if named else anchor.published
    if not gone and anchor.past:
        edge = None
    if not edge or unit in ("S", "MIN"):
        return resolved(None, PRECISION.get(unit), value, "DURATION")
    far = _far(edge, -(count or 0) if gone else meaning.number("count_to") or count or 0, unit) if count else None
    start, end = (far, edge) if gone else (edge, far)
    return Resolved(start, end, PRECISION.get(unit), value, "DURATION")


def _far(edge: date, count: int, unit: str) -> date | None:
    """The other end of a stretch; hours count as the days they touch."""
    return plus(edge, count // 24 if count < 0 else -(-count // 24)) if unit == "H" else moved(edge, count, unit)


def _length(count: object, unit: str) -> str:
    """ISO 8601's duration: P2W, PT30M, P1Y6M, PXD."""
    if unit in ("WI", "SU", "SP", "FA"):
        return f"P{count}{unit}"
    if unit == "E" and isinstance(count, int) and count > 1:
        return f"P{10 * count}Y"
    letter = {"MIN": "M", "N": "D", "WE": "WE", "FN": "W", "E": "E", "C": "C", "L": "L"}.get(unit, unit)
    if isinstance(count, int | float) and unit == "FN":
        count = 2 * count
    return f"P{'T' if unit in _SHORT else ''}{count}{letter}"


def _duration(meaning: Meaning, anchor: Anchor) -> Resolved:
    """A length of time, at no date."""
    unit, count = meaning.code("unit") or "", meaning.get("count")
    return resolved(None, PRECISION.get(unit), _length(count or 1, unit), "DURATION")


def _set(meaning: Meaning, anchor: Anchor) -> Resolved:
    """Something that recurs: at no one date."""
    if meaning.has("weekday"):
        part = meaning.code("daypart")
        return resolved(
            None, None, f"XXXX-WXX-{(meaning.number('weekday') or 0) + 1}" + (f"T{part}" if part else ""), "SET"
        )
    if meaning.has("month"):
        return resolved(None, None, f"XXXX-{meaning.number('month'):02}", "SET")
    if meaning.has("season"):
        return resolved(None, None, f"XXXX-{meaning.code('season')}", "SET")
    named = meaning.code("sole_set")
    return resolved(None, None, named or _length(meaning.get("count") or 1, meaning.code("unit") or "D"), "SET")


def _present(meaning: Meaning, anchor: Anchor) -> Resolved:
    return resolved(_one(anchor.published), TimePrecision.PRESENT, "PRESENT_REF")
