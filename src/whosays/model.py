"""Every type that passes between the stages. Read this first.

A *claim* is one source's position on one proposition in one document. It rests on character spans: half-open
offsets, in Unicode code points, into the document's text exactly as given, so that ``text[start:end]`` is the words.
What the text does not say is ``None``, never a default. All values are frozen; collections are tuples.

The pipeline turns them into each other: ``Document -> Sentence -> Tagged -> Attribution -> Claim``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import Protocol


class Stance(StrEnum):
    """What a source does with the proposition."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    ESTIMATES = "estimates"
    BELIEVES = "believes"
    EXPECTS = "expects"
    DENIES = "denies"
    DOUBTS = "doubts"
    NOT_CONFIRMED = "not_confirmed"
    HOPES = "hopes"
    FEARS = "fears"
    INTENDS = "intends"
    DEMANDS = "demands"
    ASKS = "asks"


class Certainty(StrEnum):
    """How sure the words are, by their hedges."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Polarity(StrEnum):
    """The proposition's own polarity: MINUS where the content itself is negated."""

    PLUS = "+"
    MINUS = "-"


class Position(StrEnum):
    """Where the source stands on the un-negated proposition; follows from stance and polarity."""

    AFFIRMS = "affirms"
    REJECTS = "rejects"
    OPEN = "open"


class Factuality(StrEnum):
    """FactBank's value of the un-negated event by the source (Saurí and Pustejovsky 2009)."""

    CERTAIN_PLUS = "CT+"
    PROBABLE_PLUS = "PR+"
    POSSIBLE_PLUS = "PS+"
    CERTAIN_MINUS = "CT-"
    PROBABLE_MINUS = "PR-"
    POSSIBLE_MINUS = "PS-"
    UNCOMMITTED = "Uu"


class EventType(StrEnum):
    """PLOVER's event types (Open Event Data Alliance codebook)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """The content's own time and mood, whoever denies it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    HABITUAL = "habitual"


class SourceKind(StrEnum):
    """What sort of party speaks or acts."""

    GOVERNMENT = "government"
    ARMED_FORCES = "armed_forces"
    INTELLIGENCE = "intelligence"
    PERSON = "person"
    PARTY = "party"
    ARMED_GROUP = "armed_group"
    BODY_OF_STATES = "body_of_states"
    NGO = "ngo"
    MEDIUM = "medium"
    COMPANY = "company"
    PUBLIC = "public"
    UNNAMED = "unnamed"
    PUBLISHER = "publisher"


class TimePrecision(StrEnum):
    """The coarsest grain that the words of a time expression state."""

    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part-of-month"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    PART_OF_YEAR = "part-of-year"
    YEAR = "year"
    DECADE = "decade"
    PRESENT = "present"
    OPEN = "open"


class PlacePrecision(StrEnum):
    """How closely the words of a place fix it on the map (UCDP's where_prec follows from it)."""

    EXACT = "exact"
    NEAR = "near"
    ADM2 = "adm2"
    ADM1 = "adm1"
    FEATURE = "feature"
    PART_OF_COUNTRY = "part-of-country"
    COUNTRY = "country"
    NONE = "none"


class QuantityKind(StrEnum):
    """What happened to what is counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    DEPLOYED = "deployed"
    DISPLACED = "displaced"
    WITHDRAWN = "withdrawn"
    MATERIEL = "materiel"
    OTHER = "other"


class Dated(StrEnum):
    """Where the document's publication date comes from.

    GIVEN: the user or a table states it. From JSON_LD to FILE: found in the document, the most trusted first; FILE is the
    file's own metadata, weak evidence. ASSUMED: the user assumes it; UNKNOWN: there is none.
    """

    GIVEN = "given"
    JSON_LD = "json-ld"
    META = "meta"
    TIME = "time"
    URL = "url"
    DATELINE = "dateline"
    TEXT = "text"
    FILE = "file metadata"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


class AsideKind(StrEnum):
    """Why words of the document are not read for claims."""

    DATELINE = "dateline"
    CORRECTION = "correction"
    LANGUAGE = "language"
    FENCED = "fenced"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in the document's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the document's text and where it stands in the original: `start` to `end`, half-open.

    Stretches as long here as there map code point by code point; others (an entity, collapsed white space) only as a
    whole. `page` counts from 1 where the original has pages.
    """

    span: Span
    start: int
    end: int
    page: int | None = None

    def cut(self, span: Span) -> Stretch:
        """What of the stretch lies within the span, which must overlap it."""
        if len(self.span) != self.end - self.start:
            return self
        shared = Span(max(span.start, self.span.start), min(span.end, self.span.end))
        shift = self.start - self.span.start
        return Stretch(shared, shared.start + shift, shared.end + shift, self.page)


