"""`whosays read`: documents in, claims out, and a line on standard error for each document that failed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from whosays.cli.form import chosen
from whosays.cli.guard import DONE, NO_INPUT, SOME_FAILED, say
from whosays.export.commas import commas, header
from whosays.export.jsonlines import jsonlines
from whosays.export.printable import printable
from whosays.export.record import Record
from whosays.export.records import records
from whosays.model import Analysis, Conventions
from whosays.plugins import plugins
from whosays.read.input import Stated, Unread
from whosays.read.read import STANDARD_INPUT, read
from whosays.runner import Engine, Failed, run

if TYPE_CHECKING:
    from rich.progress import Progress

REMARKS = 5
"""Remarks printed on one document; more than that is said as a number."""

Write = Callable[[Analysis, Sequence[Record]], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line said. `form` is json, csv or table; None chooses by whether the output is a terminal."""

    paths: tuple[str, ...]
    stated: Stated
    form: str | None
    html: Path | None
    model: bool
    conventions: Conventions
    jobs: int
    quiet: bool
    debug: bool
    actors: Path | None = None


def read_documents(options: Options) -> int:
    """Reads, prints, reports; the exit code says whether all went well."""
    if STANDARD_INPUT in options.paths and sys.stdin.isatty() and not options.quiet:
        say("reading from the terminal; end with Ctrl-D")
    installed = plugins()
    for problem in installed.problems:
        say(printable(problem))
    engine = Engine(options.model, None if options.quiet else say, options.conventions, options.actors)
    done: list[tuple[Analysis, tuple[Record, ...]]] = []
    failed: list[Unread | Failed] = []
    count = claims = 0
    form = chosen(options.form)
    with _bar(options) as bar, _writer(form) as write:
        for outcome in run(read(options.paths, installed.readers, options.stated), engine, options.jobs):
            if bar:
                bar.advance(bar.task_ids[0])
            with _paused(bar, needed=form == "table" or not isinstance(outcome, Analysis) or bool(outcome.issues)):
                if not isinstance(outcome, Analysis):
                    failed.append(outcome)
                    _complain(outcome, options.debug)
                    continue
                _remark(outcome, options.quiet)
                found = records(outcome, engine.name)
                write(outcome, found)
            count, claims = count + 1, claims + len(found)
            if options.html:
                done.append((outcome, found))
    if options.html and done:
        _report(options.html, done)
    if (count + len(failed) > 1 or failed) and not options.quiet:
        say(f"{count} document{'s' * (count != 1)} read, {claims} claim{'s' * (claims != 1)}; {len(failed)} failed")
    if not failed:
        return DONE
    return NO_INPUT if not count and any(isinstance(f, Unread) and f.whole for f in failed) else SOME_FAILED


def _complain(failure: Unread | Failed, debug: bool) -> None:
    say(f"{printable(failure.key)}: {printable(failure.why)}")
    if debug and isinstance(failure, Failed):
        sys.stderr.write(failure.trace)


def _remark(analysis: Analysis, quiet: bool) -> None:
    if quiet:
        return
    for issue in analysis.issues[:REMARKS]:
        where = f" at {issue.span.start}-{issue.span.end}" if issue.span else ""
        say(f"{printable(analysis.document.key)}: {printable(issue.message)}{where}")
    if len(analysis.issues) > REMARKS:
        say(f"{printable(analysis.document.key)}: and {len(analysis.issues) - REMARKS} more remarks")


@contextmanager
def _writer(form: str) -> Iterator[Write]:
    """What prints one document, at once. JSON and CSV are bytes in UTF-8, whatever the locale."""
    if form == "table":
        from whosays.cli.console import console
        from whosays.export.terminal import footer, terminal

        page = console()
        yield lambda analysis, found: terminal(analysis.document, found, page)
        footer(page)
        return
    if form == "csv":
        sys.stdout.buffer.write(header().encode())
    render = commas if form == "csv" else jsonlines

    def write(_: Analysis, found: Sequence[Record]) -> None:
        sys.stdout.buffer.write(render(found).encode())
        sys.stdout.buffer.flush()

    yield write


@contextmanager
def _bar(options: Options) -> Iterator[Progress | None]:
    """A progress bar on standard error, where that is a terminal and there is more than one file."""
    unknown = any(path.endswith((".jsonl", ".ndjson", ".zip")) or Path(path).is_dir() for path in options.paths)
    several = unknown or len(options.paths) > 1
    if options.quiet or not several or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    total = None if unknown else len(options.paths)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        bar.add_task("reading", total=total)
        yield bar


@contextmanager
def _paused(bar: Progress | None, needed: bool) -> Iterator[None]:
    """Takes the bar off the screen while something else is printed there."""
    if not bar or not needed:
        yield
        return
    bar.stop()
    try:
        yield
    finally:
        bar.start()


def _report(path: Path, done: Sequence[tuple[Analysis, Sequence[Record]]]) -> None:
    from whosays.export.html.report import report

    path.write_text(report(done), encoding="utf-8")
    say(f"report written: {path}")
