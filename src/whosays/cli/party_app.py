"""The command on the parties of a case, and its options; nothing heavy is loaded before it runs."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from whosays.cli.app import Debug
from whosays.cli.case_app import AsRows, AsTable_, Case_, Who
from whosays.cli.case_app import app as app
from whosays.cli.form import form_of
from whosays.cli.guard import guard

First = Annotated[str | None, typer.Argument(metavar="FIRST", help="A party's name, code|name or id, or words of it.")]
Second = Annotated[str | None, typer.Argument(metavar="SECOND", help="The other party, of which something is decided.")]
Same = Annotated[bool, typer.Option("--same", help="The two are one: FIRST lends its name and code.")]
Different = Annotated[bool, typer.Option("--different", help="They are two.")]
Unsure = Annotated[bool, typer.Option("--unsure", help="They may be one; nothing is merged.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take back what was last decided of the two.")]
Because = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why; kept with the decision.")]


@app.command()
def party(
    case: Case_,
    first: First = None,
    second: Second = None,
    same: Same = False,
    different: Different = False,
    unsure: Unsure = False,
    undo: Undo = False,
    why: Because = None,
    who: Who = None,
    as_json: AsRows = False,
    as_table: AsTable_ = False,
    debug: Debug = False,
) -> None:
    """List the parties of a case, or decide that two of them are one, are not, or may be; it can be taken back."""
    said = [v for v, told in (("same", same), ("different", different), ("unsure", unsure), ("undo", undo)) if told]
    if len(said) > 1 or bool(said) is not (second is not None):
        raise typer.BadParameter("two parties go with one of --same, --different, --unsure and --undo")
    form = form_of(as_json, False, as_table)

    def command() -> int:
        from whosays.cli.party import Asked, parties_of
        from whosays.findings import Verdict

        verdict = Verdict(said[0]) if said else None
        return parties_of(Asked(case, first, second, verdict, who or getpass.getuser(), why, form))

    raise typer.Exit(guard(command, debug))
