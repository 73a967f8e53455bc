"""The shipped linker: claims by meaning and parts, documents by what they repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from whosays.findings import Feature, Link, Near, Posting, Signature
from whosays.lexicon.linking import load_linking
from whosays.link.candidates import candidates
from whosays.link.embed import Embedder, NoEmbedder, load_embedder
from whosays.link.features import features
from whosays.link.links import links
from whosays.link.nears import nears
from whosays.link.signature import signature
from whosays.store.store import Reads


class Linking:
    """Implements `linker.Linker`. Without `model`, or where its weights are missing, claims are compared by their words.

    `notice` is told what is missing. Loaded at first use.
    """

    def __init__(self, model: bool = True, notice: Callable[[str], None] | None = None) -> None:
        self._model = model
        self._notice = notice

    @cached_property
    def _embed(self) -> Embedder | None:
        found = load_embedder() if self._model else NoEmbedder("not wanted")
        if isinstance(found, Embedder):
            return found
        if self._model and self._notice:
            self._notice(f"claims are linked by their words alone: {found.reason}")
        return None

    def features(self, postings: Sequence[Posting]) -> tuple[Feature, ...]:
        return features(postings, self._embed)

    def signature(self, document: str, text: str, title: str | None = None) -> Signature | None:
        return signature(document, text, title)

    def links(self, postings: Sequence[Posting], features: Sequence[Feature], case: Reads) -> tuple[Link, ...]:
        new = {p.id: p for p in postings}
        blocks = sorted({block for feature in features for block in feature.blocks})
        pairs = candidates(features, [f for f in case.in_blocks(blocks) if f.claim not in new])
        others = sorted({claim for p in pairs for claim in (p.left, p.right)} - new.keys())
        known = {p.id: p for p in case.several(others)}
        return links([p for p in pairs if _both(p.left, p.right, new, known)], {**known, **new}, load_linking())

    def nears(self, signature: Signature, case: Reads) -> tuple[Near, ...]:
        return nears(signature, case.signatures(signature.bands))


def _both(left: str, right: str, new: dict[str, Posting], known: dict[str, Posting]) -> bool:
    return all(claim in new or claim in known for claim in (left, right))
