"""Text of a sentence -> words with the classes that the grammar of time is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from whosays.lexicon.times import Times, Value
from whosays.model import Span

_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_DAYS = "mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun"
_WORD = re.compile(
    r"(?P<ISO>\d{4}-\d{2}-\d{2}(?!\d))"
    r"|(?P<FIGURES>\d{1,2}(?P<SEP>[/.])\d{1,2}(?P=SEP)(?:\d{4}|\d{2})(?![\d/]))"
    r"|(?P<LEXEME>9/11\b|24/7\b)"
    r"|(?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b)|(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:hours\b(?!\sof)|GMT\b|UTC\b)))"
    r"|(?P<DECADE>\d{3}0['’]?s\b|['’]\d0s\b)"
    r"|(?P<QUARTER>Q[1-4]\b)"
    r"|(?P<ORDINAL>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<NUMBER>\d{1,3}(?:,\d{3})+|\d+ 1/2|\d+½|\d+(?:\.\d+)?)"
    r"|(?P<AM>[ap]\.m\.?|[ap]m\b)"
    rf"|(?P<ABBREVIATION>(?:{_MONTHS}|{_DAYS})\.)"
    r"|(?P<OWN>['’]s\b)"
    r"|(?P<WORD>[^\W\d_]+(?:['’]clock)?)"
    r"|(?P<MARK>\S)",
    re.IGNORECASE,
)
_MARKS = {"–": "-", "‐": "-", "‑": "-", "(": "lparen", ")": "rparen", "’s": "'s"}
_MILLENNIUM = 2000
_FIGURES = frozenset({"ISO", "FIGURES", "CLOCK"})
_GLUED = frozenset("$€£%#№")
_LONGER = re.compile(
    rf"-(?!{_MONTHS}|may|year|month|week|day|hour|minute|old|plus|odd|long|century|quarter|decade|night|second|or|to)[a-z]",
    re.IGNORECASE,
)
"""What makes a name of the number before it: "2019-nCoV"."""
_NO_READING: Mapping[str, Value] = {}


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number, mark or fixed phrase. ``readings``: its classes, each with the value that it has there."""

    start: int
    end: int
    lower: str
    readings: Mapping[str, Value]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    readings: Mapping[tuple[str, ...], Mapping[str, Value]]
    longest: Mapping[str, int]
    numerals: Mapping[str, int]


def words(text: str, span: Span, lexicon: Times) -> tuple[Word, ...]:
    """The words of ``text[span]`` in text order; offsets are the text's own. Fixed phrases and numerals are one word each."""
    vocabulary = vocabulary_of(lexicon)
    raw = [
        (m.start(), m.end(), m.lastgroup or "", _lower(m.group())) for m in _WORD.finditer(text, span.start, span.end)
    ]
    return tuple(_numerals(list(_phrases(raw, text, vocabulary)), vocabulary))


@lru_cache(maxsize=4)
def vocabulary_of(lexicon: Times) -> _Vocabulary:
    """The lexicon's words, keyed by the pieces that the reader cuts them into."""
    readings: dict[tuple[str, ...], dict[str, Value]] = {}
    for class_, entries in lexicon.words.items():
        for phrase, value in entries.items():
            readings.setdefault(_pieces(phrase), {})[class_] = value
    for n, period in enumerate(lexicon.periods):
        for name in period.names:
            readings.setdefault(_pieces(name), {})["PERIOD"] = n
    longest: dict[str, int] = {}
    for pieces in readings:
        longest[pieces[0]] = max(longest.get(pieces[0], 0), len(pieces))
    numerals = {k: v for k, v in lexicon.words["NUMERAL"].items() if isinstance(v, int)}
    return _Vocabulary(readings, longest, numerals)


def _pieces(phrase: str) -> tuple[str, ...]:
    return tuple(_lower(m.group()) for m in _WORD.finditer(phrase))


def _lower(piece: str) -> str:
    low = piece.lower()
    return _MARKS.get(low, low)


_Raw = tuple[int, int, str, str]


