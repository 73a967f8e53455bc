"""What every store does, whatever it keeps a case in: one suite, run on each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.made import AGENCY, ARMY, MINISTRY, NOON, RUN, TOWN, entry, full, held, link, near, posting
from whosays.findings import Count, Decision, Holder, Posting, Shelf, Spot, Verdict
from whosays.model import Certainty, EventType, PlacePrecision, Polarity, QuantityKind, SourceKind, Stance, Status
from whosays.model import TimePrecision as Grain
from whosays.store.memory import MemoryStore
from whosays.store.sql import open_case
from whosays.store.store import Entry, Store, StoreError

JANUARY, FEBRUARY, MARCH = date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)

OPENERS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: MemoryStore(),
    "sqlite": lambda folder: open_case(folder / "test.case", create=True),
}


@pytest.fixture(params=sorted(OPENERS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = OPENERS[request.param](tmp_path)
    yield opened
    opened.close()


def put(store: Store, *entries: Entry) -> None:
    """Enters each in a transaction of its own, as `add` does."""
    with store.writing() as case:
        run = case.begin_run(RUN)
    for one in entries:
        with store.writing() as case:
            case.enter(one, run)


def ids(postings: tuple[Posting, ...]) -> list[str]:
    return [p.id for p in postings]


def nothing(*found: object) -> bool:
    """Whether each is empty, or None."""
    return not any(found)


def test_an_empty_case_has_nothing(store: Store) -> None:
    with store.reading() as case:
        assert nothing(case.documents(), case.postings(), case.links(), case.nears(), case.decisions(), case.runs())
        assert nothing(case.search("anything"), case.claims_like(""), case.features(["c1"]), case.in_blocks(["b"]))
        assert nothing(case.document("d1"), case.text("d1"), case.posting("c1"), case.record("c1"))
        assert case.versions("a") == 0


def test_what_is_entered_comes_back_as_it_was(store: Store) -> None:
    one = entry(
        held(title="Shells — “again”", url="https://example.org/1"),
        full("c1"),
        full("c2", order=1),
        posting("c3", order=2),
        issues=("odd",),
    )
    put(store, one)
    with store.reading() as case:
        assert case.documents() == (one.held,)
        assert case.document("d1") == case.document("d1.txt") == one.held
        assert case.postings() == case.of_document("d1") == one.postings
        assert tuple(case.posting(p.id) for p in one.postings) == one.postings
        assert case.several(["c3", "c1", "none", "c1"]) == (one.postings[0], one.postings[2])
        assert case.same_bytes("sha of d1") == (one.held,)
        assert case.same_bytes("sha of another") == ()
        assert tuple(case.record(p.id) for p in one.postings) == one.records
        assert case.records(["c3", "none", "c1"]) == {"c1": one.records[0], "c3": one.records[2]}
        assert case.texts(["none", "d1"]) == {"d1": one.text}
        assert (case.text("d1"), case.text("none"), case.issues("d1")) == (one.text, None, ("odd",))
        assert case.features(["c3", "c1", "none"]) == (one.features[0], one.features[2])
        (alone,) = case.in_blocks(["block of c2", "none"])
        assert (alone.claim, alone.blocks, alone.vector) == ("c2", ("block of c2",), one.features[1].vector)
        assert [f.blocks for f in case.in_blocks(["shared"])] == [("shared",)] * 3
        assert case.signatures([7]) == (one.signature,)
        assert case.signatures([8]) == ()


def test_claims_come_in_the_order_of_days_then_keys_then_text(store: Store) -> None:
    put(
        store,
        entry(held("d1", key="z.txt", published=FEBRUARY), posting("c1", order=0), posting("c2", order=1)),
        entry(held("d2", key="b.txt", published=None), posting("c3")),
        entry(held("d3", key="y.txt", published=JANUARY), posting("c4")),
        entry(held("d4", key="a.txt", published=FEBRUARY), posting("c5")),
    )
    with store.reading() as case:
        assert ids(case.postings()) == ["c4", "c5", "c1", "c2", "c3"]
        assert [d.id for d in case.documents()] == ["d3", "d4", "d1", "d2"]


def test_as_of_a_day_only_what_was_published_by_then_is_known(store: Store) -> None:
    put(
        store,
        entry(held("d1", published=JANUARY), posting("c1")),
        entry(held("d2", published=FEBRUARY), posting("c2")),
        entry(held("d3", published=None), posting("c3")),
    )
    with store.reading() as case:
        assert ids(case.postings(JANUARY)) == ["c1"]
        assert ids(case.postings(FEBRUARY)) == ["c1", "c2"]
        assert [d.id for d in case.documents(FEBRUARY)] == ["d1", "d2"]
        assert case.search("bridge", JANUARY) == ("c1",)
        assert case.documents(date(2024, 12, 31)) == ()


def test_of_an_article_the_latest_version_known_counts_and_both_are_kept(store: Store) -> None:
    first = held("d1", article="a", published=JANUARY)
    revised = held("d2", article="a", key="d1.txt", version=2, published=MARCH)
    put(store, entry(first, posting("c1")), entry(revised, posting("c2")))
    with store.reading() as case:
        assert ids(case.postings()) == ["c2"]
        assert ids(case.postings(FEBRUARY)) == ["c1"]
        assert [d.shelf for d in case.documents()] == [Shelf.SUPERSEDED, Shelf.CURRENT]
        assert [d.shelf for d in case.documents(FEBRUARY)] == [Shelf.CURRENT]
        assert ids(case.of_document("d1")) == ["c1"]
        latest = case.document("d1.txt")
        assert latest is not None
        assert latest.id == "d2"
        assert case.versions("a") == 2
        assert case.search("bridge") == ("c2",)


def test_which_version_is_latest_does_not_hang_on_the_order_of_entering(store: Store) -> None:
    put(
        store,
        entry(held("d2", article="a", version=1, published=MARCH), posting("c2")),
        entry(held("d1", article="a", version=2, published=JANUARY), posting("c1")),
        entry(held("d0", article="a", version=3, published=None), posting("c0")),
    )
    with store.reading() as case:
        assert ids(case.postings()) == ["c2"]


def test_links_come_without_parts_and_one_with_them(store: Store) -> None:
    put(
        store,
        entry(held("d1"), posting("c1"), posting("c2", order=1), links=(link("c2", "c1"),)),
        entry(held("d2"), posting("c0"), links=(link("c0", "c1", 0.4), link("c0", "gone")), nears=(near("d2", "d1"),)),
    )
    with store.reading() as case:
        assert [(one.left, one.right, one.score, one.parts) for one in case.links()] == [
            ("c0", "c1", 0.4, ()),
            ("c1", "c2", 0.9, ()),
        ]
        assert len(case.links(0.5)) == 1
        assert case.link("c1", "c2") == link("c1", "c2")
        assert case.link("c2", "c1") is case.link("c0", "gone") is None
        assert case.nears() == (near("d1", "d2"),)


def test_a_claim_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    put(store, entry(held(), posting("ab1"), posting("ab2", order=1), posting("b_%", order=2)))
    with store.reading() as case:
        assert case.claims_like("ab") == ("ab1", "ab2")
        assert case.claims_like("b_%") == ("b_%",)
        assert case.claims_like("%") == ()


def test_search_takes_words_as_words(store: Store) -> None:
    put(
        store,
        entry(
            held(title="Nightly report"),
            posting("c1", text="soldiers fight alongside the army"),
            posting("c2", order=1, text="the soldiers left", source=ARMY),
        ),
    )
    with store.reading() as case:
        assert case.search("soldiers alongside") == ("c1",)
        assert set(case.search("alongside nowhere army")) == {"c1", "c2"}
        assert case.search("North left") == ("c2",)
        assert set(case.search("nightly")) == {"c1", "c2"}
        assert case.search('soldiers" OR left* NEAR(') in (("c2",), ("c2", "c1"), ("c1", "c2"))
        assert len(case.search("soldiers", limit=1)) == 1
        assert case.search("") == case.search('"*(){}') == ()


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    before = store.revision()

    def fail() -> None:
        with store.writing() as case:
            case.enter(entry(held(), full("c1")), case.begin_run(RUN))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with store.reading() as case:
        assert nothing(case.documents(), case.postings(), case.runs())
    assert store.revision() == before


def test_who_reads_sees_one_moment(store: Store) -> None:
    put(store, entry(held("d1"), posting("c1")))
    with store.reading() as before:
        assert len(before.documents()) == 1
        put(store, entry(held("d2"), posting("c2")))
        assert len(before.documents()) == len(before.postings()) == 1
    with store.reading() as after:
        assert len(after.documents()) == 2


def test_the_revision_rises_with_each_commit(store: Store) -> None:
    seen = [store.revision()]
    for n in range(3):
        put(store, entry(held(f"d{n}"), posting(f"c{n}")))
        seen.append(store.revision())
    assert seen == sorted(set(seen))


def test_a_document_is_entered_once(store: Store) -> None:
    put(store, entry(held(), posting("c1")))
    with pytest.raises(StoreError), store.writing() as case:
        case.enter(entry(held(), posting("c1")), 1)
    with store.reading() as case_:
        assert len(case_.documents()) == 1


def test_runs_are_numbered_and_ended(store: Store) -> None:
    with store.writing() as case:
        first, second = case.begin_run(RUN), case.begin_run(RUN)
        case.end_run(first, NOON, documents=3, failed=1)
    with store.reading() as case_:
        assert case_.runs() == (
            replace(RUN, id=first, ended=NOON, documents=3, failed=1),
            replace(RUN, id=second),
        )


def decision(hash_: str, previous: str | None, subject: str = "claim:d1:x", other: str | None = None) -> Decision:
    return Decision(
        hash_, previous, NOON, "me", Verdict.CORRECT, subject, other, "stance", "denies", "so", "seal", "salt"
    )


def test_decisions_are_appended_to_the_last_one(store: Store) -> None:
    first, second = decision("h1", None), decision("h2", "h1", other="claim:d2:y")
    with store.writing() as case:
        case.decide(first)
        case.decide(second)
    for wrong in (decision("h3", None), decision("h3", "h1"), decision("h3", "nothing")):
        with pytest.raises(StoreError, match="meanwhile"), store.writing() as case:
            case.decide(wrong)
    with store.reading() as case_:
        assert case_.decisions() == (first, second)


def test_removing_leaves_a_tombstone_and_nothing_else(store: Store) -> None:
    put(
        store,
        entry(held("d1", article="a"), full("c1"), posting("c2", order=1, source=AGENCY), issues=("odd",)),
        entry(held("d2"), posting("c3", source=MINISTRY), links=(link("c1", "c3"),), nears=(near("d1", "d2"),)),
    )
    with store.writing() as case:
        case.decide(decision("h1", None, subject="claim:d1:x"))
        case.decide(decision("h2", "h1", subject="claim:d2:y"))
        case.remove("d1", "an editor", "she asked for it", NOON)
    with store.reading() as case_:
        assert [d.id for d in case_.documents()] == ["d2"]
        (stone,) = case_.tombstones()
        assert (stone.document, stone.sha256, stone.version) == ("d1", "sha of d1", 1)
        assert (stone.removed, stone.who, stone.why) == (NOON, "an editor", "she asked for it")
        assert nothing(case_.text("d1"), case_.posting("c1"), case_.record("c1"), case_.link("c1", "c3"))
        assert nothing(case_.issues("d1"), case_.of_document("d1"), case_.features(["c1", "c2"]))
        assert case_.search("shells") == ()
        assert nothing(case_.links(), case_.nears())
        assert ids(case_.postings()) == ["c3"]
        assert [(d.value, d.why, d.salt, d.seal) for d in case_.decisions()] == [
            (None, None, None, "seal"),
            ("denies", "so", "salt", "seal"),
        ]
        assert case_.versions("a") == 1
        assert case_.search("bridge") == ("c3",)


def test_what_is_not_there_can_not_be_removed(store: Store) -> None:
    with pytest.raises(KeyError), store.writing() as case:
        case.remove("d1", "me", "why", NOON)


def test_a_removed_document_may_come_back(store: Store) -> None:
    put(store, entry(held(), posting("c1")))
    with store.writing() as case:
        case.remove("d1", "me", "why", NOON)
    put(store, entry(held(version=2), posting("c1")))
    with store.reading() as case_:
        assert [d.version for d in case_.documents()] == [2]
        assert len(case_.tombstones()) == 1


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | words
days = st.none() | st.dates()
figures = st.none() | st.floats(allow_nan=False, allow_infinity=False)
holders = st.builds(Holder, maybe, maybe, st.none() | st.sampled_from(SourceKind), maybe)
spots = st.builds(
    Spot, maybe, maybe, maybe, figures, figures, st.sampled_from(PlacePrecision), st.none() | st.integers(0, 2**40)
)
counts = st.builds(
    Count, st.integers(0, 9), words, figures, figures, figures, maybe, st.booleans(), maybe,
    st.lists(st.sampled_from(QuantityKind), max_size=3, unique=True).map(tuple), st.none() | st.integers(0, 9), maybe,
)  # fmt: skip
postings = st.builds(
    Posting, st.just("c"), st.just("d1"), st.just(0), st.integers(0, 99), words, holders,
    st.lists(holders, max_size=2).map(tuple), st.sampled_from(Stance), st.sampled_from(Certainty), st.sampled_from(Polarity),
    st.none() | st.sampled_from(EventType), maybe, st.none() | st.sampled_from(Status), maybe, st.none() | holders,
    st.none() | holders, st.none() | spots, days, days, st.none() | st.sampled_from(Grain),
    st.lists(counts, max_size=2).map(tuple), st.just(JANUARY), days,
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(postings, min_size=1, max_size=4))
@pytest.mark.parametrize("opener", sorted(OPENERS))
def test_any_claim_comes_back_as_it_was(
    opener: str, tmp_path_factory: pytest.TempPathFactory, found: list[Posting]
) -> None:
    numbered = [replace(p, id=f"c{i}", order=i) for i, p in enumerate(found)]
    store = OPENERS[opener](tmp_path_factory.mktemp("case"))
    put(store, entry(held(), *numbered))
    with store.reading() as case:
        assert case.postings() == tuple(numbered)
        assert [case.posting(p.id) for p in numbered] == numbered
    store.close()


def test_places_and_parties_are_told_apart_by_every_field(store: Store) -> None:
    other = replace(TOWN, geonameid=None)
    put(
        store,
        entry(
            held(), posting("c1", place=TOWN), posting("c2", order=1, place=other, source=replace(MINISTRY, text=None))
        ),
    )
    with store.reading() as case:
        assert [p.place for p in case.postings()] == [TOWN, other]
        assert [p.source.text for p in case.postings()] == ["the ministry", None]


def test_a_case_is_sound_after_all_that_can_be_done_to_it(store: Store) -> None:
    put(store, entry(held("d1"), full("c1"), links=(link("c1", "c2"),)), entry(held("d2"), posting("c2")))
    with store.writing() as case:
        case.decide(decision("h1", None))
        case.remove("d1", "me", "why", NOON)
    put(store, entry(held("d1", version=2), full("c1"), links=(link("c1", "c2"),), nears=(near("d1", "d2"),)))
    assert store.check() == ()
