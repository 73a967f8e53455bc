"""A measure that asks twice about a document has it parsed and tagged once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from tests.conftest import Parse
from whosays.evaluate.attribution import evaluate
from whosays.model import Document, Parser, Sentence
from whosays.pipeline import Kit, load_kit

ROWS = [
    {"text": f"The {who} said the port was closed. The council approved a truce.", "attributions": []}
    for who in ("ministry", "governor")
]


@dataclass
class Counting:
    """A parser that notes what it was given."""

    parser: Parser
    given: list[str] = field(default_factory=list)
    name: str = "counting"

    def __call__(self, document: Document) -> tuple[Sentence, ...]:
        self.given.append(document.text)
        return self.parser(document)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(model=False)


def test_each_text_is_parsed_once(kit: Kit, parse: Parse) -> None:
    counting = Counting(kit.parser)
    evaluate(ROWS, replace(kit, parser=counting))
    assert counting.given == [row["text"] for row in ROWS]


def test_the_figures_are_those_of_each_text(kit: Kit) -> None:
    both, apart = evaluate(ROWS, kit), [evaluate([row], kit) for row in ROWS]
    assert both.errors == tuple(error for report in apart for error in report.errors)
