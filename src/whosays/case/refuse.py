"""A document and a case -> why it is not to be entered, if anything."""

from __future__ import annotations

from whosays.findings import Held
from whosays.store.store import Reads


def refuse(case: Reads, document: Held, again: bool = False) -> str | None:
    """Why in a few words; None where it is new. The document's `version` and `claims` are not looked at.

    The same bytes count once, whatever the path they come from. The same words from another publisher or another
    address are a reprint: a document of its own. What was removed stays out, unless `again`.
    """
    same = case.same_bytes(document.sha256)
    if case.document(document.id) and not same:
        return "already in the case"
    for other in same:
        if other.id == document.id or other.article == document.article or _one_outlet(other, document):
            return _already(other, document)
    removed = next((t for t in case.tombstones() if document.sha256 == t.sha256 or document.id == t.document), None)
    if removed and not again:
        return f"removed from the case on {removed.removed:%Y-%m-%d} by {removed.who} ({removed.why}); kept out"
    return None


def _one_outlet(a: Held, b: Held) -> bool:
    return (a.publisher, a.url) == (b.publisher, b.url)


def _already(there: Held, given: Held) -> str:
    named = f" as {there.key}" if there.key != given.key else ""
    stated = [(name, getattr(there, name), getattr(given, name)) for name in ("published", "publisher", "title", "url")]
    other = [f"{name} {was or 'not stated'}" for name, was, is_ in stated if was != is_]
    if not other:
        return f"already in the case{named}"
    return f"already in the case{named}, with {', '.join(other)}; to change that, remove it there and add it anew"
