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

from whosays.case.case import OpenCase
from whosays.findings import Held

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
