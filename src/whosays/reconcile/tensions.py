"""Findings and claims -> what can't all hold, or pulls apart."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from whosays.findings import Count, Figure, Finding, Posting, Stand, Tension
from whosays.model import EventType, Position, QuantityKind
from whosays.reconcile.added import added
from whosays.reconcile.compete import compete
from whosays.reconcile.party import party
from whosays.reconcile.state import latest

_MONTH = timedelta(days=31)
_OPPOSED = frozenset({Position.AFFIRMS, Position.REJECTS})
_LOST = frozenset({QuantityKind.KILLED, QuantityKind.INJURED, QuantityKind.MISSING, QuantityKind.CAPTURED})


def tensions(
    findings: Sequence[Finding], claims: Mapping[str, Posting], figures: Sequence[Figure]
) -> tuple[Tension, ...]:
    """In the order of the findings; then those between figures, then those between movements."""
    found: list[Tension] = []
    for one in findings:
        if len(one.positions) > 1:
            if {s.position for s in one.positions} >= _OPPOSED:
                found.extend(_opposite(one))
                found.extend(_changed(one))
            found.extend(_incompatible(one, claims))
    found.extend(_part_exceeds_whole(claims.values()))
    found.extend(_lost_exceeds_deployed(figures))
    found.extend(_back_and_forth(findings, claims))
    return tuple(found)


def _opposite(one: Finding) -> Iterator[Tension]:
    now = latest(one.positions)
    sides = {
        position: {who: s for who, held in now.items() for s in held if s.position is position}
        for position in (Position.AFFIRMS, Position.REJECTS)
    }
    pairs = [
        (a, r)
        for who, a in sides[Position.AFFIRMS].items()
        for other, r in sides[Position.REJECTS].items()
        if who != other
    ]
    if pairs:
        affirm = ", ".join(dict.fromkeys(_who(a) for a, _ in pairs))
        reject = ", ".join(dict.fromkeys(_who(r) for _, r in pairs))
        ids = dict.fromkeys(c for pair in pairs for s in pair for c in s.claims)
        yield Tension("opposite positions", tuple(ids), f"affirmed by {affirm}; rejected by {reject}: {_label(one)}")


def _changed(one: Finding) -> Iterator[Tension]:
    by_party = defaultdict(list)
    for stand in one.positions:
        by_party[party(stand.source)].append(stand)
    for held in by_party.values():
        for before, after in pairwise(held):
            if {before.position, after.position} == _OPPOSED:
                first, then = (f"{_who(s)} {s.position} it from {s.since}" for s in (before, after))
                ids = (before.claims[-1], after.claims[0])
                yield Tension("change of position", ids, f"{first}, {then}: {_label(one)}")


def _incompatible(one: Finding, claims: Mapping[str, Posting]) -> Iterator[Tension]:
    last: dict[str, Posting] = {}
    for stand in one.positions:
        if stand.position is Position.AFFIRMS:
            last[party(stand.source)] = claims[stand.claims[-1]]
    said = [claim for claim in last.values() if claim.counts]
    for i, a in enumerate(said):
        for b in said[i + 1 :]:
            pair = compete(a, b)
            if pair:
                why = f"{_name(a)}: {pair[0].text}; {_name(b)}: {pair[1].text}"
                yield Tension("incompatible figures", (a.id, b.id), why)


def _part_exceeds_whole(claims: Iterable[Posting]) -> Iterator[Tension]:
    for claim in claims:
        for part in claim.counts:
            whole = next((c for c in claim.counts if c.index == part.part_of), None)
            if whole and _least(part) > _most(whole):
                why = f"{part.text} is said to be part of {whole.text}"
                yield Tension("part exceeds whole", (claim.id,), why)


def _least(count: Count) -> float:
    return next((v for v in (count.low, count.best) if v is not None), 0.0)


def _most(count: Count) -> float:
    return next((v for v in (count.high, count.best) if v is not None), float("inf"))


def _lost_exceeds_deployed(figures: Sequence[Figure]) -> Iterator[Tension]:
    """A source's lowest count of a side's lost above its own highest count of those deployed."""
    sent: dict[tuple[str, str], Figure] = {}
    for figure in figures:
        side = figure.counted.side
        if side is None or not figure.happened or figure.counted.unit == "percent" or added(figure.text):
            continue
        key = (figure.source.key, side)
        most = figure.high if figure.high is not None else figure.best
        if QuantityKind.DEPLOYED in figure.counted.kinds and most is not None:
            known = sent.get(key)
            if known is None or most >= ((known.high if known.high is not None else known.best) or 0.0):
                sent[key] = figure
    for figure in figures:
        base = sent.get((figure.source.key, figure.counted.side or ""))
        least = figure.low if figure.low is not None else figure.best
        if base is None or least is None or not figure.happened or not set(figure.counted.kinds) <= _LOST:
            continue
        most = base.high if base.high is not None else base.best
        if figure.counted.unit != "percent" and most is not None and least > most:
            why = f"{figure.text} lost of {base.text} deployed, by the same source"
            yield Tension("deployed less than lost", (base.claim, figure.claim), why)


def _back_and_forth(findings: Sequence[Finding], claims: Mapping[str, Posting]) -> Iterator[Tension]:
    """Of one side: said to withdraw, and to send more, within the same two months."""
    moves: dict[tuple[str, bool], list[Posting]] = defaultdict(list)
    for one in findings:
        if one.type in (EventType.RETREAT, EventType.MOBILIZE) and one.actor and one.actor.code:
            land = one.actor.code.split(" ")[0]
            moves[land, one.type is EventType.RETREAT] += [
                c for id_ in one.proposition.claims if (c := claims[id_]).position is Position.AFFIRMS
            ]
    for (land, back), withdrawn in moves.items():
        if back:
            others = moves.get((land, False), [])
            days = sorted((c.said, i) for i, c in enumerate(others) if c.said is not None)
            for gone in withdrawn:
                sent = [others[i] for i in _meanwhile(gone, days)]
                if sent:
                    ids = (gone.id, *(c.id for c in sent))
                    yield Tension("withdrawn beside reinforced", ids, f"{gone.text}; {sent[0].text}")


def _meanwhile(gone: Posting, days: Sequence[tuple[date, int]]) -> list[int]:
    """The numbers of what was said within a month of it, in their own order; `days` are by day."""
    if gone.said is None:
        return []
    first = bisect_left(days, (gone.said - _MONTH, -1))
    last = bisect_left(days, (gone.said + _MONTH, sys.maxsize))
    return sorted(i for _, i in days[first:last])


def _who(stand: Stand) -> str:
    source = stand.source
    return source.name or source.text or source.code or "?"


def _name(claim: Posting) -> str:
    return claim.source.name or claim.source.text or claim.source.code or "?"


def _label(one: Finding) -> str:
    return one.proposition.label
