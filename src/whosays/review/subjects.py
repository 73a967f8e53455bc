"""What a decision is about, named by the source text and by nothing that the engine may come to read otherwise.

A subject holds hashes alone, so that it can stay when the words have to go.
"""

from __future__ import annotations

import hashlib
import json

from whosays.findings import Holder, Posting

CLAIM, PARTY = "claim", "party"
LENGTH = 20


def subject(posting: Posting) -> str:
    """The claim: its document, and the words of its source and of its content.

    Two claims of a document with the same words have one subject: what is decided of the one holds of the other.
    """
    return f"{CLAIM}:{posting.document}:{_hash(posting.source.text, posting.text)}"


def party(holder: Holder) -> str:
    """The party, wherever it is named so (see `Holder.key`)."""
    return f"{PARTY}:{_hash(holder.key)}"


def reading(posting: Posting) -> str:
    """What the machine read of the claim, hashed: an entry that accepts or rejects a reading is about this one alone."""
    parties = (posting.source, posting.actor, posting.recipient)
    return _hash(
        posting.stance,
        posting.certainty,
        posting.polarity,
        posting.type,
        posting.status,
        [p and (p.name, p.code) for p in parties],
        posting.place and (posting.place.name, posting.place.geonameid),
        [d and d.isoformat() for d in (posting.start, posting.end, posting.reported)],
        [(c.low, c.best, c.high, c.unit, c.kinds) for c in posting.counts],
    )


def document_of(subject_: str) -> str | None:
    """The document that a claim's subject belongs to; None for another subject."""
    kind, _, rest = subject_.partition(":")
    return rest.partition(":")[0] if kind == CLAIM else None


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:LENGTH]
