"""`whosays evaluate` and `whosays gate`: the engine measured against gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from whosays.cli.guard import DONE, NO_INPUT, SOME_FAILED, USAGE, say
from whosays.evaluate.report import Report


def evaluate_file(task: str, file: Path, as_json: bool, errors: int, model: bool) -> int:
    """Prints the metrics of one task on one file, and its first errors."""
    from whosays.evaluate.gold import GoldMissingError
    from whosays.evaluate.tasks import TASKS
    from whosays.runner import Engine

    if task not in TASKS:
        say(f"no task {task!r}; there are: {', '.join(TASKS)}")
        return USAGE
    if not file.exists():
        say(f"{file}: not found; gold is not part of the package, see WHOSAYS_GOLD in docs/commands.md")
        return NO_INPUT
    try:
        report = TASKS[task](file, Engine(model, say).kit)
    except (GoldMissingError, UnicodeDecodeError, json.JSONDecodeError, KeyError) as error:
        say(f"{file}: not gold of the task {task}: {type(error).__name__}: {' '.join(str(error).split())}")
        return NO_INPUT
    sys.stdout.write(_json(report, errors) if as_json else _lines(report, errors))
    return DONE


def run_gate(model: bool) -> int:
    """Prints each figure beside its floor; exit code 1 where one fell, 3 where the gold is absent."""
    from whosays.evaluate.gate import run
    from whosays.evaluate.gold import GoldMissingError
    from whosays.runner import Engine

    try:
        return DONE if run(Engine(model, say).kit) else SOME_FAILED
    except GoldMissingError as error:
        say(f"NOTHING WAS MEASURED: {error}")
        return NO_INPUT


def _json(report: Report, errors: int) -> str:
    found: dict[str, object] = {"task": report.task, "n": report.n, **dict(report.metrics)}
    if errors:
        found["errors"] = list(report.errors[:errors])
    return json.dumps(found, ensure_ascii=False) + "\n"


def _lines(report: Report, errors: int) -> str:
    width = max((len(name) for name, _ in report.metrics), default=0)
    lines = [
        f"{report.task}: {report.n} measured",
        *(f"  {name:{width}}  {value:.4g}" for name, value in report.metrics),
    ]
    return "\n".join([*lines, *report.errors[:errors]]) + "\n"
