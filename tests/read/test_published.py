"""Of the dates that a page gives the most trusted one counts, unless it stands alone against two; contradictions are said."""

from __future__ import annotations

from datetime import date

from whosays.model import Dated
from whosays.read.published import Dating, published
from whosays.read.written import written


def dating(dated: Dated, words: str, modified: bool = False) -> Dating:
    at = written(words)
    assert at
    return Dating(dated, at, modified)


def test_the_most_trusted_place_counts_and_the_other_day_is_said() -> None:
    found = published((dating(Dated.URL, "2025-01-20"), dating(Dated.JSON_LD, "2025-02-01")))
    assert found.dating
    assert (found.dating.at.day, found.dating.dated) == (date(2025, 2, 1), Dated.JSON_LD)
    assert found.contradictions == ("dated 2025-02-01 by json-ld (2025-02-01), but 2025-01-20 by url (2025-01-20)",)


def test_two_places_outvote_one_that_stands_alone() -> None:
    dates = (dating(Dated.JSON_LD, "2024-01-01"), dating(Dated.META, "2025-02-01"), dating(Dated.URL, "2025-02-01"))
    found = published(dates)
    assert found.dating
    assert (found.dating.at.day, found.dating.dated) == (date(2025, 2, 1), Dated.META)
    assert len(found.contradictions) == 1


def test_a_day_apart_is_no_contradiction() -> None:
    assert not published(
        (dating(Dated.META, "2025-02-01T23:00:00Z"), dating(Dated.TIME, "2 February 2025"))
    ).contradictions


def test_the_day_is_the_local_one() -> None:
    found = published((dating(Dated.META, "2025-02-01T22:00:00Z"), dating(Dated.TIME, "2025-02-02T07:00:00+09:00")))
    assert found.dating
    assert (found.dating.at.day, found.dating.at.moment) == (date(2025, 2, 2), "2025-02-02T07:00:00+09:00")


def test_a_day_of_change_does_not_date_but_can_contradict() -> None:
    assert published((dating(Dated.META, "2025-02-03", modified=True),)).dating is None
    found = published((dating(Dated.META, "2025-02-03"), dating(Dated.JSON_LD, "2025-01-03", modified=True)))
    assert "last changed on 2025-01-03, before that" in found.contradictions[0]


def test_a_date_that_was_never_set_is_none() -> None:
    assert published((dating(Dated.JSON_LD, "1970-01-01T00:00:00Z"),)).dating is None
