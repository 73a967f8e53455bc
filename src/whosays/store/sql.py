"""The case in a file: SQLite, through SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, select, update

from whosays.store import sqlite
from whosays.store.reads import SqlReads
from whosays.store.schema import REVISIONS
from whosays.store.store import Reads, Store, StoreError, Writes
from whosays.store.writes import SqlWrites


def open_case(path: Path, create: bool = False) -> Store:
    """The case in that file; with `create` an empty one where there is none. Raises `StoreError` where it can't be opened."""
    if path.is_dir():
        raise StoreError(f"{path}: a folder; a case is one file, as in news.case")
    if not path.exists():
        if not create:
            raise StoreError(f"{path}: not found; `whosays add {path} PATH…` makes a case")
        if not path.absolute().parent.is_dir():
            raise StoreError(f"{path}: its folder is not there; make it first")
        with _writable(path):
            path.touch()
    engine = sqlite.engine(path)
    with sqlite.explained(path):
        sqlite.migrate(engine, path, create)
    return SqlStore(engine, path)


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: cannot be made: {error.strerror or error}") from error


class SqlStore:
    """Implements `store.Store`. Each reading and each writing has a connection of its own."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path

    @property
    def name(self) -> str:
        return str(self._path)

    @contextmanager
    def reading(self) -> Iterator[Reads]:
        with sqlite.explained(self._path), self._engine.connect() as connection, connection.begin():
            yield SqlReads(connection, sqlite.search)

    @contextmanager
    def writing(self) -> Iterator[Writes]:
        with sqlite.explained(self._path):
            with sqlite.immediate(self._engine.connect()) as connection, connection.begin():
                writes = SqlWrites(connection, sqlite.search, sqlite.WordIndex())
                yield writes
                connection.execute(update(REVISIONS).values(number=REVISIONS.c.number + 1))
            if writes.erased:
                sqlite.wipe(self._engine, self._path)

    def revision(self) -> int:
        with sqlite.explained(self._path), self._engine.connect() as connection:
            return int(connection.execute(select(REVISIONS.c.number)).scalar_one())

    def check(self) -> tuple[str, ...]:
        with sqlite.explained(self._path), sqlite.immediate(self._engine.connect()) as connection:
            found = tuple(sqlite.check(connection))
            connection.rollback()
            return found

    def close(self) -> None:
        self._engine.dispose()
