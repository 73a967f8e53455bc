"""The commands that show a case: the workbench, and its screens as files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from whosays.case.case import OpenCase
from whosays.case.linking import Linking
from whosays.cli.guard import DONE, NO_INPUT, SOME_FAILED, say
from whosays.cli.names import names
from whosays.export.private import private
from whosays.export.training import training
from whosays.model import USUAL
from whosays.runner import Engine
from whosays.web.desk import Desk
from whosays.web.serve import Listening, serve
from whosays.web.site import File, site


@dataclass(frozen=True, slots=True)
class Serving:
    """What `serve` was told."""

    case: Path
    at: Listening
    who: str
    model: bool


def serve_case(told: Serving) -> int:
    """Serves until it is interrupted."""
    with closing(OpenCase.at(told.case, create=True)) as case:
        engine = Engine(told.model, say, USUAL)
        linker = Linking(told.model, say)
        try:
            serve(case, lambda readings: case.add(readings, engine, linker), told.at, told.who, _ready)
        except OSError as error:
            say(f"can't listen on {told.at.host}:{told.at.port}: {error.strerror or error}; choose another --port")
            return NO_INPUT
    return DONE


def write_site(path: Path, folder: Path, as_of: date | None, named: bool) -> int:
    """Writes the screens as files. What lies in the folder already is written over, never deleted."""
    with closing(OpenCase.at(path)) as case:
        desk = Desk(case.store)
        book = desk.book(as_of)
        if not book.current:
            say("the case holds no document that was known on that day")
            return NO_INPUT
        hidden = None if named else private(book.balance.postings, *names(case, book.balance))
        files: Iterator[File] = site(book, desk, desk.issues, hidden)
        folder.mkdir(parents=True, exist_ok=True)
        n = 0
        for n, file in enumerate(files, 1):  # noqa: B007  (counted)
            (folder / file.path).write_bytes(file.content)
    say(
        f"{n} files written; open {folder / 'index.html'}"
        + (f"; {len(hidden.names)} names of private persons are masked (--names shows them)" if hidden else "")
    )
    return DONE


def write_training(path: Path) -> int:
    """Prints the rows to train on, as JSON Lines."""
    with closing(OpenCase.at(path)) as case:
        desk = Desk(case.store)
        book = desk.book()
        n = 0
        for document in book.current:
            entered = book.entered_of(document.id)
            kept = desk.records([p.id for p in entered])
            records = [kept[p.id] for p in entered if p.id in kept]
            rejected = {p.id for p in entered if p.id not in book.claims}
            for row in training(desk.text(document.id) or "", records, book.balance.checked, rejected):
                n += 1
                sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
    say(f"{n} paragraphs whose every attribution was judged")
    return DONE if n else SOME_FAILED


def _ready(address: str) -> None:
    say(f"open {address} (stop with Ctrl-C)")
