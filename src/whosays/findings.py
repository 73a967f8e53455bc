"""Every type of the case: claims of many documents, what links them, and what follows from them. Read this third.

A case is a ledger. **Postings** (claims) and **decisions** (what a person said of the machine's reading) are entered and
never changed. Everything else is a balance: links, origins, propositions and findings are worked out from them by pure
functions, for any day, and may be thrown away and made anew. Disagreement is the data: no value here averages or votes.

The case turns them into each other: ``Posting -> Link -> Proposition -> Finding``, and ``Signature -> Near -> Origin``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from whosays.model import (
    Certainty,
    EventType,
    PlacePrecision,
    Polarity,
    Position,
    QuantityKind,
    SourceKind,
    Stance,
    Status,
    TimePrecision,
    counts_as_happened,
    position_of,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A party as the case knows it: who holds a position, acts, or is acted upon.

    ``name`` and ``code`` are the entity's; ``text`` the words that stood for it. Two holders with one `key` are the same
    party, unless a decision says otherwise.
    """

    name: str | None
    code: str | None
    kind: SourceKind | None
    text: str | None

    @property
    def key(self) -> str:
        """What tells one party from another across documents: code and name, in one case of letters."""
        return f"{self.code or '?'}|{(self.name or self.text or '').casefold()}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as the gazetteer knows it: degrees, ISO 3166 alpha-3, and how closely the words fix it."""

    name: str | None
    country: str | None
    adm1: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a claim. ``index`` is its place among the claim's figures; ``part_of`` the index of the one it is part
    of, ``side`` the code of those who are counted."""

    index: int
    text: str
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    approximate: bool
    of: str | None
    kinds: tuple[QuantityKind, ...]
    part_of: int | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """One claim as it is entered in the ledger: what linking and reconciling need, without the article's text.

    ``id`` is the claim's, ``document`` its document's id, ``order`` its place among the document's claims. ``published`` is
    the day from which the claim is known to the case (None: undated, never known under an ``as_of``); ``reported`` the day
    on which the source said it, where the text tells. ``trigger`` is the words of the event's trigger.
    """

    id: str
    document: str
    order: int
    sentence: int
    text: str
    source: Holder
    via: tuple[Holder, ...]
    stance: Stance
    certainty: Certainty
    polarity: Polarity
    type: EventType | None
    mode: str | None
    status: Status | None
    trigger: str | None
    actor: Holder | None
    recipient: Holder | None
    place: Spot | None
    start: date | None
    end: date | None
    grain: TimePrecision | None
    counts: tuple[Count, ...]
    published: date | None
    reported: date | None

    @property
    def position(self) -> Position:
        return position_of(self.stance, self.polarity)

    @property
    def said(self) -> date | None:
        """The day on which the source said it: as reported, else as published."""
        return self.reported or self.published

    @property
    def happened(self) -> bool:
        """True only for an event that its source affirms as occurred or ongoing (the contract's rule)."""
        return counts_as_happened(self.status, self.position)


class Shelf(StrEnum):
    """Whether a document counts: the latest version of its article that is known on the day, or an earlier one."""

    CURRENT = "current"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Held:
    """A document in the case, without its text. ``sha256`` is of its bytes as read.

    ``article`` is a hash shared by the versions of one article (same URL, else same key); ``version`` counts them from 1
    as they were entered. ``shelf`` depends on the day that was asked for.
    """

    id: str
    key: str
    sha256: str
    article: str
    version: int
    shelf: Shelf
    title: str | None
    publisher: str | None
    published: date | None
    dated: str
    url: str | None
    language: str | None
    characters: int
    claims: int


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a document that was removed: hashes, the day it was of, and who removed it when and why. No words of it."""

    document: str
    sha256: str
    article: str
    version: int
    published: date | None
    removed: datetime
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Run:
    """One reading of documents into the case: by what, with which options, when. ``id`` is given by the store."""

    id: int
    version: str
    model: str
    options: str
    started: datetime
    ended: datetime | None
    documents: int
    failed: int


@dataclass(frozen=True, slots=True)
class Feature:
    """What linking compares of a claim: the blocks it stands in, and the meaning of its words (384 float32, little-endian)."""

    claim: str
    blocks: tuple[str, ...]
    vector: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """How alike two claims are as propositions, and why. ``left < right`` are claim ids; ``score`` is a probability.

    ``parts`` name what was compared and what each added to the score, in log-odds.
    """

    left: str
    right: str
    score: float
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """The MinHash of a document's passages: ``bands`` are what near copies share; ``values`` the whole, for comparing."""

    document: str
    bands: tuple[int, ...]
    values: bytes


@dataclass(frozen=True, slots=True)
class Near:
    """Two documents of which one repeats the other: ``left < right`` are document ids; ``share`` of the shorter's passages."""

    left: str
    right: str
    share: float


class OriginKind(StrEnum):
    """Why documents are one origin: the same text, a report cited by others, or none other than itself."""

    COPY = "copy"
    CITATION = "citation"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that count as one: copies of one text, or reports that cite one another. ``why`` says it in one line."""

    id: str
    documents: tuple[str, ...]
    kind: OriginKind
    why: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document tells its incident by, from itself alone. ``words`` are stems and how often each stands there.

    ``names`` are stems of words with a capital, ``full`` two of them side by side; ``ages`` and ``killed`` are numbers as given;
    ``towns`` gazetteer ids, ``regions`` country and region. ``day`` is the day it was published, counted from the year 1.
    """

    document: str
    day: int | None
    words: tuple[tuple[str, int], ...]
    title: frozenset[str]
    names: frozenset[str]
    full: frozenset[str]
    ages: frozenset[str]
    towns: frozenset[int]
    regions: frozenset[str]
    killed: frozenset[float]


@dataclass(frozen=True, slots=True)
class Tie:
    """How likely two documents tell of one incident, and why. ``left < right`` are document ids; ``score`` is a probability.

    ``parts`` name what was compared and what each added to the score, in log-odds. ``shared`` is what they have in common
    and few other documents have, the rarest first.
    """

    left: str
    right: str
    score: float
    parts: tuple[tuple[str, float], ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """Documents that tell of one incident, the earliest first; ``ties`` are those between them, the likeliest first."""

    id: str
    documents: tuple[str, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """Claims that say, deny or leave open the same thing. ``label`` is the words of ``plainest``, one of the claims."""

    id: str
    label: str
    plainest: str
    claims: tuple[str, ...]


class State(StrEnum):
    """How a proposition stands: the first in this order that applies, each source counting with its latest position."""

    CONTESTED = "contested"
    FIGURES_DIFFER = "figures_differ"
    NOT_CONFIRMED = "not_confirmed"
    ONE_ORIGIN = "one_origin"
    NOT_DISPUTED = "not_disputed"


@dataclass(frozen=True, slots=True)
class Stand:
    """One source's position on a proposition, from its first saying to its last. A source that changed has one for each."""

    source: Holder
    position: Position
    stance: Stance
    since: date | None
    last: date | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """One of Airwars' five grades, and the published rule that gave it."""

    airwars: str
    rule: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands on a proposition on a day: who affirms, rejects, leaves open, since when, on how many independent origins.

    ``reports`` are documents; ``roots`` the independent origins of its claims, each with what it rests on.
    """

    proposition: Proposition
    state: State
    type: EventType | None
    actor: Holder | None
    recipient: Holder | None
    place: Spot | None
    start: date | None
    end: date | None
    reports: int
    origins: int
    first: date | None
    first_claim: str | None
    grade: Grade | None
    positions: tuple[Stand, ...]
    roots: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Tension:
    """Claims that can't all hold, or that pull apart: what kind, which claims, and why in one line."""

    kind: str
    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: what became of it, of which side, in which unit, where."""

    kinds: tuple[QuantityKind, ...]
    side: str | None
    unit: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a source said it, in the words of ``text``. ``part_of`` is the claim whose figure this is part of.

    ``period`` is the first and the last day that the figure is for; None for a total up to the day it was said. Whether
    what it counts happened is told by `happened`: a figure that is denied, feared or planned is kept, and counts for nothing.
    """

    counted: Counted
    said: date | None
    source: Holder
    low: float | None
    best: float | None
    high: float | None
    approximate: bool
    position: Position
    status: Status | None
    text: str
    part_of: str | None
    period: tuple[date, date] | None
    claim: str
    document: str

    @property
    def happened(self) -> bool:
        """True only for what its source affirms as occurred or ongoing (the contract's rule)."""
        return counts_as_happened(self.status, self.position)


@dataclass(frozen=True, slots=True)
class Bound:
    """The range in which a counted thing stands on a day, by what sources say; the arithmetic in words."""

    counted: Counted
    as_of: date | None
    low: float | None
    high: float | None
    arithmetic: str
    claims: tuple[str, ...]


class Verdict(StrEnum):
    """What a person decides of a claim, a pair of claims or a pair of parties."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    SKIP = "skip"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """An entry by a person, append-only. ``hash`` covers all of it and the decision before it. Made by `review.decide`.

    ``subject`` is made from the source text alone (hashes of the document and of the words of the spans), so that it
    outlives a new version of the engine, and holds no words, so that a document can be removed. ``other`` is the second
    subject of a pair, or the hash of the decision that an ``undo`` takes back. ``field`` and ``value`` are what a
    correction sets. ``value`` and ``why`` may hold words: the chain goes over their ``seal`` (a hash with ``salt``), so
    that removing a document can erase them and their salt, and the chain still holds.
    """

    hash: str
    previous: str | None
    made: datetime
    who: str
    verdict: Verdict
    subject: str
    other: str | None
    field: str | None
    value: str | None
    why: str | None
    seal: str
    salt: str | None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What follows from a balance's claims and findings, and is worked out only when it is asked for."""

    figures: tuple[Figure, ...]
    bounds: tuple[Bound, ...]
    tensions: tuple[Tension, ...]


@dataclass(frozen=True)
class Balance:
    """All that follows from a case on a day: what the commands print and the screens show. Made anew, never stored as truth.

    ``documents`` and ``postings`` are those known on the day (decisions applied); ``undated`` the keys of documents that an
    ``as_of`` leaves out because nobody knows when they were published. ``checked`` are ids of claims that a person checked.
    ``reckon`` works out the rest from the balance alone, at the first look at it: who says what needs none of it.
    """

    as_of: date | None
    documents: tuple[Held, ...]
    undated: tuple[str, ...]
    postings: tuple[Posting, ...]
    origins: tuple[Origin, ...]
    findings: tuple[Finding, ...]
    checked: frozenset[str]
    reckon: Callable[[Balance], Reckoned] = field(repr=False, compare=False)

    @cached_property
    def _reckoned(self) -> Reckoned:
        return self.reckon(self)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self._reckoned.figures

    @property
    def bounds(self) -> tuple[Bound, ...]:
        return self._reckoned.bounds

    @property
    def tensions(self) -> tuple[Tension, ...]:
        return self._reckoned.tensions
