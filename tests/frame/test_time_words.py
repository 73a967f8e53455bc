"""A sentence's text -> words with the classes that the grammar of time is written in."""

from __future__ import annotations

from whosays.frame.time_words import Word, words
from whosays.lexicon.times import load_times
from whosays.model import Span

TIMES = load_times()


def read(text: str) -> tuple[Word, ...]:
    return words(text, Span(0, len(text)), TIMES)


def one(text: str) -> Word:
    (found,) = read(text)
    return found


def test_words_are_cut_at_marks_and_keep_their_place() -> None:
    text = "On Monday, May 12"
    assert [(text[w.start : w.end], w.lower) for w in read(text)] == [
        ("On", "on"),
        ("Monday", "monday"),
        (",", ","),
        ("May", "may"),
        ("12", "12"),
    ]


def test_a_word_has_all_its_classes() -> None:
    assert "MONTH" in one("May").readings
    assert "WEEKDAY" in one("Monday").readings
    assert {"NUMBER", "DAY"} <= {c for key in one("12").readings for c in key.split()} | set(one("12").readings)


def test_dates_in_figures_are_one_word() -> None:
    assert len(read("2025-02-01")) == len(read("12/05/2025")) == len(read("11:30")) == 1


def test_only_the_span_is_read_and_offsets_are_the_texts_own() -> None:
    (found,) = words("Talks on Monday", Span(9, 15), TIMES)
    assert (found.start, found.end, found.span) == (9, 15, Span(9, 15))
