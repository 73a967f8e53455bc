"""What an article retracts is kept apart; reports and corrections of others are not."""

from __future__ import annotations

import pytest

from whosays.read.correction import corrections


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said that forty soldiers were killed. The number is fourteen.",
        "A previous version of this story misstated the number of the dead.",
        "The original headline wrongly said that the bridge fell.",
        "Correction: the bridge did not fall.",
        "CORRECTION (Feb. 2): forty should be fourteen.",
        "Correction and clarification: the bridge did not fall.",
        "(Corrects number of dead in paragraph 3)",
        "This article was amended on 3 May 2024 because it said that forty had died.",
        "This story has been corrected to say that fourteen were killed, not forty.",
    ],
)
def test_a_correction_is_found_to_the_end_of_its_paragraph(text: str) -> None:
    whole = f"The ministry said that the bridge fell.\n\n{text}\n\nThe army denied it."
    assert [span.of(whole) for span in corrections(whole)] == [text]


def test_what_stands_before_it_in_the_paragraph_is_read() -> None:
    text = "The ministry said no. An earlier version of this report said that it said yes."
    (found,) = corrections(text)
    assert found.of(text).startswith("An earlier version")


@pytest.mark.parametrize(
    "text",
    [
        "The army corrected its figures: thirty dead.",
        "An earlier report said that twenty had died.",
        "A previous version of the plan was rejected by the ministry.",
        "The minister denied an earlier report that said twenty died.",
        "This report was published by the ministry.",
    ],
)
def test_what_is_no_correction(text: str) -> None:
    assert list(corrections(text)) == []
