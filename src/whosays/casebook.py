"""The Python interface to a case: documents in, and on any day who says what, as values or as frames.

Frames need pandas (``pip install whosays[frame]``); the values of `whosays.findings` do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from whosays.api import day_or_error, stated
from whosays.case.add import Entered
from whosays.case.case import OpenCase
from whosays.case.incidents import incidents
from whosays.case.linking import Linking
from whosays.export.findings import (
    change_rows,
    figure_rows,
    incident_rows,
    matrix_rows,
    moment_rows,
    origin_rows,
    tension_rows,
)
from whosays.export.rows import Row
from whosays.export.sheets import columns
from whosays.findings import Balance, Finding, Held, Posting
from whosays.plugins import plugins
from whosays.read.read import read as read_paths
from whosays.reconcile.diff import diff
from whosays.reconcile.order import by_weight
from whosays.reconcile.timeline import timeline
from whosays.runner import Engine

if TYPE_CHECKING:
    import os

    import pandas

    Day = date | str | None
    Where = str | os.PathLike[str]


class Case:
    """A case in a file, made where there is none; with `as_of`, the same as it stood on a day.

    Raises `whosays.store.store.StoreError` where the file can't be opened, and ``ValueError`` for what is no date.
    """

    def __init__(self, path: Where, *, as_of: Day = None) -> None:
        self._case = OpenCase.at(Path(path), create=True)
        self._as_of = day_or_error(as_of)

    def as_of(self, day: Day) -> Case:
        """The case as it stood on the day: what was published later, or has no date, is not in it."""
        view = object.__new__(Case)
        view._case, view._as_of = self._case, day_or_error(day)
        return view

    def add(
        self,
        paths: Iterable[Where] | Where,
        *,
        published: Day = None,
        assume_published: Day = None,
        publisher: str | None = None,
        model: bool = True,
        jobs: int = 1,
    ) -> tuple[Held, ...]:
        """Reads the documents of all paths into the case; those that were entered. What is there already is not read again."""
        several = [paths] if isinstance(paths, str) or not isinstance(paths, Iterable) else paths
        readings = read_paths(
            map(str, several), plugins().readers, stated(published, assume_published, publisher, None, None)
        )
        outcomes = self._case.add(readings, Engine(model), Linking(model), jobs=jobs)
        return tuple(outcome.held for outcome in outcomes if isinstance(outcome, Entered))

    @property
    def balance(self) -> Balance:
        """All that follows from the case on the day, as values."""
        return self._case.balance(self._as_of)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The propositions and who stands where on each, what is in dispute first."""
        return by_weight(self.balance.findings)

    @property
    def documents(self) -> tuple[Held, ...]:
        return self.balance.documents

    @property
    def claims(self) -> tuple[Posting, ...]:
        return self.balance.postings

    def matrix(self) -> pandas.DataFrame:
        """Who says what: one position a row."""
        return _frame(matrix_rows(self.findings, self._keys()))

    def figures(self) -> pandas.DataFrame:
        """Every figure as it was said, and the ranges that stand."""
        return _frame(figure_rows(self.balance, self._keys()))

    def timeline(self) -> pandas.DataFrame:
        """What is said to have happened when."""
        return _frame(moment_rows(timeline(self.balance.findings, {p.id: p for p in self.claims})))

    def origins(self) -> pandas.DataFrame:
        """Which documents count as one."""
        return _frame(origin_rows(self.balance.origins, self._keys()))

    def incidents(self) -> pandas.DataFrame:
        """Which documents tell of the same thing that happened."""
        with self._case.store.reading() as reads:
            return _frame(incident_rows(incidents(reads, self.balance), self._keys()))

    def tensions(self) -> pandas.DataFrame:
        """What can't all hold."""
        return _frame(tension_rows(self.balance.tensions))

    def diff(self, since: Day) -> pandas.DataFrame:
        """What is new since a day."""
        return _frame(change_rows(diff(self._case.balance(day_or_error(since)), self.balance)))

    def close(self) -> None:
        self._case.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        on = f" as of {self._as_of}" if self._as_of else ""
        found = self.balance
        return f"<Case {self._case.store.name}{on}: {len(found.documents)} documents, {len(found.postings)} claims>"

    def _keys(self) -> dict[str, str]:
        return {d.id: d.key for d in self.documents}


def _frame(rows: Sequence[Row]) -> pandas.DataFrame:
    import pandas

    names, lines = columns(rows)
    return pandas.DataFrame(lines, columns=names)
