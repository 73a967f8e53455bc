"""A book and its words -> the questions of the review: what is doubtful, how much, and what each answer would enter.

A doubt is computed, never guessed: a source with two stances in one article, words that look damaged, a source that nobody
can tell or that the text does not name, times read from an assumed date, links near the threshold, claims that the rules
alone found. What a person decided is asked no more.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from whosays.export.figure import UNNAMED
from whosays.findings import Decision, Held, Link, Posting, State, Verdict
from whosays.model import Position, SourceKind, Stance
from whosays.review.subjects import subject
from whosays.web.book import Book
from whosays.web.doubt import Answer, Doubt, Kind, Proposed, accept, correction, reject
from whosays.web.evidence import mark_of
from whosays.web.looked import Looked

UNSURE = (0.38, 0.54)
"""Scores of links near the threshold (`link.cluster.JOINED`): likelier pairs are joined, less likely ones are not, as a rule."""
PAIRS = 200
"""Pairs of propositions asked about, those nearest to the threshold first; one question for each pair of propositions."""


def doubts(
    book: Book, seen: Mapping[str, Looked], decisions: Sequence[Decision], links: Iterable[Link]
) -> tuple[Doubt, ...]:
    """The open questions, the most doubtful first; those that were skipped come last. `seen` is what the claims' words show."""
    found = [
        *_stances(book, seen),
        *_nobody(book),
        *_from_words(book, seen),
        *_pairs(book, links),
    ]
    settled, skipped = _settled(decisions)
    kept = [d for d in found if not _is_settled(book, d, settled)] if settled else found
    return tuple(sorted(kept, key=lambda d: (bool(skipped) and _is_skipped(book, d, skipped), -_weight(book, d), d.id)))


def skip(doubt: Doubt) -> tuple[Proposed, ...]:
    """That the question is put off."""
    return tuple(Proposed(Verdict.SKIP, c, field=doubt.kind) for c in doubt.claims)


def _is_skipped(book: Book, doubt: Doubt, skipped: frozenset[tuple[str, str | None]]) -> bool:
    return any((s, str(doubt.kind)) in skipped for s in _subjects(book, doubt))


def _settled(
    decisions: Sequence[Decision],
) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, str | None]]]:
    pairs = {tuple(sorted((d.subject, d.other))) for d in decisions if d.other}
    single = {(d.subject,) for d in decisions if not d.other and d.verdict is not Verdict.SKIP}
    return frozenset(pairs | single), frozenset((d.subject, d.field) for d in decisions if d.verdict is Verdict.SKIP)


def _subjects(book: Book, doubt: Doubt) -> frozenset[str]:
    return frozenset(subject(book.entered(c)) for c in doubt.claims)


def _is_settled(book: Book, doubt: Doubt, settled: frozenset[tuple[str, ...]]) -> bool:
    of = sorted(_subjects(book, doubt))
    return tuple(of) in settled if doubt.kind is Kind.SAME else all((s,) in settled for s in of)


def _weight(book: Book, doubt: Doubt) -> float:
    """What is contested matters more."""
    contested = any(book.finding_of[c].state is State.CONTESTED for c in doubt.claims if c in book.finding_of)
    return doubt.doubt + 0.05 * contested


def _doubt(kind: Kind, claims: Sequence[Posting], **said: object) -> Doubt:
    ids = tuple(c.id for c in claims)
    id_ = hashlib.sha256(f"{kind} {' '.join(sorted(ids))}".encode()).hexdigest()[:16]
    return Doubt(id=id_, kind=kind, claims=ids, **said)  # type: ignore[arg-type]


def name_of(claim: Posting) -> str:
    return claim.source.text or claim.source.name or "the source"


def _stances(book: Book, seen: Mapping[str, Looked]) -> Iterator[Doubt]:
    """In one article one source both denies and does not confirm the same."""
    for finding in book.balance.findings:
        by: dict[tuple[str, str], list[Posting]] = defaultdict(list)
        for id_ in finding.proposition.claims:
            claim = book.claims[id_]
            if claim.stance in (Stance.NOT_CONFIRMED, Stance.DENIES, Stance.ASSERTS, Stance.CONFIRMS):
                by[claim.document, book.column(claim).key].append(claim)
        for claims in by.values():
            open_ = [c for c in claims if c.stance is Stance.NOT_CONFIRMED]
            other = [c for c in claims if c.position is not Position.OPEN]
            if open_ and other:
                yield _stance(book, seen, [other[0], open_[0]])


def _stance(book: Book, seen: Mapping[str, Looked], claims: Sequence[Posting]) -> Doubt:
    firm, open_ = (book.entered(c.id) for c in claims)
    who = book.column(firm).head
    verb, does = ("denial", "deny") if firm.position is Position.REJECTS else ("statement", "state")
    return _doubt(
        Kind.STANCE,
        [firm, open_],
        title=f"{who}: {_said(seen, firm)} and {_said(seen, open_)} in one article",
        question=f"Does {who} {does} it, or has it not confirmed it?",
        why="The engine kept both, because the words differ. Decide how they should stand in the record.",
        doubt=0.8,
        pattern=f"stance {does}",
        answers=(
            Answer("a", "Keep both", (accept(firm), accept(open_))),
            Answer("1", f"Treat as {verb}", (accept(firm), correction(open_, "stance", firm.stance))),
            Answer("2", "Treat as not confirmed", (correction(firm, "stance", Stance.NOT_CONFIRMED), accept(open_))),
        ),
    )


def _said(seen: Mapping[str, Looked], claim: Posting) -> str:
    """The cue in quotation marks; where there is none, the stance."""
    cue = seen[claim.id].cue if claim.id in seen else ""
    return f"“{cue or mark_of(claim).word}”"


