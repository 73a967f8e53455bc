"""`whosays export --tables`: a case as three tables for other programs, with persons masked where that is wanted."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from whosays.case.case import OpenCase
from whosays.cli.guard import DONE, say
from whosays.cli.names import names
from whosays.export.printable import printable
from whosays.export.redact import redact
from whosays.export.tables import checked_line
from whosays.export.tabular import tabular

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
    with closing(OpenCase.at(path)) as case:
        balance = case.balance(as_of)
        mask = redact(balance.postings, *names(case, balance)) if redacted else None
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
