"""CSV holds one claim a row, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.seed import claim, seed_analysis, seed_document
from whosays.export.columns import COLUMNS
from whosays.export.commas import commas, header
from whosays.export.records import records
from whosays.model import Analysis


def rows(analysis: Analysis) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(header() + commas(records(analysis, "m")))))


def test_each_claim_is_a_row_under_the_header() -> None:
    found = rows(seed_analysis())
    assert len(found) == len(seed_analysis().claims)
    assert list(found[0]) == list(COLUMNS)
    row = found[5]
    assert (row["source"], row["stance"], row["content_span"]) == ("Volodymyr Zelenskyy", "asserts", "774-848")
    assert (row["place"], row["place_lat"], row["time_start"]) == ("Kursk Oblast", "51.7", "2024-12-01")
    assert (row["published"], row["dated"]) == ("2025-02-01", "assumed")
    assert found[6]["quantities"] == "about 40% [~40 percent]"
    assert found[0]["source_text"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_begins_as_a_formula(start: str) -> None:
    document = seed_document(f"{start}cmd|calc!A1 fell, the ministry said.")
    made = claim(document, f"{start}cmd|calc!A1 fell", "the ministry", "said")
    (row,) = rows(Analysis(replace(document, title=f"{start}title"), (made,)))
    assert row["text"] == f"'{start}cmd|calc!A1 fell"


def test_the_signs_of_polarity_and_negative_degrees_stay_what_they_are() -> None:
    assert {row["polarity"] for row in rows(seed_analysis())} == {"+"}


def test_line_breaks_and_quotes_survive() -> None:
    document = seed_document('The "ministry"\r\nof defence said the bridge fell.')
    made = claim(document, "the bridge fell", 'The "ministry"\r\nof defence', "said")
    (row,) = rows(Analysis(document, (made,)))
    assert row["source_text"] == 'The "ministry"\r\nof defence'
