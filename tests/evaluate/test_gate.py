"""The gate: floors hold, they only rise, and missing gold is said out loud."""

from __future__ import annotations

import itertools
import subprocess
from pathlib import Path

import pytest
import yaml

from whosays.evaluate import gate as module
from whosays.evaluate.gate import Guarded, gate, guarded
from whosays.evaluate.gold import GoldMissingError, gold_folder
from whosays.evaluate.tasks import TASKS
from whosays.pipeline import Kit, load_kit

FLOORS = Path(module.__file__).with_name("floors.yaml")


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit(model=False)


def test_every_guarded_task_exists() -> None:
    assert {g.task for g in guarded()} <= set(TASKS)


def test_a_figure_under_its_floor_falls_and_one_over_it_is_kept(kit: Kit, tmp_path: Path) -> None:
    (tmp_path / "g.jsonl").write_text(
        '{"text": "Arnland denied that its troops crossed the river."}\n', encoding="utf-8"
    )
    listed = (
        Guarded("soundness", "g.jsonl", floors={"claims": 1}, ceilings={"crashed": 0}),
        Guarded("soundness", "g.jsonl", floors={"claims": 99}),
    )
    assert [o.kept for o in gate(kit, tmp_path, listed)] == [True, True, False]


def test_a_gold_file_that_is_not_there_is_named(kit: Kit, tmp_path: Path) -> None:
    with pytest.raises(GoldMissingError, match=r"nowhere\.jsonl"):
        list(gate(kit, tmp_path, (Guarded("claims", "nowhere.jsonl", floors={}),)))


def test_without_the_variable_there_is_no_gold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WHOSAYS_GOLD", raising=False)
    with pytest.raises(GoldMissingError, match="WHOSAYS_GOLD is not set"):
        gold_folder()


def _bounds(text: str) -> dict[tuple[str, str, str, str], float]:
    rows = yaml.safe_load(text)
    return {
        (r["task"], r["file"], side, metric): value
        for r in rows
        for side in ("floors", "ceilings")
        for metric, value in (r.get(side) or {}).items()
    }


def test_floors_only_rise_and_ceilings_only_fall() -> None:
    """Every version of the file in the history against the one after it."""
    path = FLOORS.relative_to(Path(__file__).parents[2]).as_posix()
    log = subprocess.run(
        ["git", "log", "--reverse", "--format=%H", "--", path],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    commits = log.stdout.split()
    if log.returncode or not commits:
        pytest.skip("not in a git clone: there is no history to compare with")
    shown = [
        subprocess.run(
            ["git", "show", f"{c}:{path}"], capture_output=True, text=True, cwd=Path(__file__).parents[2], check=True
        ).stdout
        for c in commits
    ]
    versions = [_bounds(text) for text in (*shown, FLOORS.read_text(encoding="utf-8"))]
    for before, after in itertools.pairwise(versions):
        for key, bound in before.items():
            assert key in after, f"{key} is no longer guarded"
            assert after[key] >= bound if key[2] == "floors" else after[key] <= bound, (
                f"{key} was {bound} and is {after[key]}"
            )
