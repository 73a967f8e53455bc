"""Who goes on speaking where a pronoun stands far from any name."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.model import Party, SourceKind, Span
from whosays.resolve.continued import continued

PERSON, STATE = SourceKind.PERSON, SourceKind.GOVERNMENT
FAR = "It rained. The sun shone. Prices rose. "


@pytest.mark.parametrize(
    ("kind", "between", "word", "goes_on"),
    [
        (PERSON, FAR, "he", True),
        (PERSON, FAR, "it", False),
        (STATE, FAR, "it", True),
        (STATE, FAR, "he", False),
        (PERSON, "Jonas Berg laughed. " + FAR, "he", False),
        (PERSON, FAR * 5, "he", False),
        (STATE, FAR, "the ministry", False),
    ],
)
def test_only_what_fits_and_with_nobody_between(
    parse: Parse, kind: SourceKind, between: str, word: str, goes_on: bool
) -> None:
    text = f"The first spoke. {between}All is well, {word} added."
    _, sentences = parse(text)
    last = Party("The first", "NOR GOV", kind, "The first", Span(0, 9))
    at = text.rindex(word)
    found = continued(Party(None, None, None, word, Span(at, at + len(word))), last, sentences)
    assert (found.code, found.antecedent) == (("NOR GOV", last.span) if goes_on else (None, None))


def test_a_source_that_is_told_stays(parse: Parse) -> None:
    _, sentences = parse("The first spoke. All is well, he added.")
    own = Party("Anna Lind", "SWE GOV", PERSON, "he", Span(30, 32))
    assert continued(own, Party("The first", "NOR GOV", PERSON, "The first", Span(0, 9)), sentences) is own
