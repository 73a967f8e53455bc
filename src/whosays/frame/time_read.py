"""Document -> its time expressions, each with its TIMEX3 value: what TimeBank annotates, without prepositions and one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from whosays.frame.calendar import Interval
from whosays.frame.time_absolute import absolute
from whosays.frame.time_anchor import Anchor, Resolved, Resolver, Tense
from whosays.frame.time_anchored import anchored
from whosays.frame.time_grammar import Expression, expressions
from whosays.frame.time_lengths import lengths
from whosays.frame.time_names import in_name
from whosays.frame.time_plausible import plausible
from whosays.frame.time_relative import relative
from whosays.frame.time_tense import tense
from whosays.frame.time_words import Word, vocabulary_of, words
from whosays.frame.time_years import years
from whosays.lexicon.terms import bag
from whosays.lexicon.times import Times
from whosays.model import Document, Sentence, Span, TimePrecision

_RANGE = frozenset({"into", "to", "until", "till", "through", "-", "up to"})
_REMEMBERED, _MONTH, _ANOTHER_YEAR = 12, 31, 300
_PARAGRAPHS = 3
_RECENT = timedelta(days=7)
_UNDATED = frozenset({"weekday", "date", "month", "holiday", "day-range", "weekend"})
_NEW_ANCHOR = bag("duration set present past future stretch clock period decade century ago the-unit")


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression: its words, what it resolves to, and whether a range runs from it to the next one.

    ``describes``: it stands before a noun and tells which one ("the 2018 elections").
    """

    expression: Expression
    resolved: Resolved
    words: tuple[Word, ...]
    tense: Tense
    to_next: bool = False
    describes: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """The intervals named so far, and the last one if the text gave its year, with where it stands."""

    places: tuple[tuple[Interval, int], ...] = ()
    dated: Interval | None = None
    paragraph: int = -1
    sentence: int = -1

    def near(self, sentence: Sentence) -> tuple[Interval, ...]:
        """Those of the same paragraph and the three before."""
        return tuple(interval for interval, paragraph in self.places if paragraph >= sentence.paragraph - _PARAGRAPHS)

    def day_in(self, sentence: Sentence) -> Interval | None:
        """The day last named, if the sentence named it."""
        last = self.places[-1][0] if self.places and self.sentence == sentence.index else None
        return last if last and last[0] == last[1] else None

    def then(self, interval: Interval, sentence: Sentence, explicit: bool) -> _Named:
        precise = explicit and (interval[1] - interval[0]).days < _MONTH
        kept = (*self.places[-_REMEMBERED:], (interval, sentence.paragraph))
        return _Named(kept, interval if precise else None, sentence.paragraph, sentence.index)


def readings(document: Document, sentences: Sequence[Sentence], lexicon: Times) -> tuple[Reading, ...]:
    """All time expressions in text order. A date last named in the text anchors "three days later"."""
    found: list[Reading] = []
    named = _Named()
    for sentence in sentences:
        if _may_hold_time(sentence, lexicon):
            here, named = _of_sentence(document, sentence, named, lexicon)
            found.extend(here)
    return tuple(found)


