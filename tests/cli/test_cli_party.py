"""Parties of a case: listed, and merged by decisions that can be taken back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from whosays.cli.guard import DONE, NO_INPUT, USAGE
from whosays.cli.web_app import app


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == DONE, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def case(kursk: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(kursk, tmp_path / "own.case"))


@pytest.fixture
def two(case: Path) -> tuple[str, str]:
    """Two parties of the case, by code and name."""
    found = [r for r in rows(run("party", case)) if r["code"] and r["code"] != "publisher"]
    return (f"{found[0]['code']}|{found[0]['name']}", f"{found[1]['code']}|{found[1]['name']}")


def sources(case: Path) -> set[str]:
    found = rows(run("matrix", case))
    return {f"{p['source']['code']}|{p['source']['name']}" for row in found for p in row["positions"]}


def test_every_party_is_listed_by_its_claims(case: Path) -> None:
    found = rows(run("party", case))
    assert [r["claims"] for r in found] == sorted((r["claims"] for r in found), reverse=True)
    assert len({r["party"] for r in found}) == len(found)
    assert not any(r["decisions"] for r in found)


def test_words_find_the_parties_that_hold_them(case: Path) -> None:
    assert {"russia" in r["name"].casefold() for r in rows(run("party", case, "Russia"))} == {True}


def test_two_that_are_the_same_are_one_until_it_is_taken_back(case: Path, two: tuple[str, str]) -> None:
    before = sources(case)
    assert run("party", case, *two, "--same", "--why", "one office", "--who", "me").exit_code == DONE
    assert two[1] not in sources(case)
    told = next(r for r in rows(run("party", case)) if r["decisions"])["decisions"]
    assert [(d["verdict"], d["who"], d["why"]) for d in told] == [("same", "me", "one office")]
    assert run("party", case, *reversed(two), "--undo").exit_code == DONE
    assert sources(case) == before


@pytest.mark.parametrize("verdict", ["--different", "--unsure"])
def test_what_is_two_or_unsure_merges_nothing(case: Path, two: tuple[str, str], verdict: str) -> None:
    before = sources(case)
    assert run("party", case, *two, verdict).exit_code == DONE
    assert sources(case) == before
    assert [d["verdict"] for r in rows(run("party", case)) for d in r["decisions"]] == [verdict[2:]] * 2


def test_a_later_decision_takes_the_place_of_the_earlier(case: Path, two: tuple[str, str]) -> None:
    run("party", case, *two, "--same")
    run("party", case, *two, "--different")
    assert {d["verdict"] for r in rows(run("party", case)) for d in r["decisions"]} == {"different"}


@pytest.mark.parametrize("options", [["--same", "--undo"], []])
def test_two_parties_need_one_verdict(case: Path, two: tuple[str, str], options: list[str]) -> None:
    assert run("party", case, *two, *options).exit_code == USAGE


def test_one_party_is_not_two(case: Path, two: tuple[str, str]) -> None:
    assert run("party", case, two[0], two[0], "--same").exit_code == USAGE


def test_words_that_fit_several_are_refused_and_those_are_named(case: Path, two: tuple[str, str]) -> None:
    refused = run("party", case, "a", two[1], "--same")
    assert refused.exit_code == NO_INPUT
    assert "say which" in refused.stderr
    assert run("party", case, "nobody of this name", two[1], "--same").exit_code == NO_INPUT
    assert run("party", case, *two, "--undo").exit_code == NO_INPUT


def test_a_table_for_people(case: Path, two: tuple[str, str]) -> None:
    run("party", case, *two, "--unsure", "--why", "may be")
    shown = run("party", case, "--table").stdout
    assert "unsure: " in shown
    assert "may be" in shown
