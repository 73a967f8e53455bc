"""`whosays evaluate` and `whosays gate`: the engine measured against gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from whosays.cli.guard import DONE, NO_INPUT, SOME_FAILED, USAGE, say
from whosays.evaluate.report import Report


def evaluate_file(task: str, path: Path, as_json: bool, errors: int, model: bool) -> int:
    """Prints the metrics of one task on one gold file, and its first errors."""
    from whosays.evaluate.tasks import TASKS
    from whosays.runner import Engine

    if task not in TASKS:
        say(f"no task {task!r}; there are: {', '.join(TASKS)}")
        return USAGE
    if not path.exists():
        say(f"{path}: not found; gold is not part of the package: see WHOSAYS_GOLD in docs/commands.md")
        return NO_INPUT
    try:
        report = TASKS[task](path, Engine(model, say).kit)
    except (OSError, ValueError, KeyError) as error:  # msgspec's decoding errors are ValueErrors
        say(f"{path}: not a gold file of the task {task}: {type(error).__name__}: {' '.join(str(error).split())}")
        return NO_INPUT
    sys.stdout.write(_json(report, errors) if as_json else _lines(report, errors))
    return DONE


def run_gate(model: bool = True) -> int:
    """Prints each guarded figure beside its bound; exit code 1 where one fell, 3 where the gold is absent."""
    from whosays.evaluate.gate import gate, guarded
    from whosays.evaluate.gold import GoldMissingError, gold_folder
    from whosays.runner import Engine

    kept = True
    try:
        folder = gold_folder()
        for outcome in gate(Engine(model, say).kit, folder, guarded()):
            word = "kept" if outcome.kept else "FELL"
            line = f"{word}  {outcome.task:18} {outcome.metric:20} {outcome.measured:7.3f}  bound {outcome.bound:.3f}\n"
            sys.stdout.write(line)
            sys.stdout.flush()
            kept = kept and outcome.kept
    except GoldMissingError as error:
        say(f"NOTHING WAS MEASURED: {error}")
        return NO_INPUT
    return DONE if kept else SOME_FAILED


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
