"""The gate: what the engine reaches on the gold, held against floors that may only rise.

``floors.yaml`` lists each figure that is guarded: its task, the gold file, the metric, and the floor it may not fall
under (or, for errors, the ceiling it may not pass). After a gain the floors are raised to what was measured; they are
never lowered to let a change pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from whosays.evaluate import claims, gold
from whosays.evaluate.report import Report
from whosays.evaluate.tasks import TASKS

if TYPE_CHECKING:
    from whosays.pipeline import Kit

TOLERANCE = 1e-9


class Guarded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One gold file and the figures that are guarded on it. ``file`` is relative to the gold folder."""

    task: str
    file: str
    floors: dict[str, float]
    ceilings: dict[str, float] = {}
    published: date | None = None


class Outcome(msgspec.Struct, frozen=True):
    """A guarded figure, measured. ``kept`` tells whether it is on the right side of its bound."""

    task: str
    metric: str
    bound: float
    measured: float
    kept: bool


def guarded() -> tuple[Guarded, ...]:
    """The guarded figures of ``floors.yaml``."""
    import yaml

    text = Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), tuple[Guarded, ...])


def gate(kit: Kit, folder: Path, listed: Sequence[Guarded]) -> Iterator[Outcome]:
    """Every guarded figure beside its bound, in the file's order. Raises `GoldMissingError` where a gold file is not there."""
    for one in listed:
        path = folder / one.file
        if not path.exists():
            raise gold.GoldMissingError(f"{gold.VARIABLE} has no {one.file}: {path} is not there")
        report = _report(one, path, kit)
        measured = dict(report.metrics)
        for metric, floor in one.floors.items():
            yield Outcome(one.task, metric, floor, measured[metric], measured[metric] >= floor - TOLERANCE)
        for metric, ceiling in one.ceilings.items():
            yield Outcome(one.task, metric, ceiling, measured[metric], measured[metric] <= ceiling + TOLERANCE)


def _report(one: Guarded, path: Path, kit: Kit) -> Report:
    if one.task == "claims":
        return claims.evaluate(gold.annotated(path, one.published), kit)
    return TASKS[one.task](path, kit)