def _anchors(expression: Expression, text: str) -> bool:
    """Whether later expressions may be read from this one. "This morning" in a quotation is of the day it was said."""
    if expression.meaning.kind in _NEW_ANCHOR:
        return False
    return expression.meaning.kind not in ("daypart", "deictic") or not _is_quoted(text, expression.span.start)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quotation that began in the paragraph is open."""
    before = text[max(text.rfind("\n\n", 0, at), 0) : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _may_hold_time(sentence: Sentence, lexicon: Times) -> bool:
    triggers = _triggers(lexicon)
    return any(t.text.lower() in triggers or t.text[:1].isdigit() or t.text[-2:-1].isdigit() for t in sentence.tokens)


@lru_cache(maxsize=4)
def _triggers(lexicon: Times) -> frozenset[str]:
    """Words without which no expression can stand (numbers apart)."""
    classes = (
        "MONTH",
        "WEEKDAY",
        "SEASON",
        "UNIT",
        "PLURAL",
        "DAYPART",
        "HOUR",
        "DEICTIC",
        "PRESENT",
        "PAST_REF",
        "FUTURE_REF",
        "TENS",
        "SOLE_SET",
        "HOLIDAY",
        "DAYNAME",
        "AM",
    )
    pieces = vocabulary_of(lexicon).readings
    last = {p[-1] for p, readings in pieces.items() if any(c in readings for c in (*classes, "PERIOD"))}
    return frozenset(last | {"overnight", "past", "future", "july", "nineteen", "century"})


@lru_cache(maxsize=4)
def _resolvers(lexicon: Times) -> Mapping[str, Resolver]:
    return absolute() | years(lexicon) | relative() | anchored() | lengths()


def _of_sentence(document: Document, sentence: Sentence, named: _Named, lexicon: Times) -> tuple[list[Reading], _Named]:
    """The sentence's readings, and what is named by now."""
    row = words(document.text, sentence.span, lexicon)
    chosen = _choose(row, sentence, document.text, lexicon)
    found: list[Reading] = []
    for n, expression in enumerate(chosen):
        linked = n + 1 < len(chosen) and _is_range(row, expression, chosen[n + 1])
        anchor = _anchor(document, sentence, expression, row, named, lexicon)
        resolver = _resolvers(lexicon)[expression.meaning.kind]
        if found and found[-1].to_next:
            outcome = _second(found[-1], expression, anchor, resolver)
        elif linked or (n + 1 < len(chosen) and _is_pair(row, expression, chosen[n + 1])):
            outcome = _first(expression, chosen[n + 1], anchor, _resolvers(lexicon))
        else:
            outcome = _in_story(expression, anchor, resolver, named, sentence)
        describes = _premodifies(sentence, expression.span)
        found.append(Reading(expression, outcome, row, anchor.tense, linked, describes))
        again = expression.meaning.kind == "later" and outcome.precision is TimePrecision.QUARTER
        if outcome.interval and not describes and not again and _anchors(expression, document.text):
            named = named.then(outcome.interval, sentence, outcome.explicit)
    return found, named


def _anchor(
    document: Document, sentence: Sentence, expression: Expression, row: tuple[Word, ...], named: _Named, lexicon: Times
) -> Anchor:
    """What the expression is read against. What looked ahead from a day in the past is read from that day."""
    before = row[expression.first - 1].lower if expression.first else ""
    found = tense(sentence, expression.span, lexicon)
    leans = before in lexicon.leaning or before in lexicon.bounds.before
    anchor = Anchor(document.published, named.near(sentence), found, leans, named.day_in(sentence))
    if found is not Tense.PROSPECT:
        return anchor
    told = anchor.last(1)
    near = told and document.published and timedelta(0) <= document.published - told[0] <= _RECENT
    moves = expression.meaning.kind in _UNDATED and not _is_dated(expression)
    return replace(anchor, published=told[0] if told and near and moves else document.published, tense=Tense.FUTURE)


def _in_story(
    expression: Expression, anchor: Anchor, resolver: Resolver, named: _Named, sentence: Sentence
) -> Resolved:
    """An undated day or month told after a dated one of an earlier year: in the same sentence it is of that time; later in
    the paragraph it may be of either, and is not resolved."""
    outcome = resolver(expression.meaning, anchor)
    told = named.dated if expression.meaning.kind in ("date", "month", "day-range") else None
    if not told or not outcome.start or anchor.ahead or _is_dated(expression) or named.paragraph != sentence.paragraph:
        return outcome
    if (outcome.start - told[1]).days < _ANOTHER_YEAR:
        return outcome
    if named.sentence != sentence.index:
        return replace(outcome, start=None, end=None)
    tenses = (replace(anchor, published=told[0], tense=t) for t in (Tense.FUTURE, Tense.PAST))
    near = [r for a in tenses if (r := resolver(expression.meaning, a)).start]
    return min(near, key=lambda r: abs(r.start - told[0]) if r.start else timedelta.max, default=outcome)


