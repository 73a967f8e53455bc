"""What a case in a file withstands: full disks, locks, other programs' files, processes that die, words that must go."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.made import AGENCY, NOON, RUN, entry, full, held, posting
from whosays.store import sqlite
from whosays.store.sql import open_case
from whosays.store.store import Store, StoreError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.case"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = open_case(path, create=True)
    yield opened
    opened.close()


def put(store: Store, *names: str) -> None:
    """Enters a document of that name with one claim."""
    for name in names:
        with store.writing() as case:
            case.enter(entry(held(name), posting(f"claim of {name}")), case.begin_run(RUN))


def documents(path: Path) -> list[str]:
    store = open_case(path)
    with store.reading() as case:
        found = [d.id for d in case.documents()]
        assert list(dict.fromkeys(p.document for p in case.postings())) == found
    store.close()
    return found


def test_a_case_is_one_file_once_it_is_closed(path: Path) -> None:
    store = open_case(path, create=True)
    put(store, "d1")
    store.close()
    assert [p.name for p in path.parent.iterdir()] == ["test.case"]


def test_a_case_marks_itself_and_its_schema(store: Store, path: Path) -> None:
    with sqlite3.connect(path) as other:
        assert other.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION,)
        assert other.execute("PRAGMA user_version").fetchone() == (sqlite.migrations()[-1][0],)
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_other_programs_read_it_by_names_that_say_what_is_there(store: Store, path: Path) -> None:
    put(store, "d1")
    with sqlite3.connect(path) as other:
        other.row_factory = sqlite3.Row
        (row,) = other.execute("SELECT * FROM who_says_what").fetchall()
    assert (row["document"], row["source_code"], row["stance"], row["text"]) == (
        "d1.txt",
        "UKR GOV",
        "asserts",
        "the bridge fell",
    )


def test_every_column_that_is_made_is_known_and_no_other(store: Store, path: Path) -> None:
    from sqlalchemy import TableClause

    from whosays.store import schema

    known = {t.name: [c.name for c in t.c] for t in vars(schema).values() if isinstance(t, TableClause)}
    with sqlite3.connect(path) as other:
        made = {name: [row[1] for row in other.execute(f"PRAGMA table_info({name})")] for name in known}
    assert {name: sorted(columns) for name, columns in made.items()} == {n: sorted(c) for n, c in known.items()}


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        (b"The ministry said that the bridge fell.\n" * 40, "not a case: this is no database"),
        (b"SQLite format 3\x00" + b"\x00" * 84, "not a case"),
        (b"", "empty"),
    ],
)
def test_what_is_no_case_is_said_to_be_none_and_stays_as_it_was(path: Path, contents: bytes, why: str) -> None:
    path.write_bytes(contents)
    with pytest.raises(StoreError, match=why):
        open_case(path)
    assert path.read_bytes() == contents


@pytest.mark.parametrize("create", [False, True])
def test_another_programs_database_is_left_alone(path: Path, create: bool) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program's database"):
        open_case(path, create=create)
    assert path.read_bytes() == before


def test_a_case_of_a_newer_whosays_is_not_touched(path: Path) -> None:
    open_case(path, create=True).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 999")
    other.close()
    with pytest.raises(StoreError, match="newer whosays"):
        open_case(path, create=True)


def test_a_case_that_is_not_there_is_not_made_by_asking(path: Path) -> None:
    with pytest.raises(StoreError, match="not found"):
        open_case(path)
    assert not path.exists()


def test_a_folder_is_no_case_and_none_is_made_where_there_is_no_folder(path: Path) -> None:
    with pytest.raises(StoreError, match="a folder"):
        open_case(path.parent)
    with pytest.raises(StoreError, match="its folder is not there"):
        open_case(path / "inside.case", create=True)


def test_damage_is_said(store: Store, path: Path) -> None:
    put(store, *(f"d{n}" for n in range(40)))
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError, match=r"damaged|fails to read"):
        documents(path)


def test_a_full_disk_costs_the_document_in_hand_alone(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, "d1")
    store.close()
    prepare = sqlite._prepare

    def small(connection: sqlite3.Connection, record: object) -> None:
        prepare(connection, record)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    monkeypatch.setattr(sqlite, "_prepare", small)
    full_ = open_case(path)
    with pytest.raises(StoreError, match="the disk is full"):
        put(full_, *(f"e{n}" for n in range(400)))
    with full_.reading() as case:
        safe = [d.id for d in case.documents()]
    full_.close()
    monkeypatch.setattr(sqlite, "_prepare", prepare)
    assert documents(path) == safe
    assert safe[0] == "d1"


def test_who_writes_too_long_is_not_waited_for_forever(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.2)
    second = open_case(path)
    with store.writing() as case:
        case.enter(entry(held("d1"), posting("c1")), case.begin_run(RUN))
        with pytest.raises(StoreError, match="another program has been writing"):
            put(second, "d2")
        with second.reading() as meanwhile:
            assert meanwhile.documents() == ()
    put(second, "d2")
    second.close()
    assert documents(path) == ["d1", "d2"]


def test_two_stores_write_by_turns_and_each_sees_the_other(store: Store, path: Path) -> None:
    def work(letter: str) -> None:
        own = open_case(path)
        put(own, *(f"{letter}{n}" for n in range(15)))
        own.close()

    threads = [threading.Thread(target=work, args=(letter,)) for letter in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as case:
        assert len(case.documents()) == len(case.postings()) == 45
    assert store.revision() == 45


def test_what_was_entered_can_not_be_changed_by_another_program_unseen(store: Store, path: Path) -> None:
    put(store, "d1")
    with sqlite3.connect(path) as other, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        other.execute("UPDATE claims SET stance = 'denies'")


def test_checking_finds_what_another_program_did_to_the_file(store: Store, path: Path) -> None:
    put(store, "d1", "d2")
    assert store.check() == ()
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM documents WHERE id = 'd1'")
    found = " ".join(store.check())
    assert "refers to a row of documents that is not there" in found
    assert "index of words" in found


MARKER = "Xerxesmarker sentence about Zenobiamarker"


def test_no_byte_of_what_was_removed_is_left(store: Store, path: Path) -> None:
    secret = entry(
        held(
            "d1",
            key="Zenobiamarker.txt",
            title=MARKER,
            url="https://example.org/zenobiamarker",
            publisher="Zenobiamarker",
        ),
        full("c1"),
        posting("c2", order=1, text=MARKER, source=type(AGENCY)("Zenobiamarker", None, None, "zenobiamarker")),
        text=MARKER * 400,
        records=(MARKER.encode(), b"{}"),
        issues=(MARKER,),
    )
    put(store, *(f"d{n}" for n in range(2, 30)))
    with store.writing() as case:
        case.enter(secret, case.begin_run(RUN))
    put(store, *(f"d{n}" for n in range(30, 40)))
    assert any(b"enobiamarker" in p.read_bytes() for p in path.parent.iterdir())
    with store.writing() as case:
        case.remove("d1", "an editor", "on request", NOON)
    for one in path.parent.iterdir():
        assert b"erxesmark" not in one.read_bytes()
        assert b"enobiamark" not in one.read_bytes()
    store.close()
    assert b"enobiamark" not in path.read_bytes()
    assert len(documents(path)) == 38


ENTERING = """
import sys
from pathlib import Path
from tests.store.made import RUN, entry, full, held
from whosays.store.sql import open_case
store = open_case(Path(sys.argv[1]), create=True)
with store.reading() as case:
    n = len(case.documents())
while True:
    with store.writing() as case:
        claims = [full(f"c{n}-{i}", order=i) for i in range(12)]
        case.enter(entry(held(f"d{n:06}"), *claims), case.begin_run(RUN))
    print(f"d{n:06}", flush=True)
    n += 1
"""


def test_a_process_that_is_killed_at_any_moment_loses_nothing_that_it_finished(path: Path) -> None:
    finished: list[str] = []
    for round_ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", ENTERING, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert process.stdout
        finished += [process.stdout.readline().strip() for _ in range(1 + round_ % 3)]
        time.sleep(0.0013 * round_ * round_ % 0.03)
        os.kill(process.pid, signal.SIGKILL)
        finished += process.stdout.read().split()
        process.wait()
        found = documents(path)
        assert found[: len(finished)] == finished
        assert len(found) <= len(finished) + 1  # committed, but killed before it could say so
        finished = found
    with sqlite3.connect(path) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        assert other.execute("SELECT count(*) FROM claims").fetchone() == (12 * len(finished),)
