"""What a person decides on a screen -> entries of the case, all of one answer in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from whosays.findings import Decision, Verdict
from whosays.review.correct import correct
from whosays.review.decide import decide
from whosays.review.standing import standing
from whosays.review.subjects import subject
from whosays.store.store import Store, Writes
from whosays.web.doubt import Proposed

LONGEST = 2_000
"""Characters of a note, or of a value."""


class DecisionError(ValueError):
    """The decision can't be entered: what it is about is not there, or its value does not fit. The message says which."""


def enter(
    store: Store, proposed: Sequence[Proposed], who: str, why: str | None, now: datetime | None = None
) -> tuple[Decision, ...]:
    """Appends the entries, in order; all or none. Entries of one answer bear one time. Raises `DecisionError`."""
    made = now or datetime.now(UTC)
    if len(why or "") > LONGEST or any(len(p.value or "") > LONGEST for p in proposed):
        raise DecisionError(f"a note or a value may have {LONGEST:,} characters")
    with store.writing() as case:
        last = next(iter(case.decisions()[-1:]), None)
        found = []
        for one in proposed:
            last = _entry(case, one, last, made, who, why)
            case.decide(last)
            found.append(last)
    return tuple(found)


def undo(store: Store, who: str, now: datetime | None = None) -> tuple[Decision, ...]:
    """Takes back the last answer that stands: all entries that were made at once. Returns those that were taken back.

    Nothing is deleted: taking back is an entry too.
    """
    made = now or datetime.now(UTC)
    with store.writing() as case:
        decisions = case.decisions()
        open_ = standing(decisions)
        if not open_:
            return ()
        latest = open_[-1]
        back = [d for d in open_ if d.made == latest.made and d.who == latest.who]
        last: Decision | None = decisions[-1]
        for one in reversed(back):
            last = decide(
                last, made=made, who=who, verdict=Verdict.UNDO, subject=one.subject, salt=_salt(), other=one.hash
            )
            case.decide(last)
    return tuple(back)


def _entry(case: Writes, one: Proposed, last: Decision | None, made: datetime, who: str, why: str | None) -> Decision:
    posting = case.posting(one.claim)
    other = case.posting(one.other) if one.other else None
    if posting is None or (one.other and other is None):
        raise DecisionError(f"claim {one.other if posting else one.claim} is not in the case")
    if one.verdict is Verdict.CORRECT:
        try:
            correct(posting, one.field or "", one.value)
        except ValueError as error:
            raise DecisionError(str(error)) from None
    try:
        return decide(
            last,
            made=made,
            who=who,
            verdict=one.verdict,
            subject=subject(posting),
            salt=_salt(),
            other=subject(other) if other else None,
            field=one.field,
            value=one.value,
            why=why or None,
        )
    except ValueError as error:
        raise DecisionError(str(error)) from None


def _salt() -> str:
    return secrets.token_hex(16)
