"""A document that repeats most of another is its copy, however much else it says; one that tells the same story is not."""

from __future__ import annotations

from whosays.link.nears import nears
from whosays.link.signature import signature

WIRE = (
    "The ministry said on Monday that the bridge at the northern crossing had been hit twice during the night. "
    "Two guards were wounded, it said, and traffic was stopped until the morning. "
    "The governor of the region said that repairs would take at least three weeks."
)
RETOLD = (
    "During the night the crossing in the north came under fire, according to the ministry, which spoke of two wounded "
    "guards. It will be three weeks or longer before the bridge can be used again, the governor of the region told reporters."
)


def share(a: str, b: str) -> float | None:
    found = nears(signature("a", a), [signature("b", b)])
    return found[0].share if found else None


def test_a_reprint_is_a_copy() -> None:
    assert share(WIRE, WIRE) == 1.0
    assert share(WIRE, WIRE.replace("Monday", "Tuesday").upper()) == share(WIRE.replace("Monday", "Tuesday"), WIRE)


def test_a_copy_with_additions_is_a_copy() -> None:
    assert share(WIRE, f"{RETOLD}\n\n{WIRE}\n\n{RETOLD}") == 1.0


def test_a_light_edit_is_a_copy() -> None:
    assert (share(WIRE, WIRE.replace("on Monday", "").replace("until the morning", "for hours")) or 0) > 0.6


def test_the_same_story_in_other_words_is_no_copy() -> None:
    assert share(WIRE, RETOLD) is None


def test_too_short_to_tell() -> None:
    assert share("Shells fell again.", "Shells fell again.") is None


def test_what_a_site_prints_on_every_page_makes_no_copies() -> None:
    wall = (
        "Sign in to your account to go on reading this report. By registering you agree to our terms of service. " * 3
    )
    assert share(f"{wall}\n\n{WIRE}", f"{wall}\n\n{RETOLD}") is None


def test_copies_share_a_band() -> None:
    assert set(signature("a", WIRE).bands) & set(signature("b", f"{RETOLD} {WIRE}").bands)


def test_any_text_has_a_signature() -> None:
    for text in ("", " ", "\n\n", "\ud800", "word", "１２３ " * 50):
        assert signature("a", text) == signature("a", text)
