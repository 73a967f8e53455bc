"""What is not read for claims, from reading to claims."""

from __future__ import annotations

import pytest

from whosays.model import AsideKind, Document, SourceKind
from whosays.pipeline import Kit, analyse, load_kit
from whosays.read.compose import compose
from whosays.read.input import Reading, Stated, Unread

TEXT = """SEOUL, Feb. 1, 2025 (Wire) - Fourteen soldiers were killed on Thursday, the ministry said. Shells hit the bridge.

Міністерство оборони повідомило в четвер, що міст було зруйновано вночі. Речник армії заперечив це.

An earlier version of this report said that forty soldiers were killed."""


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(model=False)


def document(text: str, stated: Stated | None = None) -> Document:
    found = compose(text, "k", stated or Stated())
    assert isinstance(found, Reading)
    return found.document


def test_asides_are_named_and_the_offsets_stay() -> None:
    found = document(TEXT)
    assert [(a.kind, a.span.of(TEXT)[:5], a.note) for a in found.asides] == [
        (AsideKind.DATELINE, "SEOUL", None),
        (AsideKind.LANGUAGE, "Мініс", "uk"),
        (AsideKind.CORRECTION, "An ea", None),
    ]
    assert found.text == TEXT


def test_what_stands_in_fences_is_kept_apart_and_said() -> None:
    prose = "The ministry said that the bridge over the Lora had fallen. The army denied that it had shelled it."
    found = compose(f"{prose}\n\n```\nWe have lost the port, the envoy said.\n```\n\n{prose}", "k", Stated())
    assert isinstance(found, Reading)
    assert [a.kind for a in found.document.asides] == [AsideKind.FENCED]
    assert [i.message.split(",")[0] for i in found.issues] == ["a passage between fences (``` or ~~~)"]


def test_no_claim_is_read_from_an_aside(kit: Kit) -> None:
    analysis = analyse(document(TEXT), kit)
    spans = [span for claim in analysis.claims for span in claim.content]
    assert spans
    assert not any(span.overlaps(aside.span) for span in spans for aside in analysis.document.asides)
    assert all(claim.document is analysis.document for claim in analysis.claims)


def test_the_agency_relays_what_the_publisher_says_itself_and_nothing_else(kit: Kit) -> None:
    claims = analyse(document(TEXT), kit).claims
    assert {(c.source.kind is SourceKind.PUBLISHER, tuple(v.text for v in c.via)) for c in claims} == {
        (True, ("Wire",)),
        (False, ()),
    }


def test_an_agency_that_is_the_publisher_relays_nothing(kit: Kit) -> None:
    assert all(not c.via for c in analyse(document(TEXT, Stated(publisher="Wire")), kit).claims)


def test_asides_are_issues_of_the_document() -> None:
    found = compose(TEXT, "k", Stated())
    assert isinstance(found, Reading)
    assert [i.message for i in found.issues] == [
        "a passage in Ukrainian is not read",
        "a correction, kept apart: no claim is read from it",
    ]


def test_a_text_in_another_language_is_not_read_and_named() -> None:
    found = compose(TEXT.split("\n\n")[1], "k", Stated())
    assert isinstance(found, Unread)
    assert "in Ukrainian" in found.why
    assert not found.whole
