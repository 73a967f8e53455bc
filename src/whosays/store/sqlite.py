"""All that belongs to SQLite alone: opening and making the file, transactions, looking for words, wiping, its errors.

A case is one file in WAL mode: any number of readers and one writer at a time, and each commit is on the disk before it
is said to be done. Beside an open case lie ``-wal`` and ``-shm``; the last one to close it folds them in.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from whosays.store.store import StoreError

APPLICATION = 0x77686F73
"""Marks a file as a case ("whos" in ASCII; SQLite's application_id)."""

PATIENCE = 30
"""Seconds to wait for another writer."""

_WORD = re.compile(r"\w+")
_IMMEDIATE = "whosays_immediate"


def engine(path: Path) -> Engine:
    """A pool of connections to the file; nothing is opened yet."""
    made = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=PATIENCE,
            check_same_thread=False,
            isolation_level=None,
        ),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=-1,
    )
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def immediate(connection: Connection) -> Connection:
    """The same connection, whose transactions take the right to write as they begin."""
    return connection.execution_options(**{_IMMEDIATE: True})


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    for pragma in ("foreign_keys = ON", "secure_delete = ON", "synchronous = FULL", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    wanted = connection.get_execution_options().get(_IMMEDIATE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if wanted else "BEGIN")


def migrations() -> tuple[tuple[int, str], ...]:
    """The numbered steps that make a case of one schema one of the next, oldest first, each as SQL."""
    folder = files("whosays.store") / "migrations" / "sqlite"
    found = [(int(f.name.removesuffix(".sql")), f.read_text(encoding="utf-8")) for f in folder.iterdir()]
    return tuple(sorted(found))


def migrate(made: Engine, path: Path, create: bool) -> None:
    """Brings the file to the newest schema, one step a transaction. Raises `StoreError` for what is no case, or a newer one."""
    steps = migrations()
    newest = steps[-1][0]
    with immediate(made.connect()) as connection:
        application, schema = (int(_pragma(connection, name)) for name in ("application_id", "user_version"))
        empty = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0
        connection.rollback()
        if application != APPLICATION and not (create and empty and application == 0):
            what = "an empty file" if empty and application == 0 else "another program's database"
            raise StoreError(f"{path}: not a case, but {what}")
        if schema > newest:
            raise StoreError(
                f"{path}: made by a newer whosays (schema {schema}, this one reads {newest}): update whosays"
            )
        if schema == newest:
            return
        connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
        for number, sql in steps:
            if number > schema:
                _step(connection, number, sql)


def _step(connection: Connection, number: int, sql: str) -> None:
    with connection.begin():
        if int(_pragma(connection, "user_version")) >= number:  # another process was quicker
            return
        for statement in _statements(sql):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _pragma(connection: Connection, name: str) -> str:
    return str(connection.exec_driver_sql(f"PRAGMA {name}").scalar())


def _statements(sql: str) -> Iterator[str]:
    held = ""
    for line in sql.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def search(connection: Connection, words: str) -> Iterator[int]:
    """Numbers of the claims with all of the words, else with any of them, best first (BM25)."""
    quoted = [f'"{word}"' for word in _WORD.findall(words)]
    query = text("SELECT rowid FROM claims_search WHERE claims_search MATCH :q ORDER BY rank, rowid")
    for joined in (" AND ".join(quoted), " OR ".join(quoted)):
        found = connection.execute(query, {"q": joined}).all() if quoted else []
        yield from (row[0] for row in found)
        if found:
            return


class WordIndex:
    """Keeps `claims_search`: of claims' words, their sources and their documents' titles, by the stem."""

    def learn(self, connection: Connection, document: int) -> None:
        statement = text(
            "INSERT INTO claims_search (rowid, words, source, title)"
            " SELECT number, words, source, title FROM claims_words WHERE document = :document"
        )
        connection.execute(statement, {"document": document})

    def forget(self, connection: Connection) -> None:
        """Makes the index anew: deleting from it would leave the words in it until its parts are merged."""
        connection.exec_driver_sql("INSERT INTO claims_search (claims_search) VALUES ('rebuild')")


def wipe(made: Engine, path: Path) -> None:
    """Leaves no byte in the file, or beside it, of what was deleted."""
    with made.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        cursor = connection.connection.cursor()
        cursor.execute("VACUUM")
        (busy, _, _) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreError(
            f"{path}: removed, but another program is reading the case: the last bytes of what was removed go"
            " when that one closes it"
        )


def check(connection: Connection) -> Iterator[str]:
    """What is wrong with the file, one line each: its pages, what refers to what, and the index of words."""
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check(5)"):
        if found != "ok":
            yield f"the file is damaged: {found}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(5):
        yield f"a row of {row[0]} refers to a row of {row[2]} that is not there"
    try:
        connection.exec_driver_sql("INSERT INTO claims_search (claims_search, rank) VALUES ('integrity-check', 1)")
    except DBAPIError as error:
        yield f"the index of words does not fit the claims: {error.orig}"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the database's errors into a `StoreError` that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{path}: {_why(error.orig)}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {_why(error)}") from error


def _why(error: BaseException | None) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return {
        sqlite3.SQLITE_FULL: "the disk is full: make room and run the same command again; what was entered before is safe",
        sqlite3.SQLITE_BUSY: f"another program has been writing to the case for over {PATIENCE} seconds: try again later",
        sqlite3.SQLITE_LOCKED: f"another program has been writing to the case for over {PATIENCE} seconds: try again later",
        sqlite3.SQLITE_READONLY: "may not be written: check the permissions of the file and of its folder",
        sqlite3.SQLITE_PERM: "may not be opened: check its permissions",
        sqlite3.SQLITE_CANTOPEN: "cannot be opened: check that it is a file, and its permissions and its folder's",
        sqlite3.SQLITE_NOTADB: "not a case: this is no database",
        sqlite3.SQLITE_CORRUPT: "the file is damaged: go back to a copy of it",
        sqlite3.SQLITE_IOERR: "the disk fails to read or write (is it full, or gone?); what was entered before is safe",
    }.get(code, f"{type(error).__name__}: {' '.join(str(error).split())}")
