"""A book, its doubts and a query -> the review: the queue, one question with its sentences, what each answer would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whosays.findings import Posting, State, Verdict
from whosays.reconcile.finding import finding as conclude_one
from whosays.review.correct import correct
from whosays.web.book import Book
from whosays.web.cues import Cues, SameCue, same_cues
from whosays.web.doubt import Answer, Doubt, Kind
from whosays.web.evidence import Shown, Words, shown
from whosays.web.looked import READ
from whosays.web.matrix import chosen_findings
from whosays.web.query import Query, address, kept
from whosays.web.reader import decided_words
from whosays.web.told import count, state, state_word

QUEUE = 50
"""Questions listed beside the one that is asked."""
SHOWN = 6
"""Claims of one question that are shown with their words."""
BULK = 50
"""Questions that can be answered at once: no more than are listed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question in the queue."""

    id: str
    kind: Kind
    title: str
    claims: str
    link: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer would change of the matrix."""

    answer: str
    says: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that is asked. ``left`` more claims are behind it; ``like`` more questions can be answered alike."""

    id: str
    number: int
    kind: Kind
    question: str
    why: str
    shown: tuple[Shown, ...]
    left: int
    answers: tuple[Answer, ...]
    label: str
    matrix_link: str
    effects: tuple[Effect, ...]
    same_cues: tuple[SameCue, ...]
    like: int
    like_link: str
    bulk: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """``unread`` claims were not looked at for what shows only in the text.

    ``last`` is what was decided last, in words, and can be undone; ``next_id`` the question after this one.
    """

    waiting: int
    done: int
    unread: int
    queue: tuple[Waiting, ...]
    asked: Asked | None
    last: str | None
    next_id: str | None


def in_sight(book: Book, query: Query, all_: Sequence[Doubt]) -> Sequence[Doubt]:
    """The questions about claims that pass the filters."""
    if not query.filtered:
        return all_
    held = {c for f in chosen_findings(book, query) for c in f.proposition.claims}
    return [d for d in all_ if any(c in held for c in d.claims)]


def review(book: Book, words: Words, query: Query, all_: Sequence[Doubt], known: Cues) -> Review:
    """The queue around the question that the query names; the most doubtful one, where it names none that is open."""
    listed = in_sight(book, query, all_)
    at = next((n for n, d in enumerate(listed) if d.id == query.item), 0)
    first = max(0, min(at - QUEUE // 2, len(listed) - QUEUE))
    asked = listed[at] if listed else None
    decided = [d for d in book.decisions if d.verdict is not Verdict.UNDO]
    open_ = {d.hash for d in book.standing}
    last = next((d for d in reversed(decided) if d.hash in open_), None)
    return Review(
        waiting=len(listed),
        done=len({d.subject for d in book.standing if d.verdict is not Verdict.SKIP}),
        unread=max(0, len(book.balance.postings) - READ),
        queue=tuple(_waiting(query, d, d is asked) for d in listed[first : first + QUEUE]),
        asked=_asked(book, words, query, listed, at, known) if asked else None,
        last=decided_words(last) if last else None,
        next_id=listed[at + 1].id if at + 1 < len(listed) else None,
    )


def alike(listed: Sequence[Doubt], doubt: Doubt) -> tuple[Doubt, ...]:
    """The other questions that the same answers fit."""
    answers = [a.label for a in doubt.answers]
    same = (
        d for d in listed if d.pattern == doubt.pattern and d is not doubt and [a.label for a in d.answers] == answers
    )
    return tuple(same)[: BULK - 1]


def _waiting(query: Query, doubt: Doubt, chosen: bool = False) -> Waiting:
    link = address("/review", kept(query), item=doubt.id)
    return Waiting(doubt.id, doubt.kind, doubt.title, count(len(doubt.claims), "claim"), link, chosen)


def _asked(book: Book, words: Words, query: Query, listed: Sequence[Doubt], at: int, known: Cues) -> Asked:
    doubt = listed[at]
    claims = [book.claims[c] for c in doubt.claims if c in book.claims]
    finding = book.finding_of[claims[0].id]
    like = alike(listed, doubt)
    return Asked(
        id=doubt.id,
        number=at + 1,
        kind=doubt.kind,
        question=doubt.question,
        why=doubt.why,
        shown=tuple(shown(book, words, query, c) for c in claims[:SHOWN]),
        left=max(0, len(claims) - SHOWN),
        answers=doubt.answers,
        label=finding.proposition.label,
        matrix_link=address("/matrix", kept(query), proposition=finding.proposition.id),
        effects=tuple(_effect(book, doubt, answer) for answer in doubt.answers),
        same_cues=same_cues(book, words, known, claims),
        like=len(like),
        like_link=address("/review", query, item=doubt.id, like="all"),
        bulk=tuple(_waiting(query, d) for d in (doubt, *like)) if query.like and like else (),
    )


def _effect(book: Book, doubt: Doubt, answer: Answer) -> Effect:
    """What becomes of the propositions, worked out as it would be."""
    if doubt.kind is Kind.SAME:
        return Effect(answer.label, _joined(book, doubt, answer))
    said = []
    for id_ in dict.fromkeys(book.finding_of[c].proposition.id for c in doubt.claims if c in book.finding_of):
        before = book.findings[id_]
        after = _after(book, id_, answer)
        if after is None:
            said.append(f"“{before.proposition.label}” is said by no one any more")
        elif after != before.state:
            said.append(f"“{before.proposition.label}”: {state(before)} becomes {state_word(after)}")
    changed = {c.claim for c in answer.entries if c.verdict is Verdict.CORRECT}
    if said:
        return Effect(answer.label, "; ".join(said))
    return Effect(
        answer.label, f"{count(len(changed), 'claim')} corrected; every state stays" if changed else "every state stays"
    )


def _joined(book: Book, doubt: Doubt, answer: Answer) -> str:
    if answer.entries[0].verdict is not Verdict.SAME:
        return "the two stay apart"
    left, right = (book.finding_of[c] for c in doubt.claims)
    return f"two rows become one: {state(left)} and {state(right)}"


def _after(book: Book, proposition: str, answer: Answer) -> State | None:
    """The state of one proposition with the answer entered; None where no claim of it is left."""
    before = book.findings[proposition].proposition
    claims = [c for id_ in before.claims if (c := _with(book.claims[id_], answer)) is not None]
    if not claims:
        return None
    held = {c.id: c for c in claims}
    plainest = before.plainest if before.plainest in held else claims[0].id
    left = type(before)(before.id, held[plainest].text, plainest, tuple(held))
    return conclude_one(left, held, book.roots(claims)).state


def _with(claim: Posting, answer: Answer) -> Posting | None:
    for entry in answer.entries:
        if entry.claim != claim.id:
            continue
        if entry.verdict is Verdict.REJECT:
            return None
        if entry.verdict is Verdict.CORRECT and entry.field:
            claim = correct(claim, entry.field, entry.value)
    return claim