@dataclass(frozen=True, slots=True)
class Origin:
    """The way back from a document's text to the page that it was taken from.

    Offsets are code points: of the page's source as decoded by `encoding` ("html"), or of the text that each page gives
    ("pdf"). ``stretches`` are in the order of the text, and do not overlap there; what no stretch covers is not in the
    original (the blank line between two paragraphs, the hyphen that was undone).
    """

    form: str
    encoding: str
    stretches: tuple[Stretch, ...]

    def find(self, span: Span) -> tuple[Stretch, ...]:
        """Where the words of the span stand in the original, in the order of the text; neighbours are one stretch."""
        found: list[Stretch] = []
        first = bisect_right(self.stretches, span.start, key=lambda s: s.span.end)
        for stretch in islice(self.stretches, first, None):
            if stretch.span.start >= span.end:
                break
            piece = stretch.cut(span)
            last = found[-1] if found else None
            if last and (last.page, last.end, last.span.end) == (piece.page, piece.start, piece.span.start):
                found[-1] = Stretch(Span(last.span.start, piece.span.end), last.start, piece.end, piece.page)
            else:
                found.append(piece)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Dateline:
    """How a wire report opens: "SEOUL, Feb 1 (Wire) -". `span` is all of it; its parts are spans of the text."""

    span: Span
    place: Span | None
    day: Span | None
    agency: Span | None


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that stand in the text and are not read for claims, and why. `note` names the language of a foreign passage."""

    span: Span
    kind: AsideKind
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text, with what is known about it. ``id`` is a hash of the text and its metadata.

    ``published`` is the calendar day as the document itself writes it; ``moment`` the same with time of day and zone, in
    ISO 8601, where given. ``dated`` says where it was found and ``date_words`` in which words. ``asides`` are in text order.
    """

    id: str
    key: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    dated: Dated = Dated.UNKNOWN
    url: str | None = None
    language: str | None = None
    author: str | None = None
    moment: str | None = None
    date_words: str | None = None
    dateline: Dateline | None = None
    asides: tuple[Aside, ...] = ()
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence with its place in the parse. ``index`` and ``head`` count within the sentence; the root is its own head.

    ``pos`` and ``dep`` are Universal POS and spaCy's (ClearNLP) dependency labels; ``tag`` is the Penn Treebank tag;
    ``entity`` is the NER label or "" (a hint only: the small model errs on places and people).
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Sentence:
    """A sentence, its tokens and the tree over them. ``paragraph`` counts blocks of text from 0."""

    index: int
    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @cached_property
    def root(self) -> Token:
        """The token that heads the sentence; the first one where the parse has none."""
        return next((t for t in self.tokens if t.head == t.index), self.tokens[0])

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token)
        return tuple(tuple(children) for children in found)

    @cached_property
    def _bounds(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where the tokens start and where they end."""
        return tuple(t.start for t in self.tokens), tuple(t.end for t in self.tokens)

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """The token's direct dependents in text order, all of them or those with one of the labels."""
        children = self._children[token.index]
        return tuple(c for c in children if c.dep in deps) if deps else children

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the token's head up to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all that hangs on it, in text order."""
        found, open_ = [token], [token]
        while open_:
            for child in self._children[open_.pop().index]:
                found.append(child)
                open_.append(child)
        return tuple(sorted(found, key=lambda t: t.index))

    def subtree_span(self, token: Token) -> Span:
        """From the first to the last character of the token's subtree."""
        tokens = self.subtree(token)
        return Span(tokens[0].start, tokens[-1].end)

    def within(self, *spans: Span) -> tuple[Token, ...]:
        """The tokens that overlap any of the spans."""
        starts, ends = self._bounds
        ranges = [(bisect_right(ends, span.start), bisect_left(starts, span.end)) for span in spans]
        if len(ranges) == 1:
            return self.tokens[ranges[0][0] : ranges[0][1]]
        found = {index for first, last in ranges for index in range(first, last)}
        return tuple(self.tokens[index] for index in sorted(found))

    def top(self, *spans: Span) -> Token | None:
        """The token within the spans that stands highest in the tree; the leftmost of equals."""
        inside = self.within(*spans)
        return min(inside, key=lambda t: (sum(1 for _ in self.ancestors(t)), t.index), default=None)

    def path(self, a: Token, b: Token) -> int:
        """The number of tree edges between two tokens of this sentence."""
        above = {t.index: n for n, t in enumerate((a, *self.ancestors(a)))}
        for n, token in enumerate((b, *self.ancestors(b))):
            if token.index in above:
                return n + above[token.index]
        return len(self.tokens)


def sentences_at(sentences: Sequence[Sentence], *spans: Span) -> tuple[Sentence, ...]:
    """The sentences that any of the spans touches, in text order. `sentences` are all of a document, in order."""
    found: dict[int, Sentence] = {}
    for span in spans:
        first = max(0, bisect_right(sentences, span.start, key=lambda s: s.start) - 1)
        for sentence in islice(sentences, first, None):
            if sentence.start >= span.end:
                break
            if sentence.end > span.start:
                found[sentence.index] = sentence
    return tuple(found[index] for index in sorted(found))


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a tagger finds: the words of the source(s), the cue and the content of one attribution.

    ``source`` is empty where the text names none. Spans of one role are in text order and do not overlap.
    ``by`` names what found it (a rule's name, or the model's); ``score`` is its confidence from 0 to 1. ``whole`` is the
    attribution as it was tagged, where speech that runs on was added since, or where this is a report within it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    by: str
    score: float = 1.0
    whole: Tagged | None = None

    @property
    def as_tagged(self) -> Tagged:
        return self.whole or self


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a party. ``antecedent`` holds the fuller words that a pronoun or a bare noun stands for.

    ``resolved`` is False for a pronoun whose antecedent could not be told: such a source has no code.
    """

    text: str
    span: Span
    sentence: int
    antecedent: Mention | None = None
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source's stance on one piece of content: what `attribute` makes of the tagged spans.

    ``tagged`` and ``source`` are None for the publisher's own claims (``cue`` then holds at most the hedge).
    ``via`` is the relay, outermost first. ``resolved`` are spans that a bare pronoun or ellipsis in the content stands for.
    """

    tagged: Tagged | None
    sentence: int
    source: Mention | None
    via: tuple[Mention, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    certainty: Certainty
    polarity: Polarity
    resolved: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A source, actor, recipient or relay. ``name`` and ``code`` are filled by `resolve`; ``text`` and ``span`` are the words.

    ``antecedent`` is the span of the fuller words where ``text`` is a pronoun or a bare noun. ``joined`` are the further
    parties of an actor or recipient that is several by name: Sarda and Tovia in "sanctions on Orlan, Sarda and Tovia".
    """

    name: str | None
    code: str | None
    kind: SourceKind | None
    text: str | None
    span: Span | None
    antecedent: Span | None = None
    joined: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A time expression as a closed interval of days; None on a side that is open or that the words do not give."""

    text: str
    span: Span
    start: date | None
    end: date | None
    precision: TimePrecision | None
    timex: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of a place name that lost, kept as evidence."""

    name: str
    country: str | None
    geonameid: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Where:
    """A place as the gazetteer knows it. Coordinates in degrees; ``country`` ISO 3166 alpha-3."""

    text: str
    span: Span
    name: str | None
    country: str | None
    adm1: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    geonameid: int | None
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as given. ``best`` is the figure, ``low`` and ``high`` the bounds; ``of`` the words of what it counts or is a share of.

    ``part_of`` is the span of the larger figure that this one is part of, where the text says so; ``side`` the code of those
    who are counted ("PRK MIL"), filled by `resolve`.
    """

    text: str
    span: Span
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    approximate: bool
    of: str | None
    kinds: tuple[QuantityKind, ...]
    part_of: Span | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What the content says happened. ``type`` is None for a state that has a place, a time or a figure."""

    type: EventType | None
    mode: str | None
    status: Status | None
    trigger: tuple[Span, ...]
    actor: Party | None = None
    recipient: Party | None = None
    place: Where | None = None
    time: When | None = None
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's position on one proposition in one document. See the contract for the meaning of each field."""

    document: Document
    sentence: int
    attribution: Attribution
    source: Party
    via: tuple[Party, ...]
    event: Event | None
    reported: When | None

    @property
    def content(self) -> tuple[Span, ...]:
        return self.attribution.content

    @property
    def text(self) -> str:
        """The content's own words; pieces of a split content are joined by an ellipsis."""
        return " … ".join(span.of(self.document.text) for span in self.content)

    @property
    def stance(self) -> Stance:
        return self.attribution.stance

    @property
    def certainty(self) -> Certainty:
        return self.attribution.certainty

    @property
    def polarity(self) -> Polarity:
        return self.attribution.polarity

    @property
    def position(self) -> Position:
        return position_of(self.stance, self.polarity)

    @property
    def factuality(self) -> Factuality:
        return factuality_of(self.stance, self.certainty, self.polarity)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a stage could not read, said instead of raised."""

    stage: str
    document: str
    span: Span | None
    message: str


@dataclass(frozen=True, slots=True)
class Conventions:
    """Stated choices that the text does not make: how "dozens" is read (``vague``), whose disputed areas are (``view``).

    Both name entries of the lexicon (policies of `Quantities`, views of `Features`) and are stamped in every record.
    """

    vague: str = "contract"
    view: str = "un"


USUAL = Conventions()
"""The conventions where none are asked for."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document, its claims in the order of the text, what could not be read, and by which conventions all was read."""

    document: Document
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...] = ()
    conventions: Conventions = USUAL


class Parser(Protocol):
    """Text in, sentences out. The one implementation wraps spaCy."""

    @property
    def name(self) -> str: ...

    def __call__(self, document: Document) -> tuple[Sentence, ...]: ...


class Tagger(Protocol):
    """Finds attributions in a document. Rules and the learned model are both taggers; any other may be slotted in."""

    @property
    def name(self) -> str: ...

    def tag(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Tagged, ...]: ...


TOOK_PLACE = frozenset({Status.OCCURRED, Status.ONGOING})
"""Of an event's statuses, those of one that the words put into the world; planned, hypothetical and habitual ones are not."""


def counts_as_happened(status: Status | None, position: Position) -> bool:
    """Whether an event counts as one that happened: it took place, and its source affirms it (the contract's rule)."""
    return status in TOOK_PLACE and position is Position.AFFIRMS


_AFFIRMING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.BELIEVES, Stance.EXPECTS})
_REJECTING = frozenset({Stance.DENIES, Stance.DOUBTS})


def position_of(stance: Stance, polarity: Polarity) -> Position:
    """The source's position on the un-negated proposition (the contract's table)."""
    if stance not in _AFFIRMING and stance not in _REJECTING:
        return Position.OPEN
    return Position.AFFIRMS if (stance in _AFFIRMING) == (polarity is Polarity.PLUS) else Position.REJECTS


def factuality_of(stance: Stance, certainty: Certainty, polarity: Polarity) -> Factuality:
    """FactBank's value: the position gives the sign; certainty and a weaker stance (expects, doubts, ...) the degree."""
    position = position_of(stance, polarity)
    if position is Position.OPEN:
        return Factuality.UNCOMMITTED
    weak = stance in (Stance.ESTIMATES, Stance.BELIEVES, Stance.EXPECTS, Stance.DOUBTS)
    degree = {Certainty.CERTAIN: "PR" if weak else "CT", Certainty.PROBABLE: "PR", Certainty.POSSIBLE: "PS"}[certainty]
    return Factuality(degree + ("+" if position is Position.AFFIRMS else "-"))
