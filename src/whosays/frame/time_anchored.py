"""Dates against the one last named in the text: "three days later", "that month", "the end of the year"."""

from __future__ import annotations

from datetime import timedelta

from whosays.frame.calendar import Interval, moved, plus, unit_of
from whosays.frame.time_absolute import with_time_of_day
from whosays.frame.time_anchor import (
    LESS,
    MORE,
    PRECISION,
    SHORT,
    Anchor,
    Resolved,
    Resolver,
    grain,
    grain_value,
    in_part,
    length,
    quarter_years_on,
    resolved,
)
from whosays.frame.time_grammar import Meaning
from whosays.frame.time_lengths import stretch
from whosays.frame.time_relative import as_named, named_in, nearest_named
from whosays.model import TimePrecision


def anchored() -> dict[str, Resolver]:
    """How each kind of expression that leans on another date is resolved."""
    return {
        "bare-unit": _bare_unit,
        "the-unit": _the_unit,
        "next-unit": _next_unit,
        "later": _later,
        "other-day": _other_day,
        "day-before": _day_before,
    }


def _bare_unit(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The end of the month": the month last named in the text if the clause tells of the past, else that of publication."""
    unit = meaning.code("unit") or {"year": "Y", "month": "M", "week": "W"}.get(meaning.code("literal") or "", "Y")
    base = anchor.previous[0] if anchor.previous and not anchor.ahead else anchor.published
    base = (anchor.here or (None,))[0] if unit == "D" else base
    if not base or unit in SHORT:
        return resolved(None, PRECISION.get(unit), "XXXX")
    interval = unit_of(unit, base)
    value = grain_value(unit, interval) if interval else "XXXX"
    interval, precision = in_part(interval, meaning, unit, base)
    return resolved(interval, precision, value)


def _the_unit(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The quarter", "the week": the one just named, if the text named one; else only its length is known."""
    unit, code = meaning.code("unit") or "", meaning.code("latest")
    if code and anchor.published and not meaning.has("fiscal"):
        interval = unit_of(unit, anchor.published, -1)
    else:
        interval = next((i for i in reversed(anchor.named) if unit_of(unit, i[0]) == i), None)
    over = unit_of("Q", anchor.published, -1) if unit == "Q" and anchor.published else None
    if over and not interval and not meaning.has("ended", "fiscal"):
        return resolved(None, PRECISION["Q"], grain_value("Q", over))
    if not interval or meaning.has("ended"):
        return resolved(None, PRECISION.get(unit), f"P1{unit}", "DURATION")
    return resolved(interval, PRECISION.get(unit), grain_value(unit, interval))


def _next_unit(meaning: Meaning, anchor: Anchor) -> Resolved:
    """ "The next month": of what was told, the one after; of what is to come, the time from publication on."""
    if anchor.unsure:
        return resolved(None, PRECISION.get(meaning.code("unit") or ""), "XXXX")
    if anchor.ahead:
        if meaning.has("season"):
            return nearest_named(meaning, anchor, 1)
        return stretch(meaning.with_fields(ahead=1, count=1), anchor)
    return _other_day(meaning.with_fields(other=1), anchor)


def _later(meaning: Meaning, anchor: Anchor) -> Resolved:
    """So long after the date last named. The outcome is as coarse as the coarser of that date and the unit."""
    unit, count = meaning.code("unit") or "", meaning.number("count")
    sign = -1 if meaning.has("before") else 1
    previous = anchor.previous
    vague = meaning.get("count") == 0.5 or meaning.number("about") in (MORE, LESS)
    if count is None or previous is None or vague or unit in SHORT:
        return resolved(None, PRECISION.get(unit), length(meaning.get("count") or "X", unit), "DURATION")
    if meaning.has("within"):
        return _within(previous, int(count), unit)
    if unit in ("D", "W", "FN", "N", "WE"):
        return _days_later(previous, sign * count, unit, meaning.has("about"))
    if unit == "Y" and (quarter := quarter_years_on(anchor, sign * count)):
        return quarter
    whole = {"M": 31, "Q": 92, "Y": 366}.get(unit, 3660)
    shifted = moved(previous[0], sign * count, unit)
    if not shifted or grain(previous) > whole:
        return resolved(None, PRECISION.get(unit), "XXXX")
    interval = unit_of(unit, shifted)
    if anchor.published and shifted > anchor.published and not anchor.ahead:
        return resolved(None, PRECISION.get(unit), "XXXX")
    return resolved(interval, PRECISION.get(unit), grain_value(unit, interval) if interval else "XXXX")


def _within(previous: Interval, count: int, unit: str) -> Resolved:
    """ "Within two years before": from so long before the date last named up to it."""
    earliest = moved(previous[0], -count, unit)
    interval = (earliest, previous[1]) if earliest else None
    return resolved(interval, PRECISION.get(unit), length(count, unit), "DURATION")


def _days_later(previous: Interval, count: int, unit: str, about: bool) -> Resolved:
    days = count * {"W": 7, "WE": 7, "FN": 14}.get(unit, 1)
    start, end = plus(previous[0], days), plus(previous[1], days)
    if not start or not end or grain(previous) > 7:
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
    interval, precision = in_part(interval, meaning, unit, previous[0])
    return with_time_of_day(resolved(interval, precision, value), meaning)


def _other_named(meaning: Meaning, previous: Interval, shift: int) -> Resolved:
    """The season or month named, of the year of the date last named, or the next or the last one to it."""
    year = previous[0].year
    spans = named_in((year - 1, year, year + 1), meaning)
    found = (
        next((s for s in spans if s[0] > previous[1]), None)
        if shift > 0
        else next((s for s in reversed(spans) if s[1] < previous[0]), None)
        if shift < 0
        else spans[1]
    )
    return as_named(found, meaning)


def _day_before(meaning: Meaning, anchor: Anchor) -> Resolved:
    shift = Meaning("other-day", (*meaning.fields, ("other", -1 if meaning.has("before") else 1)))
    return _other_day(shift, anchor)
