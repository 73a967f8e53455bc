"""Every sort of time expression, as an interval of days: the bracketed words, and what comes of them on a day."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Parse
from whosays.frame.time import times
from whosays.lexicon.times import load_times
from whosays.model import Dated, Document, When
from whosays.segment import load_parser

TIMES = load_times()

# text, published, start, end, precision
CASES = """
The column crossed the river [on April 23, 1999].                         | 1999-05-20 | 1999-04-23 | 1999-04-23 | day
The column crossed the river [on 5 December 2024].                        | -          | 2024-12-05 | 2024-12-05 | day
The log names [2008-08-09] as the day of the retreat.                     | -          | 2008-08-09 | 2008-08-09 | day
The paper is dated [24/02/2022].                                          | -          | 2022-02-24 | 2022-02-24 | day
The paper is dated [03/04/2022].                                          | -          | -          | -          | day
The road was closed [in 2015].                                            | 2018-12-20 | 2015-01-01 | 2015-12-31 | year
The road was closed [on Dec. 6th].                                        | 2016-12-20 | 2016-12-06 | 2016-12-06 | day
The road was closed [on Dec. 6th].                                        | -          | -          | -          | day
[In early December of last year], shots were heard.                       | 2025-02-01 | 2024-12-01 | 2024-12-10 | part-of-month
The bridge had fallen [by mid-January].                                   | 2025-02-01 | -          | 2025-01-20 | part-of-month
Guards have stood there [since October 2024].                             | 2025-02-01 | 2024-10-01 | -          | month
The news came [at the end of July].                                       | 2019-09-17 | 2019-07-21 | 2019-07-31 | part-of-month
Patrols went out [from late 2023 until March].                            | 2024-06-01 | 2023-09-01 | 2024-03-31 | part-of-year
The war of [1950-1953] left ruins.                                        | 2025-02-01 | 1950-01-01 | 1953-12-31 | year
The bunker was dug [during World War II].                                 | 2025-02-01 | 1939-09-01 | 1945-09-02 | year
[Since the end of the Korean War in 1950-1953], the zone has been mined.  | 2025-02-01 | 1953-01-01 | -          | year
The town was shelled [on Sunday].                                         | 2022-10-19 | 2022-10-16 | 2022-10-16 | day
The talks will open [on Sunday].                                          | 2022-10-19 | 2022-10-23 | 2022-10-23 | day
The pause begins [on Monday].                                             | 2022-10-19 | 2022-10-24 | 2022-10-24 | day
The town was shelled [late on Friday].                                    | 2016-07-16 | 2016-07-15 | 2016-07-15 | day
The town was shelled [in the early hours of Friday].                      | 2025-06-20 | 2025-06-20 | 2025-06-20 | day
The envoys were expected to leave [last Friday].                          | 2022-10-21 | 2022-10-14 | 2022-10-14 | day
The convoy left [at 6 a.m. on Monday].                                    | 2022-10-19 | 2022-10-17 | 2022-10-17 | day
The town was shelled [last week].                                         | 2014-08-13 | 2014-08-04 | 2014-08-10 | week
The crews will return [next week].                                        | 2022-11-30 | 2022-12-05 | 2022-12-11 | week
A helicopter was lost [last August].                                      | 2018-02-23 | 2017-08-01 | 2017-08-31 | month
The crews had trained there [earlier this month].                         | 2022-11-20 | 2022-11-01 | 2022-11-20 | part-of-month
The plan will be unveiled [later this week].                              | 2019-09-23 | 2019-09-24 | 2019-09-29 | week
The flag was lowered [yesterday].                                         | 2022-11-30 | 2022-11-29 | 2022-11-29 | day
The flag was lowered [yesterday].                                         | -          | -          | -          | day
Drones struck the port [overnight].                                       | 2022-11-30 | 2022-11-29 | 2022-11-30 | day
Drones struck the port [last night].                                      | 2022-11-30 | 2022-11-29 | 2022-11-29 | day
Forty mines were found [in the past two weeks].                           | 2022-11-30 | 2022-11-16 | 2022-11-30 | week
Forty mines were found [in recent weeks].                                 | 2022-11-30 | -          | 2022-11-30 | week
The barrier will be moved [in the next ten days].                         | 2022-11-30 | 2022-11-30 | 2022-12-10 | day
The front was quiet [between 10 and 12 January].                          | 2022-11-30 | 2022-01-10 | 2022-01-12 | day
The front was quiet [from December 28 to January 3].                      | 2022-01-30 | 2021-12-28 | 2022-01-03 | day
The front was quiet [from April 1992 to February 1996].                   | -          | 1992-04-01 | 1996-02-29 | month
The post was lost [a year ago].                                           | 2022-11-30 | 2021-01-01 | 2021-12-31 | year
The post was lost [three months ago].                                     | 2022-11-30 | 2022-08-01 | 2022-08-31 | month
The post was lost [two days ago].                                         | 2022-11-30 | 2022-11-28 | 2022-11-28 | day
The post was lost [two days ago].                                         | -          | -          | -          | day
The post was lost [in the summer of 2015].                                | 2022-11-30 | 2015-06-01 | 2015-08-31 | season
The post was lost [in the winter of 2014-15].                             | 2022-11-30 | 2014-12-01 | 2015-02-28 | season
The post was held [in the summer].                                        | 2022-11-30 | 2022-06-01 | 2022-08-31 | season
The post is [currently] empty.                                            | 2022-11-30 | 2022-11-30 | 2022-11-30 | present
The post was lost [in the first quarter of 2024].                         | 2024-05-15 | 2024-01-01 | 2024-03-31 | quarter
The post was lost [in the first half of 2024].                            | 2024-12-15 | 2024-01-01 | 2024-06-30 | part-of-year
The post was manned [in the 1990s].                                       | 2024-12-15 | 1990-01-01 | 1999-12-31 | decade
The post was lost [on the last weekend of July].                          | 2019-08-05 | 2019-07-27 | 2019-07-28 | week
The post was lost [on Christmas Day].                                     | 2019-08-05 | 2018-12-25 | 2018-12-25 | day
The post has been empty [for over a year].                                | 2025-06-20 | -          | 2025-06-20 | year
The post was lost [after October 2024].                                   | 2025-06-20 | 2024-11-01 | -          | month
The post was lost [before 2015].                                          | 2025-06-20 | -          | 2014-12-31 | year
The post was lost [more than two years ago].                              | 2022-11-30 | -          | 2020-12-31 | year
The post was lost [three years ago today].                                | 2022-11-30 | 2019-11-30 | 2019-11-30 | day
The post was lost [overnight into Wednesday].                             | 2022-12-01 | 2022-11-29 | 2022-11-30 | day
The envoys arrive [on Saturday].                                          | 2022-11-30 | 2022-12-03 | 2022-12-03 | day
The post was held [until at least 5 July].                                | 2022-11-30 | -          | 2022-07-05 | day
The road was built [in the 1800s].                                        | 2022-11-30 | 1800-01-01 | 1899-12-31 | decade
The post will be moved [by October 31].                                   | 2019-09-11 | -          | 2019-10-31 | day
""".strip().splitlines()

# the second expression is read from the first
ANCHORED = """
The garrison left on 11 February 1989. [Four days later] the gate was shut.               | -          | 1989-02-15 | 1989-02-15
The garrison left on 28 December 1999; [a week later] the gate was shut.                  | -          | 2000-01-04 | 2000-01-04
The garrison left on 26 February 2020. [A fortnight earlier], the well had dried up.      | -          | 2020-02-12 | 2020-02-12
The garrison left on Thursday. It returned [the following day].                           | 2025-05-09 | 2025-05-09 | 2025-05-09
The ministry claimed on Thursday to have closed the port [the day before].                | 2025-05-09 | 2025-05-07 | 2025-05-07
The garrison left in March 2020. [Two days later] the gate was shut.                      | -          | -          | -
The garrison left in March 2020. It returned [two months later].                          | -          | 2020-05-01 | 2020-05-31
The garrison left. It returned [the following day].                                       | 2025-05-09 | -          | -
The ministry said on Tuesday that the port would reopen [on Friday].                      | 2025-05-11 | 2025-05-09 | 2025-05-09
The garrison left on November 15, 2017, and the mayor resigned [on November 21].          | 2019-09-09 | 2017-11-21 | 2017-11-21
The garrison left on November 15, 2017. The mayor resigned [on November 21].              | 2019-09-09 | -          | -
The garrison left in May 2019. The mayor resigned [the next month].                       | 2020-09-09 | 2019-06-01 | 2019-06-30
""".strip().splitlines()

NO_TIMES = """
About 2,000 soldiers and 1500 drivers crossed the bridge.
Resolution 2231 and the Su-2022 are names, and so is the M23.
Orders may follow; the men march on and the council shall sit.
A second group sat in the sun.
Activists of the April 6 Youth Movement met near the 6th October Bridge.
Police traced the pistol to the 17 November group.
Conscripts were handed rifles of Second World War vintage and 1960s-era helmets.
Defenders of the hill had rations for ten days.
Patrols pass day and night, and villagers are searched every Friday.
On any given day some 70 shells land on the town.
The Easter Island statue stood beside a copy of the Sunday Times.
The love for Christmas is old, and herds feed in winter.
Crews met on Mondays and every second Friday.
Shipments of a 30-day ration were sent under order No. 1430/2019.
""".strip().splitlines()


def read(parse: Parse, text: str, published: str | None) -> tuple[When, ...]:
    document, sentences = parse(text, published=published)
    return times(document, sentences, TIMES)


def cell(value: str) -> str | None:
    return None if value.strip() == "-" else value.strip()


def bracketed(text: str) -> tuple[str, str]:
    return re.sub(r"[\[\]]", "", text).strip(), text[text.index("[") + 1 : text.index("]")]


def days(when: When) -> tuple[str | None, str | None]:
    return (when.start.isoformat() if when.start else None, when.end.isoformat() if when.end else None)


@pytest.mark.parametrize("case", CASES)
def test_an_expression_becomes_an_interval_of_days(case: str, parse: Parse) -> None:
    text, published, start, end, precision = case.split("|")
    plain, words = bracketed(text)
    (found,) = read(parse, plain, cell(published))
    assert (found.text, *days(found), found.precision) == (words, cell(start), cell(end), cell(precision))


@pytest.mark.parametrize("case", ANCHORED)
def test_an_expression_is_read_from_the_date_named_before(case: str, parse: Parse) -> None:
    text, published, start, end = case.split("|")
    plain, words = bracketed(text)
    found = read(parse, plain, cell(published))
    assert [days(w) for w in found if w.text == words] == [(cell(start), cell(end))]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_gets_no_days(text: str, parse: Parse) -> None:
    assert [w.text for w in read(parse, text, "2022-10-19") if w.start or w.end] == []


def test_without_a_publication_date_nothing_relative_is_resolved(parse: Parse) -> None:
    text = "Yesterday, last week, on Sunday, in March, two years ago and in the past month the port was shut; it is now open."
    assert {days(w) for w in read(parse, text, None)} == {(None, None)}


def test_the_words_and_their_place_are_kept(parse: Parse) -> None:
    text = "The flag was raised on Monday and lowered on 5 December 2024."
    assert [w.span.of(text) for w in read(parse, text, None)] == [w.text for w in read(parse, text, None)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789/-.,:' ’–()") | st.characters(), max_size=60), st.booleans())
def test_no_text_is_refused_and_no_interval_runs_backwards(noise: str, dated: bool) -> None:
    text = f"On {noise} May 5 to the end of {noise} 99 years ago in early 1999/{noise} two weeks later."
    document = Document(id="x", key="x", text=text, published=None, dated=Dated.UNKNOWN)
    found = times(document, load_parser()(document), TIMES)
    assert all(w.span.of(text) == w.text for w in found)
    assert all(w.start <= w.end for w in found if w.start and w.end)
