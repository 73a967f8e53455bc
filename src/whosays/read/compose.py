"""Text and metadata -> Document, with the id that both of them hash to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date

from whosays.model import Dated, Document, Issue
from whosays.read.decode import clean
from whosays.read.found import Found
from whosays.read.input import LONGEST, Reading, Stated, Unread
from whosays.read.published import APART, Dating, published

ID_LENGTH = 20
"""Hexadecimal digits of an id: 80 bits, so that among ten million documents two alike are one chance in 10^10."""
NOTHING = Found()


def compose(
    text: str,
    key: str,
    stated: Stated,
    row: str | None = None,
    oddities: tuple[str, ...] = (),
    data: bytes | None = None,
    found: Found = NOTHING,
) -> Reading | Unread:
    """A document from its text and what is known of it. `data` are the bytes it was read from; without, the text in UTF-8.

    What is `stated` wins over what was `found` in the document; a date that is only assumed yields to both, and dates that
    contradict each other are issues.

    `row` is the id that a table gives the document; it counts as metadata, the path does not: a file keeps its id when
    it is moved. Text without a letter or digit, or longer than `LONGEST`, is an `Unread`.
    """
    cleaned = clean(text, oddities=oddities)
    if not text.strip("\ufeff\x00 \t\r\n\f\v\u00a0"):
        return Unread(key, "empty: there is no text to read", whole=row is None)
    if len(text) > LONGEST:
        return Unread(
            key,
            f"too long: {len(text):,} characters, and one document may have {LONGEST:,}; cut it into its articles",
            whole=row is None,
        )
    dated = _dated(stated, found.dates)
    document = Document(
        id="",
        key=clean(key).text,
        text=cleaned.text,
        title=_words(stated.title or found.title),
        publisher=_words(stated.publisher or found.publisher),
        published=dated.day,
        dated=dated.dated,
        url=_words(stated.url or found.url),
        language=_words(stated.language),
        author=_words(found.author),
        moment=dated.moment,
        date_words=_words(dated.words),
        origin=found.origin,
    )
    document = replace(document, id=_id(document, row))
    said = dict.fromkeys((*cleaned.oddities, *dated.contradictions))
    issues = tuple(Issue("read", document.key, None, clean(oddity).text) for oddity in said)
    return Reading(document, issues, hashlib.sha256(document.text.encode() if data is None else data).hexdigest())


@dataclass(frozen=True, slots=True)
class _Date:
    """The day that the document goes by, where it comes from, and what contradicts it."""

    day: date | None
    dated: Dated
    moment: str | None = None
    words: str | None = None
    contradictions: tuple[str, ...] = ()


def _dated(stated: Stated, dates: tuple[Dating, ...]) -> _Date:
    own = published(dates)
    if stated.published:
        other = own.dating and abs(own.dating.at.day - stated.published) > APART and own.dating
        said = (
            f"dated {stated.published} as stated, but {other.at.day} by {other.dated} ({other.at.words})"
            if other
            else ""
        )
        return _Date(stated.published, Dated.GIVEN, contradictions=(said,) if said else ())
    if own.dating:
        at = own.dating.at
        return _Date(at.day, own.dating.dated, at.moment, at.words, own.contradictions)
    return _Date(stated.assumed, Dated.ASSUMED) if stated.assumed else _Date(None, Dated.UNKNOWN)


def _words(value: str | None) -> str | None:
    """A metadata field without surrounding space; None where nothing is left."""
    return (clean(value).text.strip() or None) if value else None


def _id(document: Document, row: str | None) -> str:
    known = (
        document.text,
        document.title,
        document.publisher,
        document.published and document.published.isoformat(),
        document.dated,
        document.url,
        document.language,
        row,
    )
    return hashlib.sha256(json.dumps(known, ensure_ascii=True).encode()).hexdigest()[:ID_LENGTH]
