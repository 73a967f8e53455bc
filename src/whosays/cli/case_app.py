"""The commands on a case and their options; nothing heavy is loaded before one of them runs."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from datetime import date
from inspect import Signature, signature
from pathlib import Path
from typing import Annotated, Any

import typer

from whosays.cli.app import (
    Actors,
    AsCsv,
    Assumed,
    Debug,
    Jobs,
    NoModel,
    Paths,
    Published,
    Publisher,
    Quiet,
    Title,
    Url,
    Vague,
    View,
    day_of,
)
from whosays.cli.app import app as app
from whosays.cli.form import form_of
from whosays.cli.guard import guard
from whosays.model import USUAL, Conventions

Case_ = Annotated[Path, typer.Argument(metavar="CASE", help="The case: one file, made by add.")]
Words = Annotated[str, typer.Argument(metavar="WORDS", help="Words that the claims hold.")]
What = Annotated[str, typer.Argument(metavar="WHAT", help="A document's key or id, or how a claim's id begins.")]
Document_ = Annotated[str, typer.Argument(metavar="DOCUMENT", help="The document's key or id.")]
AsOf = Annotated[
    date | None,
    typer.Option(parser=day_of, metavar="DATE", help="Only what was published by that day; undated documents never."),
]
Since = Annotated[date, typer.Option(parser=day_of, metavar="DATE", help="What came after that day.")]
AsRows = Annotated[bool, typer.Option("--json", help="Print JSON Lines (the default where output is not a terminal).")]
Limit = Annotated[
    int | None,
    typer.Option(min=0, metavar="N", help="Show the first N, 0 for all (on a terminal the first 100, else all)."),
]
Best = Annotated[int, typer.Option(min=0, metavar="N", help="Print the best N, 0 for all.")]
AsTable_ = Annotated[bool, typer.Option("--table", help="Print a table (the default on a terminal).")]
Again = Annotated[bool, typer.Option("--again", help="Also add what was removed from the case before.")]
Why = Annotated[str, typer.Option(metavar="TEXT", help="Why it is removed; kept with its hash.")]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Who does it; without it, the name of the user.")]

Question = Callable[[Any, Any], Sequence[Any]]
"""What `cli.case.ask` puts to a case. Its types are named there: they are too heavy to load for the sake of an option."""


def asking(question: Callable[..., Question]) -> Callable[..., None]:
    """The command that asks a case the question: it takes the case, the question's own parameters, the day and the form."""

    def command(
        case: Case_,
        as_of: AsOf = None,
        as_json: AsRows = False,
        as_csv: AsCsv = False,
        as_table: AsTable_ = False,
        limit: Limit = None,
        quiet: Quiet = False,
        debug: Debug = False,
        **own: object,
    ) -> None:
        form = form_of(as_json, as_csv, as_table)

        def asked() -> int:
            from whosays.cli.case import Asked, ask

            return ask(Asked(case, as_of, form, quiet, limit), question(**own))

        raise typer.Exit(guard(asked, debug))

    case_, *shared, _ = signature(command, eval_str=True).parameters.values()
    theirs = signature(question, eval_str=True).parameters.values()
    # typer reads a command's arguments and options off its signature
    command.__signature__ = Signature([case_, *theirs, *shared])  # type: ignore[attr-defined]
    command.__name__, command.__doc__ = question.__name__, question.__doc__
    return command


@app.command()
def add(
    case: Case_,
    paths: Paths,
    published: Published = None,
    assume_published: Assumed = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    no_model: NoModel = False,
    vague: Vague = USUAL.vague,
    view: View = USUAL.view,
    actors: Actors = None,
    again: Again = False,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read documents into a case; what is there already is not read again."""

    def command() -> int:
        from whosays.cli.case import Adding, add_documents
        from whosays.read.input import Stated

        stated = Stated(title=title, publisher=publisher, published=published, assumed=assume_published, url=url)
        conventions = Conventions(vague, view)
        return add_documents(Adding(case, tuple(paths), stated, not no_model, conventions, actors, jobs, again, quiet))

    raise typer.Exit(guard(command, debug))


@app.command(name="list")
def list_(
    case: Case_, as_of: AsOf = None, as_json: AsRows = False, as_table: AsTable_ = False, debug: Debug = False
) -> None:
    """List the documents of a case."""
    form = form_of(as_json, False, as_table)

    def command() -> int:
        from whosays.cli.case import Asked, list_documents

        return list_documents(Asked(case, as_of, form))

    raise typer.Exit(guard(command, debug))


@app.command()
def show(case: Case_, what: What, as_json: AsRows = False, as_table: AsTable_ = False, debug: Debug = False) -> None:
    """Print a claim, or the claims of a document, as records."""
    form = form_of(as_json, False, as_table)

    def command() -> int:
        from whosays.cli.case import Asked
        from whosays.cli.case import show as show_

        return show_(Asked(case, form=form), what)

    raise typer.Exit(guard(command, debug))


@app.command()
def search(
    case: Case_,
    words: Words,
    as_of: AsOf = None,
    as_json: AsRows = False,
    as_table: AsTable_ = False,
    limit: Best = 100,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Find claims by their words, their source or their document's title."""
    form = form_of(as_json, False, as_table)

    def command() -> int:
        from whosays.cli.case import Asked
        from whosays.cli.case import search as search_

        return search_(Asked(case, as_of, form, quiet, limit), words)

    raise typer.Exit(guard(command, debug))


@app.command()
def remove(case: Case_, document: Document_, why: Why, who: Who = None, debug: Debug = False) -> None:
    """Erase a document's words and all that was derived from them; its hash, the day, who and why stay."""

    def command() -> int:
        from whosays.cli.case import remove as remove_

        return remove_(case, document, who or getpass.getuser(), why)

    raise typer.Exit(guard(command, debug))


@app.command()
@asking
def matrix() -> Question:
    """Who says what: each proposition, and who affirms it, rejects it or leaves it open."""
    from whosays.cli import case

    return case.matrix


@app.command()
@asking
def who(words: Words) -> Question:
    """Who stands where on the propositions that the words find."""
    from whosays.cli import case

    return case.who(words)


@app.command()
@asking
def figures() -> Question:
    """Every figure as it was said, and the range in which each counted thing stands."""
    from whosays.cli import case

    return case.figures


@app.command()
@asking
def timeline() -> Question:
    """What is said to have happened when."""
    from whosays.cli import case

    return case.events


@app.command()
@asking
def diff(since: Since) -> Question:
    """What is new since a day: documents, propositions, positions taken and changed, figures."""
    from whosays.cli import case

    return case.changes(since)


@app.command()
@asking
def origins() -> Question:
    """Which documents count as one, and why."""
    from whosays.cli import case

    return case.origins


@app.command()
@asking
def incidents() -> Question:
    """Which documents tell of the same thing that happened, and why."""
    from whosays.cli import case

    return case.incidents


@app.command()
@asking
def tensions() -> Question:
    """Claims that can't all hold, or that pull apart."""
    from whosays.cli import case

    return case.tensions
