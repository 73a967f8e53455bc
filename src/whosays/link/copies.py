"""Near copies -> groups of documents that are one text, in one origin each; every other document stands alone.

Whoever repeats a text adds no testimony to it: copies are counted once, however many print them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from whosays.findings import Held, Near, Origin, OriginKind
from whosays.link.ids import derived


def copies(documents: Sequence[Held], nears: Iterable[Near]) -> tuple[Origin, ...]:
    """Each document in one origin, the earliest of each first. `nears` with documents that are not given are passed over."""
    by_id = {d.id: d for d in documents}
    parent = {d.id: d.id for d in documents}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = id_ = parent[parent[id_]]
        return id_

    share: dict[str, float] = {}
    for near in nears:
        if near.left in by_id and near.right in by_id:
            a, b = sorted((root(near.left), root(near.right)))
            parent[b] = a
            for id_ in (near.left, near.right):
                share[id_] = max(share.get(id_, 0.0), near.share)
    groups: dict[str, list[Held]] = defaultdict(list)
    for document in sorted(documents, key=_age):
        groups[root(document.id)].append(document)
    return tuple(_origin(group, share) for group in groups.values())


def _age(document: Held) -> tuple[date, str, int, str]:
    return document.published or date.max, document.key, document.version, document.id


def _origin(group: Sequence[Held], share: dict[str, float]) -> Origin:
    id_ = derived("origin", group[0].id)
    ids = tuple(d.id for d in group)
    if len(group) == 1:
        return Origin(id_, ids, OriginKind.SINGLE, "no other document repeats it")
    others = ", ".join(f"{d.key} ({share[d.id]:.0%})" for d in group[1:])
    return Origin(id_, ids, OriginKind.COPY, f"the same text as {group[0].key}: {others}")
