"""Text -> Numerals: the numbers themselves, in figures and words, before anyone asks what they count.

The text is cut into *atoms* (figures, number words, scales, plurals such as "dozens", fractions); neighbouring atoms are
added up as English does: "a hundred and sixty thousand", "three-and-a-half million", "half a dozen", "tens of thousands".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

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
    """A number and its words. ``scale`` is the product of its scale words where they close it (1 without); ``suffix`` the letters that stick to the
    figure ("105mm").

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
    negative: bool = False


class Kind(StrEnum):
    DIGITS = "digits"
    UNIT = "unit"
    TENS = "tens"
    SCALE = "scale"
    INDEFINITE = "indefinite"
    SEVERAL = "several"
    PAIR = "pair"
    FRACTION = "fraction"
    MAJORITY = "majority"
    NONE = "none"
    ARTICLE = "article"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Atom:
    start: int
    end: int
    kind: Kind
    value: float
    suffix: str = ""
    plain: bool = False


_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_CODE = re.compile(
    r"\d+(?:[-–—./:]\d+){2,}|\(\d{3}\)\s*\d{3}[-.]\d{4}|\b\d{1,4}/\d{1,4}\b|\b\d{1,2}:\d\d\b|https?://\S+|[\w.]+@\w\S+"
)
"""Telephone numbers, scores of sets, dates in figures, times of day, addresses."""
_NOTHING = r"not\s+(?:a\s+single|one)|none\s+of|no(?=\s+(?!fewer|less|more|longer|later|sooner|one|doubt|matter|other|such|further)[a-z])|no\s+one|zero|nobody"


def numerals(text: str, lexicon: Quantities, policy: Policy) -> tuple[Numeral, ...]:
    """The numerals of `text` in text order, with spans into it. `policy` says how indefinite plurals are read."""
    atoms = tuple(_atoms(text, lexicon))
    found: list[Numeral] = []
    at = 0
    while at < len(atoms):
        numeral, used = _read(text, atoms, at, policy)
        if numeral is not None:
            found.append(numeral)
        at += used
    return tuple(found)


def has_numeral(text: str, lexicon: Quantities) -> bool:
    """Whether anything in `text` could be a numeral: the cheap test that spares most sentences."""
    return _pattern(lexicon)[0].search(text) is not None


@lru_cache(maxsize=8)
def _pattern(lexicon: Quantities) -> tuple[re.Pattern[str], dict[str, tuple[Kind, float]]]:
    """One pattern for all atoms, and what each word is."""
    words: dict[str, tuple[Kind, float]] = {}
    tables = (
        (Kind.PAIR, lexicon.pairs),
        (Kind.SEVERAL, lexicon.several),
        (Kind.UNIT, {k: v for k, v in lexicon.units.items() if v}),
        (Kind.TENS, lexicon.tens),
        (Kind.SCALE, lexicon.scales),
        (Kind.INDEFINITE, lexicon.indefinite),
        (Kind.FRACTION, lexicon.fractions),
        (Kind.FRACTION, {_plural(k): v for k, v in lexicon.fractions.items()}),
        (Kind.MAJORITY, dict.fromkeys(lexicon.majorities.words, 50.0)),
    )
    for kind, table in tables:
        words.update({word: (kind, value) for word, value in table.items()})
    listed = _alternatives(words)
    money = "|".join(
        rf"(?<={re.escape(sign)})" for sign in lexicon.currencies_before if sign[-1].isalpha() and " " not in sign
    )
    scales = _alternatives((*lexicon.abbreviated_scales, *lexicon.scales))
    ratio_word = _alternatives((*lexicon.units, *lexicon.tens))
    pattern = (
        rf"\b(?P<ratio>(?P<part>{ratio_word}|\d{{1,3}})(?:\s+out\s+of|\s+in|-in-?)(?:\s+every)?[\s-]+(?P<whole>{ratio_word}|\d{{1,3}}))\b(?![\s-]*(?:\w+\s+)?(?:hundred|thousand|million|percent|per\s+cent))"
        rf"|(?P<digits>(?:(?<![\w.,:/])(?<![\w)][-/–—:])|{money})(?:{_DIGITS})(?![\w]*[,.:/]\d))(?P<suffix>(?:[A-Za-zμ]+[2²3³]?)?)"
        rf"|(?<=\d[-–—/])(?P<second>(?:{_DIGITS})(?![\w]*[-–—,.:/]\d))(?P<second_suffix>[A-Za-z²]*)"
        rf"|\b(?P<word>{listed})\b"
        rf"|\b(?P<none>{_NOTHING})\b(?!\.)"
        rf"|\b(?P<article>an?)(?=[\s-]+(?:half[\s-]+)?(?:{scales}|{_alternatives(lexicon.fractions)})\b)"
    )
    return re.compile(pattern, re.IGNORECASE), words


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _plural(word: str) -> str:
    return "halves" if word == "half" else f"{word}s"


