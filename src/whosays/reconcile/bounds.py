"""Figures -> bounds: the range in which each counted thing stands on a day, by what its sources last said.

A source counts with its latest figure, as it does with its latest position. The range runs from the lowest to the highest
of them: it is never a mean, and no source is dropped for being old or alone. "At least 100" opens the range upwards only
where the exact figures stay under it. A share becomes a number only by the figures that were given for its base, and the
arithmetic is spelled out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from whosays.findings import Bound, Figure
from whosays.model import QuantityKind
from whosays.reconcile.added import added

_PEOPLE = frozenset(QuantityKind) - {QuantityKind.MATERIEL, QuantityKind.OTHER}

Key = tuple[tuple[str, ...], str | None, str | None, str | None, tuple[date, date] | None]


@dataclass(frozen=True, slots=True)
class _Range:
    low: float | None
    high: float | None


def bounds(figures: Sequence[Figure], as_of: date | None) -> tuple[Bound, ...]:
    """One bound for each thing that is counted (kinds, side, unit, place, period), and one for each share of a known base.

    `figures` are those known on the day, in the order they were published. What is denied, feared, planned or only added to
    something else is left out.
    """
    counted = tuple(f for f in figures if f.happened and not added(f.text))
    numbers = tuple(_bound(group, as_of) for group in _groups(f for f in counted if not _is_share(f)))
    shares = (_of_base(f, counted, as_of) for f in _latest(f for f in counted if _is_share(f)))
    return (*numbers, *(bound for bound in shares if bound is not None))


def _is_share(figure: Figure) -> bool:
    return figure.counted.unit == "percent"


def _groups(figures: Iterable[Figure]) -> tuple[tuple[Figure, ...], ...]:
    found: dict[Key, list[Figure]] = {}
    for figure in figures:
        found.setdefault(_key(figure), []).append(figure)
    return tuple(_latest(group) for group in found.values())


def _key(figure: Figure) -> Key:
    """What makes two figures count the same thing. People are counted alike whatever they are called."""
    counted = figure.counted
    unit = "people" if set(counted.kinds) <= _PEOPLE else counted.unit
    return tuple(sorted(counted.kinds)), counted.side, unit, counted.place, figure.period


def _latest(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Of each source its last figure of a thing: the last said, and of one day the last published."""
    found: dict[tuple[str, Key], Figure] = {}
    for figure in figures:
        key = (figure.source.key, _key(figure))
        if key not in found or (figure.said or date.min) >= (found[key].said or date.min):
            found[key] = figure
    return tuple(found.values())


def _bound(group: Sequence[Figure], as_of: date | None) -> Bound:
    range_ = _range(group)
    said = "; ".join(f"{_who(f)}: {f.text}" for f in group)
    rule = "the lowest and highest of what each last said" if len(group) > 1 else "one source"
    period = group[0].period
    when = f"; for {period[0]} to {period[1]}" if period else ""
    units = Counter(f.counted.unit for f in group if f.counted.unit)
    unit = min(units, key=lambda u: (-units[u], u), default=None)
    counted = replace(group[0].counted, unit=unit)
    claims = tuple(dict.fromkeys(f.claim for f in group))
    return Bound(counted, as_of, range_.low, range_.high, f"{said} ({rule}{when})", claims)


def _who(figure: Figure) -> str:
    name = figure.source.name or figure.source.text or "unnamed"
    return f"{name}, {figure.said}" if figure.said else name


def _range(group: Sequence[Figure]) -> _Range:
    """The lowest and highest exact figure; a one-sided one opens the range where the exact ones don't satisfy it."""
    exact = [_given(f) for f in group if not _one_sided(f)]
    least = [f.low for f in group if _one_sided(f) and f.low is not None]
    most = [f.high for f in group if _one_sided(f) and f.high is not None]
    if not exact:
        return _Range(min(least, default=None), None if least else max(most, default=None))
    low, high = min(min(values) for values in exact), max(max(values) for values in exact)
    return _Range(None if any(m < low for m in most) else low, None if any(n > high for n in least) else high)


def _given(figure: Figure) -> tuple[float, ...]:
    return tuple(v for v in (figure.low, figure.best, figure.high) if v is not None)


def _one_sided(figure: Figure) -> bool:
    return figure.best is None and (figure.low is None or figure.high is None)


def _of_base(share: Figure, figures: Sequence[Figure], as_of: date | None) -> Bound | None:
    """The share as a number, by the figures of those who were sent, as known when the share was said."""
    base = tuple(f for f in figures if _may_be_base(f, share))
    if not base or share.best is None:
        return None
    of = _range(_latest(replace(f, counted=replace(f.counted, place=None), period=None) for f in base))
    if of.low is None or of.high is None:
        return None
    low, high = share.best * of.low / 100, share.best * of.high / 100
    arithmetic = f"{share.best:g} % of {_run(of.low, of.high)} = {_run(low, high)}; the base is not stated"
    claims = (share.claim, *(f.claim for f in _latest(base)))
    return Bound(replace(share.counted, unit="people"), as_of, low, high, arithmetic, tuple(dict.fromkeys(claims)))


def _may_be_base(figure: Figure, share: Figure) -> bool:
    known = share.said is None or (figure.said is not None and figure.said <= share.said)
    sent = QuantityKind.DEPLOYED in figure.counted.kinds
    return known and sent and not _is_share(figure) and figure.counted.side == share.counted.side is not None


def _run(low: float, high: float) -> str:
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
