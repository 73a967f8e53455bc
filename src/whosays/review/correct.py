"""A claim and what a person sets in it -> the claim as it then is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from whosays.findings import Holder, Posting
from whosays.model import Certainty, EventType, Polarity, SourceKind, Stance, Status

T = TypeVar("T")

_EMPTY = Holder(None, None, None, None)

_PLAIN: dict[str, Callable[[str], object]] = {
    "stance": Stance,
    "certainty": Certainty,
    "polarity": Polarity,
    "type": EventType,
    "mode": str,
    "status": Status,
    "start": date.fromisoformat,
    "end": date.fromisoformat,
    "reported": date.fromisoformat,
}
_REQUIRED = frozenset({"stance", "certainty", "polarity"})
_PARTIES = ("source", "actor", "recipient")
_OF_PARTY: dict[str, Callable[[str], object]] = {"name": str, "code": str, "kind": SourceKind}
_OF_COUNT = ("low", "best", "high")


def correct(posting: Posting, field: str, value: str | None) -> Posting:
    """The claim with one field set; None makes it null. Raises ``ValueError`` for what is no field or no value of it.

    Fields: ``stance certainty polarity type mode status start end reported``; ``source.name source.code source.kind`` and
    the same of ``actor`` and ``recipient``; ``actor recipient place`` to null alone; ``counts.N.low|best|high``.
    """
    first, _, rest = field.partition(".")
    if field in _PLAIN and not (value is None and field in _REQUIRED):
        return _set(posting, field, None if value is None else _PLAIN[field](value))
    if first in _PARTIES and rest in _OF_PARTY:
        held = getattr(posting, first) or _EMPTY
        return _set(posting, first, _set(held, rest, None if value is None else _OF_PARTY[rest](value)))
    if field in ("actor", "recipient", "place") and value is None:
        return _set(posting, field, None)
    if first == "counts":
        return _counted(posting, rest, value)
    raise ValueError(f"{field} can't be set to {value!r}")


def _counted(posting: Posting, rest: str, value: str | None) -> Posting:
    number, _, side = rest.partition(".")
    if side not in _OF_COUNT or not number.isdecimal() or int(number) >= len(posting.counts):
        raise ValueError(f"counts.{rest} is no figure of the claim")
    counts = list(posting.counts)
    counts[int(number)] = _set(counts[int(number)], side, None if value is None else float(value))
    return replace(posting, counts=tuple(counts))


def _set(on: T, name: str, value: object) -> T:
    return replace(on, **{name: value})  # type: ignore[type-var]