def _atoms(text: str, lexicon: Quantities) -> Iterable[Atom]:
    pattern, words = _pattern(lexicon)
    codes = [match.span() for match in _CODE.finditer(text)]
    for match in pattern.finditer(text):
        start, end = match.span()
        if codes and any(a < end and start < b for a, b in codes):
            continue
        group = match.lastgroup or ""
        if match["ratio"]:
            part, whole = _number(match["part"], lexicon), _number(match["whole"], lexicon)
            if 0 < part < whole:
                yield Atom(start, end, Kind.RATIO, _rounded(100 * part / whole))
        elif match["digits"] or match["second"]:
            figure, suffix = match["digits"] or match["second"], (match["suffix"] or match["second_suffix"] or "")
            yield from _figure(start, figure, suffix, lexicon)
        elif group == "word":
            kind, value = words[re.sub(r"\s+", " ", match["word"].lower())]
            yield Atom(start, end, kind, value)
        elif group == "none":
            yield Atom(start, end, Kind.NONE, 0)
        else:
            yield Atom(start, end, Kind.ARTICLE, 1)


def _figure(start: int, figure: str, suffix: str, lexicon: Quantities) -> Iterable[Atom]:
    """The atoms of a figure of digits: ordinals and decades are none, a scale that sticks to it is one of its own."""
    if suffix.lower() in ("st", "nd", "rd", "th", "s") or len(figure) > 18:
        return
    end = start + len(figure)
    digits = re.sub(r"[^\d.]", "", figure)
    if len(digits) > 1 and digits[0] == "0" and "." not in digits:
        return
    scale = lexicon.abbreviated_scales.get(suffix.lower())
    plain = figure.isdigit() and not scale
    yield Atom(start, end, Kind.DIGITS, float(digits), "" if scale else suffix, plain)
    if scale:
        yield Atom(end, end + len(suffix), Kind.SCALE, scale, suffix)


def _number(word: str, lexicon: Quantities) -> float:
    return float(word) if word.isdigit() else lexicon.units.get(word.lower(), lexicon.tens.get(word.lower(), 0))


def _read(text: str, atoms: Sequence[Atom], at: int, policy: Policy) -> tuple[Numeral | None, int]:
    """The numeral that starts at atom `at` (None if the atom makes none) and how many atoms it takes."""
    atom = atoms[at]
    if atom.kind is Kind.RATIO:
        return Numeral(Span(atom.start, atom.end), None, atom.value, None, Form.SHARE), 1
    if atom.kind is Kind.MAJORITY and not re.compile(r"\s+of\b", re.IGNORECASE).match(text, atom.end):
        return None, 1
    if atom.kind is Kind.MAJORITY:
        return Numeral(Span(atom.start, atom.end), atom.value, None, None, Form.SHARE), 1
    if atom.kind is Kind.NONE:
        return Numeral(Span(atom.start, atom.end), None, 0, None, Form.NONE), 1
    fraction = _fraction(text, atoms, at)
    if fraction is not None:
        return fraction
    if atom.kind in (Kind.INDEFINITE, Kind.SEVERAL, Kind.PAIR):
        return _vague(text, atoms, at, policy)
    if atom.kind is Kind.FRACTION and atom.value != 50:  # "the third man", "the first quarter"
        return None, 1
    return _cardinal(text, atoms, at)


def _fraction(text: str, atoms: Sequence[Atom], at: int) -> tuple[Numeral | None, int] | None:
    """ "a third of", "two-thirds of", "half the": a share, where what it is a share of follows."""
    first = atoms[at]
    more = at + 1 < len(atoms) and atoms[at + 1].kind is Kind.FRACTION and _gap(text, atoms, at) in (" ", "-")
    if first.kind is Kind.FRACTION and first.value == 50:
        last, count, used = first, 1.0, 1
    elif more and (first.kind in (Kind.UNIT, Kind.ARTICLE) or (first.kind is Kind.DIGITS and first.plain)):
        last, count, used = atoms[at + 1], first.value, 2
    else:
        return None
    named = r"\s+of\b" if last.value != 50 else r"\s+(?:of|the|its|their|his|her|all|these|those|our)\b"
    value = _rounded(count * last.value)
    if value <= 100 and re.compile(named, re.IGNORECASE).match(text, last.end):
        return Numeral(Span(first.start, last.end), None, value, None, Form.SHARE), used
    return None


def _vague(text: str, atoms: Sequence[Atom], at: int, policy: Policy) -> tuple[Numeral, int]:
    """ "tens of thousands", "several hundred", "a couple of dozen", "dozens"."""
    value, used, last = atoms[at].value, 1, atoms[at]
    form = Form.INDEFINITE if last.kind is Kind.INDEFINITE else Form.FEW
    while at + used < len(atoms):
        following = atoms[at + used]
        gap = text[last.end : following.start].lower()
        scaled = following.kind is Kind.SCALE and gap in (" ", " of ") and last.kind is not Kind.INDEFINITE
        multiplied = following.kind is Kind.INDEFINITE and gap in (" of ", " ", " or even ")
        if not scaled and not multiplied:
            break
        form = Form.INDEFINITE if following.kind is Kind.INDEFINITE else form
        value, used, last = value * following.value, used + 1, following
    span = Span(atoms[at].start, last.end)
    if form is Form.INDEFINITE:
        low, best, high = (
            None if factor is None else factor * value for factor in (policy.low, policy.best, policy.high)
        )
        return Numeral(span, low, best, high, form), used
    if atoms[at].kind is Kind.PAIR:
        return Numeral(span, None, value, None, form), used
    return Numeral(span, value, None, None, form), used


