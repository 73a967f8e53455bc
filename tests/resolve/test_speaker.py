"""Whether a pronoun in what is quoted stands for the one who is quoted."""

from __future__ import annotations

import pytest

from tests.conftest import Parse
from whosays.model import Party, SourceKind, Span
from whosays.resolve.speaker import is_quoted, is_speaker


@pytest.mark.parametrize(
    ("text", "source", "kind", "word", "is_one"),
    [
        ("The ministry said it had fired.", "The ministry", SourceKind.GOVERNMENT, "it", True),
        ("The ministry said he had fired.", "The ministry", SourceKind.GOVERNMENT, "he", False),
        ("Anna Lind said she had fired.", "Anna Lind", SourceKind.PERSON, "she", True),
        ("Anna Lind said it had fired.", "Anna Lind", SourceKind.PERSON, "it", False),
        ("The officials said they had fired.", "The officials", SourceKind.GOVERNMENT, "they", True),
        ("The ministry said they had fired.", "The ministry", SourceKind.GOVERNMENT, "they", False),
        ('The ministry said "it fired".', "The ministry", SourceKind.GOVERNMENT, "it", False),
    ],
)
def test_number_kind_and_quotation_marks_tell(
    parse: Parse, text: str, source: str, kind: SourceKind, word: str, is_one: bool
) -> None:
    document, sentences = parse(text)
    at = text.index(f"{word} ") if word != "they" else text.index("they")
    who = Party(source, "NOR GOV", kind, source, Span(0, len(source)))
    assert is_speaker(word, Span(at, at + len(word)), who, sentences, document) is is_one


def test_a_speaker_that_is_not_known_is_nobody(parse: Parse) -> None:
    document, sentences = parse("Somebody said it had fired.")
    who = Party(None, None, None, "Somebody", Span(0, 8))
    assert not is_speaker("it", Span(14, 16), who, sentences, document)


@pytest.mark.parametrize(("mark", "end"), [('"', '"'), ("“", "”"), ("«", "»")])
def test_a_quotation_is_open_until_it_closes(parse: Parse, mark: str, end: str) -> None:
    text = f"He said: {mark}We fired. They fled.{end} The town was quiet."
    document, sentences = parse(text)
    inside, outside = text.index("They"), text.index("The town")
    assert is_quoted(Span(inside, inside + 4), sentences, document)
    assert not is_quoted(Span(outside, outside + 3), sentences, document)
