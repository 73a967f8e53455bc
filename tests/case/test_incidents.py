"""Which documents of the example case tell of the same thing that happened, on any day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from whosays.case.case import OpenCase
from whosays.case.incidents import incidents
from whosays.cli.case_app import app


@pytest.fixture
def case(kursk: Path) -> Iterator[OpenCase]:
    opened = OpenCase.at(kursk)
    yield opened
    opened.close()


def grouped(case: OpenCase, as_of: date | None = None) -> list[tuple[str, ...]]:
    balance = case.balance(as_of)
    keys = {d.id: d.key for d in balance.documents}
    with case.store.reading() as reads:
        return [tuple(keys[d] for d in i.documents) for i in incidents(reads, balance)]


def test_a_report_and_its_copy_tell_of_one_incident(case: OpenCase) -> None:
    assert ("r01", "r02") in grouped(case)


def test_each_document_that_counts_is_in_one(case: OpenCase) -> None:
    documents = [d for group in grouped(case) for d in group]
    assert len(documents) == len(set(documents)) > 15


def test_a_day_knows_no_later_document(case: OpenCase) -> None:
    assert grouped(case, date(2024, 10, 18)) == [("r01", "r02")]


def test_the_command_says_why(kursk: Path) -> None:
    done = CliRunner().invoke(app, ["incidents", str(kursk), "--as-of", "2024-10-18", "--json"])
    row = json.loads(done.stdout)
    assert row["documents"] == ["r01", "r02"]
    assert row["why"].startswith("r0")
    (tie,) = row["ties"]
    assert tie["parts"]["start"] < 0 < tie["parts"]["wording"]


def test_a_spreadsheet_has_the_ties_in_one_cell(kursk: Path) -> None:
    done = CliRunner().invoke(app, ["incidents", str(kursk), "--as-of", "2024-10-18", "--csv"])
    header, line = done.stdout.splitlines()
    assert header == "incident,documents,why,ties"
    assert "r01; r02" in line
    assert " ~ " in line
