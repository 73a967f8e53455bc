"""Documents go into a case once, whole, and with their links; what is there already is not read again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.seed import ARTICLE, seed_analysis
from tests.store.made import NOON
from whosays.case.add import NO_REPORT, Added, Entered, Known, Options, add
from whosays.case.linker import Unlinked
from whosays.case.linking import Linking
from whosays.findings import Feature, Link, Posting, Shelf
from whosays.model import Analysis, Document
from whosays.plugins import plugins
from whosays.read.input import Stated, Unread
from whosays.read.read import read
from whosays.runner import Failed
from whosays.store.memory import MemoryStore
from whosays.store.sql import open_case
from whosays.store.store import Reads, Store


class FakeEngine:
    """Finds the seed's claims in the seed, none elsewhere; fails where the text asks for it. Keeps what it was given."""

    name = "parser rules"

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, document: Document) -> Analysis:
        self.read.append(document.key)
        if "FAIL" in document.text:
            raise RuntimeError("no")
        return seed_analysis(document) if document.text.startswith("North Korea") else Analysis(document, ())


class ByText(Unlinked):
    """Links claims of the same words."""

    def features(self, postings: Sequence[Posting]) -> tuple[Feature, ...]:
        return tuple(Feature(p.id, (p.text,), b"") for p in postings)

    def links(self, postings: Sequence[Posting], features: Sequence[Feature], case: Reads) -> tuple[Link, ...]:
        known = [(f.claim, o.claim) for f in features for o in case.in_blocks(f.blocks) if o.claim != f.claim]
        return tuple(Link(min(a, b), max(a, b), 1.0) for a, b in known)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = MemoryStore() if request.param == "memory" else open_case(tmp_path / "test.case", create=True)
    yield made
    made.close()


def adding(
    store: Store, *paths: Path, engine: FakeEngine | None = None, again: bool = False, **stated: object
) -> list[Added]:
    readings = read(map(str, paths), plugins().readers, Stated(**stated))  # type: ignore[arg-type]
    options = Options(now=lambda: NOON, again=again)
    return list(add(store, readings, engine or FakeEngine(), ByText(), options))


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def whys(outcomes: Sequence[Added]) -> list[str]:
    return [o.why if isinstance(o, Known) else type(o).__name__ for o in outcomes]


def test_a_document_is_entered_with_its_claims_as_read(store: Store) -> None:
    (done,) = adding(store, ARTICLE, published=date(2025, 2, 1))
    assert isinstance(done, Entered)
    with store.reading() as case:
        (document,) = case.documents()
        claims = case.postings()
        assert document == done.held
        assert (document.claims, document.characters) == (len(claims), len(case.text(document.id) or ""))
        first = json.loads(case.record(claims[0].id) or b"")
        assert (first["id"], first["text"]) == (claims[0].id, claims[0].text)
        (run,) = case.runs()
        assert (run.documents, run.failed, run.model, run.ended) == (1, 0, "parser rules", NOON)


def test_a_page_without_a_report_is_said_to_be_one(store: Store, tmp_path: Path) -> None:
    wall = written(
        tmp_path, "wall.jsonl", json.dumps({"id": "wall", "text": "Sign in to read on.", "title": "Bridge hit"})
    )
    told = written(
        tmp_path,
        "told.jsonl",
        json.dumps({"id": "told", "text": "The bridge was hit twice at night.", "title": "Bridge hit"}),
    )
    readings = read([str(wall), str(told)], plugins().readers, Stated())
    done = list(add(store, readings, FakeEngine(), Linking(model=False), Options(now=lambda: NOON)))
    issues = {o.held.key: o.held.id for o in done if isinstance(o, Entered)}
    with store.reading() as case:
        assert case.issues(issues["wall"]) == (NO_REPORT,)
        assert case.issues(issues["told"]) == ()


def test_the_same_bytes_a_second_time_do_nothing_and_are_not_read(store: Store, tmp_path: Path) -> None:
    adding(store, ARTICLE)
    moved = written(tmp_path, "moved.txt", ARTICLE.read_text(encoding="utf-8"))
    engine, revision = FakeEngine(), store.revision()
    outcomes = adding(store, ARTICLE, moved, engine=engine)
    assert whys(outcomes) == ["already in the case", f"already in the case as {ARTICLE}"]
    assert engine.read == []
    assert store.revision() == revision


