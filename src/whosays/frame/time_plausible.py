"""Is a match of the grammar a time at all? "May" the verb, "Resolution 2231", "the 17 November group" are not."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.frame.time_context import Context
from whosays.frame.time_grammar import Expression
from whosays.frame.time_words import Word
from whosays.lexicon.times import Times
from whosays.model import Sentence

_VERBAL = ("VB", "MD")
_MODAL_MONTHS = frozenset({"may", "march", "mar", "sun.", "sat.", "august", "april", "june"})
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my", "your", "a", "that", "this"})
_SHORT_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"})


def plausible(expression: Expression, words: Sequence[Word], sentence: Sentence, text: str, lexicon: Times) -> bool:
    """Whether the matched words stand for a time here, by their neighbours, their capitals and the parse."""
    kind = expression.meaning.kind
    tests = {
        "date": _date,
        "day-range": _date,
        "month": _month,
        "weekday": _weekday,
        "year": _year,
        "year-range": _year_range,
        "season": _season,
        "duration": _duration,
        "relative": _relative,
        "day-only": _day_only,
        "present": _present,
        "past": _past,
        "the-unit": _the_unit,
        "set": _set,
        "day-before": _day_before,
        "clock": _clock,
        "holiday": _holiday,
        "quarter": lambda context: context.meaning.has("year", "year_rel", "year_that") or context.after() != "of",
        "later": _later,
        "other-day": _other_day,
    }
    return kind not in tests or tests[kind](Context(expression, words, sentence, text, lexicon))


def _later(context: Context) -> bool:
    """ "Two years before" by itself; before what, where that follows, is another matter."""
    alone = context.inside[-1].lower != "before" or context.after() in ("", ",", ".", ";", ":", ")", "”", '"')
    return alone and context.after() != "than"


def _capital(context: Context, class_: str) -> bool:
    return all(context.text[w.start].isupper() for w in context.inside if class_ in w.readings)


def _date(context: Context) -> bool:
    if not _capital(context, "MONTH"):
        return False
    last = context.inside[-1]
    if "DAY" in last.readings and not context.meaning.has("year"):
        token = context.token(last)
        head = context.sentence.head(token) if token else None
        if token and head and token.dep == "nummod" and head.tag == "NNS" and head.start > last.start:
            return False
    return True


def _month(context: Context) -> bool:
    if not _capital(context, "MONTH"):
        return False
    if len(context.inside) > 1:
        return True
    word = context.inside[0]
    token = context.token(word)
    if word.lower in _SHORT_MONTHS and word.lower not in ("sept",):
        return False
    if token is not None and token.tag.startswith(_VERBAL):
        return False
    led = context.before() in context.leads
    if word.lower in _MODAL_MONTHS:
        listed = context.before() in ("and", "or", ",")
        return led and not listed and not (token is not None and token.entity == "PERSON")
    return led or token is None or (token.entity not in ("PERSON", "GPE", "ORG") or token.dep in ("npadvmod", "pobj"))


def _weekday(context: Context) -> bool:
    return _capital(context, "WEEKDAY") and not (
        context.inside[0].lower in ("sun.", "sat.") and context.before() == "the"
    )


def _year(context: Context) -> bool:
    if len(context.inside) > 1:
        return True
    year = context.meaning.number("year") or 0
    token = context.token(context.inside[0])
    if token is None or not 1400 <= year <= 2100 or context.inside[0].lower == "two thousand":
        return False
    head = context.sentence.head(token)
    previous = context.before()
    tells_which = previous in _POSSESSIVES or "'s" in previous
    if tells_which and 1900 <= year <= 2099 and context.after().isalpha() and head.start > token.start:
        return True
    if (
        token.dep == "nummod"
        and head.start > token.start
        and (head.tag in ("NNS", "NNPS") or head.start - token.end > 20)
    ):
        return False
    if context.after() in ("%", "per", "people", "km", "kilometers", "miles", "times", "-") and context.after() != "-":
        return False
    if previous in context.leads or previous == "":
        return True
    return _has(context, context.expression.first - 1, "MONTH", "SEASON", "HOLIDAY", "PART", "YEAR", "QUARTER")


def _has(context: Context, at: int, *classes: str) -> bool:
    return 0 <= at < len(context.words) and any(c in context.words[at].readings for c in classes)


def _year_range(context: Context) -> bool:
    years = [context.meaning.number("year") or 0, context.meaning.number("year_to") or 0]
    if context.meaning.number("year_to") is None or not 1400 <= years[0] <= 2100 or context.before() in (".", "no"):
        return False
    if any(w.lower == "/" for w in context.inside) and years[1] not in (years[0] + 1, (years[0] + 1) % 100):
        return False
    return years[1] > years[0] or (years[1] < 100 and years[1] > years[0] % 100)


def _season(context: Context) -> bool:
    word = next((w for w in context.inside if "SEASON" in w.readings), context.inside[-1])
    token = context.token(word)
    if token is not None and token.tag.startswith(_VERBAL):
        return False
    if context.meaning.has("year", "year_rel", "rel", "year_that"):
        return True
    if word.lower in ("fall", "spring"):
        return (
            context.before() in ("in", "by", "until", "since")
            and context.inside[0].lower == "the"
            and context.after() != "of"
        )
    return (
        context.inside[0].lower == "the"
        or context.meaning.has("part", "edge")
        or context.before() in ("in", "by", "until", "since", "during")
    )


def _duration(context: Context) -> bool:
    meaning, last = context.meaning, context.inside[-1].lower
    unit = meaning.code("unit")
    if unit == "S" and (last == "second" or not meaning.has("count")) and context.inside[0].lower != "one":
        return False
    if unit == "Q":
        return (
            context.after() not in ("of", "mile")
            and meaning.has("count")
            and not (meaning.get("count") == 1 or "A" in context.inside[0].readings)
        )
    if (context.inside[0].lower == "some" and last == "day") or context.after(context.after() == "-") == "old":
        return False
    alone = context.expression.last - context.expression.first == 1
    if context.titled() or (alone and context.expression.first and context.is_capital(context.expression.first)):
        return False
    return not (last in ("minute", "min") and context.inside[0].lower == "the")


def _day_only(context: Context) -> bool:
    """ "On the 24th", in figures, where no noun follows ("the 24th brigade")."""
    token = context.token(context.inside[-1])
    noun = token is not None and context.sentence.head(token).start > token.start
    return (
        context.inside[-1].lower[0].isdigit()
        and context.before() == "the"
        and context.before(2) in ("on", "by", "until", "from")
        and not noun
    )


def _holiday(context: Context) -> bool:
    """ "Her love for Easter" is of no year."""
    lead = context.words[context.expression.first - 1] if context.expression.first else None
    token = context.token(lead) if lead is not None and lead.lower in ("for", "of") else None
    return token is None or context.sentence.head(token).pos not in ("NOUN", "PROPN")


def _relative(context: Context) -> bool:
    return context.meaning.code("unit") not in ("S", "MIN", "H") and not context.titled()


def _other_day(context: Context) -> bool:
    token = context.token(context.inside[0])
    return context.meaning.code("unit") not in ("S", "MIN", "H") and not (token is not None and token.dep == "mark")


def _present(context: Context) -> bool:
    word = context.inside[0]
    if word.lower in ("now", "by now") and context.after() == "that":
        return False
    return not (word.lower in ("recent", "current", "future", "now") and context.after() == "-")


def _past(context: Context) -> bool:
    """ "In the past" not before what tells how much: "in the past two weeks"."""
    if context.before() == context.after() == "as":
        return False
    if context.inside[-1].lower == "past":
        return not _has(context, context.expression.last, "NUMBER", "UNIT", "PLURAL", "VAGUE", "SEASON", "DAYPART")
    return True


def _the_unit(context: Context) -> bool:
    """ "In the quarter", "during the week"; not "the day that", nor "the year of the rat"."""
    last, first = context.inside[-1].lower, context.inside[0].lower
    if context.meaning.code("unit") not in ("W", "M", "Q", "Y"):
        return False
    led = context.before() in ("in", "for", "during", "of", "throughout", "over")
    named = first in ("fiscal", "latest") or "FISCAL" in context.inside[-1].readings or last != first == "full"
    return (led or named) and context.after() not in ("of", "when", "that", "-", "to")


def _set(context: Context) -> bool:
    return not (
        context.is_capital(context.expression.first)
        and context.expression.first > 0
        and context.meaning.has("sole_set")
    )


def _day_before(context: Context) -> bool:
    """ "The day before the vote" hangs on the vote, not on a date."""
    return context.after() in (
        "",
        ".",
        ",",
        ";",
        ":",
        "and",
        "but",
        "or",
        "when",
        "in",
        "at",
        "by",
        "as",
        "lparen",
        "rparen",
        "that",
        "with",
        "on",
        "for",
        '"',
        "”",
        "!",
        "?",
        "from",
        "after",
    )


def _clock(context: Context) -> bool:
    return (
        len(context.inside) > 1
        or "CLOCK" in context.inside[0].readings
        or context.before()
        in ("at", "around", "by", "until", "before", "after", "about", "since", "from", "of", "till")
    )
