"""The commands on a case. Data goes to standard output, everything else to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from whosays.case.add import Entered, Known
from whosays.case.case import OpenCase
from whosays.case.incidents import incidents as of_case
from whosays.cli.aligned import aligned
from whosays.cli.form import chosen
from whosays.cli.guard import DONE, NO_INPUT, SOME_FAILED, say
from whosays.cli.rows import print_records, print_rows
from whosays.export.findings import (
    change_rows,
    figure_rows,
    incident_rows,
    matrix_rows,
    moment_rows,
    origin_rows,
    tension_rows,
)
from whosays.export.printable import printable
from whosays.export.rows import Row
from whosays.export.tables import checked_line
from whosays.findings import Balance, Held, Shelf, Tombstone
from whosays.model import Conventions
from whosays.plugins import plugins
from whosays.read.input import Stated
from whosays.read.read import read
from whosays.reconcile.diff import diff
from whosays.reconcile.order import by_weight
from whosays.reconcile.timeline import timeline
from whosays.runner import Engine
from whosays.store.uncollected import uncollected


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command that asks a case was told. `form` is json, csv or table; None chooses by whether a terminal reads.
    `limit` is how many rows to print (see `rows.print_rows`)."""

    case: Path
    as_of: date | None = None
    form: str | None = None
    quiet: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Adding:
    """What `add` was told."""

    case: Path
    paths: tuple[str, ...]
    stated: Stated
    model: bool
    conventions: Conventions
    actors: Path | None
    jobs: int
    again: bool
    quiet: bool


Ask = Callable[[OpenCase, Balance], Sequence[Row]]


def add_documents(told: Adding) -> int:
    """Reads documents into the case; one line for each that failed or was there already, and what was done in all."""
    from whosays.case.linking import Linking

    notice = None if told.quiet else say
    engine = Engine(told.model, notice, told.conventions, told.actors)
    said = json.dumps({"vague": told.conventions.vague, "view": told.conventions.view, "model": told.model})
    entered = known = failed = claims = 0
    with closing(OpenCase.at(told.case, create=True)) as case:
        readings = read(told.paths, plugins().readers, told.stated)
        linker = Linking(told.model, notice)
        for outcome in case.add(readings, engine, linker, jobs=told.jobs, again=told.again, said=said):
            if isinstance(outcome, Entered):
                entered, claims = entered + 1, claims + outcome.held.claims
                for issue in outcome.issues if not told.quiet else ():
                    say(f"{printable(outcome.held.key)}: {printable(issue.message)}")
            elif isinstance(outcome, Known):
                known += 1
                if not told.quiet:
                    say(f"{printable(outcome.key)}: {printable(outcome.why)}")
            else:
                failed += 1
                say(f"{printable(outcome.key)}: {printable(outcome.why)}")
    if not told.quiet:
        say(f"{entered} added, {claims} claims; {known} there already; {failed} failed")
    if failed:
        return SOME_FAILED if entered or known else NO_INPUT
    return DONE


def ask(told: Asked, question: Ask) -> int:
    """Opens the case, asks, prints; says which documents have no date where a day was asked for."""
    with closing(OpenCase.at(told.case)) as case, uncollected():
        balance = case.balance(told.as_of)
        footer = checked_line(len(balance.checked), len(balance.postings))
        print_rows(question(case, balance), told.form, told.limit, footer, told.quiet)
    for key in balance.undated if not told.quiet else ():
        say(f"{printable(key)}: undated, so it is not known as of {told.as_of}")
    return DONE


def matrix(case: OpenCase, balance: Balance) -> Sequence[Row]:
    """Who says what: the propositions, those in dispute first."""
    return matrix_rows(by_weight(balance.findings), _keys(balance.documents))


def who(words: str) -> Ask:
    """Who stands where on the propositions whose claims are found by the words, the best found first."""

    def asked(case: OpenCase, balance: Balance) -> Sequence[Row]:
        with case.store.reading() as reads:
            found = reads.search(words, balance.as_of, len(balance.postings))
        of = {claim: f for f in balance.findings for claim in f.proposition.claims}
        ranked = dict.fromkeys(of[claim].proposition.id for claim in found if claim in of)
        by_id = {f.proposition.id: f for f in balance.findings}
        return matrix_rows([by_id[id_] for id_ in ranked], _keys(balance.documents))

    return asked


