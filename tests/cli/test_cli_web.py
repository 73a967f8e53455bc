"""The commands that show a case: what they write, what they say, how they end."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path

from typer.testing import CliRunner, Result

from whosays.cli.web_app import app


def run(*given: object) -> Result:
    return CliRunner().invoke(app, [str(g) for g in given])


def test_the_screens_are_written_with_private_persons_masked_and_office_holders_named(
    kursk: Path, tmp_path: Path
) -> None:
    done = run("export", kursk, "--site", tmp_path / "site")
    assert done.exit_code == 0
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Machine-read. 0 of" in page
    assert "Names of private persons are masked" in page
    assert "names of private persons are masked (--names shows them)" in done.output
    assert any("Zelenskyy" in f.read_text(encoding="utf-8") for f in (tmp_path / "site").glob("document-*.html"))
    named = run("export", kursk, "--site", tmp_path / "named", "--names", "--as-of", "2025-02-12")
    assert named.exit_code == 0
    assert "No names are masked" in (tmp_path / "named" / "index.html").read_text(encoding="utf-8")
    assert any("Zelenskyy" in f.read_text(encoding="utf-8") for f in (tmp_path / "named").glob("document-*.html"))


def test_what_was_checked_is_printed_as_rows_to_train_on(kursk: Path, tmp_path: Path) -> None:
    from whosays.case.case import OpenCase
    from whosays.findings import Verdict
    from whosays.review.subjects import subject

    assert run("export", kursk, "--training").exit_code == 1  # nothing was checked
    mine = Path(shutil.copy(kursk, tmp_path / "mine.case"))
    case = OpenCase.at(mine)
    for posting in case.balance().postings[:4]:
        case.decide("Ann", Verdict.ACCEPT, subject(posting))
    case.close()
    done = run("export", mine, "--training")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    for row in rows:
        for spans in row["attributions"]:
            assert all(row["text"][a:b].strip() for role in ("cue", "content") for a, b in spans[role])


def test_one_thing_is_written_at_a_time(kursk: Path, tmp_path: Path) -> None:
    assert run("export", kursk).exit_code == 2
    assert run("export", kursk, "--training", "--site", tmp_path).exit_code == 2
    assert run("export", tmp_path / "none.case", "--site", tmp_path).exit_code == 3


def test_a_port_that_is_taken_is_said(kursk: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", kursk, "--port", taken.getsockname()[1])
    assert done.exit_code == 3
    assert "choose another --port" in done.stderr
