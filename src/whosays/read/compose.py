"""Text and metadata -> Document, with the id that both of them hash to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from whosays.model import Dated, Document, Issue
from whosays.read.decode import clean
from whosays.read.input import LONGEST, Reading, Stated, Unread

ID_LENGTH = 20
"""Hexadecimal digits of an id: 80 bits, so that among ten million documents two alike are one chance in 10^10."""


def compose(
    text: str,
    key: str,
    stated: Stated,
    row: str | None = None,
    oddities: tuple[str, ...] = (),
    data: bytes | None = None,
) -> Reading | Unread:
    """A document from its text and what is known of it. `data` are the bytes it was read from; without, the text in UTF-8.

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
    document = Document(
        id="",
        key=clean(key).text,
        text=cleaned.text,
        title=_words(stated.title),
        publisher=_words(stated.publisher),
        published=stated.published or stated.assumed,
        dated=Dated.GIVEN if stated.published else Dated.ASSUMED if stated.assumed else Dated.UNKNOWN,
        url=_words(stated.url),
        language=_words(stated.language),
    )
    document = replace(document, id=_id(document, row))
    issues = tuple(Issue("read", document.key, None, oddity) for oddity in dict.fromkeys(cleaned.oddities))
    return Reading(document, issues, hashlib.sha256(document.text.encode() if data is None else data).hexdigest())


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
