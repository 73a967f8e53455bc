"""What a text sets apart by fences is no prose of the article; a text that is all in fences is."""

from __future__ import annotations

from whosays.read.fences import fences

PROSE = "The ministry said that the bridge over the Lora had fallen after two days of shelling.\n\n"


def test_a_fenced_passage_is_found_with_its_fences() -> None:
    text = f"{PROSE}```\nNobody lives here.\n```\n\n{PROSE}~~~ note\nCheck this.\n~~~\n{PROSE}"
    assert [span.of(text) for span in fences(text)] == ["```\nNobody lives here.\n```", "~~~ note\nCheck this.\n~~~"]


def test_a_longer_fence_holds_a_shorter_one() -> None:
    text = f"{PROSE}````\n```\nNobody.\n```\n````\n{PROSE}"
    assert [span.of(text) for span in fences(text)] == ["````\n```\nNobody.\n```\n````"]


def test_a_fence_that_nothing_closes_sets_nothing_apart() -> None:
    assert not fences(f"{PROSE}```\n{PROSE}")


def test_three_marks_within_a_line_are_no_fence() -> None:
    assert not fences(f"{PROSE}He wrote ```no``` on it.\nHe wrote ```no``` again.\n")


def test_an_article_pasted_whole_between_fences_is_read() -> None:
    assert not fences(f"Pasted:\n```\n{PROSE}{PROSE}```\n")
