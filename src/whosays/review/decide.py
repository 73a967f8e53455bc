"""A person's verdict -> the entry that is appended to the case."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from whosays.findings import Decision, Verdict


def decide(
    last: Decision | None,
    *,
    made: datetime,
    who: str,
    verdict: Verdict,
    subject: str,
    salt: str,
    other: str | None = None,
    field: str | None = None,
    value: str | None = None,
    why: str | None = None,
) -> Decision:
    """The next entry after `last`. `salt` is a word that nobody can guess (`secrets.token_hex`), new for each entry.

    Raises ``ValueError`` where the verdict lacks what it needs: a pair its other subject, an undo the entry it takes
    back, a correction its field.
    """
    if verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE, Verdict.UNDO) and not other:
        raise ValueError(f"{verdict} needs what it is said of: a second subject, or the entry to take back")
    if verdict is Verdict.CORRECT and not field:
        raise ValueError("a correction needs its field")
    sealed = seal(salt, value, why)
    previous = last.hash if last else None
    hash_ = link(previous, made, who, verdict, subject, other, field, sealed)
    return Decision(hash_, previous, made, who, verdict, subject, other, field, value, why, sealed, salt)


def seal(salt: str, value: str | None, why: str | None) -> str:
    """What stands in the chain for words that may have to be erased."""
    return _hash(salt, value, why)


def link(
    previous: str | None,
    made: datetime,
    who: str,
    verdict: Verdict,
    subject: str,
    other: str | None,
    field: str | None,
    sealed: str,
) -> str:
    """The hash of an entry: SHA-256 of the entry before it and of all of its own."""
    return _hash(previous, made.isoformat(), who, str(verdict), subject, other, field, sealed)


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()
