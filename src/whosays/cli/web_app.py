"""The commands that show a case, and their options; nothing heavy is loaded before one of them runs."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from whosays.cli.app import Debug, NoModel
from whosays.cli.case_app import AsOf, Case_, Who
from whosays.cli.guard import guard
from whosays.cli.party_app import app as app

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; anywhere but here asks for a token.")]
Port = Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes a free one.")]
Token = Annotated[
    str | None, typer.Option(metavar="WORD", help="Ask for this token; without it one is made where it is needed.")
]
Site = Annotated[Path | None, typer.Option(metavar="DIR", help="Write the screens as pages that need nothing else.")]
Tables = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Write events, reports and the crosswalk between them as CSV.")
]
Redact = Annotated[str | None, typer.Option(metavar="persons", help="Mask private persons in the tables.")]
Train = Annotated[bool, typer.Option("--training", help="Print checked claims as rows to train the tagger on.")]
Names = Annotated[bool, typer.Option("--names", help="Show the names of persons; without it they are masked.")]


@app.command(name="serve")
def serve(
    case: Case_,
    host: Host = "127.0.0.1",
    port: Port = 8765,
    token: Token = None,
    who: Who = None,
    no_model: NoModel = False,
    debug: Debug = False,
) -> None:
    """Open a case in the browser: who says what, the documents, the review. Listens on this machine alone."""

    def command() -> int:
        from whosays.cli.web import Serving, serve_case
        from whosays.web.serve import Listening

        return serve_case(Serving(case, Listening(host, port, token), who or getpass.getuser(), not no_model))

    raise typer.Exit(guard(command, debug))


@app.command(name="export")
def export(
    case: Case_,
    site: Site = None,
    tables: Tables = None,
    redact: Redact = None,
    training: Train = False,
    names: Names = False,
    as_of: AsOf = None,
    debug: Debug = False,
) -> None:
    """Write a case out: its screens as pages, its events and reports as tables, or what was checked as training data."""
    if sum((site is not None, tables is not None, training)) != 1:
        raise typer.BadParameter("choose one of --site DIR, --tables DIR and --training")
    if redact is not None and (redact != "persons" or tables is None):
        raise typer.BadParameter("--redact persons goes with --tables; there is nothing else to redact")

    if names and site is None:
        raise typer.BadParameter("--names goes with --site; tables show names unless --redact persons masks them")
    if as_of and training:
        raise typer.BadParameter("--as-of does not go with --training: what was checked is checked on every day")
    for folder in (site, tables):
        if folder is not None and folder.exists() and not folder.is_dir():
            raise typer.BadParameter(f"{folder} is a file; name a folder")

    def command() -> int:
        if tables:
            from whosays.cli.tables import write_tables

            return write_tables(case, tables, as_of, redact is not None)
        from whosays.cli.web import write_site, write_training

        return write_site(case, site, as_of, names) if site else write_training(case)

    raise typer.Exit(guard(command, debug))
