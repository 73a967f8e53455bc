"""Values of a case for tests: invented documents, parties and claims, each field of which can be set."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from whosays.findings import Count, Feature, Held, Holder, Link, Near, Posting, Run, Shelf, Signature, Spot
from whosays.model import (
    Certainty,
    EventType,
    PlacePrecision,
    Polarity,
    QuantityKind,
    SourceKind,
    Stance,
    Status,
    TimePrecision,
)
from whosays.store.store import Entry

T = TypeVar("T")

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
MINISTRY = Holder("Ministry of Defence", "UKR GOV", SourceKind.GOVERNMENT, "the ministry")
ARMY = Holder("Army of the North", "PRK MIL", SourceKind.ARMED_FORCES, "the army")
AGENCY = Holder("The Agency", None, SourceKind.MEDIUM, "the agency")
TOWN = Spot("Rylsk", "RUS", "Kursk Oblast", 51.5669, 34.681, PlacePrecision.EXACT, 499161)
RUN = Run(0, "0.1.0", "parser tagger", "{}", NOON, None, 0, 0)


def held(id_: str = "d1", **known: Any) -> Held:
    plain = Held(
        id=id_,
        key=f"{id_}.txt",
        sha256=f"sha of {id_}",
        article=f"article of {id_}",
        version=1,
        shelf=Shelf.CURRENT,
        title=None,
        publisher="The Wire",
        published=date(2025, 1, 1),
        dated="given",
        url=None,
        language="en",
        characters=12,
        claims=0,
    )
    return _with(plain, known)


def posting(id_: str = "c1", document: str = "d1", **known: Any) -> Posting:
    plain = Posting(
        id=id_,
        document=document,
        order=0,
        sentence=0,
        text="the bridge fell",
        source=MINISTRY,
        via=(),
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.PLUS,
        type=None,
        mode=None,
        status=None,
        trigger=None,
        actor=None,
        recipient=None,
        place=None,
        start=None,
        end=None,
        grain=None,
        counts=(),
        published=date(2025, 1, 1),
        reported=None,
    )
    return _with(plain, known)


def full(id_: str, document: str = "d1", order: int = 0) -> Posting:
    """A claim with every field filled."""
    count = Count(
        0, "about 40 of 100", 30, 40, 50.5, "soldiers", True, "the unit", (QuantityKind.KILLED,), 1, "PRK MIL"
    )
    whole = Count(1, "100", None, 100, None, None, False, None, (QuantityKind.KILLED, QuantityKind.INJURED))
    return posting(
        id_,
        document,
        order=order,
        sentence=order,
        text=f"shells fell on the town ({id_})",
        via=(AGENCY, ARMY),
        stance=Stance.DENIES,
        certainty=Certainty.POSSIBLE,
        polarity=Polarity.MINUS,
        type=EventType.ASSAULT,
        mode="artillery",
        status=Status.ONGOING,
        trigger="fell",
        actor=ARMY,
        recipient=MINISTRY,
        place=TOWN,
        start=date(2024, 12, 1),
        end=date(2024, 12, 10),
        grain=TimePrecision.PART_OF_MONTH,
        counts=(count, whole),
        reported=date(2024, 12, 31),
    )


def entry(document: Held | None = None, *postings: Posting, **more: Any) -> Entry:
    """A document with its claims, each with a record, a feature and a block of its own."""
    document = document or held()
    document = _with(document, {"claims": len(postings)})
    plain = Entry(
        held=document,
        text=f"Text of {document.id}.",
        postings=tuple(_with(p, {"document": document.id, "published": document.published}) for p in postings),
        records=tuple(f'{{"id":"{p.id}"}}'.encode() for p in postings),
        features=tuple(Feature(p.id, (f"block of {p.id}", "shared"), p.id.encode()) for p in postings),
        signature=Signature(document.id, (7, len(document.id)), b"values of " + document.id.encode()),
    )
    return _with(plain, more)


def link(a: str, b: str, score: float = 0.9) -> Link:
    return Link(min(a, b), max(a, b), score, (("place", 1.5), ("time", -0.5)))


def near(a: str, b: str, share: float = 0.95) -> Near:
    return Near(min(a, b), max(a, b), share)


def _with(value: T, known: dict[str, Any]) -> T:
    """The value with some fields replaced; a name that it has not is an error of the test."""
    names = {f.name for f in fields(value)}  # type: ignore[arg-type]
    assert set(known) <= names, set(known) - names
    return type(value)(**{name: known.get(name, getattr(value, name)) for name in names})