def _nobody(book: Book) -> Iterator[Doubt]:
    """Sources that could not be told, and sources that the text does not name, word by word of each document."""
    by: dict[tuple[str, str], list[Posting]] = defaultdict(list)
    for claim in book.balance.postings:
        unknown = claim.source.code is None and claim.source.name is None
        if claim.source.text and (unknown or claim.source.code == UNNAMED):
            by[claim.document, claim.source.text.casefold()].append(claim)
    for claims in by.values():
        yield _who(book, [book.entered(c.id) for c in claims])


def _who(book: Book, claims: Sequence[Posting]) -> Doubt:
    first = claims[0]
    named = [(column, c.source) for c in book.of_document(first.document) if (column := book.column(c).key)]
    known = {
        k: h for k, h in named if h.code and h.code not in (UNNAMED, "publisher") and h.kind is not SourceKind.PUBLISHER
    }
    unnamed = first.source.code == UNNAMED
    keep = Answer("a", "Leave it unnamed" if unnamed else "It can’t be told", tuple(accept(c) for c in claims))
    return _doubt(
        Kind.WHO,
        claims,
        title=f"“{first.source.text}” names nobody" if unnamed else f"“{first.source.text}”: who is it?",
        question=f"Who is “{first.source.text}”?",
        why="The text names nobody." if unnamed else "The words could stand for more than one party.",
        doubt=0.45 if unnamed else 0.7,
        pattern=f"who {(first.source.text or '').casefold()}",
        answers=(
            keep,
            *(
                Answer(str(n), h.name or h.text or key, tuple(e for c in claims for e in _is(c, h.name, h.code)))
                for n, (key, h) in enumerate(list(known.items())[:3], 1)
            ),
        ),
    )


def _is(claim: Posting, name: str | None, code: str | None) -> tuple[Proposed, ...]:
    return (correction(claim, "source.name", name), correction(claim, "source.code", code))


def _from_words(book: Book, seen: Mapping[str, Looked]) -> Iterator[Doubt]:
    """What shows only in the text: damage, times of undated articles, and what the rules alone found."""
    undated: dict[str, list[Posting]] = defaultdict(list)
    for id_, shows in seen.items():
        claim = book.entered(id_)
        if shows.undated:
            undated[claim.document].append(claim)
        if shows.damage:
            yield _damage(claim, shows.damage)
        if shows.by_rules:
            yield _read(claim)
    for document, claims in undated.items():
        yield _date(book.documents[document], claims, seen[claims[0].id].undated or "")


def _damage(claim: Posting, damage: str) -> Doubt:
    return _doubt(
        Kind.DAMAGED,
        [claim],
        title=f"“{damage}”",
        question="The text looks damaged here. Is the claim read right all the same?",
        why="A word seems to be missing, written twice, or in the wrong characters.",
        doubt=0.9,
        pattern="damaged",
        answers=_right_or_not(claim),
    )


def _right_or_not(claim: Posting) -> tuple[Answer, ...]:
    return (Answer("a", "Read right", (accept(claim),)), Answer("x", "Reject the claim", (reject(claim),)))


def _date(document: Held, claims: Sequence[Posting], time: str) -> Doubt:
    assumed = document.dated == "assumed"
    no_times = tuple(e for c in claims for e in (correction(c, "start", None), correction(c, "end", None)))
    return _doubt(
        Kind.DATE,
        claims,
        title=f"“{time}” without a date",
        question=f"When was “{time}”?",
        why=f"The article has no date; {document.published} is assumed."
        if assumed
        else "The article has no date, so the time stays open.",
        doubt=0.55,
        pattern="date",
        answers=(
            Answer("a", "Keep as read" if assumed else "Leave it open", tuple(accept(c) for c in claims)),
            *((Answer("1", "Take the times out", no_times),) if assumed else ()),
        ),
    )


def _read(claim: Posting) -> Doubt:
    return _doubt(
        Kind.READ,
        [claim],
        title=f"“{claim.text}”",
        question=f"Does “{name_of(claim)}” say this?",
        why="The rules found it, and the learned model did not.",
        doubt=0.3,
        pattern="read",
        answers=_right_or_not(claim),
    )


def _pairs(book: Book, links: Iterable[Link]) -> Iterator[Doubt]:
    low, high = UNSURE
    middle = (low + high) / 2
    near = [k for k in links if low <= k.score <= high and k.left in book.claims and k.right in book.claims]
    # what is said twice in one sentence, or joined already by other claims, is no question
    apart = [k for k in near if book.finding_of[k.left] is not book.finding_of[k.right]]
    asked: dict[frozenset[str], Link] = {}
    for link in sorted(apart, key=lambda k: (abs(k.score - middle), k.left, k.right)):
        both = frozenset(book.finding_of[c].proposition.id for c in (link.left, link.right))
        asked.setdefault(both, link)
    for link in list(asked.values())[:PAIRS]:
        yield _same(
            book.entered(link.left), book.entered(link.right), link.score, abs(link.score - middle) / (high - low)
        )


def _same(left: Posting, right: Posting, score: float, off: float) -> Doubt:
    def say(verdict: Verdict) -> tuple[Proposed, ...]:
        return (Proposed(verdict, left.id, other=right.id),)

    return _doubt(
        Kind.SAME,
        [left, right],
        title=f"“{left.text}” and “{right.text}”",
        question="Do these two say the same of the same event?",
        why=f"They are alike with {score:.0%}, close to where claims are joined.",
        doubt=round(0.5 - 0.4 * off, 3),
        pattern="same",
        answers=(
            Answer("1", "The same", say(Verdict.SAME)),
            Answer("2", "Not the same", say(Verdict.DIFFERENT)),
            Answer("3", "Can’t be told", say(Verdict.UNSURE)),
        ),
    )
