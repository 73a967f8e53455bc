"""Fixtures that every stage's tests share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from whosays.model import Dated, Document, Sentence
from whosays.segment import load_parser

settings.register_profile("whosays", deadline=None)
settings.load_profile("whosays")

EXAMPLES = Path(__file__).parents[1] / "examples"

Parse = Callable[..., tuple[Document, tuple[Sentence, ...]]]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """``parse(text, published="2025-02-01")`` -> the document and its sentences."""
    parser = load_parser()

    def parse_text(text: str, published: str | None = None) -> tuple[Document, tuple[Sentence, ...]]:
        day = date.fromisoformat(published) if published else None
        document = Document(
            id="test", key="test", text=text, published=day, dated=Dated.GIVEN if day else Dated.UNKNOWN
        )
        return document, parser(document)

    return parse_text


@pytest.fixture(scope="session")
def kursk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case, read by the engine as it ships: a file that no test may change."""
    from typer.testing import CliRunner

    from whosays.cli.case_app import app

    case = tmp_path_factory.mktemp("case") / "kursk.case"
    for given in (["reports.jsonl"], ["../article.txt", "--assume-published", "2025-02-01"]):
        path, *options = given
        done = CliRunner().invoke(app, ["add", str(case), str(EXAMPLES / "kursk" / path), *options])
        assert done.exit_code == 0, done.stderr
    return case
