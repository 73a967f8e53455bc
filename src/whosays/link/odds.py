"""What was seen on comparing two things -> how likely they are one, with what each observation added.

Log-odds add up: a start, and for each observation its weight times its value. Each part is rounded before the sum is made, so that
what is shown is what was counted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

Parts = tuple[tuple[str, float], ...]


def odds(start: float, seen: Iterable[tuple[str, float]], weight: Callable[[str], float]) -> tuple[float, Parts]:
    """The probability, from 0 to 1 to four places, and the parts of its log-odds by name, the start first."""
    parts = (("start", start), *((name, round(weight(name) * value, 3)) for name, value in seen))
    total = math.fsum(value for _, value in parts)
    return round(1 / (1 + math.exp(-total)), 4), parts
