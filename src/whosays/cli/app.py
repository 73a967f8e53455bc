"""The commands and their options. Each hands over to a module of its own; nothing heavy is loaded before that."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from whosays.cli.form import form_of
from whosays.cli.guard import guard
from whosays.model import USUAL, Conventions

app = typer.Typer(
    help="Who says what in conflict reporting, who denies it, when, where, how many, in which exact words.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def day_of(value: str) -> date:
    from whosays.read.day import day

    if found := day(value):
        return found
    raise typer.BadParameter(f"{value!r} is not a date; write YYYY-MM-DD, as in 2025-02-01")


def _policy(name: str) -> str:
    from whosays.lexicon.quantities import load_quantities

    try:
        return load_quantities().policy(name).name
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _view(name: str) -> str:
    from whosays.lexicon.features import load_features

    try:
        return load_features(name).view
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _actors(path: Path | None) -> Path | None:
    from whosays.lexicon.actors import load_actors

    if path is None:
        return None
    try:
        load_actors(path)
    except OSError as error:
        raise typer.BadParameter(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    return path.resolve()


def _version(wanted: bool) -> None:
    if wanted:
        from whosays import __version__

        typer.echo(f"whosays {__version__}")
        raise typer.Exit


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Web pages, PDFs, texts, .jsonl tables, folders and zips of them, or - for standard input.",
    ),
]
Path_ = Annotated[str, typer.Argument(metavar="PATH", help="A document as for read, or - for standard input.")]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or how it begins; without it, all.")]
Published = Annotated[
    date | None,
    typer.Option(parser=day_of, metavar="DATE", help="When the documents were published; relative times need it."),
]
Assumed = Annotated[
    date | None,
    typer.Option(parser=day_of, metavar="DATE", help="The same where it is only assumed; every output says so."),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who published the documents.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The document's title.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where the document is from; nothing is fetched.")]
AsLines = Annotated[
    bool,
    typer.Option("--json", help="Print JSON Lines, one claim a line (the default where output is not a terminal)."),
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV, one claim a row.")]
AsTable = Annotated[bool, typer.Option("--table", help="Print claims grouped by source (the default on a terminal).")]
Html = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Also write a report: one page, text and claims side by side.")
]
NoModel = Annotated[
    bool, typer.Option("--no-model", help="Find attributions by rules alone, without the learned model.")
]
Actors = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", callback=_actors, help="Your own actors (YAML), laid over the shipped list; see the docs."
    ),
]
Vague = Annotated[
    str,
    typer.Option(
        metavar="NAME", callback=_policy, help="How “dozens” and the like are read: contract, acled, magnitude."
    ),
]
View = Annotated[
    str, typer.Option(metavar="NAME", callback=_view, help="Whose disputed areas are: un, or control (who runs them).")
]
Jobs = Annotated[
    int, typer.Option(metavar="N", min=1, help="Processes to read with; the output is the same for any number.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no progress and no remarks, only failures.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of what went wrong.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Examined = Annotated[Path | None, typer.Argument(metavar="[CASE]", help="A case to look into instead.")]
Task = Annotated[str, typer.Argument(metavar="TASK", help="What to measure: attribution, time, place, quantity, …")]
Gold = Annotated[Path, typer.Argument(metavar="FILE", help="Gold in the form of the gold folder's files (JSON Lines).")]
Errors = Annotated[int, typer.Option(metavar="N", min=0, help="Also print the first N errors.")]
Version = Annotated[
    bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version and exit.")
]


@app.callback()
def whosays(version: Version = False) -> None:
    """Who says what in conflict reporting, who denies it, when, where, how many, in which exact words."""


@app.command()
def read(
    paths: Paths,
    published: Published = None,
    assume_published: Assumed = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    as_json: AsLines = False,
    as_csv: AsCsv = False,
    as_table: AsTable = False,
    html: Html = None,
    no_model: NoModel = False,
    vague: Vague = USUAL.vague,
    view: View = USUAL.view,
    actors: Actors = None,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read documents and print every claim in them."""
    form = form_of(as_json, as_csv, as_table)
    if html and html.is_dir():
        raise typer.BadParameter(f"{html} is a folder; name the file to write", param_hint="'--html'")
    if html and not html.parent.is_dir():
        raise typer.BadParameter(f"the folder of {html} is not there; make it first", param_hint="'--html'")

    def command() -> int:
        from whosays.cli.read import Options, read_documents
        from whosays.read.input import Stated

        stated = Stated(title=title, publisher=publisher, published=published, assumed=assume_published, url=url)
        conventions = Conventions(vague, view)
        return read_documents(
            Options(tuple(paths), stated, form, html, not no_model, conventions, jobs, quiet, debug, actors)
        )

    raise typer.Exit(guard(command, debug))


@app.command()
def explain(
    path: Path_,
    claim: ClaimId = "",
    published: Published = None,
    assume_published: Assumed = None,
    publisher: Publisher = None,
    no_model: NoModel = False,
    vague: Vague = USUAL.vague,
    view: View = USUAL.view,
    actors: Actors = None,
    debug: Debug = False,
) -> None:
    """Say for each part of a claim by which rule or score it was read, and what else it might have been."""

    def command() -> int:
        from whosays.cli.explain import explain_document
        from whosays.read.input import Stated

        stated = Stated(title=None, publisher=publisher, published=published, assumed=assume_published, url=None)
        return explain_document(path, claim, stated, not no_model, Conventions(vague, view), actors)

    raise typer.Exit(guard(command, debug))


@app.command()
def evaluate(
    task: Task, file: Gold, as_json: AsJson = False, errors: Errors = 0, no_model: NoModel = False, debug: Debug = False
) -> None:
    """Measure one part of the engine against gold."""

    def command() -> int:
        from whosays.cli.evaluate import evaluate_file

        return evaluate_file(task, file, as_json, errors, not no_model)

    raise typer.Exit(guard(command, debug))


@app.command()
def gate(no_model: NoModel = False, debug: Debug = False) -> None:
    """Measure everything that has a floor, and fail where a figure fell below it. Needs WHOSAYS_GOLD."""

    def command() -> int:
        from whosays.cli.evaluate import run_gate

        return run_gate(not no_model)

    raise typer.Exit(guard(command, debug))


@app.command()
def doctor(case: Examined = None, as_json: AsJson = False, debug: Debug = False) -> None:
    """Say what is installed: versions, model, caches, gold; or whether a case is sound."""

    def command() -> int:
        from whosays.cli.doctor import examine, examine_case

        return examine_case(case, as_json) if case else examine(as_json)

    raise typer.Exit(guard(command, debug))
