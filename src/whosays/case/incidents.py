"""A case -> its incidents on a day: which of its documents tell of the same thing that happened."""

from __future__ import annotations

from collections import defaultdict

from whosays.findings import Balance, Incident, Posting, Shelf
from whosays.lexicon.incidents import load_incidents
from whosays.link.incidents import incidents as grouped
from whosays.link.profile import profile
from whosays.store.store import Reads


def incidents(case: Reads, balance: Balance) -> tuple[Incident, ...]:
    """Each current document of the balance in one incident. What a name weighs depends on the documents known on that day."""
    claims: dict[str, list[Posting]] = defaultdict(list)
    for posting in balance.postings:
        claims[posting.document].append(posting)
    current = [d for d in balance.documents if d.shelf is Shelf.CURRENT]
    texts = case.texts([d.id for d in current])
    profiles = [profile(d.id, texts.get(d.id, ""), claims[d.id], d.published, d.title) for d in current]
    return grouped(profiles, load_incidents())
