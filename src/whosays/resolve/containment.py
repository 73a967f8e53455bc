"""Which name is said to hold which: "Paris, Texas", "Bakhmut, in the Donetsk region", "Alexandria (La.)", "Georgia's Rustavi"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.model import Sentence
from whosays.resolve.gazetteer import Kind, Place
from whosays.resolve.toponyms import Toponym

_BETWEEN = frozenset("the in of province region state district county's southern northern eastern western central north south east west".split())
_LONGEST = 5


def holders(sentences: Sequence[Sentence], toponyms: Sequence[Toponym]) -> Mapping[int, frozenset[str]]:
    """For each toponym (by its place in the sequence) that is said to lie in others, the keys of those."""
    by_index = {s.index: s for s in sentences}
    found: dict[int, set[str]] = {}
    for n in range(len(toponyms) - 1):
        inner, outer = toponyms[n], toponyms[n + 1]
        if inner.sentence != outer.sentence:
            continue
        joint = [t.text.lower() for t in by_index[inner.sentence].tokens[inner.last + 1 : outer.first]]
        if _joins(joint) and any(p.kind <= Kind.ADM2 for p in outer.places) and not _peers(inner, outer):
            found.setdefault(n, set()).add(outer.key)
        elif joint == ["'s"] and any(p.kind <= Kind.ADM2 for p in inner.places):
            found.setdefault(n + 1, set()).add(inner.key)
    for n in sorted(found, reverse=True):  # what holds the holder holds the held
        if n + 1 in found and toponyms[n + 1].key in found[n]:
            found[n] |= found[n + 1]
    return {n: frozenset(keys) for n, keys in found.items()}


def _peers(inner: Toponym, outer: Toponym) -> bool:
    """Whether the two are rather members of a list: two countries, or two large divisions of one country ("Ohio, Nevada and Oregon")."""
    large = {(p.kind, p.country if p.kind is Kind.ADM1 else "") for p in inner.places if p.kind is Kind.COUNTRY or _large(p)}
    return outer.span.end - outer.span.start > 4 and any((p.kind, p.country if p.kind is Kind.ADM1 else "") in large for p in outer.places)


def _large(place: Place) -> bool:
    return place.kind is Kind.ADM1 and place.population > 300_000 and place.grade == 0


def _joins(joint: Sequence[str]) -> bool:
    """Whether the words between two names say that the second holds the first."""
    if not joint or len(joint) > _LONGEST:
        return False
    if joint[0] in (",", "(") or joint[0] == "in" or (len(joint) > 1 and joint[1] in (",", "in")):
        return all(w in _BETWEEN or w in (",", "(") for w in joint[1:]) or joint == [","]
    return False
