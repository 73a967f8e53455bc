"""Reads a date as users and tables write it."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)


def day(text: str) -> date | None:
    """The day of an ISO 8601 date or date with time ("2025-02-01", "2025-02-01T08:30:00Z"); None for anything else.

    A time of day and its zone are dropped, not converted: the day is the one that was written.
    """
    match = _ISO.fullmatch(text.strip())
    if not match:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None
