"""Text -> Numerals: the numbers themselves, in figures and words, before anyone asks what they count.

The text is cut into *atoms* (figures, number words, scales, plurals such as "dozens", fractions); neighbouring atoms are
added up as English does: "a hundred and sixty thousand", "three-and-a-half million", "half a dozen", "tens of thousands".
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from whosays.frame.atoms import Atom, Kind, atoms
from whosays.lexicon.quantities import Policy, Quantities
from whosays.model import Span


class Form(StrEnum):
    """How a number is written, as far as its reading depends on it."""

    CARDINAL = "cardinal"
    INDEFINITE = "indefinite"
    FEW = "few"
    SHARE = "share"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and its words. ``scale`` is the product of its scale words where they close it (1 without); ``suffix`` the
    letters that stick to the figure ("105mm").

    ``plain`` tells a bare figure of digits, without thousands separator, decimals or scale: it may be a year or a name.
    """

    span: Span
    low: float | None
    best: float | None
    high: float | None
    form: Form
    scale: float = 1
    suffix: str = ""
    plain: bool = False


def numerals(text: str, lexicon: Quantities, policy: Policy) -> tuple[Numeral, ...]:
    """The numerals of `text` in text order, with spans into it. `policy` says how indefinite plurals are read."""
    pieces = tuple(atoms(text, lexicon))
    found: list[Numeral] = []
    at = 0
    while at < len(pieces):
        numeral, used = _read(text, pieces, at, policy)
        if numeral is not None:
            found.append(numeral)
        at += used
    return tuple(found)


def _read(text: str, pieces: Sequence[Atom], at: int, policy: Policy) -> tuple[Numeral | None, int]:
    """The numeral that starts at atom `at` (None if the atom makes none) and how many pieces it takes."""
    atom = pieces[at]
    if atom.kind is Kind.RATIO:
        return Numeral(Span(atom.start, atom.end), None, _rounded(atom.value), None, Form.SHARE), 1
    if atom.kind is Kind.MAJORITY and not re.compile(r"\s+of\b", re.IGNORECASE).match(text, atom.end):
        return None, 1
    if atom.kind is Kind.MAJORITY:
        return Numeral(Span(atom.start, atom.end), atom.value, None, None, Form.SHARE), 1
    if atom.kind is Kind.NONE:
        return Numeral(Span(atom.start, atom.end), None, 0, None, Form.NONE), 1
    fraction = _fraction(text, pieces, at)
    if fraction is not None:
        return fraction
    if atom.kind in (Kind.INDEFINITE, Kind.SEVERAL, Kind.PAIR):
        return _vague(text, pieces, at, policy)
    if atom.kind is Kind.FRACTION and atom.value != 50:  # "the third man", "the first quarter"
        return None, 1
    return _cardinal(text, pieces, at)


def _fraction(text: str, pieces: Sequence[Atom], at: int) -> tuple[Numeral | None, int] | None:
    """ "a third of", "two-thirds of", "half the": a share, where what it is a share of follows."""
    first = pieces[at]
    more = at + 1 < len(pieces) and pieces[at + 1].kind is Kind.FRACTION and _gap(text, pieces, at) in (" ", "-")
    if first.kind is Kind.FRACTION and first.value == 50:
        last, count, used = first, 1.0, 1
    elif more and (first.kind in (Kind.UNIT, Kind.ARTICLE) or (first.kind is Kind.DIGITS and first.plain)):
        last, count, used = pieces[at + 1], first.value, 2
    else:
        return None
    million = _of_a_scale(text, pieces, at + used)
    if million is not None:  # "a quarter of a million"
        value = _exact(count * last.value / 100 * million.value)
        return Numeral(Span(first.start, million.end), None, float(round(value)), None, Form.CARDINAL), used + 2
    named = r"\s+of\b" if last.value != 50 else r"\s+(?:of|the|its|their|his|her|all|these|those|our)\b"
    value = _rounded(count * last.value)
    if value <= 100 and re.compile(named, re.IGNORECASE).match(text, last.end):
        return Numeral(Span(first.start, last.end), None, value, None, Form.SHARE), used
    return None


def _of_a_scale(text: str, pieces: Sequence[Atom], at: int) -> Atom | None:
    """The "million" of "a quarter of a million"."""
    if at + 1 >= len(pieces) or _gap(text, pieces, at - 1) != " of ":
        return None
    article, scale = pieces[at], pieces[at + 1]
    return scale if article.kind is Kind.ARTICLE and scale.kind is Kind.SCALE and scale.value >= 1000 else None


def _vague(text: str, pieces: Sequence[Atom], at: int, policy: Policy) -> tuple[Numeral, int]:
    """ "tens of thousands", "several hundred", "a couple of dozen", "dozens"."""
    value, used, last = pieces[at].value, 1, pieces[at]
    form = Form.INDEFINITE if last.kind is Kind.INDEFINITE else Form.FEW
    while at + used < len(pieces):
        following = pieces[at + used]
        gap = text[last.end : following.start].lower()
        if following.kind is Kind.INDEFINITE and gap in (" upon ", " and ") and following.value == value:
            used, last = used + 1, following  # "hundreds upon hundreds"
            continue
        scaled = following.kind is Kind.SCALE and gap in (" ", " of ") and last.kind is not Kind.INDEFINITE
        multiplied = following.kind is Kind.INDEFINITE and gap in (" of ", " ", " or even ")
        if not scaled and not multiplied:
            break
        form = Form.INDEFINITE if following.kind is Kind.INDEFINITE else form
        value, used, last = value * following.value, used + 1, following
    span = Span(pieces[at].start, last.end)
    if form is Form.INDEFINITE:
        low, best, high = (
            None if factor is None else factor * value for factor in (policy.low, policy.best, policy.high)
        )
        return Numeral(span, low, best, high, form), used
    if pieces[at].kind is Kind.PAIR:
        return Numeral(span, None, value, None, form), used
    return Numeral(span, value, None, None, form), used


