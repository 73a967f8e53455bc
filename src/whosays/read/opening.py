"""How a text opens: the dateline of a wire report, and lines that hold nothing but a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whosays.model import Dated, Dateline, Span
from whosays.read.published import Dating
from whosays.read.written import MONTHS, written

LONGEST_DATE = 80
"""Characters of a line that is a date and no more."""
LONGEST_LINE = 300
"""Characters of a line that are looked at."""
FIRST_LINES = 6
"""Lines in which a text may still be opening: title, byline, date, dateline."""

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_TOWN = r"[^\W\d_a-z][^\W\d_]*(?:[ .'’-]{1,2}[^\W\d_a-z][^\W\d_]*){0,3}"
_LAND = r"(?:[A-Z][\w.'’-]*)(?:\s+(?:of\s+)?[A-Z][\w.'’-]*){0,3}"
_AGENCY = r"[^()/\n]{2,40}"
_DASH = r"(?:\s*(?:--+|[–—])\s*|\s+-\s+)"
_WIRE = re.compile(
    rf"(?P<place>{_TOWN}(?:/{_TOWN})*)(?:,\s+(?!(?i:{_DAY}))(?P<land>{_LAND}))?(?:,?\s+(?P<day>(?i:{_DAY})))?"
    rf"(?:\s*\((?P<agency>{_AGENCY})\)\.?\s*(?:--+|[-–—])\s*|\.?\s*/(?P<slashed>{_AGENCY})/\.?(?:{_DASH}|\s*)|{_DASH})(?=\S)"
)
_AGENCY_ALONE = re.compile(rf"\((?P<agency>{_AGENCY})\)\s*(?:--+|[-–—])\s*(?=\S)")
_UPPER = re.compile(r"[^a-z]*")
_NO_PLACE = frozenset(
    {
        *("ADVISORY", "ALERT", "ANALYSIS", "BREAKING", "COLUMN", "COMMENT", "CORRECTED", "CORRECTION", "DEVELOPING"),
        *("EXCLUSIVE", "EXPLAINER", "FACTBOX", "FLASH", "INTERVIEW", "JUST IN", "LIVE", "NEWS", "NOTE", "OPINION"),
        *(
            "PHOTOS",
            "PRESS RELEASE",
            "REPORT",
            "STATEMENT",
            "TIMELINE",
            "UPDATE",
            "UPDATED",
            "URGENT",
            "VIDEO",
            "WATCH",
        ),
        *("ASEAN", "BRICS", "CENTCOM", "AFRICOM", "ECOWAS", "IAEA", "ICRC", "ISIL", "ISIS", "NATO", "OPEC", "OSCE"),
        *("UNESCO", "UNHCR", "UNICEF", "UNRWA", "USAID"),
    }
)
"""What stands in capitals before a dash and is no place."""
_DATE_WORDS = re.compile(
    r"(?:published|posted|updated|issued|released|date|on|at|the|of|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day|"
    r"local|time|[ap]m|utc|gmt|[a-z]{3,4}t|\W|\d)*+",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[|·•]\s*(?:published|posted|updated|on|:|\s)*\Z", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated?|modified|edited|revised)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """The dateline, if there is one, and the dates in full that the opening gives."""

    dateline: Dateline | None
    dates: tuple[Dating, ...]


def opening(text: str) -> Opening:
    """What the first lines of a text say of themselves. A dateline without a year gives no date."""
    lines = tuple(_lines(text))
    dateline = next((d for line in lines if (d := _dateline(text, line))), None)
    dates = [Dating(Dated.DATELINE, at) for d in (dateline,) if d and d.day and (at := written(d.day.of(text)))]
    return Opening(dateline, (*dates, *(day for line in lines if (day := _alone(line.of(text))))))


def _lines(text: str) -> Iterator[Span]:
    for n, line in enumerate(re.finditer(r"[^\s][^\n]*", text)):
        if n == FIRST_LINES:
            return
        yield Span(line.start(), min(line.end(), line.start() + LONGEST_LINE))


def _dateline(text: str, line: Span) -> Dateline | None:
    bare = _AGENCY_ALONE.match(text, line.start, line.end)
    if bare:
        return Dateline(Span(*bare.span()), None, None, Span(*bare.span("agency")))
    found = _WIRE.match(text, line.start, line.end)
    if not found or not _is_place(found):
        return None
    place = Span(found.start("place"), found.end("land") if found["land"] else found.end("place"))
    agency = next((Span(*found.span(name)) for name in ("agency", "slashed") if found[name]), None)
    return Dateline(Span(*found.span()), place, Span(*found.span("day")) if found["day"] else None, agency)


def _is_place(found: re.Match[str]) -> bool:
    """Capitals of four letters or more, or, where a day or an agency's initials follow, any name."""
    place = found["place"]
    if place.upper() in _NO_PLACE:
        return False
    if found["day"] or found["slashed"] or (found["agency"] and found["agency"].isupper()):
        return True
    return bool(_UPPER.fullmatch(place)) and sum(map(str.isalpha, place)) >= 4


def _alone(line: str) -> Dating | None:
    """The date of a line that holds nothing else, or parts it from a name by a mark: "The Wire | 1 February 2025"."""
    found = written(line) if len(line) <= LONGEST_DATE else None
    if not found:
        return None
    before, _, after = line.partition(found.words)
    if not _DATE_WORDS.fullmatch(after) or not (_DATE_WORDS.fullmatch(before) or _PARTED.search(before)):
        return None
    return Dating(Dated.TEXT, found, modified=bool(_CHANGED.search(before)))
