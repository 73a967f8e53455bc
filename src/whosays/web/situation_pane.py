"""What stands beside the situation: the chosen proposition in short, what is new, and what waits for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whosays.export.marks import Mark
from whosays.findings import Finding, Posting
from whosays.model import Position
from whosays.reconcile.diff import Change, Novelty, diff
from whosays.web.book import Book
from whosays.web.doubt import Doubt
from whosays.web.evidence import Shown, Words, mark_of, shown, sides_of
from whosays.web.query import Query, address, kept
from whosays.web.told import count, day, speaker, state

CHANGES, WAITING, NAMED = 8, 5, 6
"""News and questions listed, and sources named of one stance."""
SMALL = 20_000
"""Claims of a case up to which its news are worked out while a reader waits."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Who stands so on the proposition."""

    mark: Mark
    who: str
    list_link: str


@dataclass(frozen=True, slots=True)
class News:
    kind: str
    on: str
    what: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    kind: str
    title: str
    link: str


@dataclass(frozen=True, slots=True)
class SituationPane:
    """``summary`` counts origins on each side; ``shown`` is the claim that was chosen, else the last that rejects it, else the
    first; ``since`` the day that ``news`` are counted from, "" where none are."""

    heading: str
    state: str
    state_word: str
    summary: str
    sides: tuple[Stood, ...]
    first: str
    denied: str | None
    shown: Shown
    list_link: str
    list_count: int
    matrix_link: str
    since: str
    news: tuple[News, ...]
    more_news: int
    waiting: tuple[Waiting, ...]
    more_waiting: int


def situation_pane(
    book: Book, words: Words, query: Query, finding: Finding, before: Book | None, waiting: Sequence[Doubt]
) -> SituationPane:
    """The pane of one proposition; `before` is the book of the day that news are counted from."""
    claims = [book.claims[c] for c in finding.proposition.claims]
    told = sorted(claims, key=lambda c: (c.said is None, c.said or date.max, c.id))
    denied = [c for c in told if c.position is Position.REJECTS]
    news = _news(book, before) if before else []
    chosen = next((c for c in claims if c.id == query.claim), None)
    id_ = finding.proposition.id
    return SituationPane(
        heading=finding.proposition.label,
        state=finding.state,
        state_word=state(finding),
        summary=_summary(book, claims),
        sides=tuple(_stood(book, query, id_, side) for side in sides_of(claims)),
        first=_when(book, told[0]),
        denied=_when(book, denied[-1]) if denied else None,
        shown=shown(book, words, query, chosen or (denied or told)[-1 if denied else 0]),
        list_link=address("/claims", kept(query), proposition=id_),
        list_count=len(claims),
        matrix_link=address("/matrix", kept(query), proposition=id_),
        since=day(before.balance.as_of) if before else "",
        news=tuple(_told(n, query) for n in news[:CHANGES]),
        more_news=max(0, len(news) - CHANGES),
        waiting=tuple(_waits(d, query) for d in waiting[:WAITING]),
        more_waiting=max(0, len(waiting) - WAITING),
    )


def before(book: Book) -> date | None:
    """The day that news are counted from: the last on which something was published before the newest that is known."""
    newest = max((d.published for d in book.current if d.published), default=None)
    return next((d for d in reversed(book.days) if newest and d < newest), None)


def _summary(book: Book, claims: Sequence[Posting]) -> str:
    """ "4 independent origins say yes, 2 say no"; each counted by itself."""
    sides = (("say yes", Position.AFFIRMS), ("say no", Position.REJECTS), ("leave it open", Position.OPEN))
    said: list[str] = []
    for words, position in sides:
        own = [c for c in claims if c.position is position]
        n = len(book.roots(own)) if own else 0
        if n:
            verb = words.replace("say", "says").replace("leave", "leaves") if n == 1 else words
            said.append(f"{count(n, 'independent origin') if not said else n} {verb}")
    return ", ".join(said)


def _stood(book: Book, query: Query, proposition: str, side: Sequence[Posting]) -> Stood:
    who = list(dict.fromkeys(speaker(c.source, book.documents.get(c.document)) for c in side))
    more = f" and {len(who) - NAMED} more" if len(who) > NAMED else ""
    link = address("/claims", kept(query), proposition=proposition, stance=side[0].stance)
    return Stood(mark_of(side[0]), ", ".join(who[:NAMED]) + more, link)


def _when(book: Book, claim: Posting) -> str:
    return f"{day(claim.said)}, {speaker(claim.source, book.documents.get(claim.document))}"


_WEIGHT = (Novelty.REVERSAL, Novelty.STATE, Novelty.POSITION, Novelty.PROPOSITION, Novelty.FIGURE, Novelty.DOCUMENT)


def _news(book: Book, earlier: Book) -> list[Change]:
    """What weighs most first: who changed position, then what changed its state."""
    return sorted(diff(earlier.balance, book.balance), key=lambda c: _WEIGHT.index(c.kind))


def _told(change: Change, query: Query) -> News:
    link = None
    if change.proposition:
        link = address("/situation", kept(query), proposition=change.proposition)
    elif change.kind is Novelty.FIGURE:
        link = address("/figures", kept(query), claim=change.claims[0])
    return News(str(change.kind), day(change.on) if change.on else "", change.what.replace("_", " "), link)


def _waits(doubt: Doubt, query: Query) -> Waiting:
    return Waiting(str(doubt.kind), doubt.title, address("/review", kept(query), item=doubt.id))
