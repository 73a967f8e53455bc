"""Reads a date with its time of day and zone, in the forms that pages, wires and metadata write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
ZONES = {"z": 0, "utc": 0, "gmt": 0, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "kst": 540, "jst": 540} | {
    "est": -300, "edt": -240, "pst": -480, "pdt": -420
}  # fmt: skip
"""Short names of zones that news pages print, in minutes east of Greenwich. Those that mean several zones are left out."""
FIRST, LAST = 1900, 2199
"""Years that a publication date may have."""

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_NUMBERS = r"(?P<year>\d{4})(?P<sep>[-/.]?)(?P<month>\d{2})(?P=sep)(?P<day>\d{2})"
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>[+-]\d{2}:?\d{2}|[a-z]{1,4}\b)?",
    re.IGNORECASE,
)
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_NUMBERS}(?!\d)",
        rf"(?<!\d){_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}(?!\d)",
        rf"(?<![a-z]){_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark){_YEAR}(?!\d)",
    )
)
"""A date in figures, "1 February 2025", "February 1, 2025", and "13/02/2025", with strokes only where it can be but one day."""


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written, and with its time of day and zone in ISO 8601 (`moment`) where they are given; `words` as found."""

    day: date
    moment: str | None
    words: str

    @property
    def instant(self) -> datetime | None:
        """The moment, where the zone is given too."""
        found = datetime.fromisoformat(self.moment) if self.moment else None
        return found if found and found.tzinfo else None


def written(text: str) -> Written | None:
    """The first date in a short text ("Sat, 01 Feb 2025 08:30:00 GMT"); None where there is none that is a real day."""
    found = [w for form in FORMS for match in form.finditer(text[:400]) if (w := _read(match, text))]
    return min(found, key=lambda w: text.index(w.words), default=None)


def _read(match: re.Match[str], text: str) -> Written | None:
    day = _day(match)
    if day is None or not FIRST <= day.year <= LAST:
        return None
    clock = _CLOCK.match(text, match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(" ,T|·-–at")))
    moment = _moment(day, clock) if clock else None
    return Written(day, moment, text[match.start() : clock.end() if clock and moment else match.end()].strip())


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    try:
        if "first" in parts:
            return _either(int(parts["first"]), int(parts["second"]), int(parts["year"]), parts["mark"] == ".")
        month = parts["month"].lower()
        return date(int(parts["year"]), MONTHS.get(month) or int(month), int(parts["day"]))
    except ValueError:
        return None


def _either(first: int, second: int, year: int, dotted: bool) -> date | None:
    """The day of "13/02/2025"; None where both orders are days. With points the day is first wherever it is written so."""
    if first <= 12 and second <= 12 and first != second and not dotted:
        return None
    return date(year, second, first) if second <= 12 or dotted else date(year, first, second)


def _moment(day: date, clock: re.Match[str]) -> str | None:
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    try:
        at = time(hour, int(clock["minute"]), int(clock["second"] or 0))
        return datetime.combine(day, at, _zone(clock["zone"])).isoformat()
    except ValueError:
        return None


def _zone(words: str | None) -> timezone | None:
    if not words:
        return None
    if words[0] in "+-":
        minutes = int(words[1:3]) * 60 + int(words[-2:])
        return timezone(timedelta(minutes=-minutes if words[0] == "-" else minutes))
    minutes_east = ZONES.get(words.lower())
    return None if minutes_east is None else timezone(timedelta(minutes=minutes_east))
