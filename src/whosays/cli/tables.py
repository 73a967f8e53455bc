"""`whosays export --tables`: a case as three tables for other programs, with persons masked where that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from whosays.case.case import OpenCase
from whosays.case.persons import persons
from whosays.cli.guard import DONE, NO_INPUT, say
from whosays.export.printable import printable
from whosays.export.redact import redact
from whosays.export.tables import checked_line
from whosays.export.tabular import tabular
from whosays.findings import Balance, Shelf
from whosays.lexicon.actors import load_actors
from whosays.store.store import StoreError

_ABOUT = """{line}

These tables were written by whosays from {name}{day}. Nothing in them was averaged or chosen between.

events.csv     one proposition a row: what is said, and how it stands (state, positions, reports, independent origins)
reports.csv    one document a row, superseded versions among them
crosswalk.csv  one claim a row: which event, in which report, by whom, with what position, in which words

They join by event, report, claim and origin. "Happened" is yes only for what its source affirms as done or going on.
{persons}
"""
_MASKED = """
Private persons are masked as [person N], the same N for one person throughout these tables and nowhere else. Who holds
public office keeps the name. The machine misses names: look the tables over before you publish them."""


def write_tables(path: Path, folder: Path, as_of: date | None, redacted: bool) -> int:
    """Writes the tables into the folder, over what lies there by their names."""
    try:
        with closing(OpenCase.at(path)) as case:
            balance = case.balance(as_of)
            mask = _mask(case, balance) if redacted else None
    except StoreError as error:
        say(printable(str(error)))
        return NO_INPUT
    folder.mkdir(parents=True, exist_ok=True)
    tables = tabular(balance)
    for table in tables:
        (folder / f"{table.name}.csv").write_text(table.csv(mask), encoding="utf-8", newline="")
    line = checked_line(len(balance.checked), len(balance.postings))
    day = f", as known on {as_of}" if as_of else ""
    about = _ABOUT.format(line=line, name=path.name, day=day, persons=_MASKED if redacted else "")
    (folder / "README.txt").write_text(about, encoding="utf-8")
    for key in balance.undated:
        say(f"{printable(key)}: undated, so it is not known as of {as_of}")
    say(f"{', '.join(f'{len(t.rows)} {t.name}' for t in tables)} written to {folder}. {line}")
    return DONE


def _mask(case: OpenCase, balance: Balance) -> Callable[[str], str]:
    """Reads the texts anew for names: the claims alone do not tell who is a person in them."""
    from whosays.resolve.gazetteer import Kind, load_gazetteer
    from whosays.segment import load_parser

    gazetteer = load_gazetteer(say)

    def place(name: str) -> bool:
        return any(p.kind <= Kind.ADM1 for p in gazetteer.find([name]).get(name, ()))

    with case.store.reading() as reads:
        texts = [text for d in balance.documents if d.shelf is Shelf.CURRENT and (text := reads.text(d.id))]
        titles = [d.title for d in balance.documents if d.title]
    found = persons([*texts, *titles], balance.postings, load_parser(), place)
    offices = [name for person in load_actors().people for name in (person.name, *person.names)]
    publishers = [d.publisher for d in balance.documents if d.publisher]
    return redact(balance.postings, found, [*offices, *publishers])
