"""Speakers whom no verb introduces: turns of a transcript, quotations with a name under them."""

from __future__ import annotations

import pytest

from whosays.attribute.layout import layout
from whosays.lexicon.constructions import load_constructions
from whosays.model import Document

BRIEFING = """The minister met the press on Thursday.

VARGA: Minister, did the army cross the river?

ORLAN: The army has not crossed the river.

Two bridges are down.

(Crosstalk.)

VARGA: The village has been burned.

ORLAN: That was the rebels.

Later the crowd left the hall."""

QUOTED = """The exchange follows.

"VARGA: Who burned the village?

"ORLAN: The rebels did.

"They came on Monday.

The hall grew loud, and the guards closed its doors. It took them a quarter of an hour.

People wept, and some of them had to be led away by their neighbours.

Others stood on the stairs and would not go home.

"VARGA: And the bridge?"

More of it will be printed tomorrow."""

NAMED = """Petr Orlan: The army holds the bridge.

Question: How many were killed?

Petr Orlan: Twelve soldiers were killed on Monday."""


def said(text: str) -> list[tuple[str, str]]:
    """Who says what, a pair for each turn, its lines joined by a bar."""
    found = layout(Document("", "", text), load_constructions())
    return [(t.source[0].of(text), " | ".join(s.of(text) for s in t.content)) for t in found]


def test_each_turn_is_what_its_speaker_says() -> None:
    assert said(BRIEFING) == [
        ("VARGA", "Minister, did the army cross the river?"),
        ("ORLAN", "The army has not crossed the river. | Two bridges are down."),
        ("VARGA", "The village has been burned."),
        ("ORLAN", "That was the rebels."),
    ]


def test_the_cue_is_the_colon() -> None:
    first = layout(Document("", "", BRIEFING), load_constructions())[0]
    assert first.cue[0].of(BRIEFING) == ":"


def test_a_quoted_transcript_ends_where_no_mark_opens_a_line() -> None:
    assert said(QUOTED) == [
        ("VARGA", "Who burned the village?"),
        ("ORLAN", "The rebels did. | They came on Monday."),
        ("VARGA", "And the bridge?"),
    ]


def test_names_in_full_that_come_twice_are_speakers_and_who_asks_unnamed_is_none() -> None:
    assert said(NAMED) == [
        ("Petr Orlan", "The army holds the bridge."),
        ("Petr Orlan", "Twelve soldiers were killed on Monday."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "CORRECTION: The road is closed.\n\nCORRECTION: The road is open.\n\nCORRECTION: It is closed.",
        "ORLAN: The road is closed.\n\nThe crowd left.",
        "Battle Tanks: 100\nArmed Vehicles: 20\nField Guns: 7",
        "ALPHA: Orlan, Petr\n\nBRAVO: Varga, Lena\n\nALPHA: Tolen, Mira",
        "LOCATION: the river\nVESSELS: two\nCREWS: nine",
        "The minister said: the road is closed. He said: it is open. He said: nobody knows.",
        "",
    ],
)
def test_other_colons_open_no_turn(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We have no water.” — Mira Tolen", ("Mira Tolen", "“We have no water.”")),
        ("“We have no water.” ― Mira Tolen, a teacher in Sarda.", ("Mira Tolen", "“We have no water.”")),
        ('"They shot at the school."\n\n- Jon Karr.', ("Jon Karr", '"They shot at the school."')),
        ("“We have no water.”\n– Ana de la Cruz", ("Ana de la Cruz", "“We have no water.”")),
    ],
)
def test_a_name_after_a_quotation_signs_it(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        'The party called itself "the first in the land." — Mira Tolen',
        "“We have no water.” — and no light",
        "“We have no water,” said Mira Tolen",
        "— Mira Tolen",
    ],
)
def test_no_other_dash_does(text: str) -> None:
    assert said(text) == []