def _phrases(raw: list[_Raw], text: str, vocabulary: _Vocabulary) -> Iterator[Word]:
    """The longest known phrase at each place, else the single word."""
    at = 0
    while at < len(raw):
        start, end, group, low = raw[at]
        for size in range(min(vocabulary.longest.get(low, 1), len(raw) - at), 0, -1):
            found = vocabulary.readings.get(tuple(piece[3] for piece in raw[at : at + size]))
            if found is not None:
                yield Word(start, raw[at + size - 1][1], " ".join(p[3] for p in raw[at : at + size]), found)
                at += size
                break
        else:
            glued = group in ("NUMBER", "ORDINAL", "DECADE") and _is_glued(
                text, start, end, raw[at - 1] if at else None
            )
            yield Word(start, end, low, _NO_READING if glued else _figures(group, low))
            at += 1


def _is_glued(text: str, start: int, end: int, before: _Raw | None) -> bool:
    """True of a number that is part of a name or a sum: "M23", "Su-2022", "$2000", "40%"."""
    if text[end : end + 1] in ("%", "‰") or (start and text[start - 1] in _GLUED):
        return True
    if (start and text[start - 1].isalpha()) or _LONGER.match(text, end):
        return True
    if before is None or before[1] != start or before[3] != "-" or before[0] == 0:
        return False
    stem = re.search(r"([^\W\d_]+)-$", text[max(0, before[0] - 12) : start].replace("–", "-"))
    return (
        stem is not None
        and stem.group(1).lower() not in ("mid", "late", "early", "pre", "post", "january")
        and len(stem.group(1)) < 12
    )


def _figures(group: str, low: str) -> Mapping[str, Value]:
    """The readings of what is written in figures."""
    if group in _FIGURES:
        return {group: low}
    if group == "NUMBER":
        value = float(low.replace(",", "").replace(" 1/2", ".5").replace("½", ".5"))
        whole: Value = int(value) if value.is_integer() else value
        if low.isdigit() and len(low) == 4 and 1000 <= value <= 2100:
            return {"NUMBER": whole, "YEAR": whole}
        return (
            {"NUMBER": whole, "DAY": whole}
            if low.isdigit() and len(low) <= 2 and 1 <= value <= 31
            else {"NUMBER": whole}
        )
    if group == "ORDINAL":
        return {"ORDINAL": int(low[:-2])}
    if group == "QUARTER":
        return {"QUARTER": int(low[1])}
    if group == "DECADE":
        return {"DECADE": int(re.sub(r"\D", "", low))}
    return _NO_READING


def _numerals(found: list[Word], vocabulary: _Vocabulary) -> Iterator[Word]:
    """Runs of numerals ("twenty-five", "two hundred", "nineteen ninety-six") as one NUMBER (or YEAR) each."""
    at = 0
    while at < len(found):
        size, value, readings = _run(found, at, vocabulary.numerals)
        if size:
            lower = " ".join(w.lower for w in found[at : at + size])
            yield Word(found[at].start, found[at + size - 1].end, lower, readings or {"NUMBER": value})
            at += size
        else:
            yield found[at]
            at += 1


def _run(found: list[Word], at: int, numerals: Mapping[str, int]) -> tuple[int, int, Mapping[str, Value]]:
    """How many words make a numeral from `at`, its value, and its readings where it is a year; 0 words where none."""
    parts: list[int] = []
    size = 0
    while at + size < len(found):
        word = found[at + size]
        if word.lower in numerals:
            parts.append(numerals[word.lower])
        elif not (
            parts
            and word.lower == "-"
            and at + size + 1 < len(found)
            and 20 <= parts[-1] <= 90
            and numerals.get(found[at + size + 1].lower, 99) < 10
        ):
            break
        size += 1
    if not parts:
        return 0, 0, _NO_READING
    year = _spoken_year(parts)
    if not year and _sum(parts) == _MILLENNIUM:
        year = _MILLENNIUM
    return size, _sum(parts), {"YEAR": year, "NUMBER": year} if year else _NO_READING


def _spoken_year(parts: list[int]) -> int:
    """1996 of "nineteen ninety-six", 2000 of "two thousand"; 0 of what is no year."""
    if len(parts) >= 2 and 11 <= parts[0] <= 20 and 10 <= sum(parts[1:]) <= 99 and max(parts[1:]) < 100:
        return parts[0] * 100 + sum(parts[1:])
    return 0


def _sum(parts: list[int]) -> int:
    total = group = 0
    for part in parts:
        if part == 100:
            group = max(group, 1) * 100
        elif part == 1000:
            total, group = total + max(group, 1) * 1000, 0
        else:
            group += part
    return total + group
