"""Text -> Atoms: the smallest pieces that numbers are made of: figures, number words, scales, plurals such as "dozens", fractions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from whosays.lexicon.quantities import Quantities


class Kind(StrEnum):
    """What a piece of a figure is, by how it is written."""

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
    """A piece of a figure at its offsets in the text; ``plain`` are digits and nothing else ("1500", not "1,500" or "1.5m")."""

    start: int
    end: int
    kind: Kind
    value: float
    suffix: str = ""
    plain: bool = False


_DIGIT = re.compile(r"\d")
_DIGITS = "|".join(
    (
        r"\d{1,3}(?: \d{3})+(?![\d,.]\d|\d| \d)",  # "7 500"
        r"\d+,\d{1,2}(?=\s*(?:million|billion|thousand|%|per))",  # "10,5 million"
        r"\d{1,3}(?:\.\d{3}){2,}(?!\.?\d)",  # "1.000.000"
        r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?",  # "7,500.5"
        r"\d+(?:\.\d+)?",
        r"\.\d+",
    )
)


_CODE = re.compile(
    r"(?<!\d)(?!\d{1,3}(?:\.\d{3}){2,}(?![\d.]))\d+(?:[-–—./:]\d+){2,}"
    r"|\(\d{3}\)\s*\d{3}[-.]\d{4}|\b\d{1,4}/\d{1,4}\b|\b\d{1,2}:\d\d\b|https?://\S+|(?<![\w.])[\w.]+@\w\S+"
)
"""Telephone numbers, scores of sets, dates in figures, times of day, addresses."""


_NOTHING = r"not\s+(?:a\s+single|one)|none\s+of|no\s+one|zero|nobody"
_NO = r"no(?=\s+(?!fewer|less|more|longer|later|sooner|one|doubt|matter|other|such|further)[a-z])"


def atoms(text: str, lexicon: Quantities) -> Iterator[Atom]:
    """The atoms of `text` in text order; what is a telephone number, a time of day or an address is none."""
    pattern, words = _pattern(lexicon)
    codes = [match.span() for match in _CODE.finditer(text)]
    for match in pattern.finditer(text):
        start, end = match.span()
        if codes and any(a < end and start < b for a, b in codes):
            continue
        group = match.lastgroup or ""
        if match["ratio"]:
            part, whole = _number(match["part"], lexicon), _number(match["whole"], lexicon)
            counted = (
                " out " in match["ratio"].lower()
                and "every" not in match["ratio"].lower()
                and whole not in lexicon.share_bases
            )
            if counted:  # "four out of six missiles"
                yield from _parts(match, part, whole)
            elif 0 < part < whole:
                yield Atom(start, end, Kind.RATIO, 100 * part / whole)
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


def may_have_atom(text: str, words: Iterable[str], lexicon: Quantities) -> bool:
    """Whether `text`, whose single words are given, could hold a number: the cheap test that spares most sentences."""
    if _DIGIT.search(text):
        return True
    first = _first_words(lexicon)
    return any(word.lower() in first for word in words)


@lru_cache(maxsize=8)
def _first_words(lexicon: Quantities) -> frozenset[str]:
    """The words of which one is in every number without digits."""
    words = {piece for word in _pattern(lexicon)[1] for piece in re.split(r"[\s-]+", word)}
    return frozenset(words - {"a", "the", "quite"} | {"no", "not", "none", "zero", "nobody"})


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
        rf"|(?P<digits>(?:(?<![\w.,:/])(?<![\w)][-/–—:])|{money})(?:{_DIGITS})(?![\w]*[,.:/]\d))(?P<suffix>(?:[A-Za-zμ]+[2²3³]?)?)(?!\w)"
        rf"|(?<=\d[-–—/])(?P<second>(?:{_DIGITS})(?![\w]*[-–—,.:/]\d))(?P<second_suffix>[A-Za-z²]*)"
        rf"|\b(?P<word>{listed})\b"
        rf"|\b(?P<none>{_NOTHING}|{_NO})\b(?!\.)"
        rf"|\b(?P<article>an?)(?=[\s-]+(?:half[\s-]+)?(?:{scales}|{_alternatives(lexicon.fractions)})\b)"
    )
    return re.compile(pattern, re.IGNORECASE), words


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _plural(word: str) -> str:
    return "halves" if word == "half" else f"{word}s"


def _plain(figure: str) -> str:
    """The figure as Python reads it: without separators of thousands, with a point before decimals."""
    if re.fullmatch(r"\d+,\d{1,2}", figure):  # the decimal comma of "10,5 million"
        return figure.replace(",", ".")
    if figure.count(".") > 1:
        return figure.replace(".", "")
    return re.sub(r"[^\d.]", "", figure)


def _parts(ratio: re.Match[str], part: float, whole: float) -> Iterator[Atom]:
    for name, value in (("part", part), ("whole", whole)):
        kind = Kind.DIGITS if ratio[name].isdigit() else Kind.TENS if value >= 20 else Kind.UNIT
        yield Atom(ratio.start(name), ratio.end(name), kind, value)


def _figure(start: int, figure: str, suffix: str, lexicon: Quantities) -> Iterator[Atom]:
    """The atoms of a figure of digits: ordinals and decades are none, a scale that sticks to it is one of its own."""
    if suffix.lower() in ("st", "nd", "rd", "th", "s") or len(figure) > 18:
        return
    end = start + len(figure)
    digits = _plain(figure)
    if len(digits) > 1 and digits[0] == "0" and "." not in digits:
        return
    scale = lexicon.abbreviated_scales.get(suffix.lower())
    plain = figure.isdigit() and not scale
    yield Atom(start, end, Kind.DIGITS, float(digits), "" if scale else suffix, plain)
    if scale:
        yield Atom(end, end + len(suffix), Kind.SCALE, scale, suffix)


def _number(word: str, lexicon: Quantities) -> float:
    return float(word) if word.isdigit() else lexicon.units.get(word.lower(), lexicon.tens.get(word.lower(), 0))
