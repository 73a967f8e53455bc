"""Findings -> the order of events: what is said to have happened when, by how many, and whether it is disputed.

Only what the words date has a place on a timeline: an event without a time of its own is left out, not put on the day of its
report. What is denied, feared or planned stands there marked as such, and is no event that happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whosays.findings import Finding, Posting, State
from whosays.model import TimePrecision


@dataclass(frozen=True, slots=True)
class Moment:
    """One proposition at one time. ``start`` and ``end`` are the days that the words allow; None on a side that is open.

    ``happened`` is True where at least one source affirms it as occurred or ongoing.
    """

    start: date | None
    end: date | None
    grain: TimePrecision | None
    proposition: str
    label: str
    state: State
    happened: bool
    claims: tuple[str, ...]


def timeline(findings: Sequence[Finding], postings: Mapping[str, Posting]) -> tuple[Moment, ...]:
    """The moments by their first day, those with an open start by their last. `postings` are by id."""
    found = (moment for finding in findings for moment in _moments(finding, postings))
    return tuple(sorted(found, key=lambda m: (m.start or m.end or date.max, m.end or date.max, m.proposition)))


def _moments(finding: Finding, postings: Mapping[str, Posting]) -> Sequence[Moment]:
    """One for each time that claims of the proposition give."""
    by_time: dict[tuple[date | None, date | None, TimePrecision | None], list[Posting]] = {}
    for claim in (postings[id_] for id_ in finding.proposition.claims):
        if claim.start or claim.end:
            by_time.setdefault((claim.start, claim.end, claim.grain), []).append(claim)
    return [
        Moment(
            *time,
            finding.proposition.id,
            finding.proposition.label,
            finding.state,
            any(c.happened for c in claims),
            tuple(c.id for c in claims),
        )
        for time, claims in by_time.items()
    ]
