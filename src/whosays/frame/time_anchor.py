"""What an expression is read against, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from whosays.frame.calendar import Interval, day, months_of, part_of
from whosays.frame.time_grammar import Meaning
from whosays.model import TimePrecision


class Tense(StrEnum):
    """The tense of the clause that the expression stands in; OPEN where it hangs on a noun or an infinitive,
    PROSPECT where it looked ahead from a day in the past ("said that talks would resume on Monday").

    What is not FUTURE counts as past: news tells what happened.
    """

    PAST = "past"
    PERFECT = "perfect"
    FUTURE = "future"
    PROSPECT = "prospect"
    PRESENT = "present"
    OPEN = "open"


_HALF, _HALVES = 0.5, {"Y": "6M", "H": "30M", "MIN": "30S"}
_NEAR, _FAR = 100, 250
"""Days to an undated date ahead that is near, and from one behind that is far."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The document's date, the intervals named in the text before (the last one last), the tense around the
    expression, whether it leans ahead ("until March 6"), and the day
    named before in the sentence itself."""

    published: date | None
    named: tuple[Interval, ...] = ()
    tense: Tense = Tense.PAST
    leans: bool = False
    here: Interval | None = None

    @property
    def previous(self) -> Interval | None:
        """The interval last named."""
        return self.named[-1] if self.named else None

    def last(self, longest: int) -> Interval | None:
        """The last interval named of at most so many days."""
        return next((i for i in reversed(self.named) if (i[1] - i[0]).days < longest), None)

    @property
    def ahead(self) -> bool:
        return self.tense is Tense.FUTURE

    @property
    def past(self) -> bool:
        return self.tense in (Tense.PAST, Tense.PERFECT)

    @property
    def unsure(self) -> bool:
        """Whether the tense leaves the direction open. The perfect takes no date of its own: one near it is a noun's."""
        return self.tense in (Tense.OPEN, Tense.PRESENT, Tense.PERFECT)


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression's interval, its grain, and its TIMEX3 type and value. ``explicit``: the text itself gives the date."""

    start: date | None
    end: date | None
    precision: TimePrecision | None
    value: str
    type: str = "DATE"
    explicit: bool = False

    @property
    def interval(self) -> Interval | None:
        return (self.start, self.end) if self.start and self.end else None


Resolver = Callable[[Meaning, Anchor], Resolved]

MORE, LESS = 2, 3
"""How "more than" and "less than" are told apart from "about" in the lexicon."""

SHORT = ("S", "MIN", "H")
"""Units under a day."""

PRECISION = {
    "D": TimePrecision.DAY,
    "N": TimePrecision.DAY,
    "H": TimePrecision.DAY,
    "W": TimePrecision.WEEK,
    "WE": TimePrecision.WEEK,
    "FN": TimePrecision.WEEK,
    "M": TimePrecision.MONTH,
    "Q": TimePrecision.QUARTER,
    "Y": TimePrecision.YEAR,
    "E": TimePrecision.DECADE,
    "C": TimePrecision.OPEN,
    "L": TimePrecision.OPEN,
}
"""The grain of each unit of TIMEX3."""


def resolved(
    interval: Interval | None, precision: TimePrecision | None, value: str, type_: str = "DATE", explicit: bool = False
) -> Resolved:
    """The outcome with both ends of the interval, or none of them."""
    start, end = interval or (None, None)
    return Resolved(start, end, precision, value, type_, explicit)


def stated_year(meaning: Meaning, anchor: Anchor) -> int | None:
    """The year that the words give: "1999", "of last year", "that year" (the one last named)."""
    year = meaning.number("year")
    if year is not None:
        return year
    shift = meaning.number("year_rel")
    if shift is not None and anchor.published:
        return anchor.published.year + shift
    if meaning.has("year_that") and anchor.previous:
        return anchor.previous[0].year
    return None