def test_the_same_bytes_with_another_date_are_said_to_be_there_with_theirs(store: Store) -> None:
    adding(store, ARTICLE)
    (why,) = whys(adding(store, ARTICLE, published=date(2025, 2, 1)))
    assert why.startswith("already in the case, with published not stated; to change that, remove it there")


def test_a_document_given_twice_is_entered_once(store: Store) -> None:
    assert whys(adding(store, ARTICLE, ARTICLE)) in (["Entered", "given twice"], ["Entered", "already in the case"])


def test_a_reprint_by_another_publisher_is_a_document_of_its_own(store: Store, tmp_path: Path) -> None:
    adding(store, written(tmp_path, "a.txt", "The bridge fell."), publisher="The Wire")
    reprint = written(tmp_path, "b.txt", "The bridge fell.")
    assert whys(adding(store, reprint, publisher="The Paper")) == ["Entered"]
    with store.reading() as case:
        assert [d.shelf for d in case.documents()] == [Shelf.CURRENT, Shelf.CURRENT]


def test_a_revised_article_is_a_new_version_and_both_are_kept(store: Store, tmp_path: Path) -> None:
    for text, day in (("The bridge fell.", 1), ("The bridge stands.", 2)):
        adding(store, written(tmp_path, "a.txt", text), published=date(2025, 1, day))
    with store.reading() as case:
        assert [(d.version, d.shelf) for d in case.documents()] == [(1, Shelf.SUPERSEDED), (2, Shelf.CURRENT)]


def test_the_place_in_a_table_names_no_article(store: Store, tmp_path: Path) -> None:
    for rows in (["The first.", "The second."], ["A new first.", "The first.", "The second."]):
        adding(store, written(tmp_path, "t.jsonl", "\n".join(json.dumps({"text": text}) for text in rows)))
    with store.reading() as case:
        assert len(case.documents()) == 3
        assert {d.shelf for d in case.documents()} == {Shelf.CURRENT}


def test_what_fails_costs_no_other(store: Store, tmp_path: Path) -> None:
    bad = written(tmp_path, "bad.txt", "FAIL")
    outcomes = adding(store, bad, tmp_path / "none.txt", ARTICLE)
    assert [type(o) for o in outcomes] == [Failed, Unread, Entered]
    with store.reading() as case:
        assert (case.runs()[0].documents, case.runs()[0].failed) == (1, 2)


def test_an_add_that_was_stopped_goes_on_where_it_stopped(store: Store, tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{n}.txt", f"Report number {n}.") for n in range(5)]
    readings = read(map(str, paths), plugins().readers, Stated())
    stopped = add(store, readings, FakeEngine(), ByText(), Options(now=lambda: NOON))
    for _ in range(2):
        next(stopped)
    stopped.close()  # type: ignore[attr-defined]
    engine = FakeEngine()
    adding(store, *paths, engine=engine)
    assert engine.read == [str(p) for p in paths[2:]]
    with store.reading() as case:
        assert len(case.documents()) == 5


def test_links_are_made_with_what_is_in_the_case(store: Store, tmp_path: Path) -> None:
    adding(store, ARTICLE, publisher="The Wire")
    adding(store, written(tmp_path, "b.txt", ARTICLE.read_text(encoding="utf-8")), publisher="The Paper")
    with store.reading() as case:
        documents = {p.id: p.document for p in case.postings()}
        linked = [{documents[link.left], documents[link.right]} for link in case.links()]
        assert linked
        assert all(pair == set(documents.values()) for pair in linked)


def test_what_was_removed_stays_out_unless_it_is_wanted_again(store: Store) -> None:
    (done,) = adding(store, ARTICLE)
    assert isinstance(done, Entered)
    with store.writing() as case:
        case.remove(done.held.id, "an editor", "on request", NOON)
    assert whys(adding(store, ARTICLE)) == ["removed from the case on 2025-06-01 by an editor (on request); kept out"]
    assert whys(adding(store, ARTICLE, again=True)) == ["Entered"]
    assert whys(adding(store, ARTICLE)) == ["already in the case"]
