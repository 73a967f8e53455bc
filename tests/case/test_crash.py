"""Whatever stops an add, the documents entered before stay, the file opens, and the same command goes on."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.store.made import RUN, entry, held
from whosays.case.case import OpenCase
from whosays.findings import Held
from whosays.store.sql import SqlStore, open_case
from whosays.store.store import StoreError

WHOSAYS = [sys.executable, "-c", "from whosays.cli import main; main()"]
MANY = 40


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    rows = (
        {"id": f"n{n}", "published": "2031-01-01", "text": f"The ministry of Norway said that bridge {n} was attacked."}
        for n in range(MANY)
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def add(case: Path, reports: Path) -> subprocess.Popen[str]:
    command = [*WHOSAYS, "add", str(case), str(reports), "--no-model"]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True)


def entered(case: Path) -> tuple[Held, ...]:
    opened = OpenCase.at(case)
    try:
        return opened.balance().documents
    finally:
        opened.close()


def wait_for(case: Path, documents: int) -> None:
    """Until so many are in the file, by looking at it as any other program would."""
    for _ in range(600):
        try:
            with closing(sqlite3.connect(f"{case.absolute().as_uri()}?mode=ro", uri=True)) as looked:
                if looked.execute("SELECT count(*) FROM documents").fetchone()[0] >= documents:
                    return
        except sqlite3.Error:
            pass
        time.sleep(0.05)
    raise AssertionError(f"no {documents} documents after 30 seconds")


def test_a_killed_add_loses_no_finished_document_and_goes_on(tmp_path: Path, reports: Path) -> None:
    case = tmp_path / "killed.case"
    for least in (1, 9):
        adding = add(case, reports)
        wait_for(case, least)
        os.killpg(adding.pid, signal.SIGKILL)
        adding.communicate()
        with closing(sqlite3.connect(case)) as looked:
            assert looked.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert looked.execute("PRAGMA foreign_key_check").fetchall() == []
        assert least <= len(entered(case)) < MANY
    before = {d.id for d in entered(case)}
    _, said = add(case, reports).communicate(timeout=120)
    after = entered(case)
    assert before < {d.id for d in after}
    assert [d.claims for d in after] == [1] * MANY
    assert f"{MANY - len(before)} added" in said
    assert f"{len(before)} there already; 0 failed" in said


def test_a_case_is_asked_while_it_is_added_to(tmp_path: Path, reports: Path) -> None:
    case = tmp_path / "busy.case"
    adding = add(case, reports)
    wait_for(case, 2)
    seen = len(entered(case))
    assert adding.poll() is None
    adding.communicate(timeout=120)
    assert 2 <= seen < len(entered(case)) == MANY


def test_a_full_disk_is_said_and_what_was_entered_stays(tmp_path: Path) -> None:
    case = tmp_path / "full.case"
    store = open_case(case, create=True)
    with store.writing() as writes:
        run = writes.begin_run(RUN)
        writes.enter(entry(held("d1")), run)
    with closing(sqlite3.connect(case)) as looked:
        pages = looked.execute("PRAGMA page_count").fetchone()[0]

    def no_more(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    assert isinstance(store, SqlStore)
    event.listen(store._engine, "checkout", no_more)
    with pytest.raises(StoreError, match="the disk is full: make room"), store.writing() as writes:
        writes.enter(entry(held("d2"), text="x" * 2_000_000), run)
    with store.reading() as reads:
        assert [d.id for d in reads.documents()] == ["d1"]
    store.close()


def test_a_locked_case_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from whosays.store import sqlite

    monkeypatch.setattr(sqlite, "PATIENCE", 0.2)
    case = tmp_path / "locked.case"
    store = open_case(case, create=True)
    with closing(sqlite3.connect(case, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program has been writing"), store.writing():
            pass
    store.close()


def test_a_case_of_a_newer_version_is_said(tmp_path: Path) -> None:
    case = tmp_path / "newer.case"
    open_case(case, create=True).close()
    with closing(sqlite3.connect(case)) as looked:
        looked.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreError, match="made by a newer whosays"):
        open_case(case)
