"""A balance with its indexes: what every screen looks up in it. Made once for a balance, and kept as long as it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from whosays.findings import Balance, Decision, Finding, Held, Link, Near, Origin, Posting, Shelf, Spot, State
from whosays.link.roots import roots
from whosays.model import EventType
from whosays.review.standing import standing
from whosays.web.columns import Column, column, columns, country

OFFERED = 30
"""Countries, and named places, that a filter offers: the commonest."""
_RANK = {state: n for n, state in enumerate(State)}


@dataclass(frozen=True)
class Book:
    """``name`` is the case's; ``revision`` the one that the balance was made of; ``days`` those on which something was published.

    ``postings`` are as entered, before any decision; ``links`` those near the threshold alone.
    """

    name: str
    revision: int
    balance: Balance
    nears: tuple[Near, ...] = ()
    days: tuple[date, ...] = ()
    postings: tuple[Posting, ...] = ()
    decisions: tuple[Decision, ...] = ()
    links: tuple[Link, ...] = ()

    def index(self) -> None:
        """Makes the indexes that every screen uses now, so that no reader waits for them."""
        for made in (self.claims, self.findings, self.finding_of, self.origin_of, self.copied, self.ordered):
            len(made)
        for more in (self.column_of, self.events, self.places, self.states, self.current, self._entered, self.keys_of):
            len(more)

    @cached_property
    def claims(self) -> Mapping[str, Posting]:
        return {p.id: p for p in self.balance.postings}

    @cached_property
    def _entered(self) -> Mapping[str, Posting]:
        return {p.id: p for p in self.postings}

    def entered(self, claim: str) -> Posting:
        """The claim as it was entered, before any decision."""
        return self._entered.get(claim) or self.claims[claim]

    @cached_property
    def _of_document(self) -> Mapping[str, tuple[Posting, ...]]:
        return _by_document(self.balance.postings)

    def of_document(self, document: str) -> tuple[Posting, ...]:
        return self._of_document.get(document, ())

    @cached_property
    def _entered_of(self) -> Mapping[str, tuple[Posting, ...]]:
        return _by_document(self.postings)

    def entered_of(self, document: str) -> tuple[Posting, ...]:
        return self._entered_of.get(document, ())

    @cached_property
    def _decided(self) -> Mapping[str, tuple[Decision, ...]]:
        found: dict[str, list[Decision]] = defaultdict(list)
        for decision in self.standing:
            for about in {decision.subject, decision.other or decision.subject}:
                found[about].append(decision)
        return {about: tuple(entries) for about, entries in found.items()}

    def decided_of(self, subject: str) -> tuple[Decision, ...]:
        """What stands of a claim, by its subject."""
        return self._decided.get(subject, ())

    @cached_property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions that were not taken back, nor followed by another on the same."""
        return standing(self.decisions)

    @cached_property
    def documents(self) -> Mapping[str, Held]:
        return {d.id: d for d in self.balance.documents}

    @cached_property
    def current(self) -> tuple[Held, ...]:
        return tuple(d for d in self.balance.documents if d.shelf is Shelf.CURRENT)

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        return {f.proposition.id: f for f in self.balance.findings}

    @cached_property
    def finding_of(self) -> Mapping[str, Finding]:
        """The finding that each claim is in."""
        return {claim: f for f in self.balance.findings for claim in f.proposition.claims}

    @cached_property
    def origin_of(self) -> Mapping[str, Origin]:
        """The origin (copies of one text) that each document is in."""
        return {document: o for o in self.balance.origins for document in o.documents}

    @cached_property
    def copied(self) -> Mapping[str, str]:
        return {document: o.id for document, o in self.origin_of.items()}

    @cached_property
    def ordered(self) -> tuple[Finding, ...]:
        """Contested first; of one state the most told first, then the earliest."""
        far = date.max
        return tuple(
            sorted(
                self.balance.findings,
                key=lambda f: (_RANK[f.state], -f.origins, -f.reports, f.first or far, f.proposition.id),
            )
        )

    @cached_property
    def of_state(self) -> Mapping[State, tuple[Finding, ...]]:
        """The findings of each state, in their order."""
        return {state: tuple(f for f in self.ordered if f.state is state) for state in State}

    @cached_property
    def keys_of(self) -> Mapping[str, frozenset[str]]:
        """The keys of the columns that hold something of each proposition."""
        return {
            f.proposition.id: frozenset(column(self.claims[c].source) for c in f.proposition.claims)
            for f in self.balance.findings
        }

    @cached_property
    def by_id(self) -> tuple[Posting, ...]:
        return tuple(sorted(self.balance.postings, key=lambda p: p.id))

    @cached_property
    def states(self) -> Counter[State]:
        """How many propositions are in each state."""
        return Counter(f.state for f in self.balance.findings)

    @cached_property
    def events(self) -> tuple[tuple[EventType, int], ...]:
        """The types of events, the commonest first: what the filter offers."""
        return tuple(Counter(f.type for f in self.balance.findings if f.type).most_common())

    @cached_property
    def places(self) -> tuple[tuple[str, str, int], ...]:
        """Countries and named places with their value in the address and count: what the filter offers."""
        spots = [f.place for f in self.balance.findings if f.place]
        lands = Counter(s.country for s in spots if s.country)
        names = Counter(s.name for s in spots if s.name and s.name != country(s.country or ""))
        found = [(code, country(code) or code, n) for code, n in lands.most_common(OFFERED)]
        return (*found, *((name, name, n) for name, n in names.most_common(OFFERED)))

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The places that claims name, each once."""
        return tuple(dict.fromkeys(p.place for p in self.balance.postings if p.place))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return columns(self.balance)

    @cached_property
    def loudest(self) -> tuple[Column, ...]:
        """The columns, the most heard first."""
        return tuple(sorted(self.columns, key=lambda c: -c.claims))

    @cached_property
    def column_of(self) -> Mapping[str, Column]:
        return {c.key: c for c in self.columns}

    def name_of(self, column: str | None) -> str | None:
        """The name of a column in one line; None for none."""
        found = self.column_of.get(column or "")
        return found.name if found else None

    def column(self, claim: Posting) -> Column:
        return self.column_of[column(claim.source)]

    def roots(self, claims: Sequence[Posting]) -> tuple[Origin, ...]:
        """The independent origins of some claims of one proposition."""
        return roots(claims, self.documents, self.copied)


def _by_document(postings: Sequence[Posting]) -> Mapping[str, tuple[Posting, ...]]:
    found: dict[str, list[Posting]] = defaultdict(list)
    for posting in postings:
        found[posting.document].append(posting)
    return {document: tuple(claims) for document, claims in found.items()}
