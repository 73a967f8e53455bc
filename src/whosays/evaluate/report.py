"""What an evaluation says: its figures by name, how many things were measured, and errors to look at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one task. `metrics` are pairs of name and value (shares from 0 to 1 unless the name says otherwise)."""

    task: str
    n: int
    metrics: tuple[tuple[str, float], ...]
    errors: tuple[str, ...] = ()
