"""Fixtures that every stage's tests share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import settings

from whosays.model import Dated, Document, Sentence
from whosays.segment import load_parser

settings.register_profile("whosays", deadline=None)
settings.load_profile("whosays")

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
