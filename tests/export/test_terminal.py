"""The terminal's page groups claims by source, fits 80 columns and obeys no one's article."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from tests.seed import claim, seed_analysis, seed_document
from whosays.export.records import records
from whosays.export.terminal import terminal
from whosays.model import Analysis, Dated


def page(analysis: Analysis, width: int = 80, ids: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, no_color=True, highlight=False)
    terminal(analysis.document, records(analysis, "m"), console, ids=ids)
    return out.getvalue()


def test_claims_stand_under_their_source_with_mark_and_word() -> None:
    shown = page(seed_analysis())
    russia = shown.index("Government of Russia  RUS GOV")
    korea = shown.index("Government of North Korea  PRK GOV")
    group = shown[russia:korea]
    assert "✕ denies" in group
    assert "◌ not confirmed" in group
    assert shown.count("Government of Russia") == 1


def test_it_fits_80_columns_and_leaves_no_space_at_their_end() -> None:
    lines = page(seed_analysis()).splitlines()
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_when_where_and_how_many_follow_the_words() -> None:
    shown = " ".join(page(seed_analysis()).split())
    assert "when 2024-12-01 … 2024-12-10 · where Kursk Oblast, RUS" in shown
    assert "when until 2025-01-20 · how many ~40 percent (killed, injured)" in shown
    assert "planned, not counted as happened" in shown


def test_a_claim_can_be_asked_for_by_what_is_shown_of_its_id() -> None:
    analysis = seed_analysis()
    shown = page(analysis, ids=True)
    assert all(f"claim {record.id[:8]}" in " ".join(shown.split()) for record in records(analysis, "m"))
    assert "claim " not in page(analysis).split("\n", 2)[2]


def test_an_assumed_date_is_said_and_an_unknown_one_too() -> None:
    assert "2025-02-01 (assumed" in page(seed_analysis())
    undated = replace(seed_document(), published=None, dated=Dated.UNKNOWN)
    assert "date unknown" in page(Analysis(undated, ()))


def test_a_text_without_claims_says_so() -> None:
    assert "no claims found" in page(Analysis(seed_document("Nothing."), ()))


def test_the_article_cannot_command_the_terminal() -> None:
    document = replace(
        seed_document("\x1b[2J\x1b]0;gone\x07 The ministry said [bold]so[/bold] \u202e."), title="\x1b[31mT"
    )
    shown = page(Analysis(document, (claim(document, "[bold]so[/bold] \u202e", "\x07 The ministry", "said"),)))
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "[bold]so[/bold]" in shown
