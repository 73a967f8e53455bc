"""What `add` needs of linking: what a document brings along is made before it is entered, its links as it is entered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from whosays.findings import Feature, Link, Near, Posting, Signature
from whosays.store.store import Reads


class Linker(Protocol):
    """``features`` and ``signature`` depend on the document alone; ``links`` and ``nears`` also on what is in the case."""

    def features(self, postings: Sequence[Posting]) -> tuple[Feature, ...]: ...

    def signature(self, document: str, text: str, title: str | None = None) -> Signature | None: ...

    def links(self, postings: Sequence[Posting], features: Sequence[Feature], case: Reads) -> tuple[Link, ...]: ...

    def nears(self, signature: Signature, case: Reads) -> tuple[Near, ...]: ...


class Unlinked:
    """Links nothing: for a case whose claims are only kept."""

    def features(self, postings: Sequence[Posting]) -> tuple[Feature, ...]:
        return ()

    def signature(self, document: str, text: str, title: str | None = None) -> Signature | None:
        return None

    def links(self, postings: Sequence[Posting], features: Sequence[Feature], case: Reads) -> tuple[Link, ...]:
        return ()

    def nears(self, signature: Signature, case: Reads) -> tuple[Near, ...]:
        return ()
