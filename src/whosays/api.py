"""The Python interface: `read` a file, `read_all` of many, `analyse` a text; an `Article` with its `Claims` comes back.

A claim is a `Record`, with the attributes that the contract names: ``claim.source.name``, ``claim.event.place.lat``.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, overload

from whosays.export.record import Record
from whosays.export.records import records
from whosays.lexicon.lexicon import load_lexicon
from whosays.model import USUAL, Analysis, Conventions, Document, Issue
from whosays.plugins import plugins
from whosays.plugins import register_reader as register_reader
from whosays.read.compose import compose
from whosays.read.day import day
from whosays.read.input import Reading, Stated, Unread
from whosays.read.read import read as read_paths
from whosays.runner import Engine, Failed, run

if TYPE_CHECKING:
    import os

    import pandas

    Day = date | str | None
    Where = str | os.PathLike[str]


class UnreadError(ValueError):
    """A document could not be read; the message says which, why and what to do."""


class UnreadWarning(UserWarning):
    """One of many documents could not be read, and the others were."""


class Claims(Sequence[Record]):
    """The claims of a document in the order of the text."""

    def __init__(self, found: Iterable[Record]) -> None:
        self._found = tuple(found)

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> Claims: ...

    def __getitem__(self, index: int | slice) -> Record | Claims:
        return Claims(self._found[index]) if isinstance(index, slice) else self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Claims) and self._found == other._found

    def __hash__(self) -> int:
        return hash(self._found)

    def __repr__(self) -> str:
        return "\n".join([f"{len(self)} claim{'s' * (len(self) != 1)}", *(f"  {claim!r}" for claim in self)])

    def to_json(self) -> str:
        """JSON Lines, as the contract has them."""
        from whosays.export.jsonlines import jsonlines

        return jsonlines(self)

    def to_csv(self) -> str:
        """CSV with its header, safe to open in a spreadsheet."""
        from whosays.export.commas import commas, header

        return header() + commas(self)

    def to_frame(self) -> pandas.DataFrame:
        """One claim a row, the columns of the CSV. Needs pandas: ``pip install whosays[frame]``."""
        import pandas

        from whosays.export.columns import COLUMNS, cells

        return pandas.DataFrame([cells(claim) for claim in self], columns=list(COLUMNS))


@dataclass(frozen=True, slots=True)
class Article:
    """A document that was read: its text, its `claims`, and in `issues` what could not be read."""

    analysis: Analysis
    claims: Claims

    @property
    def document(self) -> Document:
        return self.analysis.document

    @property
    def text(self) -> str:
        return self.analysis.document.text

    @property
    def issues(self) -> tuple[Issue, ...]:
        return self.analysis.issues

    def __repr__(self) -> str:
        d = self.document
        dated = f"{d.published} ({d.dated})" if d.published else "undated"
        return f"<Article {d.title or d.key!r}, {dated}, {len(d.text):,} characters, {len(self.claims)} claims>"

    def _repr_html_(self) -> str:
        from whosays.export.html.snippet import snippet

        return snippet(self.analysis, self.claims)

    def report(self, path: Where) -> None:
        """Writes the report: one HTML page that needs nothing else."""
        from whosays.export.html.report import report

        Path(path).write_text(report([(self.analysis, self.claims)]), encoding="utf-8")


def read(
    path: Where,
    *,
    published: Day = None,
    assume_published: Day = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    model: bool = True,
    vague: str = USUAL.vague,
    view: str = USUAL.view,
    actors: Where | None = None,
) -> Article:
    """The document at `path`, read. Dates are `date` or "YYYY-MM-DD"; `assume_published` is shown as assumed.

    `vague` names how "dozens" and the like are read, `view` whose disputed areas are, `actors` is a file of your own actors
    (docs/commands.md). Raises `UnreadError` where the path holds no text, or more than one document (a table: see
    `read_all`), and ``ValueError`` for what is no date, policy, view or list of actors.
    """
    given = stated(published, assume_published, publisher, title, url)
    found = list(_two(read_paths([str(path)], plugins().readers, given)))
    if len(found) > 1:
        raise UnreadError(f"{path} holds several documents; whosays.read_all reads them one by one")
    return _article(found[0], _engine(model, vague, view, _file(actors)))


def read_all(
    paths: Iterable[Where] | Where,
    *,
    published: Day = None,
    assume_published: Day = None,
    publisher: str | None = None,
    model: bool = True,
    vague: str = USUAL.vague,
    view: str = USUAL.view,
    actors: Where | None = None,
    jobs: int = 1,
) -> Iterator[Article]:
    """The documents of all paths, one at a time; what cannot be read is an `UnreadWarning`, and the others are read.

    With `jobs` over 1 that many processes read (a script then needs ``if __name__ == "__main__"``).
    """
    given = stated(published, assume_published, publisher, None, None)
    several = [paths] if isinstance(paths, str) or not isinstance(paths, Iterable) else paths
    engine = _engine(model, vague, view, _file(actors))
    for outcome in run(read_paths(map(str, several), plugins().readers, given), engine, jobs):
        if isinstance(outcome, Analysis):
            yield Article(outcome, Claims(records(outcome, engine.name)))
        else:
            warnings.warn(f"{outcome.key}: {outcome.why}", UnreadWarning, stacklevel=2)


def analyse(
    text: str,
    *,
    key: str = "text",
    published: Day = None,
    assume_published: Day = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    model: bool = True,
    vague: str = USUAL.vague,
    view: str = USUAL.view,
    actors: Where | None = None,
) -> Article:
    """A text, read. Options as for `read`; raises `UnreadError` for an empty text."""
    return _article(
        compose(text, key, stated(published, assume_published, publisher, title, url)),
        _engine(model, vague, view, _file(actors)),
    )


def _article(reading: Reading | Unread, engine: Engine) -> Article:
    outcome = next(run([reading], engine))
    if isinstance(outcome, Unread | Failed):
        raise UnreadError(f"{outcome.key}: {outcome.why}")
    return Article(outcome, Claims(records(outcome, engine.name)))


@lru_cache(maxsize=4)
def _engine(model: bool, vague: str, view: str, actors: Path | None) -> Engine:
    conventions = Conventions(vague, view)
    load_lexicon(conventions, actors)
    return Engine(model, conventions=conventions, actors=actors)


def _file(path: Where | None) -> Path | None:
    return Path(path).resolve() if path is not None else None


def _two(found: Iterator[Reading | Unread]) -> Iterator[Reading | Unread]:
    """At most the first two: enough to tell that there are several."""
    return (reading for reading, _ in zip(found, range(2), strict=False))


def stated(published: Day, assumed: Day, publisher: str | None, title: str | None, url: str | None) -> Stated:
    """What a user says of the documents; dates as `day_or_error`."""
    return Stated(
        title=title, publisher=publisher, published=day_or_error(published), assumed=day_or_error(assumed), url=url
    )


def day_or_error(value: Day) -> date | None:
    """The day that a user wrote. Raises ``ValueError`` for what is no date."""
    if value is None or isinstance(value, date):
        return value
    if found := day(value):
        return found
    raise ValueError(f"{value!r} is not a date; write YYYY-MM-DD, as in 2025-02-01")
