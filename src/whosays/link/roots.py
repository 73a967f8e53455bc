"""The claims of one proposition -> the independent origins they come from, and why they are so many and no more.

Documents are one origin where they are copies, where they have it through the same medium ("X told Reuters" in five outlets
is one), where one has it through the other's publisher, and where one publisher tells it again from the same source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from whosays.findings import Held, Origin, OriginKind, Posting
from whosays.link.ids import derived
from whosays.model import SourceKind

Why = tuple[OriginKind, str]
_OWN = "its own word"


def roots(claims: Sequence[Posting], documents: Mapping[str, Held], copied: Mapping[str, str]) -> tuple[Origin, ...]:
    """The origins of `claims` (in the order they were said), by their first claim.

    `documents` are by id; `copied` names the copies' group of each document, the same for all copies of one text.
    """
    by_document: dict[str, list[Posting]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    if len(by_document) == 1:
        (only,) = by_document
        return (_single(only, by_document[only]),)
    groups: dict[str, str] = {document: document for document in by_document}
    reasons: dict[str, Why] = {}
    rank = {document: n for n, document in enumerate(by_document)}
    for members, why in _shared(by_document, documents, copied):
        heads = {_head(groups, m) for m in members}
        into = min(heads, key=rank.__getitem__)
        for head in heads - {into}:
            groups[head] = into
            reasons[head] = why
    found: dict[str, list[str]] = defaultdict(list)
    for document in by_document:
        found[_head(groups, document)].append(document)
    return tuple(_origin(members, by_document, reasons) for members in found.values())


def _head(groups: Mapping[str, str], document: str) -> str:
    while groups[document] != document:
        document = groups[document]
    return document


def _shared(
    by_document: Mapping[str, Sequence[Posting]], documents: Mapping[str, Held], copied: Mapping[str, str]
) -> Iterator[tuple[list[str], Why]]:
    """What two or more documents share that makes them one origin, with its kind and why."""
    texts: dict[str, list[str]] = defaultdict(list)
    channels: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for document, claims in by_document.items():
        texts[copied.get(document, document)].append(document)
        publisher = _name(documents[document].publisher if document in documents else None)
        for claim in claims:
            for channel, source, relayed in _channels(claim, publisher):
                channels[channel, source][document] = relayed or channels[channel, source].get(document, False)
    for members in texts.values():
        if len(members) > 1:
            yield members, (OriginKind.COPY, "copies of one text")
    for (channel, _), told in channels.items():
        if len(told) > 1:
            why = f"through {channel}" if any(told.values()) else f"told again by {channel} from the same source"
            yield list(told), (OriginKind.CITATION, why)


def _channels(claim: Posting, publisher: str) -> Iterator[tuple[str, str, bool]]:
    """Who tells it, from which source, and whether another tells it on: its publisher, those it has it through, a medium it cites."""
    source = claim.source
    own = source.kind in (SourceKind.PUBLISHER, SourceKind.MEDIUM)
    said = _OWN if own else source.key
    if publisher and source.kind is not SourceKind.MEDIUM:
        yield publisher, said, False
    if source.kind is SourceKind.MEDIUM:
        yield _name(source.name or source.text), _OWN, True
    for relay in claim.via:
        yield _name(relay.name or relay.text), said, True


def _name(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ").strip()


def _single(document: str, claims: Sequence[Posting]) -> Origin:
    return Origin(derived("origin", document), (document,), OriginKind.SINGLE, _rests_on(claims))


def _origin(members: Sequence[str], by_document: Mapping[str, Sequence[Posting]], reasons: Mapping[str, Why]) -> Origin:
    if len(members) == 1:
        return _single(members[0], by_document[members[0]])
    whys = dict.fromkeys(reasons[m] for m in members if m in reasons)
    kind = OriginKind.COPY if any(k is OriginKind.COPY for k, _ in whys) else OriginKind.CITATION
    rests = _rests_on([c for m in members for c in by_document[m]])
    return Origin(derived("origin", members[0]), tuple(members), kind, "; ".join([*(w for _, w in whys), rests]))


def _rests_on(claims: Sequence[Posting]) -> str:
    """What the documents themselves give as the ground of it: a source, or their own word alone."""
    named = [c.source.name or c.source.text or "?" for c in claims if c.source.kind is not SourceKind.PUBLISHER]
    if not named:
        return f"{claims[0].source.name or 'the publisher'}'s own word; no source is named"
    return f"rests on {', '.join(dict.fromkeys(named))}"
