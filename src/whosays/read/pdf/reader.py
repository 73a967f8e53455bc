"""PDF files: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from whosays.model import Dated, Origin
from whosays.read.compose import compose
from whosays.read.found import Found
from whosays.read.input import Input, Reading, Stated, Unread
from whosays.read.pdf.front import Front, front
from whosays.read.pdf.furniture import furniture
from whosays.read.pdf.lines import Pages, PdfError, pages
from whosays.read.pdf.paragraphs import joined, paragraphs
from whosays.read.published import Dating
from whosays.read.written import written

LARGEST = 100_000_000
"""Bytes of one file."""
LEAST = 20
"""Letters below which a file is said to have no text."""


class PdfFileReader:
    """Takes what begins as a PDF does, whatever its name."""

    name = "pdf"
    rank = 15

    def accepts(self, item: Input) -> bool:
        return b"%PDF-" in item.head[:1024]

    def read(self, item: Input) -> Iterator[Reading | Unread]:
        data = item.stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            yield Unread(item.key, f"too large: a PDF of over {LARGEST:,} bytes; cut it into its articles")
            return
        yield paper(data, item.key, item.stated)


def paper(data: bytes, key: str, stated: Stated) -> Reading | Unread:
    """The text of one PDF, without headers, footers and page numbers. A file without a text layer is an `Unread`."""
    try:
        found = pages(data)
    except PdfError as error:
        return Unread(key, str(error))
    if sum(c.isalpha() for line in found.lines for c in line.text) < LEAST:
        return Unread(key, _why_empty(found))
    text, around = furniture(found.lines)
    said = front(text, around)
    whole = joined(tuple(paragraphs(text[said.lines :])))
    if not whole.text:
        whole = joined(tuple(paragraphs(text)))
    oddities = tuple(f"page {number} is broken and not read" for number in found.broken)
    return compose(
        whole.text, key, stated, None, oddities, data, _found(found, said, Origin("pdf", "", whole.stretches))
    )


def _found(found: Pages, said: Front, origin: Origin) -> Found:
    made = written((found.created or "").removeprefix("D:")[:8])
    return Found(
        title=said.title or found.title,
        publisher=found.publisher or said.publisher or _host(said.url),
        author=said.author or found.author,
        url=said.url,
        dates=(*said.dates, *((Dating(Dated.FILE, made),) if made else ())),
        origin=origin,
    )


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _why_empty(found: Pages) -> str:
    if found.broken:
        return f"a broken PDF: none of its {found.count} pages could be read; open it and save it anew"
    if found.pictured:
        return "a PDF of pictures without a text layer; run OCR first (ocrmypdf adds one)"
    return "a PDF without text"
