"""Links -> groups: average linkage, strongest first, the same in any order. Sums are of whole numbers, so they are exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

JOINED = 0.35
"""Mean score of all pairs between two groups from which they are one. Chosen on the development data (docs/measures/case.md)."""
UNIT = 10_000
"""Scores are counted in ten-thousandths."""

Pair = tuple[str, str]
Scored = tuple[str, str, float]


def cluster(
    ids: Iterable[str],
    scores: Iterable[Scored],
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    *,
    joined: float = JOINED,
) -> tuple[tuple[str, ...], ...]:
    """The ids in groups, each group in order. `scores` hold each pair of ids once; what has none is 0.

    Two groups are one from a mean score of `joined` on.
    """
    least = _ten_thousandths(joined)
    order = sorted(ids)
    number = {id_: n for n, id_ in enumerate(order)}
    scored = [(number[a], number[b], _ten_thousandths(s)) for a, b, s in scores]
    musts = [(number[a], number[b]) for a, b in same]
    components = list(_components(len(order), [*((a, b) for a, b, s in scored if s >= least), *musts]))
    where = [0] * len(order)
    for i, members in enumerate(components):
        for n in members:
            where[n] = i
    inside: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for a, b, score in scored:
        if where[a] == where[b]:
            inside[where[a]][a, b] = score
    apart = [(number[a], number[b]) for a, b in different]
    parted = {where[a] for a, b in apart if where[a] == where[b]}
    found: list[tuple[str, ...]] = []
    for i, members in enumerate(components):
        whole = i not in parted and _is_whole(len(members), inside.get(i, {}), least)
        groups = [members] if whole else _merge(members, inside[i], musts, apart, least)
        found.extend(tuple(order[n] for n in group) for group in groups)
    return tuple(found)


def _ten_thousandths(score: float) -> int:
    return int(score * UNIT + 0.5)


def _is_whole(size: int, scores: Mapping[tuple[int, int], int], least: int) -> bool:
    """Whether every pair reaches the level by itself: then every mean does, and there is nothing to weigh."""
    return len(scores) == size * (size - 1) // 2 and min(scores.values(), default=least) >= least


def _components(size: int, edges: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """The numbers that edges connect, each list in order."""
    parent = list(range(size))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in edges:
        ra, rb = root(a), root(b)
        if ra != rb:
            parent[max(ra, rb)] = min(ra, rb)
    groups: dict[int, list[int]] = defaultdict(list)
    for n in range(size):
        groups[root(n)].append(n)
    return iter(groups.values())


def _merge(
    members: Sequence[int],
    scores: Mapping[tuple[int, int], int],
    musts: Iterable[tuple[int, int]],
    apart: Iterable[tuple[int, int]],
    least: int,
) -> list[list[int]]:
    groups = _Groups(members, scores, apart, least)
    inside = set(members)
    for a, b in musts:
        if a in inside and b in inside:
            groups.join(a, b)
    groups.run()
    return [sorted(group) for group in groups.members.values()]


class _Groups:
    """The groups of one component, named by their smallest member, and the sums of scores between them."""

    def __init__(
        self,
        members: Sequence[int],
        scores: Mapping[tuple[int, int], int],
        apart: Iterable[tuple[int, int]],
        least: int,
    ) -> None:
        self.least = least
        self.members = {n: [n] for n in members}
        self.of = {n: n for n in members}
        self.sums: dict[int, dict[int, int]] = {n: {} for n in members}
        self.apart: dict[int, set[int]] = {n: set() for n in members}
        for (a, b), score in scores.items():
            self.sums[a][b] = self.sums[b][a] = score
        for a, b in apart:
            if a in self.apart and b in self.apart:
                self.apart[a].add(b)
                self.apart[b].add(a)

    def run(self) -> None:
        """Joins the two groups of the highest mean until none reaches the level; of equals, those of the smallest numbers."""
        heap = [entry for a in self.sums for b in self.sums[a] if a < b and (entry := self._entry(a, b))]
        heapify(heap)
        while heap:
            _, a, b, sizes = heappop(heap)
            if a not in self.members or b not in self.members or sizes != self._sizes(a, b):
                continue
            into = self.join(a, b)
            for other in self.sums[into]:
                entry = self._entry(*sorted((into, other)))
                if entry:
                    heappush(heap, entry)

    def join(self, a: int, b: int) -> int:
        """Makes the groups that hold the two one; its name."""
        into, gone = sorted((self.of[a], self.of[b]))
        if into == gone:
            return into
        self.members[into] += self.members[gone]
        for n in self.members.pop(gone):
            self.of[n] = into
        for other, total in self.sums.pop(gone).items():
            del self.sums[other][gone]
            if other != into:
                both = self.sums[into].get(other, 0) + total
                self.sums[into][other] = self.sums[other][into] = both
        for other in self.apart.pop(gone):
            self.apart[other].discard(gone)
            if other != into:
                self.apart[other].add(into)
                self.apart[into].add(other)
        return into

    def _entry(self, a: int, b: int) -> tuple[float, int, int, tuple[int, int]] | None:
        sizes = self._sizes(a, b)
        mean = self.sums[a][b] / (sizes[0] * sizes[1])
        return (-mean, a, b, sizes) if mean >= self.least and b not in self.apart[a] else None

    def _sizes(self, a: int, b: int) -> tuple[int, int]:
        return len(self.members[a]), len(self.members[b])
