"""What can be measured, by name: each task reads one gold file and gives a report."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from whosays.evaluate import claims, gold, items
from whosays.evaluate.report import Report

if TYPE_CHECKING:
    from whosays.pipeline import Kit

Task = Callable[[Path, "Kit"], Report]


def _claims(path: Path, kit: Kit) -> Report:
    return claims.evaluate(gold.annotated(path), kit)


def _items(kind: str, path: Path, kit: Kit) -> Report:
    return items.evaluate(kind, gold.rows(path), kit)


def _module(name: str, path: Path, kit: Kit) -> Report:
    report: Report = import_module(f"whosays.evaluate.{name}").evaluate(gold.rows(path), kit)
    return report


MODULES = (
    "attribution",
    "time",
    "place",
    "quantity",
    "gva",
    "ecb",
    "incidents",
    "copies",
    "actors",
    "roles",
    "quad",
    "types",
    "factuality",
    "soundness",
)
TASKS: dict[str, Task] = {
    "claims": _claims,
    **{name: partial(_module, name) for name in MODULES},
    **{f"items-{kind}": partial(_items, kind) for kind in items.KINDS},
}
"""`claims` also takes a folder, or the seed's ``gold.jsonl`` with ``article.txt`` beside it."""