class Step(StrEnum):
    """What the next atom does to the number so far."""

    SCALE = "scale"
    ADD = "add"


_MINUS = re.compile(r"(?:^|[\s(])[-−]$|\bminus[\s-]$", re.IGNORECASE)
_BEFORE_BARE = re.compile(
    r"\b(?:some|about|around|nearly|almost|over|roughly|the|per|every|last|first|of)\s+$", re.IGNORECASE
)
"""What may stand before a bare "hundred", "thousand", "dozen"."""


def _cardinal(text: str, pieces: Sequence[Atom], at: int) -> tuple[Numeral | None, int]:
    """A number added up from its atoms, the longest that grammar allows."""
    first = pieces[at]
    begun = _begun(text, pieces, at)
    if begun is None:
        return None, 1
    group, scale, used = begun
    total = 0.0
    while at + used < len(pieces):
        following, previous = pieces[at + used], pieces[at + used - 1]
        gap = _gap(text, pieces, at + used - 1)
        if _is_and_a_half(pieces, at + used, gap) and (previous.kind is not Kind.SCALE or scale >= 1000):
            total, group, used = total + scale / 2 * (scale > 1), group + 0.5 * (scale == 1), used + 2
            continue
        step = _step(previous, following, gap, group, scale)
        if step is None:
            break
        used += 1
        if step is Step.ADD:
            group += following.value
        elif following.value >= 1000:
            scale, total, group = following.value, total + (group or 1) * following.value, 0.0
        else:
            scale, group = following.value, (group or 1) * following.value
    return _summed(text, pieces[at : at + used], total + group, scale, first), used


def _summed(text: str, used: Sequence[Atom], value: float, scale: float, first: Atom) -> Numeral | None:
    """The numeral of a number's atoms and its value; None for an article or "half" that nothing follows."""
    if first.kind in (Kind.ARTICLE, Kind.FRACTION) and scale == 1:
        return None
    last, scaling = used[-1], used[1:]
    product = math.prod(a.value for a in scaling) if all(a.kind is Kind.SCALE for a in scaling) else 1.0
    minus = first.kind is Kind.DIGITS and _MINUS.search(text, max(0, first.start - 8), first.start) is not None
    return Numeral(
        Span(first.start, last.end),
        None,
        -_exact(value) if minus else _exact(value),
        None,
        Form.CARDINAL,
        product,
        last.suffix if last.kind is Kind.DIGITS else "",
        len(used) == 1 and first.plain,
    )


def _begun(text: str, pieces: Sequence[Atom], at: int) -> tuple[float, float, int] | None:
    """Value, scale and atoms used of a number's beginning ("half a", "a half", "hundred", "six"); None where it begins none."""
    first, kinds = pieces[at], [a.kind for a in pieces[at + 1 : at + 3]]
    if first.kind is Kind.FRACTION:  # "half a million", "half a dozen"
        used = 2 if kinds == [Kind.ARTICLE, Kind.SCALE] else 1
        return (0.5, 1.0, used) if kinds[used - 1 : used] == [Kind.SCALE] else None
    if first.kind is Kind.ARTICLE and kinds[:1] == [Kind.FRACTION]:  # "a half dozen"
        return (0.5, 1.0, 2) if kinds == [Kind.FRACTION, Kind.SCALE] else None
    if first.kind is Kind.SCALE:
        return (
            (first.value, first.value, 1) if _BEFORE_BARE.search(text, max(0, first.start - 12), first.start) else None
        )
    return first.value, 1.0, 1


def _is_and_a_half(pieces: Sequence[Atom], at: int, gap: str) -> bool:
    article, half = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    return (
        article.kind is Kind.ARTICLE
        and gap == " and "
        and half is not None
        and half.kind is Kind.FRACTION
        and half.value == 50
    )


def _step(previous: Atom, following: Atom, gap: str, group: float, scale: float) -> Step | None:
    """How `following` goes on with the number, None where it ends it."""
    if following.kind is Kind.SCALE and gap in (" ", "-", ""):
        larger = following.value > scale or scale == 1 or (group > 0 and scale >= 1000 > following.value)
        return Step.SCALE if larger and (group or scale > 1) and not (following.value == 12 and scale > 1) else None
    if following.kind not in (Kind.UNIT, Kind.TENS):
        return None
    if previous.kind is Kind.TENS and following.value < 10 and gap in (" ", "-"):
        return Step.ADD
    worded = previous.kind is Kind.SCALE and previous.value != 12 and not previous.suffix
    return Step.ADD if worded and gap in (" ", "-", " and ") else None


def _gap(text: str, pieces: Sequence[Atom], at: int) -> str:
    """The text between an atom and the next, white space and hyphens made one."""
    between = text[pieces[at].end : pieces[at + 1].start].lower() if at + 1 < len(pieces) else "\n"
    between = re.sub(r"\s+", " ", between)
    return " and " if between in ("-and-", "- and -") else between


def _rounded(percent: float) -> float:
    """A spoken share is no finer than whole percents ("a third" is 33), but for an exact half of one (12.5)."""
    return percent if percent % 1 == 0.5 else float(round(percent))


def _exact(value: float) -> float:
    """Without the noise that multiplying decimals leaves (2.3 million is 2300000)."""
    return round(value, 6)
