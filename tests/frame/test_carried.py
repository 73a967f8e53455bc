"""A speaker who goes on keeps the time of the first report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.frame.test_clocks import made
from whosays.frame.carried import Meeting, carried
from whosays.model import Attribution, Mention, Span, TimePrecision, When

MONDAY = When("on Monday", Span(0, 9), date(2024, 5, 13), date(2024, 5, 13), TimePrecision.DAY)


def says(name: str, sentence: int, antecedent: Mention | None = None) -> Attribution:
    source = Mention(name, Span(100 * sentence, 100 * sentence + len(name)), sentence, antecedent)
    return made(source, (Span(1, 2),), (Span(3, 4),), sentence)


FIRST = says("President Ana Orlan of Sarda", 1)

CASES = [
    (says("Orlan", 2), MONDAY),
    (says("she", 2, FIRST.source), MONDAY),
    (says("Orlan's statement", 2), MONDAY),
    (says("she", 2), MONDAY),
    (says("the statement", 3), MONDAY),
    (says("President Bela Toth", 2), None),
    (says("Sarda", 2), None),
    (says("the ministry", 2), None),
    (says("Orlan", 9), None),
]


@pytest.mark.parametrize(
    ("later", "when"), CASES, ids=[f"{a.source.text} in {a.sentence}" for a, _ in CASES if a.source]
)
def test_the_time_goes_on_with_its_speaker(later: Attribution, when: When | None) -> None:
    assert carried((FIRST, later), (MONDAY, None), (None, None)) == (MONDAY, when)


def test_a_word_of_nation_is_no_name_that_two_speakers_share() -> None:
    first, later = says("South Arnish doctors", 1), says("a former North Arnish lieutenant", 2)
    assert carried((first, later), (MONDAY, None), (None, None)) == (MONDAY, None)


def test_a_report_with_a_time_of_its_own_keeps_it() -> None:
    friday = When("on Friday", Span(0, 9), date(2024, 5, 17), date(2024, 5, 17), TimePrecision.DAY)
    assert carried((FIRST, says("Orlan", 2), says("Orlan", 3)), (MONDAY, friday, None), (None,) * 3) == (
        MONDAY,
        friday,
        friday,
    )


def test_the_time_reaches_from_report_to_report() -> None:
    chain = [says("Orlan", n) for n in (1, 3, 5, 7)]
    assert carried(chain, (MONDAY, None, None, None), (None,) * 4) == (MONDAY,) * 4


def test_those_who_met_on_a_day_speak_on_it() -> None:
    told = says("the publisher", 1)
    ministers = Mention("the ministers of Sarda", Span(100, 122), 1)
    they = says("they", 2, ministers)
    met = Meeting(ministers, MONDAY)
    assert carried((replace(told, source=None), they), (None, None), (met, None)) == (None, MONDAY)
