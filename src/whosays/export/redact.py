"""Claims, and the persons named in their texts -> a mask over private persons; `export.private` has the rule of who is one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from whosays.export.private import parts as parts_of
from whosays.export.private import private
from whosays.findings import Posting

_HOST = re.compile(r"^(\w+://[^/?#]+)[/?#].*$", re.DOTALL)

Mask = Callable[[str], str]


def redact(postings: Sequence[Posting], named: Iterable[str], offices: Collection[str]) -> Mask:
    """Text -> the same with each private person as "[person N]", the same N for a person wherever they are named.

    `named` are the names of persons found in the documents' texts, in the order of the documents; `offices` the names of
    known office holders, in any case of letters. Of an address only the host is left: its path may hold a name.
    """
    found = private(postings, named, offices)
    labels = _labels(found.names, found.kept)
    if not labels:
        return _hosted
    longest = sorted(labels, key=lambda w: (-len(w), w))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)

    def masked(match: re.Match[str]) -> str:
        """A name has a capital: "hill" is none because somebody is called Hill."""
        return labels.get(match[0].casefold(), "[person]") if any(c.isupper() for c in match[0]) else match[0]

    return lambda text: pattern.sub(masked, _hosted(text))


def _labels(names: Sequence[str], kept: Collection[str]) -> dict[str, str]:
    """What stands for each name, and for each part of one that is nobody else's in office.

    A shorter name is the person of the longer one that has all its parts, where there is just one such.
    """
    first = {name: n for n, name in enumerate(names)}
    parts = {name: frozenset(p.casefold() for p in parts_of(name)) for name in names}
    holding: dict[str, set[str]] = defaultdict(set)
    whose: dict[str, int] = {}
    for name in sorted(names, key=lambda n: (-len(parts[n]), first[n])):
        longer = set.intersection(*(holding[p] for p in parts[name])) if parts[name] else set()
        persons = {whose[other] for other in longer}
        whose[name] = persons.pop() if len(persons) == 1 else first[name]
        for part in parts[name]:
            holding[part].add(name)
    order = {n: i for i, n in enumerate(sorted(set(whose.values())), 1)}
    labels = {name.casefold(): f"[person {order[n]}]" for name, n in whose.items()}
    for part, bearers in holding.items():
        if part not in kept and part not in labels:
            persons = {order[whose[name]] for name in bearers}
            labels[part] = f"[person {persons.pop()}]" if len(persons) == 1 else "[person]"
    return labels


def _hosted(text: str) -> str:
    return _HOST.sub(r"\1", text)
