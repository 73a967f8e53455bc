"""Claims, and the persons named in their texts -> a mask over private persons.

**Who keeps a name.** A person who holds public office: one of the shipped list, or one who speaks (as a source or relay) in
an office of state, of a party, of a body of states, of a court, a parliament, a service or a command. **Who does not.**
Everybody else that is named: who was killed, hurt, held, missing or displaced, witnesses, relatives, minors, soldiers of
the ranks, experts, reporters. A soldier is of the ranks unless their own words give a command or a spokesman's office. Who is said to be
captive, hurt, a witness or a child keeps no name, whatever their office. Where it can't be told, the name goes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

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
_HOST = re.compile(r"^(\w+://[^/?#]+)[/?#].*$", re.DOTALL)
_PERSON_KINDS = (SourceKind.PERSON,)

Mask = Callable[[str], str]


def redact(postings: Sequence[Posting], named: Iterable[str], offices: Collection[str]) -> Mask:
    """Text -> the same with each private person as "[person N]", the same N for a person wherever they are named.

    `named` are the names of persons found in the documents' texts, in the order of the documents; `offices` the names of
    known office holders, in any case of letters. Of an address only the host is left: its path may hold a name.
    """
    known = {name.casefold() for name in offices}
    public = frozenset(_public(postings, known))
    private = _private(postings, named, known, public)
    lone = {part for name in public for part in _parts(name)} | known
    labels = _labels(private, lone)
    if not labels:
        return _hosted
    longest = sorted(labels, key=lambda w: (-len(w), w))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)

    def masked(match: re.Match[str]) -> str:
        """A name has a capital: "hill" is none because somebody is called Hill."""
        return labels.get(match[0].casefold(), "[person]") if any(c.isupper() for c in match[0]) else match[0]

    return lambda text: pattern.sub(masked, _hosted(text))


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
    parts = {part.casefold() for name in (*public, *known) for part in _parts(name)}
    return [
        name
        for name in dict.fromkeys((*read, *named))
        if name.casefold() not in known
        and name not in public
        and any(c.isupper() for c in name)
        and not (_parts(name) and all(part.casefold() in parts for part in _parts(name)))
    ]


def _labels(private: Sequence[str], lone: Collection[str]) -> dict[str, str]:
    """What stands for each name, and for each part of one that is nobody else's in office.

    A shorter name is the person of the longer one that has all its parts, where there is just one such.
    """
    first = {name: n for n, name in enumerate(private)}
    parts = {name: frozenset(p.casefold() for p in _parts(name)) for name in private}
    holding: dict[str, set[str]] = defaultdict(set)
    whose: dict[str, int] = {}
    for name in sorted(private, key=lambda n: (-len(parts[n]), first[n])):
        longer = set.intersection(*(holding[p] for p in parts[name])) if parts[name] else set()
        persons = {whose[other] for other in longer}
        whose[name] = persons.pop() if len(persons) == 1 else first[name]
        for part in parts[name]:
            holding[part].add(name)
    order = {n: i for i, n in enumerate(sorted(set(whose.values())), 1)}
    labels = {name.casefold(): f"[person {order[n]}]" for name, n in whose.items()}
    office = {part.casefold() for part in lone}
    for part, names in holding.items():
        if part not in office and part not in labels:
            persons = {order[whose[name]] for name in names}
            labels[part] = f"[person {persons.pop()}]" if len(persons) == 1 else "[person]"
    return labels


def _parts(name: str) -> list[str]:
    return [w for w in _WORD.findall(name) if len(w) >= LEAST and w[0].isupper()]


def _hosted(text: str) -> str:
    return _HOST.sub(r"\1", text)
