"""`whosays evaluate` and `gate` say what they measured, or loudly that there was nothing to measure on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from whosays.cli.app import app
from whosays.evaluate import tasks
from whosays.evaluate.report import Report


class FakeEngine:
    kit = None

    def __init__(self, model: bool = True, notice: object = None) -> None: ...


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report("time", 12, (("f1", 0.75), ("exact", 0.5)), ("first error", "second error"))
    monkeypatch.setitem(tasks.TASKS, "time", lambda path, kit: report)
    monkeypatch.setattr("whosays.runner.Engine", FakeEngine)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


def test_metrics_are_one_json_object(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{}\n")
    result = run("evaluate", "time", tmp_path / "gold.jsonl", "--json", "--errors", "1")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"task": "time", "n": 12, "f1": 0.75, "exact": 0.5, "errors": ["first error"]}


def test_without_json_they_are_lines(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{}\n")
    assert run("evaluate", "time", tmp_path / "gold.jsonl").stdout.splitlines() == [
        "time: 12 measured",
        "  f1     0.75",
        "  exact  0.5",
    ]


def test_an_unknown_task_is_usage_and_lists_the_known(tmp_path: Path) -> None:
    result = run("evaluate", "weather", tmp_path)
    assert result.exit_code == 2
    assert "attribution" in result.stderr


def test_a_missing_file_is_3(tmp_path: Path) -> None:
    result = run("evaluate", "time", tmp_path / "none.jsonl")
    assert result.exit_code == 3
    assert "not found" in result.stderr


def test_the_gate_without_gold_says_loudly_that_nothing_was_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WHOSAYS_GOLD", raising=False)
    result = run("gate")
    assert result.exit_code == 3
    assert "NOTHING WAS MEASURED" in result.stderr


def test_the_doctor_names_versions_model_readers_and_gold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeEngine, "name", "parser rules", raising=False)
    monkeypatch.delenv("WHOSAYS_GOLD", raising=False)
    result = run("doctor", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["model"] == "parser rules"
    assert found["readers"].split(", ")[-1] == "plain"
    assert "not set" in found["gold"]
    assert len(run("doctor").stdout.splitlines()) == len(found)
