"""`whosays explain`: a claim's reasons on standard output, and an exit code that says how it went."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from whosays.cli.app import app

TEXT = "Norway denied that its soldiers had shelled the port. Peru said it had left."


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explain") / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["explain", "--no-model", *map(str, arguments)])


def test_all_claims_are_explained_and_one_where_its_id_is_given(article: Path) -> None:
    everything = run(article)
    assert everything.exit_code == 0
    heads = [line.split()[0] for line in everything.stdout.splitlines() if not line.startswith(" ")]
    assert len(heads) == 2
    one = run(article, heads[1][:6])
    assert one.exit_code == 0
    assert one.stdout.startswith(heads[1])
    assert one.stdout in everything.stdout


def test_an_id_that_no_claim_has_is_said(article: Path) -> None:
    result = run(article, "zzzz")
    assert result.exit_code == 3
    assert "no claim" in result.stderr
    assert result.stdout == ""


def test_a_document_that_is_not_there_is_no_input(tmp_path: Path) -> None:
    assert run(tmp_path / "none.txt").exit_code == 3
