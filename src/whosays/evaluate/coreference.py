"""How well groups match gold groups: MUC, B-cubed and CEAF-e, and their mean, the CoNLL score.

MUC (Vilain et al. 1995) counts links, B-cubed (Bagga and Baldwin 1998) looks at each mention's group, CEAF-e (Luo 2005) aligns groups
one to one by their overlap. Groups of one count.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Groups = Sequence[Collection[T]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return (
            2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0
        )


def shared(gold: Collection[T], found: Collection[T]) -> Score:
    """How many of what was found are gold, and the reverse: 0 where there is nothing."""
    right = len(set(gold) & set(found))
    return Score(right / len(found) if found else 0.0, right / len(gold) if gold else 0.0)


def muc(gold: Groups[T], found: Groups[T]) -> Score:
    """By links: how many of the links of the one the other keeps, for recall and precision in turn (Vilain et al. 1995)."""
    return Score(_links(found, gold), _links(gold, found))


def _links(groups: Groups[T], others: Groups[T]) -> float:
    """The share of the groups' links that the others keep."""
    of = {m: i for i, group in enumerate(others) for m in group}
    kept = sum(len(g) - len({of[m] for m in g}) for g in groups)
    links = sum(len(g) - 1 for g in groups)
    return kept / links if links else 0.0


def b_cubed(gold: Groups[T], found: Groups[T]) -> Score:
    """By mentions: the mean share of a mention's group that is also in its group of the other (Bagga and Baldwin 1998)."""
    return Score(_purity(found, gold), _purity(gold, found))


def _purity(groups: Groups[T], others: Groups[T]) -> float:
    of = {m: i for i, group in enumerate(others) for m in group}
    total, n = 0.0, 0
    for group in groups:
        shared: dict[int, int] = {}
        for m in group:
            shared[of[m]] = shared.get(of[m], 0) + 1
        total += sum(k * k for k in shared.values()) / len(group)
        n += len(group)
    return total / n if n else 0.0


def ceaf_e(gold: Groups[T], found: Groups[T]) -> Score:
    """Each group is aligned with at most one other so that the sum of their likeness, 2 |shared| / (|a| + |b|), is largest."""
    of = {m: i for i, group in enumerate(found) for m in group}
    likeness: dict[tuple[int, int], float] = {}
    for i, group in enumerate(gold):
        for j in {of[m] for m in group}:
            shared = sum(of[m] == j for m in group)
            likeness[i, j] = 2 * shared / (len(group) + len(found[j]))
    total = sum(_best(component) for component in _components(likeness))
    return Score(total / len(found) if found else 0.0, total / len(gold) if gold else 0.0)


def conll(gold: Groups[T], found: Groups[T]) -> float:
    """The mean of the three F1 scores."""
    return sum(score(gold, found).f1 for score in (muc, b_cubed, ceaf_e)) / 3


def _components(likeness: Mapping[tuple[int, int], float]) -> Iterator[dict[tuple[int, int], float]]:
    """The pairs in parts that share no group: each can be aligned alone."""
    rows: dict[int, set[int]] = {}
    columns: dict[int, set[int]] = {}
    for i, j in likeness:
        rows.setdefault(i, set()).add(j)
        columns.setdefault(j, set()).add(i)
    left = set(rows)
    while left:
        open_, inside = [left.pop()], set[int]()
        while open_:
            i = open_.pop()
            inside.add(i)
            more = {k for j in rows[i] for k in columns[j]} & left
            left -= more
            open_ += more
        yield {(i, j): likeness[i, j] for i in inside for j in rows[i]}


def _best(likeness: Mapping[tuple[int, int], float]) -> float:
    """The largest sum over one-to-one alignments: the Hungarian method (Kuhn 1955) by shortest augmenting paths."""
    left, right = sorted({i for i, _ in likeness}), sorted({j for _, j in likeness})
    if len(left) > len(right):
        likeness, left, right = {(j, i): v for (i, j), v in likeness.items()}, right, left
    cost = [[-likeness.get((i, j), 0.0) for j in right] for i in left]
    n, m = len(left), len(right)
    u, v, match = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0], j = i, 0
        least, way, used = [float("inf")] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while match[j]:
            used[j] = True
            row, delta, after = match[j], float("inf"), 0
            for k in range(1, m + 1):
                if not used[k]:
                    reduced = cost[row - 1][k - 1] - u[row] - v[k]
                    if reduced < least[k]:
                        least[k], way[k] = reduced, j
                    if least[k] < delta:
                        delta, after = least[k], k
            for k in range(m + 1):
                if used[k]:
                    u[match[k]] += delta
                    v[k] -= delta
                else:
                    least[k] -= delta
            j = after
        while j:
            match[j], j = match[way[j]], way[j]
    return -sum(cost[match[k] - 1][k - 1] for k in range(1, m + 1) if match[k])
