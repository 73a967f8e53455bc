"""Which bearer of a name is meant: by the day it is read as of and by what the text around names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from whosays.lexicon.terms import Sort, Term

_OF_STATES = (Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE)


def meant(terms: tuple[Term, ...], on: date | None, near: Sequence[str]) -> tuple[Term, ...]:
    """The terms of one key, the likeliest first.

    A body named in full nearby goes before one of a country named nearby; of two states' people ("Koreans") the ones of
    the country named most often. A short name ("the North") without its bearer nearby means nothing. Of the offices of
    one holder the one held on the day comes first, else the last before it; without a day the latest.
    """
    terms = tuple(t for t in terms if t.alone != "near" or t.code in near)
    if len(terms) < 2:
        return terms
    if len({t.code for t in terms if t.sort in _OF_STATES}) > 1:
        return tuple(sorted(terms, key=lambda t: (not _held(t, on), _rank(t.code or "", near))))
    if len({t.name for t in terms if t.sort is Sort.BODY}) > 1:
        named = tuple(t for t in terms if t.sort is Sort.BODY and t.name in near)
        local = tuple(t for t in terms if t.sort is Sort.BODY and t.code and t.code.split()[0] in near)
        return named or local or terms
    return _dated(terms, on)


def _held(term: Term, on: date | None) -> bool:
    return on is None or term.held(on)


def _rank(code: str, near: Sequence[str]) -> int:
    return near.index(code) if code in near else len(near)


def _dated(terms: tuple[Term, ...], on: date | None) -> tuple[Term, ...]:
    """The terms with those of one dated bearer in the order of the day."""
    if len({t.name for t in terms}) != 1 or not any(t.since or t.until for t in terms):
        return terms
    if on is None:
        return tuple(sorted(terms, key=lambda t: (t.until or date.max, t.since or date.min), reverse=True))
    held = sorted((t for t in terms if t.held(on)), key=lambda t: t.since or date.min, reverse=True)
    past = sorted((t for t in terms if t.until and t.until < on), key=lambda t: t.until or date.min, reverse=True)
    rest = [t for t in terms if t not in held and t not in past]
    return (*held, *past, *rest)
