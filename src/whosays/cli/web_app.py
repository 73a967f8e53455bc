"""The commands that show a case, and their options; nothing heavy is loaded before one of them runs."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from whosays.cli.app import Debug, NoModel
from whosays.cli.case_app import AsOf, Case_, Who
from whosays.cli.case_app import app as app
from whosays.cli.guard import guard

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; anywhere but here asks for a token.")]
Port = Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes a free one.")]
Token = Annotated[
    str | None, typer.Option(metavar="WORD", help="Ask for this token; without it one is made where it is needed.")
]
Site = Annotated[Path | None, typer.Option(metavar="DIR", help="Write the screens as pages that need nothing else.")]
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
    training: Train = False,
    names: Names = False,
    as_of: AsOf = None,
    debug: Debug = False,
) -> None:
    """Write a case out: its screens as pages, or what was checked as training data."""
    if (site is None) == (not training):
        raise typer.BadParameter("choose one of --site DIR and --training")

    def command() -> int:
        from whosays.cli.web import write_site, write_training

        return write_site(case, site, as_of, names) if site else write_training(case)

    raise typer.Exit(guard(command, debug))