def nearest_month(month: int, anchor: Anchor) -> int | None:
    """The year of an undated month: the latest one begun by the publication day, or the next one looking ahead."""
    if not anchor.published:
        return None
    year, now = anchor.published.year, anchor.published.month
    past, ahead = year - (month > now), year + (month < now)
    if anchor.ahead:
        return ahead
    months_back, months_on = (year - past) * 12 + now - month, (ahead - year) * 12 + month - now
    if anchor.leans:
        return ahead if months_on < months_back else past
    return ahead if anchor.unsure and months_on <= _NEAR // 30 and months_back > _FAR // 30 else past


def nearest_day(month: int, number: int, anchor: Anchor) -> date | None:
    """An undated day: the latest such on or before publication, or the next one where the clause looks ahead.

    Where the tense does not tell, one soon to come is taken before one that is most of a year ago.
    """
    if not anchor.published:
        return None
    year = anchor.published.year
    found = [d for y in range(year - 8, year + 9) if (d := day(y, month, number))]
    past = next((d for d in reversed(found) if d <= anchor.published), None)
    ahead = next((d for d in found if d >= anchor.published), None)
    if anchor.ahead or not past or not ahead:
        return ahead if anchor.ahead else past
    days_on, days_back = (ahead - anchor.published).days, (anchor.published - past).days
    if anchor.leans:
        return ahead if days_on < days_back else past
    return ahead if anchor.unsure and days_on <= _NEAR and days_back > _FAR else past


def grain_value(unit: str, interval: Interval) -> str:
    """The TIMEX3 value of a calendar unit that starts on the interval's first day."""
    first = interval[0]
    if unit in ("W", "WE", "FN"):
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    forms = {
        "M": f"{first:%Y-%m}",
        "Q": f"{first:%Y}-Q{(first.month + 2) // 3}",
        "Y": f"{first:%Y}",
        "E": f"{first:%Y}"[:3],
        "C": f"{first:%Y}"[:2],
        "L": f"{first:%Y}"[:1],
    }
    return forms.get(unit, f"{first:%Y-%m-%d}")


def part_named(meaning: Meaning) -> str | None:
    """START, MID or END where the words give a part."""
    return next(
        (p for name in ("edge", "part", "since_part") if (p := meaning.code(name)) in ("START", "MID", "END")), None
    )


def narrowed(
    interval: Interval | None, meaning: Meaning, whole: TimePrecision, part: TimePrecision
) -> tuple[Interval | None, TimePrecision]:
    """The early, middle or late part where the words give one."""
    name = part_named(meaning)
    return (part_of(interval, name) if interval and name else interval), part if name else whole


def one(found: date | None) -> Interval | None:
    """The day as an interval."""
    return (found, found) if found else None


def grain(interval: Interval) -> int:
    """How coarse an interval is, in days."""
    return (interval[1] - interval[0]).days + 1


def in_part(
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


def length(count: object, unit: str) -> str:
    """ISO 8601's duration: P2W, PT30M, P1Y6M, PXD."""
    if unit in ("WI", "SU", "SP", "FA"):
        return f"P{count}{unit}"
    if unit == "E" and isinstance(count, int) and count > 1:
        return f"P{10 * count}Y"
    letter = {"MIN": "M", "N": "D", "WE": "WE", "FN": "W", "E": "E", "C": "C", "L": "L"}.get(unit, unit)
    if isinstance(count, int | float) and unit == "FN":
        count = 2 * count
    time = "T" if unit in SHORT else ""
    if isinstance(count, float) and count % 1 == _HALF and unit in _HALVES:
        return f"P{time}{int(count)}{letter}{_HALVES[unit]}"
    return f"P{time}{count}{letter}"


def quarter_years_on(anchor: Anchor, years: int) -> Resolved | None:
    """ "The third quarter ... a year earlier": where a quarter was named just before, the same quarter of another year."""
    quarters = (i for i in reversed(anchor.named) if i[0].month % 3 == 1 and months_of(i[0].year, i[0].month, 3) == i)
    last = next(quarters, None)
    if not last:
        return None
    interval = months_of(last[0].year + years, last[0].month, 3)
    return resolved(interval, TimePrecision.QUARTER, grain_value("Q", interval)) if interval else None
