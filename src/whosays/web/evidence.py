"""A proposition, and a column of it -> the evidence pane: every claim's words in their place, copies under their origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from whosays.export.marks import Mark, mark
from whosays.export.record import Record
from whosays.findings import Finding, Held, Origin, OriginKind, Posting, Stand
from whosays.model import Position, SourceKind, Stance
from whosays.web.book import Book
from whosays.web.query import Query, address, kept
from whosays.web.quote import Quote, day_of, quote
from whosays.web.told import count, day, relay, speaker, title_of

SHOWN = 6
"""Origins shown with their words in one stance; the others are behind “list these”."""
LISTED = 12


class Words(Protocol):
    """Where the words of a case are read: the record and the text as entered."""

    def record(self, claim: str) -> Record | None: ...

    def text(self, document: str) -> str | None: ...

    def records(self, claims: Sequence[str]) -> Mapping[str, Record]: ...

    def texts(self, documents: Sequence[str]) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Telling:
    """A document that tells the claim, in one line; ``relation`` says what it is to the others."""

    claim: str
    document: str
    day: str
    publisher: str
    relation: str
    link: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One claim with its words. ``read_as`` is how the source's words were read; ``more`` tell it from the same origin."""

    claim: str
    mark: Mark
    speaker: str
    via: str
    quote: Quote | None
    document: str
    title: str
    publisher: str
    day: str
    read_as: str
    made_by: str
    why: str
    checked: bool
    link: str
    more: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of one stance, origin by origin."""

    mark: Mark
    origins: int
    reports: int
    shown: tuple[Shown, ...]
    left: int
    list_link: str


@dataclass(frozen=True, slots=True)
class Against:
    """A party that stands elsewhere on it."""

    mark: Mark
    speaker: str
    since: str
    link: str


@dataclass(frozen=True, slots=True)
class Pane:
    """``over`` says whose evidence it is, ``caution`` what must not be mixed up, ``grade`` the rule that graded it."""

    over: str
    heading: str
    sides: tuple[Side, ...]
    against: tuple[Against, ...]
    against_title: str
    caution: str | None
    grade: str | None
    list_link: str
    list_count: int


def evidence(book: Book, words: Words, query: Query, finding: Finding, column: str | None) -> Pane:
    """The pane for one proposition; of one column's sources alone where one is chosen."""
    claims = [book.claims[c] for c in finding.proposition.claims]
    own = [c for c in claims if column is None or book.column(c).key == column]
    sides = sides_of(own)
    name = book.name_of(column)
    listed = {"proposition": finding.proposition.id, "column": column}
    return Pane(
        over=f"{name}, on this proposition" if name else "Everyone, on this proposition",
        heading=finding.proposition.label,
        sides=tuple(_side(book, words, query, finding, column, side) for side in sides),
        against=tuple(_against(book, query, finding, column, own)),
        against_title="Others on the record" if not own or _open(own) else "On the record against it",
        caution=_caution(own),
        grade=f"Airwars: {finding.grade.airwars} ({finding.grade.rule})" if finding.grade else None,
        list_link=address("/claims", kept(query), **listed),
        list_count=len(own),
    )


def sides_of(claims: Iterable[Posting]) -> list[list[Posting]]:
    """The claims by what their mark says, those that reject first; each in the order they were said."""
    found: dict[tuple[str, str], list[Posting]] = defaultdict(list)
    for claim in claims:
        m = mark_of(claim)
        found[m.tone, m.word].append(claim)
    rank = {"rejects": 0, "affirms": 1, "unconfirmed": 2, "open": 3}
    return sorted(found.values(), key=lambda side: (rank[mark_of(side[0]).tone], -len(side), side[0].id))


def mark_of(claim: Posting) -> Mark:
    return mark(claim.stance, claim.certainty, claim.polarity)


