"""The words, grammar and named periods of time expressions: ``times.yaml`` in its typed form."""

from __future__ import annotations

from datetime import date

import msgspec

from whosays.lexicon.load import load

Value = int | float | str | None
"""What a word stands for: a number, or a code of TIMEX3 ("SU", "MO", "12-25")."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of expression. ``pattern`` is over word classes (capitals) and plain words; ``set`` fills fields by itself.

    ``examples`` are each read whole by this very rule; nothing is read in a text of ``not_``.
    """

    kind: str
    pattern: str
    examples: tuple[str, ...]
    set: dict[str, Value] = {}
    not_: tuple[str, ...] = msgspec.field(name="not", default=())


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A period of history that news calls by its name."""

    names: tuple[str, ...]
    start: date
    end: date


class Bounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words before an expression, by what they do to its interval (see `frame.time`)."""

    since: tuple[str, ...]
    within_range: tuple[str, ...]
    until: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    within: tuple[str, ...]


class Times(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """All that `frame.time` knows about words."""

    words: dict[str, dict[str, Value]]
    macros: dict[str, str]
    rules: tuple[Rule, ...]
    bounds: Bounds
    names: tuple[str, ...]
    naming: tuple[str, ...]
    attributive: tuple[str, ...]
    scheduled: tuple[str, ...]
    dated: tuple[str, ...]
    opening: tuple[str, ...]
    arranged: tuple[str, ...]
    deferring: tuple[str, ...]
    leaning: tuple[str, ...]
    leads: frozenset[str]
    periods: tuple[Period, ...]


def load_times() -> Times:
    """The lexicon as shipped."""
    return load("times", Times)
