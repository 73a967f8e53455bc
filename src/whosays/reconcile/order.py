"""Findings in the order in which a reader wants them: what is in dispute first, then what most reports speak of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from whosays.findings import Finding, State

_RANK = {state: n for n, state in enumerate(State)}


def by_weight(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """By state in the contract's order, then by sources, origins and reports, the most first, then by first day and name."""

    def weight(finding: Finding) -> tuple[int, int, int, int, date, str]:
        holders = len({s.source.key for s in finding.positions})
        first = finding.first or date.max
        return _RANK[finding.state], -holders, -finding.origins, -finding.reports, first, finding.proposition.id

    return tuple(sorted(findings, key=weight))
