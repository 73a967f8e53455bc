"""`whosays party`: the parties of a case, and the decisions that two of them are one, are not, or may be.

Nothing is merged but by a decision, which is one more entry of the case and can be taken back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec

from whosays.case.case import OpenCase
from whosays.cli.aligned import aligned
from whosays.cli.form import chosen
from whosays.cli.guard import DONE, NO_INPUT, USAGE, say
from whosays.export.printable import printable
from whosays.findings import Decision, Holder, Posting, Verdict
from whosays.review.standing import standing
from whosays.review.subjects import PARTY, party

SHOWN = 8
"""Parties that are named where words fit several."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What `party` was told: words for one party or two, and what is decided of the two; ``verdict`` None only lists."""

    case: Path
    first: str | None
    second: str | None
    verdict: Verdict | None
    who: str
    why: str | None
    form: str | None


class Decided(msgspec.Struct, frozen=True):
    """A decision that stands on a party and another; ``first`` lends its name to those that are the same."""

    verdict: Verdict
    first: str
    second: str
    who: str
    made: str
    why: str | None


class Row(msgspec.Struct, frozen=True):
    """A party as the case's claims name it, before any decision: in how many claims, and what stands decided of it."""

    party: str
    name: str
    code: str | None
    kind: str | None
    claims: int
    decisions: tuple[Decided, ...] = ()


def parties_of(told: Asked) -> int:
    """Lists the parties that the words find, or enters what is decided of two."""
    with closing(OpenCase.at(told.case)) as case:
        with case.store.reading() as reads:
            decisions = standing(reads.decisions())
            rows = _rows(reads.postings(), decisions)
        if told.verdict is None:
            return _listed(rows, told)
        two = [_one(rows, words or "") for words in (told.first, told.second)]
        return _decided(case, two[0], two[1], decisions, told) if two[0] and two[1] else NO_INPUT


def _rows(postings: Sequence[Posting], decisions: Sequence[Decision]) -> tuple[Row, ...]:
    """Every party, that of the most claims first."""
    claims: dict[str, set[str]] = {}
    named: dict[str, Holder] = {}
    for posting in postings:
        for holder in (posting.source, *posting.via, posting.actor, posting.recipient):
            if holder is not None and (holder.name or holder.text):
                subject = party(holder)
                claims.setdefault(subject, set()).add(posting.id)
                named.setdefault(subject, holder)
    names = {s: _name(h) for s, h in named.items()}
    rows = (Row(s, names[s], h.code, h.kind, len(claims[s]), tuple(_of(s, names, decisions))) for s, h in named.items())
    return tuple(sorted(rows, key=lambda r: (-r.claims, r.name.casefold(), r.party)))


def _name(holder: Holder) -> str:
    return " ".join((holder.name or holder.text or "").split())


def _of(subject: str, names: Mapping[str, str], decisions: Sequence[Decision]) -> Iterator[Decided]:
    for d in decisions:
        if d.subject.startswith(PARTY) and subject in (d.subject, d.other):
            first, second = (names.get(s, s) for s in (d.subject, d.other or ""))
            yield Decided(d.verdict, first, second, d.who, d.made.isoformat(), d.why)


def _listed(rows: Sequence[Row], told: Asked) -> int:
    wanted = (told.first or "").casefold()
    found = [r for r in rows if wanted in f"{r.name} {r.code or ''}".casefold() or r.party == told.first]
    if not found:
        say(printable(f"{told.first}: no party of that name") if told.first else "the case names no party")
    if chosen(told.form) == "json":
        sys.stdout.buffer.write(b"".join(msgspec.json.encode(r) + b"\n" for r in found))
        return DONE
    for r, line in zip(found, aligned([(f"{r.claims:,}", r.code or "-", r.name) for r in found]), strict=True):
        sys.stdout.write(line + "\n")
        for d in r.decisions:
            why = f": {d.why}" if d.why else ""
            decided = printable(f"{d.verdict}: {d.first} and {d.second}, by {d.who}, {d.made[:10]}{why}")
            sys.stdout.write(f"    {decided}\n")
    return DONE


def _one(rows: Sequence[Row], words: str) -> Row | None:
    """The one party of that name, code or id; says which there are where it is not one."""
    wanted = words.casefold()
    exact = [r for r in rows if wanted in (r.name.casefold(), r.party, f"{r.code or '?'}|{r.name}".casefold())]
    found = exact or [r for r in rows if wanted in (r.code or "").casefold().split("|") or wanted in r.name.casefold()]
    if len(found) == 1:
        return found[0]
    some = "; ".join(f"{r.code or '?'}|{r.name}" for r in found[:SHOWN])
    say(
        printable(
            f"{words}: {'no party of that name' if not found else f'{len(found)} parties fit, say which: {some}'}"
        )
    )
    return None


def _decided(case: OpenCase, one: Row, other: Row, decisions: Sequence[Decision], told: Asked) -> int:
    """Enters the decision, or takes back the one that stands on the two."""
    if one.party == other.party:
        say(printable(f"{one.name}: one party, not two"))
        return USAGE
    pair = {one.party, other.party}
    if told.verdict is not Verdict.UNDO:
        case.decide(told.who, told.verdict or Verdict.UNSURE, one.party, other=other.party, why=told.why)
        say(printable(f"{one.name} and {other.name}: {told.verdict}"))
        return DONE
    last = next((d for d in reversed(decisions) if {d.subject, d.other} == pair), None)
    if last is None:
        say(printable(f"{one.name} and {other.name}: nothing was decided of them"))
        return NO_INPUT
    case.decide(told.who, Verdict.UNDO, last.subject, other=last.hash, why=told.why)
    say(printable(f"{one.name} and {other.name}: “{last.verdict}” by {last.who} is taken back"))
    return DONE
