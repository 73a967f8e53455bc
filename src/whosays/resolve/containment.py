"""How names stand to each other: which is said to hold which ("Paris, Texas"), which stand in one list ("Ohio and Utah")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whosays.lexicon.placenames import wordset
from whosays.model import Sentence
from whosays.resolve.gazetteer import Kind, Place
from whosays.resolve.toponyms import Toponym

_BETWEEN = wordset(
    "the in of province region state district southern northern eastern western central north south east west"
)
_LONGEST = 5
METROPOLIS = 1_000_000
"""People in a town that a list may name without its country."""
_LISTED = (
    [","],
    ["and"],
    ["or"],
    [",", "and"],
    [",", "or"],
    ["&"],
    ["and", "in"],
    [",", "and", "in"],
    ["/"],
    ["as", "well", "as"],
)


@dataclass(frozen=True, slots=True)
class Links:
    """What is said of each toponym, by its place in the sequence.

    ``holders`` are the keys of the names said to hold it, ``peers`` its neighbours in a list (by their place in the
    sequence); ``holding`` are the keys of all names that are said to hold some other.
    """

    holders: Mapping[int, frozenset[str]]
    peers: Mapping[int, tuple[int, ...]]
    holding: frozenset[str]


def links(sentences: Sequence[Sentence], toponyms: Sequence[Toponym]) -> Links:
    """What the words between each name and the next say."""
    by_index = {s.index: s for s in sentences}
    held: dict[int, set[str]] = {}
    peers: dict[int, tuple[int, ...]] = {}
    for n in range(len(toponyms) - 1):
        inner, outer = toponyms[n], toponyms[n + 1]
        if inner.sentence != outer.sentence:
            continue
        joint = [t.text.lower() for t in by_index[inner.sentence].tokens[inner.last + 1 : outer.first]]
        listed = joint == [","] and _opens_list(by_index[inner.sentence], outer)
        if not listed and _joins(joint) and any(p.kind <= Kind.ADM2 for p in outer.places) and not _alike(inner, outer):
            held.setdefault(n, set()).add(outer.key)
        elif joint in _LISTED:
            peers[n], peers[n + 1] = (*peers.get(n, ()), n + 1), (*peers.get(n + 1, ()), n)
        elif joint == ["'s"] and any(p.kind <= Kind.ADM2 for p in inner.places):
            held.setdefault(n + 1, set()).add(inner.key)
    for n in sorted(held, reverse=True):  # what holds the holder holds the held
        if n + 1 in held and toponyms[n + 1].key in held[n]:
            held[n] |= held[n + 1]
    holders = {n: frozenset(keys) for n, keys in held.items()}
    return Links(holders, peers, frozenset(k for keys in holders.values() for k in keys))


def _joins(joint: Sequence[str]) -> bool:
    """Whether the words between two names say that the second holds the first."""
    if not joint or len(joint) > _LONGEST:
        return False
    if joint[0] in (",", "(") or joint[0] == "in" or (len(joint) > 1 and joint[1] in (",", "in")):
        return all(w in _BETWEEN or w in (",", "(") for w in joint[1:]) or joint == [","]
    return False


def _opens_list(sentence: Sentence, second: Toponym) -> bool:
    """Whether a name after a comma is a large town, and one more follows: "San Francisco, Los Angeles and New York"."""
    after = [t.text.lower() for t in sentence.tokens[second.last + 1 : second.last + 4]]
    more = after[:1] in (["and"], ["or"]) or after[:2] in ([",", "and"], [",", "or"])
    names = any(t.pos == "PROPN" for t in sentence.tokens[second.last + 2 : second.last + 4])
    if not more or not names or any(p.kind is Kind.COUNTRY or _large(p) for p in second.places):
        return False
    return any(p.kind is Kind.TOWN and p.population >= METROPOLIS for p in second.places)


def _alike(inner: Toponym, outer: Toponym) -> bool:
    """Whether the two are rather members of a list: two countries, or two large divisions of one country."""
    large = {_sort(p) for p in inner.places if p.kind is Kind.COUNTRY or _large(p)}
    return outer.span.end - outer.span.start > 4 and any(_sort(p) in large for p in outer.places)


def _sort(place: Place) -> tuple[Kind, str | None]:
    return place.kind, place.country if place.kind is Kind.ADM1 else None


def _large(place: Place) -> bool:
    return place.kind is Kind.ADM1 and place.population > 300_000 and place.grade == 0