def figures(case: OpenCase, balance: Balance) -> Sequence[Row]:
    """Every figure as it was said, and the range that stands."""
    return figure_rows(balance, _keys(balance.documents))


def events(case: OpenCase, balance: Balance) -> Sequence[Row]:
    """What is said to have happened when."""
    return moment_rows(timeline(balance.findings, {p.id: p for p in balance.postings}))


def origins(case: OpenCase, balance: Balance) -> Sequence[Row]:
    """Which documents count as one."""
    return origin_rows(balance.origins, _keys(balance.documents))


def incidents(case: OpenCase, balance: Balance) -> Sequence[Row]:
    """Which documents tell of the same thing that happened."""
    with case.store.reading() as reads:
        return incident_rows(of_case(reads, balance), _keys(balance.documents))


def tensions(case: OpenCase, balance: Balance) -> Sequence[Row]:
    """What can't all hold, or pulls apart."""
    return tension_rows(balance.tensions)


def changes(since: date) -> Ask:
    """What is new since the day."""
    return lambda case, balance: change_rows(diff(case.balance(since), balance))


def _keys(documents: Sequence[Held]) -> dict[str, str]:
    return {d.id: d.key for d in documents}


def list_documents(told: Asked) -> int:
    """The documents of the case, those of later versions and removed ones marked."""
    with closing(OpenCase.at(told.case)) as case, case.store.reading() as reads:
        documents, stones = reads.documents(told.as_of), reads.tombstones()
    known = [d for d in documents if told.as_of is None or (d.published and d.published <= told.as_of)]
    if chosen(told.form) == "json":
        sys.stdout.buffer.write(b"".join(msgspec.json.encode(d) + b"\n" for d in (*known, *stones)))
        return DONE
    for line in (*aligned([_listed(d) for d in known]), *aligned([_buried(t) for t in stones])):
        sys.stdout.write(line + "\n")
    return DONE


def _listed(d: Held) -> tuple[str, ...]:
    mark = " (superseded)" if d.shelf is Shelf.SUPERSEDED else ""
    claims = f"{d.claims} claim{'s' * (d.claims != 1)}"
    return _day(d.published), d.key, d.publisher or "-", claims, f"{d.title or '-'}{mark}"


def _buried(t: Tombstone) -> tuple[str, ...]:
    return _day(t.published), f"removed {t.removed:%Y-%m-%d} by {t.who}: {t.why}"


def _day(published: date | None) -> str:
    return published.isoformat() if published else "undated"


def show(told: Asked, what: str) -> int:
    """A claim by the beginning of its id, as the contract's record, or a document's claims by its key or id."""
    with closing(OpenCase.at(told.case)) as case, case.store.reading() as reads:
        document = reads.document(what)
        ids = (
            [p.id for p in reads.of_document(document.id)]
            if document
            else list(reads.claims_like(what) if what else ())
        )
        kept = reads.records(ids)
    found = [kept[id_] for id_ in ids if id_ in kept]
    if not found:
        say(f"{printable(what) or 'nothing'}: no claim and no document of that name in {told.case}")
        return NO_INPUT
    print_records(found, told.form)
    return DONE


def search(told: Asked, words: str) -> int:
    """The claims whose words, source or title match, best first, as the contract's records."""
    most = told.limit or None
    with closing(OpenCase.at(told.case)) as case, case.store.reading() as reads:
        ids = reads.search(words, told.as_of, sys.maxsize if most is None else most + 1)
        kept = reads.records(ids[:most])
    found = [kept[id_] for id_ in ids[:most] if id_ in kept]
    print_records(found, told.form)
    if len(ids) > len(found):
        say(f"the best {len(found)} are shown, there are more; --limit 0 shows all")
    elif not told.quiet:
        say(f"{len(found)} claim{'s' * (len(found) != 1)} found")
    return DONE


def remove(case_: Path, what: str, who_: str, why: str) -> int:
    """Erases a document and all that was derived from it; says what stays."""
    with closing(OpenCase.at(case_)) as case:
        with case.store.reading() as reads:
            document = reads.document(what)
        if document is None:
            say(f"{printable(what)}: no document of that name in {case_}")
            return NO_INPUT
        case.remove(document.id, who_, why)
    say(f"{printable(document.key)}: removed, {document.claims} claims with it; its hash, the day, who and why stay")
    return DONE