def _premodifies(sentence: Sentence, span: Span) -> bool:
    """ "The November 27 deal" tells which deal; what comes the following day does not come after it."""
    top = sentence.top(span)
    return top is not None and top.dep in ("compound", "nummod", "nmod", "amod") and sentence.head(top).end > span.end


def _choose(row: tuple[Word, ...], sentence: Sentence, text: str, lexicon: Times) -> list[Expression]:
    """From left to right, the longest plausible expression at each place."""
    chosen: list[Expression] = []
    for candidates in expressions(row, lexicon):
        if not chosen or candidates[0].first >= chosen[-1].last:
            best = _first_plausible(candidates, row, sentence, text, lexicon)
            if best:
                chosen.append(best)
    return chosen


def _first_plausible(
    candidates: tuple[Expression, ...], row: tuple[Word, ...], sentence: Sentence, text: str, lexicon: Times
) -> Expression | None:
    """The longest candidate that is a time; none at all where the longest one is part of a name."""
    for candidate in candidates:
        if in_name(candidate, row, text, lexicon):
            return None
        if plausible(candidate, row, sentence, text, lexicon):
            return candidate
    return None


def _is_range(row: tuple[Word, ...], first: Expression, second: Expression) -> bool:
    """ "X to Y", "X-Y"; with "from" or "between" before also "X until Y" and "X and Y"."""
    between = " ".join(w.lower for w in row[first.last : second.first])
    lead = next((w.lower for w in reversed(row[max(0, first.first - 2) : first.first]) if w.lower != "the"), "")
    timeless = {"duration", "set", "present", "past", "future", "clock"}
    if first.meaning.kind in timeless or second.meaning.kind in timeless - {"present"}:
        return False
    if between in ("and", "and the"):
        return lead == "between"
    return between.removesuffix(" the").rstrip(" ,") in _RANGE and (
        lead == "from" or between in ("-", "to", "through") or between.endswith("until")
    )


def _is_pair(row: tuple[Word, ...], first: Expression, second: Expression) -> bool:
    """ "On Monday and Tuesday": two days in a row."""
    kinds = first.meaning.kind == second.meaning.kind == "weekday"
    return kinds and " ".join(w.lower for w in row[first.last : second.first]) in ("and", "or", "and on", ", and", ",")


def _first(expression: Expression, then: Expression, anchor: Anchor, resolvers: Mapping[str, Resolver]) -> Resolved:
    """The first end of a range takes what it lacks from the second: "from April to June 2023"."""
    end = resolvers[then.meaning.kind](then.meaning, anchor)
    weekdays = expression.meaning.kind == then.meaning.kind == "weekday" and not anchor.ahead
    if (end.explicit or weekdays) and end.end and not _is_dated(expression):
        return resolvers[expression.meaning.kind](
            expression.meaning, replace(anchor, published=end.end, tense=Tense.PAST)
        )
    return resolvers[expression.meaning.kind](expression.meaning, anchor)


def _second(first: Reading, expression: Expression, anchor: Anchor, resolver: Resolver) -> Resolved:
    """The second end is the next such after the first: "from late 2023 until March"."""
    if (
        _is_dated(expression)
        or not first.resolved.start
        or expression.meaning.kind not in ("date", "month", "weekday", "season", "day-range", "holiday")
    ):
        return resolver(expression.meaning, anchor)
    return resolver(expression.meaning, replace(anchor, published=first.resolved.start, tense=Tense.FUTURE))


def _is_dated(expression: Expression) -> bool:
    return expression.meaning.has("year", "year_rel", "rel", "year_that", "iso", "figures", "deictic")
