"""Days, counts and states in the fewest words: what all screens say alike."""

from __future__ import annotations

from datetime import date

from whosays.export.figure import NOT_NAMED, NOT_RESOLVED, UNNAMED
from whosays.export.html.view import opening
from whosays.findings import Finding, Held, Holder, Posting, State
from whosays.model import Certainty, Position, SourceKind, Stance, Status, counts_as_happened

_WORDS = {
    State.CONTESTED: "Contested",
    State.FIGURES_DIFFER: "Figures differ",
    State.NOT_CONFIRMED: "Not confirmed",
    State.ONE_ORIGIN: "One origin",
    State.NOT_DISPUTED: "Not disputed",
}
_UNHAPPENED = {Status.PLANNED: "planned", Status.HYPOTHETICAL: "only supposed", Status.HABITUAL: "no single event"}
_WEAK = frozenset({Stance.ESTIMATES, Stance.BELIEVES, Stance.EXPECTS})


def day(value: date | None) -> str:
    """12 Feb 2025."""
    return f"{value.day} {value:%b %Y}" if value else "undated"


def count(n: int, noun: str) -> str:
    """1 claim, 45 claims."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def state(finding: Finding) -> str:
    """The state of a proposition; where parties would not confirm it, how many."""
    word = _WORDS[finding.state]
    if finding.state is not State.NOT_CONFIRMED:
        return word
    parties = len({s.source.key for s in finding.positions if s.stance is Stance.NOT_CONFIRMED})
    return f"{word} by {parties} {'party' if parties == 1 else 'parties'}"


def state_word(value: State) -> str:
    return _WORDS[value]


def speaker(holder: Holder, document: Held | None) -> str:
    """Who says it: the name, else the words; in its own voice the publisher of the document, where that is stated."""
    if holder.kind is SourceKind.PUBLISHER:
        return f"{document.publisher}, own voice" if document and document.publisher else "Article’s own voice"
    if holder.code == UNNAMED:
        return (
            f"{holder.text or holder.name or NOT_NAMED}, source not named" if holder.text or holder.name else NOT_NAMED
        )
    name = holder.name or holder.text or NOT_NAMED
    return f"{name} ({NOT_RESOLVED})" if holder.code is None and holder.name is None else name


def title_of(document: Held, text: str | None) -> str:
    """The title; without one the first words of the text, without those its key."""
    return document.title or opening(text or "") or document.key


def relay(via: tuple[Holder, ...]) -> str:
    return ", ".join(v.name or v.text or "?" for v in via)


def unhappened(status: Status | None, position: Position) -> str:
    """Why what is told of does not count as happened, in a word or two; "" where it counts (the contract's rule)."""
    if counts_as_happened(status, position):
        return ""
    if position is Position.REJECTS:
        return "denied"
    if status in _UNHAPPENED:
        return _UNHAPPENED[status]
    return "left open" if position is Position.OPEN else "no event told"


def hedged(claim: Posting) -> bool:
    """Whether the source says less than that it is so."""
    return claim.certainty is not Certainty.CERTAIN or claim.stance in _WEAK
