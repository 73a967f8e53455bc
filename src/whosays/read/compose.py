"""Text and metadata -> Document, with the id that both of them hash to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from whosays.model import Document, Issue
from whosays.read.aside import asides, remarks
from whosays.read.dated import Day, dated
from whosays.read.decode import clean
from whosays.read.found import Found
from whosays.read.input import LONGEST, Reading, Stated, Unread
from whosays.read.language import ENGLISH, Languages, language_name, languages
from whosays.read.opening import Opening, opening

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
    if why := _no_document(text):
        return Unread(key, why, whole=row is None)
    cleaned = clean(text, oddities=oddities)
    spoken = languages(cleaned.text)
    if why := _foreign(spoken, stated):
        return Unread(key, why, whole=False)
    opened = opening(cleaned.text)
    day = dated(stated, (*found.dates, *opened.dates))
    document = _document(key, cleaned.text, stated, found, spoken, opened, day)
    document = replace(document, id=_id(replace(document, language=_words(stated.language)), row))
    said = dict.fromkeys((*cleaned.oddities, *day.contradictions))
    issues = tuple(Issue("read", document.key, None, clean(oddity).text) for oddity in said)
    return Reading(
        document,
        (*issues, *remarks(document)),
        hashlib.sha256(document.text.encode() if data is None else data).hexdigest(),
    )


def _no_document(text: str) -> str | None:
    """Why the text is none that can be read; None where it can."""
    if not text.strip("\ufeff\x00 \t\r\n\f\v\u00a0"):
        return "empty: there is no text to read"
    if len(text) > LONGEST:
        return f"too long: {len(text):,} characters, and one document may have {LONGEST:,}; cut it into its articles"
    return None


def _foreign(spoken: Languages, stated: Stated) -> str | None:
    """Why a text is not read whose main language is another; where the words do not tell, what is stated of it counts."""
    stated_language = (_words(stated.language) or ENGLISH).lower()
    if (spoken.main or stated_language[:2]) == ENGLISH:
        return None
    return f"in {language_name(spoken.main or stated_language)}, and only English is read; give a translation"


def _document(
    key: str, text: str, stated: Stated, found: Found, spoken: Languages, opened: Opening, day: Day
) -> Document:
    """The document, without the id that it hashes to."""
    return Document(
        id="",
        key=clean(key).text,
        text=text,
        title=_words(stated.title or found.title),
        publisher=_words(stated.publisher or found.publisher),
        published=day.day,
        dated=day.dated,
        url=_words(stated.url or found.url),
        language=_words(stated.language) or spoken.main,
        author=_words(found.author),
        moment=day.moment,
        date_words=_words(day.words),
        dateline=opened.dateline,
        asides=asides(text, opened, spoken),
        origin=found.origin,
    )


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
