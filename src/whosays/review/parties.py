"""Decisions on who is who, and claims -> the claims with parties that were merged under one name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from whosays.findings import Decision, Holder, Posting, Verdict
from whosays.review.subjects import PARTY, party


def parties(postings: Sequence[Posting], standing: Sequence[Decision]) -> tuple[Posting, ...]:
    """Each group of parties that were decided to be the same bears the name and code of the first subject of its first entry.

    Where that one is not among the claims, the first of them (by key) lends its name.
    """
    firsts = _firsts(d for d in standing if d.verdict is Verdict.SAME and d.subject.startswith(PARTY))
    if not firsts:
        return tuple(postings)
    names = _names(postings, firsts)

    @cache
    def merged(holder: Holder) -> Holder:
        into = names.get(firsts.get(party(holder), ""))
        if into is None:
            return holder
        return Holder(into.name, into.code, into.kind, holder.text if into.name else into.text)

    return tuple(
        replace(
            p,
            source=merged(p.source),
            via=tuple(map(merged, p.via)),
            actor=p.actor and merged(p.actor),
            recipient=p.recipient and merged(p.recipient),
        )
        for p in postings
    )


def _firsts(same: Iterable[Decision]) -> dict[str, str]:
    """Each merged subject with the first of its group."""
    first: dict[str, str] = {}
    for decision in same:
        a, b = first.get(decision.subject, decision.subject), decision.other or ""
        b = first.get(b, b)
        first |= {subject: a for subject, of in first.items() if of == b} | {a: a, b: a}
    return first


def _names(postings: Sequence[Posting], firsts: Mapping[str, str]) -> dict[str, Holder]:
    """The holder that lends its name to each group: the first subject's own, else the first by key."""
    holders = {h for p in postings for h in (p.source, *p.via, p.actor, p.recipient) if h is not None}
    found: dict[str, Holder] = {}
    own: set[str] = set()
    for holder in sorted(holders, key=lambda h: (h.key, h.name or "", h.kind or "", h.text or "")):
        subject = party(holder)
        group = firsts.get(subject)
        if group is not None and (group not in found or (subject == group and group not in own)):
            found[group] = holder
            own |= {group} if subject == group else set()
    return found
