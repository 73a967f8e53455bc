"""Claims, and the persons named in their texts -> who of them is a private person: those whose names are masked.

**Who keeps a name.** A person who holds public office: one of the shipped list, or one who speaks (as a source or relay) in
an office of state, of a party, of a body of states, of a court, a parliament, a service or a command. **Who does not.**
Everybody else that is named: who was killed, hurt, held, missing or displaced, witnesses, relatives, minors, soldiers of
the ranks, experts, reporters. A soldier is of the ranks unless their own words give a command or a spokesman's office. Who is said to be
captive, hurt, a witness or a child keeps no name, whatever their office. Where it can't be told, the name goes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from whosays.findings import Holder, Posting
from whosays.model import SourceKind

LEAST = 3
"""Letters of a part of a name that is masked by itself: a family name is, "de" is not."""

_OFFICES = frozenset({"GOV", "LEG", "JUD", "SPY", "COP", "PTY", "IGO"})
_ARMED = frozenset({"MIL", "REB", "OPP"})
_COMMAND = re.compile(
    r"\b(?:chief|command\w*|general|admiral|marshal|minister|secretary|leader|president|governor|head|deputy"
    r"|spokes\w+|speaker|envoy|adviser|advisor)\b",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\b(?:captur\w+|captive\w*|prisoners?|pows?|detain\w+|hostages?|arrest\w*|wounded|injured|hurt|killed|dead|slain|missing"
    r"|abducted|kidnapped|displaced|refugees?|survivors?|victims?|witness\w*|residents?|villagers?|relatives?|father|mother"
    r"|widow\w*|son|daughter|brother|sister|boy|girl|child|children|teenage\w*|pupil|baby|infant|toddler|\d+[- ]year[- ]old"
    r"|aged \d+|pensioner|surrendered|conscripts?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PERSON_KINDS = (SourceKind.PERSON,)


@dataclass(frozen=True, slots=True)
class Private:
    """``names`` are those of private persons, in the order in which they first come up; ``kept`` holds the parts of names of
    who holds an office, and known names whole, in small letters: a part that is an office holder's as well is not masked alone.
    """

    names: tuple[str, ...]
    kept: frozenset[str]


def private(postings: Sequence[Posting], named: Iterable[str], offices: Collection[str]) -> Private:
    """`named` are the names of persons found in the documents' texts, in the order of the documents; `offices` the names of
    known office holders, in any case of letters.
    """
    known = {name.casefold() for name in offices}
    public = frozenset(_public(postings, known))
    kept = {part.casefold() for name in public for part in parts(name)} | known
    return Private(tuple(_private(postings, named, known, public)), frozenset(kept))


def parts(name: str) -> list[str]:
    """The parts of a name that tell of whom it is by themselves."""
    return [w for w in _WORD.findall(name) if len(w) >= LEAST and w[0].isupper()]


def _public(postings: Sequence[Posting], known: Collection[str]) -> set[str]:
    """The names of who holds an office, as far as the claims tell."""
    holders = {h for p in postings for h in (p.source, *p.via, p.actor, p.recipient) if h and h.name}
    speaking = {h for p in postings for h in (p.source, *p.via)}
    harmed = {h.name for h in holders if h.text and _HARMED.search(h.text)}
    in_office = {h.name for h in holders if h.name and (h.name.casefold() in known or (h in speaking and _office(h)))}
    return {name for name in in_office if name and (name not in harmed or name.casefold() in known)}


def _office(holder: Holder) -> bool:
    sectors = set((holder.code or "").split(" "))
    if sectors & _OFFICES:
        return True
    return bool(sectors & _ARMED) and bool(_COMMAND.search(holder.text or ""))


def _private(
    postings: Sequence[Posting], named: Iterable[str], known: Collection[str], public: Collection[str]
) -> list[str]:
    """The names of private persons, in the order in which they first come up."""
    read = (
        h.name
        for p in postings
        for h in (p.source, *p.via, p.actor, p.recipient)
        if h and h.name and h.kind in _PERSON_KINDS
    )
    held = {part.casefold() for name in (*public, *known) for part in parts(name)}
    return [
        name
        for name in dict.fromkeys((*read, *named))
        if name.casefold() not in known
        and name not in public
        and any(c.isupper() for c in name)
        and not (parts(name) and all(part.casefold() in held for part in parts(name)))
    ]
