"""Document -> every time expression in it, as a closed interval of days.

The grammar and its words are ``lexicon/times.yaml``. Undated words are read from the day of publication with the past bias of
news: the latest Sunday, the latest December, unless the clause looks ahead. Without that day nothing relative is
resolved: the words are kept and both ends are None. A preposition that bounds the interval belongs to the expression: "since"
leaves its end open, "by" and "until" its start. Values and types are those of TIMEX3 (ISO-TimeML).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from whosays.frame.calendar import plus
from whosays.frame.time_anchor import Resolved, Tense
from whosays.frame.time_read import Reading, readings
from whosays.frame.time_words import Word
from whosays.lexicon.times import Times
from whosays.model import Document, Sentence, Span, TimePrecision, Token, When

_LONGEST_BOUND = 4
_DETERMINERS = frozenset({"the", "this", "a", "an"})
_COARSE = tuple(TimePrecision)
_RANGES = frozenset({"year-range", "day-range", "stretch"})
_POINTLESS = frozenset({"duration", "set", "past", "future"})


def times(document: Document, sentences: Sequence[Sentence], lexicon: Times) -> tuple[When, ...]:
    """All time expressions of the document in text order, ranges as one, with the preposition that bounds them."""
    found = readings(document, sentences, lexicon)
    tokens = {t.start: t for s in sentences for t in s.tokens}
    return tuple(_when(document, first, last, tokens, lexicon) for first, last in _ranges(found))


def _ranges(found: tuple[Reading, ...]) -> Iterator[tuple[Reading, Reading | None]]:
    """Single expressions, and both ends of each range."""
    at = 0
    while at < len(found):
        if found[at].to_next and at + 1 < len(found):
            yield found[at], found[at + 1]
            at += 2
        else:
            yield found[at], None
            at += 1


def _when(
    document: Document, first: Reading, last: Reading | None, tokens: Mapping[int, Token], lexicon: Times
) -> When:
    start, bound = _bound(first, tokens, lexicon)
    lasting = None if last else _lasting(first, document)
    span = Span(start, (last or first).expression.span.end)
    outcome = _between(first, last) if last else lasting or _bounded(first, bound)
    return When(span.of(document.text), span, outcome.start, outcome.end, outcome.precision, outcome.value)


def _lasting(first: Reading, document: Document) -> Resolved | None:
    """ "Has held for over a year": it lasts until publication; since which day is not given."""
    leads = first.words[first.expression.first - 1].lower if first.expression.first else ""
    if first.expression.meaning.kind != "duration" or leads != "for" or first.tense is not Tense.PERFECT:
        return None
    return replace(first.resolved, end=document.published)


def _between(first: Reading, last: Reading) -> Resolved:
    """From the first day of the one to the last day of the other, at the coarser grain; a range that runs backwards is not resolved."""
    a, b = first.resolved, last.resolved
    start, end = a.start, b.end
    if start and end and end < start:
        start, end = None, None
    grains = [p for p in (a.precision, b.precision) if p]
    return Resolved(start, end, max(grains, key=_COARSE.index, default=None), f"{a.value}/{b.value}")


def _bound(reading: Reading, tokens: Mapping[int, Token], lexicon: Times) -> tuple[int, str]:
    """Where the expression begins with the words before it that belong to it, and what they do to its interval."""
    row, at = reading.words, reading.expression.first
    if reading.expression.meaning.kind == "present" and row[at].lower == "current":
        return row[at].start, "within"
    if at and row[at - 1].lower in _DETERMINERS:
        at -= 1
    past_about = at
    while past_about and "ABOUT" in row[past_about - 1].readings:
        past_about -= 1
    for to in (at, past_about):
        for size in range(min(_LONGEST_BOUND, to), 0, -1):
            side = _sides(lexicon).get(" ".join(w.lower for w in row[to - size : to]))
            if side:
                return row[to - size].start, _side(side, row[to - size], reading, tokens)
    ranged = reading.to_next or reading.expression.meaning.kind in _RANGES
    if at and ranged and row[at - 1].lower in lexicon.bounds.within_range:
        at -= 1
    return row[at].start, "within"


def _side(side: str, word: Word, reading: Reading, tokens: Mapping[int, Token]) -> str:
    """ "From" opens a stretch where it hangs on a verb; "a report from Friday", "different from 2016" are of that time."""
    row, last = reading.words, reading.expression.last
    owns = last < len(row) and row[last].lower == "'s"
    if word.lower == "by" and owns and word.start in tokens and tokens[word.start].dep == "agent":
        return "within"
    if word.lower != "from":
        return side
    before = next((tokens[n] for n in range(word.start - 2, max(-1, word.start - 30), -1) if n in tokens), None)
    of_noun = before is not None and (before.pos in ("NOUN", "ADJ", "NUM") or before.text == ",")
    return "within" if of_noun or owns else side


@lru_cache(maxsize=4)
def _sides(lexicon: Times) -> Mapping[str, str]:
    bounds = lexicon.bounds
    sides = (
        ("within", bounds.within),
        ("since", bounds.since),
        ("until", bounds.until),
        ("before", bounds.before),
        ("after", bounds.after),
    )
    return {phrase: side for side, phrases in sides for phrase in phrases}


def _bounded(reading: Reading, bound: str) -> Resolved:
    """The interval with the side that the preposition leaves open."""
    outcome, kind = reading.resolved, reading.expression.meaning.kind
    start, end, m = outcome.start, outcome.end, reading.expression.meaning
    if bound == "within" or kind in _POINTLESS or (kind in _RANGES and bound == "since"):
        return outcome
    if bound == "since":
        start, end = (
            (end if kind == "period" and not reading.expression.meaning.has("edge", "part", "year_to") else start),
            None,
        )
    elif bound == "until":
        start = None
    elif reading.expression.meaning.has("clock", "hour"):
        return outcome
    elif reading.describes:
        start, end = (None, end) if bound == "before" else (start, None)
    elif bound == "before":
        start, end = None, end if "END" in (m.get("edge"), m.get("part")) else _next(start, -1)
    elif bound == "after":
        start, end = (start if outcome.precision is TimePrecision.DAY else _next(end, 1)), None
    return Resolved(start, end, outcome.precision, outcome.value, outcome.type, outcome.explicit)


def _next(day: date | None, shift: int) -> date | None:
    return plus(day, shift) if day else None
