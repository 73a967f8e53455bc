"""A case says the same in whatever order its documents were read, and what was known on a day stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.store.made import AGENCY, ARMY, MINISTRY, RUN, TOWN, held, posting
from whosays.case.case import balance
from whosays.case.linking import Linking
from whosays.findings import Balance, Holder, Posting
from whosays.link.features import features
from whosays.link.signature import signature
from whosays.model import EventType, SourceKind, Stance, Status
from whosays.store.memory import MemoryStore
from whosays.store.store import Entry

FIRST = date(2025, 1, 1)
EVENTS = ["soldiers crossed the river", "the bridge at the crossing was destroyed", "the grain talks were broken off"]
SOURCES = [MINISTRY, ARMY, Holder("The Union", "IGO UNION", SourceKind.BODY_OF_STATES, "the union")]

CLAIMS = st.tuples(
    st.sampled_from(EVENTS),
    st.sampled_from(SOURCES),
    st.sampled_from([Stance.ASSERTS, Stance.DENIES, Stance.NOT_CONFIRMED]),
)
DOCUMENTS = st.lists(
    st.tuples(st.integers(0, 90), st.lists(CLAIMS, min_size=1, max_size=3), st.booleans()), min_size=2, max_size=6
)


def words(texts: Sequence[str]) -> NDArray[np.float32]:
    """A stand-in for the embedder: one direction for each event."""
    return np.array([np.eye(8, dtype=np.float32)[next((i for i, e in enumerate(EVENTS) if e in t), 7)] for t in texts])


class Linked(Linking):
    """The shipped linker on the stand-in."""

    def features(self, postings: Sequence[Posting]) -> tuple:  # type: ignore[type-arg]
        return features(postings, words)


def document(n: int, day: int, claims: Sequence[tuple[str, Holder, Stance]], relayed: bool) -> tuple[str, Entry]:
    id_, published = f"d{n}", FIRST + timedelta(days=day)
    made = tuple(
        posting(
            f"{id_}c{i}",
            id_,
            order=i,
            sentence=i,
            text=text,
            source=source,
            stance=stance,
            published=published,
            type=EventType.ASSAULT,
            status=Status.OCCURRED,
            trigger=text.split()[-1],
            actor=ARMY,
            place=TOWN,
            via=(AGENCY,) if relayed else (),
        )
        for i, (text, source, stance) in enumerate(claims)
    )
    text = ". ".join(f"The source {c.stance} on day {day} that {c.text}" for c in made)
    return text, Entry(
        held=held(id_, published=published, publisher=f"Paper {n % 3}", claims=len(made)),
        text=text,
        postings=made,
        records=tuple(b"{}" for _ in made),
    )


def entered(store: MemoryStore, text: str, entry: Entry) -> None:
    """As `case.add` does it: what depends on the document alone, then what depends on the case."""
    linker = Linked(model=False)
    found, mark = linker.features(entry.postings), signature(entry.held.id, text)
    with store.writing() as case:
        links, nears = linker.links(entry.postings, found, case), linker.nears(mark, case)
        case.enter(replace(entry, features=found, signature=mark, links=links, nears=nears), case.begin_run(RUN))


def stands(documents: Sequence[tuple[str, Entry]], as_of: date | None = None) -> Balance:
    store = MemoryStore()
    for text, entry in documents:
        entered(store, text, entry)
    with store.reading() as case:
        return balance(case, as_of)


def reckoned(one: Balance) -> tuple[object, ...]:
    """What a balance works out when it is asked for, and is no part of its being equal to another."""
    return one.figures, one.bounds, one.tensions


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(drawn: list, chance: object) -> None:  # type: ignore[type-arg]
    documents = [document(n, *one) for n, one in enumerate(drawn)]
    shuffled = documents[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = stands(shuffled), stands(documents)
    assert one == other
    assert reckoned(one) == reckoned(other)


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.integers(0, 90), st.randoms(use_true_random=False))
def test_a_later_document_never_changes_what_was_known_before(drawn: list, day: int, chance: object) -> None:  # type: ignore[type-arg]
    documents = [document(n, *one) for n, one in enumerate(drawn)]
    as_of = FIRST + timedelta(days=day)
    early = [d for d in documents if (d[1].held.published or date.max) <= as_of]
    shuffled = documents[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = stands(shuffled, as_of), stands(early, as_of)
    assert one == other
    assert reckoned(one) == reckoned(other)


def test_an_assertion_and_its_denial_meet() -> None:
    """The strategies above are worth nothing if nothing is ever linked."""
    asserted = document(0, 0, [(EVENTS[0], MINISTRY, Stance.ASSERTS)], False)
    denied = document(1, 5, [(EVENTS[0], ARMY, Stance.DENIES)], False)
    (finding,) = stands([asserted, denied]).findings
    assert finding.state == "contested"
