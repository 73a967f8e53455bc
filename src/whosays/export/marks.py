"""Stance -> the mark that stands for it on every screen.

Shape and word say what the source does, colour where it stands (affirms, rejects, open, not confirmed). None of the
three is needed to read the other two. Shapes are single code points that common terminal fonts have.
"""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model import Certainty, Polarity, Position, Stance, position_of

AFFIRMS, REJECTS, OPEN, UNCONFIRMED = "affirms", "rejects", "open", "unconfirmed"
TONES = (AFFIRMS, REJECTS, UNCONFIRMED, OPEN)

_SHAPES = {
    Stance.ASSERTS: ("●", "asserts"),
    Stance.CONFIRMS: ("◉", "confirms"),
    Stance.ESTIMATES: ("◐", "estimates"),
    Stance.BELIEVES: ("◐", "believes"),
    Stance.EXPECTS: ("◐", "expects"),
    Stance.DENIES: ("✕", "denies"),
    Stance.DOUBTS: ("▽", "doubts"),
    Stance.NOT_CONFIRMED: ("◌", "not confirmed"),
    Stance.HOPES: ("▲", "hopes"),
    Stance.FEARS: ("▼", "fears"),
    Stance.INTENDS: ("▶", "intends"),
    Stance.DEMANDS: ("◆", "demands"),
    Stance.ASKS: ("◇", "asks"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """``shape`` is one character, ``word`` the stance, ``tone`` one of `TONES`; ``aside`` qualifies the word."""

    shape: str
    word: str
    tone: str
    aside: str | None = None

    @property
    def words(self) -> str:
        return f"{self.word}, {self.aside}" if self.aside else self.word


def mark(stance: str, certainty: str = Certainty.CERTAIN, polarity: str = Polarity.PLUS) -> Mark:
    """The mark of a claim. A hedged assertion is half a disc; content that is itself negated is said to be."""
    shape, word = _SHAPES[Stance(stance)]
    hedged = certainty != Certainty.CERTAIN
    if hedged and stance == Stance.ASSERTS:
        shape = "◐"
    asides = (*((str(certainty),) if hedged else ()), *(("negated",) if polarity == Polarity.MINUS else ()))
    return Mark(shape, word, _tone(Stance(stance), Polarity(polarity)), ", ".join(asides) or None)


def _tone(stance: Stance, polarity: Polarity) -> str:
    if stance is Stance.NOT_CONFIRMED:
        return UNCONFIRMED
    return {Position.AFFIRMS: AFFIRMS, Position.REJECTS: REJECTS, Position.OPEN: OPEN}[position_of(stance, polarity)]