def _side(
    book: Book, words: Words, query: Query, finding: Finding, column: str | None, claims: Sequence[Posting]
) -> Side:
    origins = book.roots(claims)
    by_document: dict[str, list[Posting]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    listed = {"proposition": finding.proposition.id, "column": column, "stance": claims[0].stance}
    return Side(
        mark=mark_of(claims[0]),
        origins=len(origins),
        reports=len(by_document),
        shown=tuple(
            shown(book, words, query, by_document[o.documents[0]][0], _more(book, query, o, by_document))
            for o in origins[:SHOWN]
        ),
        left=max(0, len(origins) - SHOWN),
        list_link=address("/claims", kept(query), **listed),
    )


def shown(book: Book, words: Words, query: Query, claim: Posting, more: tuple[Telling, ...] = ()) -> Shown:
    """One claim with its words, as every screen shows it."""
    document = book.documents[claim.document]
    record, text = words.record(claim.id), words.text(claim.document)
    return Shown(
        claim=claim.id,
        mark=mark_of(claim),
        speaker=speaker(claim.source, document),
        via=relay(claim.via),
        quote=quote(text, record, document) if record and text is not None else None,
        document=document.id,
        title=title_of(document, text),
        publisher=document.publisher or "publisher not stated",
        day=day_of(document),
        read_as=_read_as(claim),
        made_by=made_by(record),
        why=_why(book, claim),
        checked=claim.id in book.balance.checked,
        link=open_link(query, claim),
        more=more,
    )


def open_link(query: Query, claim: Posting) -> str:
    """Where the claim is open in its text."""
    return address(f"/documents/{claim.document}", kept(query), claim=claim.id)


def made_by(record: Record | None) -> str:
    if record is None:
        return ""
    rule = record.made_by.rule
    how = f"rule {rule}" if rule and rule.startswith("rules/") else "the learned model" if rule else "the clause itself"
    return f"read by {how}, whosays {record.made_by.version}"


def _why(book: Book, claim: Posting) -> str:
    origin = book.origin_of.get(claim.document)
    return origin.why if origin and origin.kind is not OriginKind.SINGLE else ""


def _read_as(claim: Posting) -> str:
    source = claim.source
    if source.text and source.name and source.text.casefold() != source.name.casefold():
        return f"“{source.text}” read as {source.name}" + (f" ({source.code})" if source.code else "")
    told = source.kind in (SourceKind.PUBLISHER, SourceKind.UNNAMED)  # by its name: "own voice", "not named"
    return "" if told else source.code or ""


def _more(book: Book, query: Query, origin: Origin, by_document: dict[str, list[Posting]]) -> tuple[Telling, ...]:
    """All documents of an origin, the first included, where there is more than one."""
    if len(origin.documents) == 1:
        return ()
    first, found = book.documents[origin.documents[0]], []
    for id_ in origin.documents[:LISTED]:
        document, claim = book.documents[id_], by_document[id_][0]
        relation = "original" if document is first else _relation(book, document, first, origin)
        publisher = document.publisher or document.key
        found.append(Telling(claim.id, id_, day(document.published), publisher, relation, open_link(query, claim)))
    return tuple(found)


def _relation(book: Book, document: Held, first: Held, origin: Origin) -> str:
    pair = tuple(sorted((document.id, first.id)))
    share = next((n.share for n in book.nears if (n.left, n.right) == pair), None)
    if share is not None:
        return f"copy of {first.publisher or first.key}, {share:.0%} of the text"
    return origin.why.split(";")[0] if origin.kind is OriginKind.CITATION else "copy"


def _open(claims: Iterable[Posting]) -> bool:
    return all(c.position is Position.OPEN for c in claims)


def _against(
    book: Book, query: Query, finding: Finding, column: str | None, own: Sequence[Posting]
) -> Iterable[Against]:
    """Those of other columns who stand elsewhere, the most telling first."""
    held = {c.position for c in own if c.position is not Position.OPEN}
    if column is None:
        return
    for stand in finding.positions:
        key = book.column(book.claims[stand.claims[0]]).key
        if key != column and (not held or stand.position not in held):
            last = book.claims[stand.claims[-1]]
            link = address("/matrix", kept(query), proposition=finding.proposition.id, column=key)
            yield Against(mark_of(last), speaker(stand.source, book.documents.get(last.document)), _since(stand), link)


def _since(stand: Stand) -> str:
    if stand.since is None:
        return "undated"
    return f"since {day(stand.since)}" if stand.since != stand.last else day(stand.since)


def _caution(claims: Sequence[Posting]) -> str | None:
    """Said where one document holds two of one source's positions: a denial and a “has not confirmed” are not the same."""
    held: dict[tuple[str, str], set[Stance]] = defaultdict(set)
    for claim in claims:
        held[claim.document, claim.source.key].add(claim.stance)
    for stances in held.values():
        if Stance.NOT_CONFIRMED in stances and Stance.DENIES in stances:
            return "One article both says that it is denied and that it is not confirmed. These are different positions, so both are kept."
    positions = {c.position for c in claims} - {Position.OPEN}
    if len(positions) > 1:
        return f"{count(2, 'position')} are on the record here: who changed, and when, is in the dates."
    return None
