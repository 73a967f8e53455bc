"""The form of what is printed: json, csv or table; where nothing is said, by whether a terminal reads."""

from __future__ import annotations

import sys

import typer


def form_of(as_json: bool, as_csv: bool, as_table: bool) -> str | None:
    """The form that was asked for; None where none was. Raises ``typer.BadParameter`` where several were."""
    if sum((as_json, as_csv, as_table)) > 1:
        raise typer.BadParameter("choose one of --json, --csv and --table")
    return "json" if as_json else "csv" if as_csv else "table" if as_table else None


def chosen(form: str | None) -> str:
    """The form asked for; else a table for a terminal, JSON Lines for everything else."""
    return form or ("table" if sys.stdout.isatty() else "json")