_HUNDRED = re.compile(
    r"\b(?:some|about|around|nearly|almost|over|roughly|the|per|every|last|first|of)\s+$", re.IGNORECASE
)
"""What may stand before a bare "hundred", "thousand", "dozen"."""


def _cardinal(text: str, atoms: Sequence[Atom], at: int) -> tuple[Numeral | None, int]:
    """A number added up from its atoms, the longest that grammar allows."""
    first = atoms[at]
    used, total, group, scale = 1, 0.0, first.value, 1.0
    if first.kind is Kind.FRACTION and first.value == 50:  # "half a million", "half a dozen"
        ahead = [a.kind for a in atoms[at + 1 : at + 3]]
        used = 2 if ahead == [Kind.ARTICLE, Kind.SCALE] else 1
        if Kind.SCALE not in ahead[used - 1 : used]:
            return None, 1
        group = 0.5
    elif first.kind is Kind.ARTICLE and at + 1 < len(atoms) and atoms[at + 1].kind is Kind.FRACTION:  # "a half dozen"
        if at + 2 >= len(atoms) or atoms[at + 2].kind is not Kind.SCALE:
            return None, 1
        used, group = 2, 0.5
    elif first.kind is Kind.SCALE:
        if not _HUNDRED.search(text[: first.start]):
            return None, 1
        group, scale = first.value, first.value
    while at + used < len(atoms):
        following, gap = atoms[at + used], _gap(text, atoms, at + used - 1)
        previous = atoms[at + used - 1]
        if following.kind is Kind.ARTICLE and gap == " and " and at + used + 1 < len(atoms):
            half = atoms[at + used + 1]
            if half.kind is Kind.FRACTION and half.value == 50 and (previous.kind is not Kind.SCALE or scale >= 1000):
                total, group, used = total + scale / 2 * (scale > 1), group + 0.5 * (scale == 1), used + 2
                continue
        step = _step(previous, following, gap, group, scale)
        if step is None:
            break
        if step == "scale":
            scale = following.value
            if scale >= 1000:
                total, group = total + (group or 1) * scale, 0.0
            else:
                group = (group or 1) * scale
        else:
            group += following.value
        used += 1
    last = atoms[at + used - 1]
    if first.kind in (Kind.ARTICLE, Kind.FRACTION) and scale == 1:
        return None, 1
    plain = used == 1 and first.plain
    scaling = atoms[at + 1 : at + used]
    product = math.prod(a.value for a in scaling) if all(a.kind is Kind.SCALE for a in scaling) else 1.0
    suffix = last.suffix if last.kind is Kind.DIGITS else ""
    negative = (
        first.kind is Kind.DIGITS
        and re.search(r"(?:^|[\s(])[-−]$|\bminus[\s-]$", text[: first.start], re.IGNORECASE) is not None
    )
    value = _exact(total + group)
    return Numeral(
        Span(first.start, last.end),
        None,
        -value if negative else value,
        None,
        Form.CARDINAL,
        product,
        suffix,
        plain,
        negative,
    ), used


def _step(previous: Atom, following: Atom, gap: str, group: float, scale: float) -> str | None:
    """Whether `following` goes on with the number: "scale" multiplies, "add" adds, None ends it."""
    if following.kind is Kind.SCALE and gap in (" ", "-", ""):
        larger = following.value > scale or scale == 1 or (group > 0 and scale >= 1000 > following.value)
        return "scale" if larger and (group or scale > 1) and not (following.value == 12 and scale > 1) else None
    small = following.kind in (Kind.UNIT, Kind.TENS)
    if previous.kind is Kind.TENS and following.kind is Kind.UNIT and following.value < 10 and gap in (" ", "-"):
        return "add"
    if (
        previous.kind is Kind.SCALE
        and small
        and previous.value not in (12,)
        and not previous.suffix
        and gap in (" ", "-", " and ", "-and-")
    ):
        return "add"
    if previous.kind is Kind.SCALE and following.kind is Kind.ARTICLE and gap == " and ":
        return None
    return None


def _gap(text: str, atoms: Sequence[Atom], at: int) -> str:
    """The text between an atom and the next, white space and hyphens made one."""
    between = text[atoms[at].end : atoms[at + 1].start].lower() if at + 1 < len(atoms) else "\n"
    between = re.sub(r"\s+", " ", between)
    return " and " if between in ("-and-", "- and -") else between


def _rounded(percent: float) -> float:
    """A spoken share is no finer than whole percents ("a third" is 33), but for an exact half of one (12.5)."""
    return percent if percent % 1 == 0.5 else float(round(percent))


def _exact(value: float) -> float:
    """Without the noise that multiplying decimals leaves (2.3 million is 2300000)."""
    return round(value, 6)
