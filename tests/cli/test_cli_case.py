"""The commands on a case: data on standard output in the contract's keys, the rest on standard error."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from whosays.case.case import OpenCase
from whosays.cli.rows import print_rows
from whosays.cli.web_app import app
from whosays.export.findings import matrix_rows
from whosays.export.rows import MatrixRow
from whosays.findings import Verdict


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def matrix_rows_of(case: Path) -> list[MatrixRow]:
    with closing(OpenCase.at(case)) as opened:
        balance = opened.balance()
    return list(matrix_rows(balance.findings, {d.id: d.key for d in balance.documents}))


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


MATRIX = ["id", "label", "state", "event", "reports", "origins", "first", "grade", "positions", "claims"]
POSITION = ["source", "position", "stance", "since", "last", "claims"]
FIGURE = [
    "record",
    "counted",
    "said",
    "source",
    "low",
    "best",
    "high",
    "approximate",
    "part_of",
    "period",
    "claim",
    "document",
]
BOUND = ["record", "counted", "as_of", "low", "high", "arithmetic", "claims"]


def test_matrix_has_the_keys_of_the_contract(kursk: Path) -> None:
    rows = lines(run("matrix", kursk))
    for row in rows:
        assert list(row)[: len(MATRIX)] == MATRIX
        for position in row["positions"]:
            assert list(position)[: len(POSITION)] == POSITION
    assert rows[0]["state"] == "contested"


def test_every_claim_of_the_matrix_is_in_one_proposition_and_can_be_shown(kursk: Path) -> None:
    claims = [claim for row in lines(run("matrix", kursk)) for claim in row["claims"]]
    assert len(claims) == len(set(claims))
    (shown,) = lines(run("show", kursk, claims[0]))
    assert shown["id"] == claims[0]


def test_figures_come_before_the_ranges_they_make(kursk: Path) -> None:
    rows = lines(run("figures", kursk))
    records = [row["record"] for row in rows]
    assert records == sorted(records, reverse=True)
    assert list(rows[0])[: len(FIGURE)] == FIGURE
    assert list(rows[-1])[: len(BOUND)] == BOUND


def test_origins_and_tensions_name_documents_and_claims(kursk: Path) -> None:
    origins = lines(run("origins", kursk))
    assert {"origin", "documents", "kind", "why"} == set(origins[0])
    assert ["r01", "r02"] in [row["documents"] for row in origins]
    assert {"kind", "claims", "why"} == set(lines(run("tensions", kursk))[0])


def test_as_of_a_day_only_what_was_published_by_then(kursk: Path) -> None:
    early = lines(run("matrix", kursk, "--as-of", "2024-10-22"))
    assert {d["key"] for d in lines(run("list", kursk, "--as-of", "2024-10-22"))} == {"r01", "r02", "r03"}
    assert all(row["first"]["date"] <= "2024-10-22" for row in early)


def test_who_finds_the_proposition_by_its_words(kursk: Path) -> None:
    rows = lines(run("who", kursk, "soldiers fight alongside", "--as-of", "2025-02-01"))
    stances = {(p["source"]["code"], p["stance"]) for p in rows[0]["positions"]}
    assert {("RUS GOV", "denies"), ("PRK GOV", "denies"), ("RUS GOV", "not_confirmed")} <= stances


def test_diff_tells_what_is_new_since_a_day(kursk: Path) -> None:
    rows = lines(run("diff", kursk, "--since", "2025-03-27", "--as-of", "2025-05-01"))
    assert [r["what"] for r in rows if r["change"] == "new document"] == [
        "Northern Wire: Moscow and Pyongyang confirm that North Korean soldiers fought",
        "Lakeside Courier: 15,000 sent, 600 killed, lawmakers say after briefing",
    ]
    assert any(r["change"] == "new figure" and "600 deaths" in r["what"] for r in rows)
    assert lines(run("diff", kursk, "--since", "2025-05-01", "--as-of", "2025-05-01")) == []


def test_the_timeline_is_in_order_and_marks_what_did_not_happen(kursk: Path) -> None:
    days = [row["start"] or row["end"] for row in lines(run("timeline", kursk))]
    assert days == sorted(days)
    assert days


def test_csv_has_a_line_for_each_position(kursk: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("matrix", kursk, "--csv", "-q").stdout)))
    assert len(rows) == sum(len(row["positions"]) for row in lines(run("matrix", kursk)))
    assert {"label", "state", "source.code", "position", "stance"} <= set(rows[0])


@pytest.mark.parametrize("command", ["matrix", "figures", "timeline", "origins", "tensions"])
def test_every_table_ends_by_saying_that_a_machine_read_it(kursk: Path, command: str) -> None:
    shown = run(command, kursk, "--table")
    assert shown.exit_code == 0
    assert "Machine-read; 0 of" in shown.stdout


def test_the_same_bytes_come_out_again(kursk: Path) -> None:
    assert run("matrix", kursk).stdout == run("matrix", kursk).stdout


def test_what_is_in_the_case_is_not_read_again(kursk: Path, tmp_path: Path) -> None:
    case = tmp_path / "copy.case"
    shutil.copy(kursk, case)
    again = run("add", case, Path(__file__).parents[2] / "examples" / "kursk" / "reports.jsonl")
    assert again.exit_code == 0
    assert "0 added, 0 claims; 21 there already; 0 failed" in again.stderr


def test_remove_leaves_a_tombstone_and_no_claims(kursk: Path, tmp_path: Path) -> None:
    case = tmp_path / "copy.case"
    shutil.copy(kursk, case)
    assert run("remove", case, "r03", "--why", "a witness asked for it", "--who", "me").exit_code == 0
    listed = lines(run("list", case))
    assert "r03" not in [d.get("key") for d in listed]
    assert [d["why"] for d in listed if "removed" in d] == ["a witness asked for it"]
    assert "groundless" not in run("search", case, "groundless").stdout


def test_undated_documents_are_named_and_left_out_as_of_a_day(tmp_path: Path) -> None:
    case, text = tmp_path / "a.case", tmp_path / "undated.txt"
    text.write_text("The ministry denied that the bridge had been attacked.", encoding="utf-8")
    assert run("add", case, text).exit_code == 0
    asked = run("matrix", case, "--as-of", "2031-01-01")
    assert asked.stdout == ""
    assert "undated" in asked.stderr
    assert len(lines(run("matrix", case))) == 1


@pytest.mark.parametrize("content", [None, b"no case at all", b""])
def test_what_is_no_case_is_said_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.case"
    if content is not None:
        path.write_bytes(content)
    asked = run("matrix", path)
    assert asked.exit_code == 3
    assert asked.stderr.count("\n") == 1
    assert str(path) in asked.stderr


def test_tables_are_written_and_say_that_a_machine_read_them(kursk: Path, tmp_path: Path) -> None:
    result = run("export", kursk, "--tables", tmp_path / "out", "--redact", "persons", "--as-of", "2025-02-01")
    assert result.exit_code == 0, result.stderr
    assert "Machine-read; 0 of" in result.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "README.txt",
        "crosswalk.csv",
        "events.csv",
        "reports.csv",
    ]
    assert "Machine-read; 0 of" in (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    events = list(csv.DictReader(io.StringIO((tmp_path / "out" / "events.csv").read_text(encoding="utf-8"))))
    assert {event["event"] for event in events} == {
        row["id"] for row in lines(run("matrix", kursk, "--as-of", "2025-02-01"))
    }
    assert "Volodymyr Zelenskyy" in (tmp_path / "out" / "crosswalk.csv").read_text(encoding="utf-8")


def test_one_thing_is_exported_at_a_time(kursk: Path, tmp_path: Path) -> None:
    assert run("export", kursk).exit_code == 2
    assert run("export", kursk, "--tables", tmp_path, "--training").exit_code == 2
    assert run("export", kursk, "--training", "--redact", "persons").exit_code == 2


@pytest.mark.parametrize(
    "asked",
    [("list",), ("matrix",), ("who", "soldiers"), ("diff", "--since", "2025-01-01"), ("party",)],
    ids=lambda a: a[0],
)
def test_two_forms_at_once_are_wrong_usage(asked: tuple[str, ...], kursk: Path) -> None:
    command, *rest = asked
    result = run(command, kursk, *rest, "--json", "--table")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "choose one of --json" in result.stderr


@pytest.mark.parametrize("form", ["--json", "--csv", "--table"])
def test_rows_that_are_left_out_are_counted(form: str, kursk: Path) -> None:
    whole, first = run("tensions", kursk, form), run("tensions", kursk, form, "--limit", "1", "--quiet")
    assert run("tensions", kursk, form, "--limit", "0").stdout == whole.stdout
    said = first.stdout if form == "--table" else first.stderr
    every = len(lines(run("tensions", kursk, "--json")))
    assert f"The first 1 of {every} are shown; --limit 0 shows all." in said
    assert len(first.stdout) < len(whole.stdout)


def test_a_terminal_is_given_no_more_than_is_read(kursk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows, footer = matrix_rows_of(kursk), "checked"
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("whosays.cli.rows.SCREENFUL", 2)
    page = io.StringIO()
    monkeypatch.setattr("sys.stdout", page)
    monkeypatch.setattr(page, "isatty", lambda: True, raising=False)
    print_rows(rows, None, None, footer, quiet=False)
    assert f"The first 2 of {len(rows)} are shown" in page.getvalue()
    assert page.getvalue().rstrip().endswith(footer)


def test_a_search_says_that_there_are_more(kursk: Path) -> None:
    some, every = run("search", kursk, "troops", "--limit", "2"), run("search", kursk, "troops", "--limit", "0")
    assert lines(some) == lines(every)[:2]
    assert "the best 2 are shown, there are more" in some.stderr
    assert f"{len(lines(every))} claims found" in every.stderr


def test_a_list_for_people_has_the_days_and_marks_earlier_versions(kursk: Path) -> None:
    shown = run("list", kursk, "--table").stdout.splitlines()
    assert [line[:15] for line in shown[:2]] == ["2024-10-18  r01", "2024-10-18  r02"]
    assert [line.split()[1] for line in shown if line.endswith("(superseded)")] == ["r11"]


def test_records_for_people_are_grouped_by_document(kursk: Path) -> None:
    shown = run("show", kursk, "r06", "--table").stdout
    claims = lines(run("show", kursk, "r06", "--json"))
    assert "North Korean units are in the Kursk region" in shown
    assert all(f"claim {c['id'][:8]}" in shown for c in claims)
    assert "r06 · The Harbour Daily · 2024-10-28" in run("search", kursk, "Kursk", "--table").stdout


def test_what_is_not_in_the_case_is_said(kursk: Path) -> None:
    assert run("show", kursk, "zzzz").exit_code == 3
    assert run("show", kursk, "").exit_code == 3
    assert "nothing to show" in run("who", kursk, "zebra").stderr
    assert "no party of that name" in run("party", kursk, "zebra").stderr


def test_an_add_that_could_read_nothing_had_no_input(kursk: Path, tmp_path: Path) -> None:
    case = tmp_path / "copy.case"
    shutil.copy(kursk, case)
    assert run("add", case, tmp_path / "none.txt").exit_code == 3
    known = run("add", case, Path(__file__).parents[2] / "examples" / "kursk" / "reports.jsonl", tmp_path / "none.txt")
    assert known.exit_code == 1


def test_a_file_where_a_folder_is_meant_is_wrong_usage(kursk: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for kind in ("--site", "--tables"):
        refused = run("export", kursk, kind, file)
        assert refused.exit_code == 2
        assert "is a file; name a folder" in refused.stderr
    assert run("export", kursk, "--tables", tmp_path, "--names").exit_code == 2
    assert run("export", kursk, "--training", "--as-of", "2025-01-01").exit_code == 2


def test_doctor_says_whether_a_case_is_sound(kursk: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.case"
    shutil.copy(kursk, copy)
    (sound,) = lines(run("doctor", copy, "--json"))
    assert (sound["problems"], sound["decisions"], sound["removed"]) == ("none", "0", "0")
    with closing(OpenCase.at(copy)) as case:
        for who in ("an editor", "another"):
            last = case.decide(who, Verdict.SAME, "party:a", other="party:b")
    (decided,) = lines(run("doctor", copy, "--json"))
    assert decided["decisions"] == f"2, the last one {last.hash}"
    with sqlite3.connect(copy) as other:
        other.execute("DROP TRIGGER decisions_hold")
        other.execute("UPDATE decisions SET who = 'nobody' WHERE number = 1")
    wrong = run("doctor", copy)
    assert wrong.exit_code == 1
    assert "decision 1 of 2" in wrong.stdout
    assert run("doctor", tmp_path / "none.case").exit_code == 3
