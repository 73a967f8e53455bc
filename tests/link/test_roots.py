"""How many independent origins a proposition has: copies, relays and one publisher's repeats are one."""

from __future__ import annotations

from typing import Any

from tests.store.made import held, posting
from whosays.findings import Holder, Origin, OriginKind, Posting
from whosays.link.roots import roots
from whosays.model import SourceKind

MINISTRY = Holder("Ministry of Defence", "KIL GOV", SourceKind.GOVERNMENT, "the ministry")
GOVERNOR = Holder("The governor", "KIL GOV", SourceKind.PERSON, "the governor")
WIRE = Holder("The Wire", "MED", SourceKind.MEDIUM, "the Wire")
DOCUMENTS = {
    "d1": held("d1", publisher="The Wire"),
    "d2": held("d2", publisher="The Harbour Daily"),
    "d3": held("d3", publisher="The Lake Courier"),
    "d4": held("d4", publisher="The Harbour Daily"),
}


def told(id_: str, document: str, source: Holder = MINISTRY, **more: Any) -> Posting:
    return posting(id_, document, source=source, **more)


def of(*claims: Posting, copied: dict[str, str] | None = None) -> tuple[Origin, ...]:
    return roots(claims, DOCUMENTS, copied or {})


def own(document: str) -> Holder:
    name = DOCUMENTS[document].publisher
    return Holder(name, "publisher", SourceKind.PUBLISHER, None)


def test_what_one_document_says_has_one_origin_however_often() -> None:
    (origin,) = of(told("a", "d1"), told("b", "d1", GOVERNOR))
    assert (origin.kind, origin.documents) == (OriginKind.SINGLE, ("d1",))
    assert origin.why == "rests on Ministry of Defence, The governor"


def test_two_reporters_who_heard_the_ministry_are_two() -> None:
    assert len(of(told("a", "d1"), told("b", "d2"))) == 2


def test_copies_of_one_text_are_one() -> None:
    (origin,) = of(told("a", "d1"), told("b", "d2"), copied={"d1": "o", "d2": "o"})
    assert (origin.kind, origin.documents) == (OriginKind.COPY, ("d1", "d2"))
    assert origin.why.startswith("copies of one text; rests on")


def test_what_two_have_through_one_agency_is_one() -> None:
    (origin,) = of(told("a", "d2", via=(WIRE,)), told("b", "d3", via=(WIRE,)))
    assert (origin.kind, origin.why) == (OriginKind.CITATION, "through wire; rests on Ministry of Defence")


def test_who_cites_a_publisher_is_of_that_publishers_origin() -> None:
    (origin,) = of(told("a", "d1"), told("b", "d2", via=(WIRE,)))
    assert origin.kind is OriginKind.CITATION
    assert origin.documents == ("d1", "d2")


def test_an_agency_that_quotes_two_sources_is_two_origins() -> None:
    assert len(of(told("a", "d2", via=(WIRE,)), told("b", "d3", GOVERNOR, via=(WIRE,)))) == 2


def test_a_medium_cited_for_its_own_word_and_that_mediums_own_word_are_one() -> None:
    (origin,) = of(told("a", "d1", own("d1")), told("b", "d3", WIRE))
    assert origin.documents == ("d1", "d3")


def test_one_publisher_telling_it_again_from_the_same_source_is_one() -> None:
    (origin,) = of(told("a", "d2"), told("b", "d4"))
    assert origin.why.startswith("told again by harbour daily from the same source")
    assert len(of(told("a", "d2"), told("b", "d4", GOVERNOR))) == 2


def test_a_chain_joins_all_and_the_earliest_names_it() -> None:
    """d1 and d2 share the Wire; d2 and d3 are copies."""
    (origin,) = of(
        told("a", "d1"), told("b", "d2", via=(WIRE,)), told("c", "d3", GOVERNOR), copied={"d2": "o", "d3": "o"}
    )
    assert origin.documents == ("d1", "d2", "d3")
    assert origin.kind is OriginKind.COPY
    assert origin.id == of(told("a", "d1"))[0].id


def test_its_own_word_without_a_source_is_said_to_be_that() -> None:
    (origin,) = of(told("a", "d1", own("d1")))
    assert origin.why == "The Wire's own word; no source is named"
