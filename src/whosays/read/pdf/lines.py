"""Bytes of a PDF -> the lines of its pages, each with its place and size, by pypdf.

A PDF holds glyphs at places, not text: what pypdf gives as a page's text is cut into lines, and its offsets are those that
the document's `Origin` counts in.
"""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 1_000
MOST_OPERATORS = 2_000_000
"""Drawing operators of one page that are followed; a page of text has some thousands."""
LARGEST_PAGE = 50_000_000
"""Bytes of one page's instructions, unpacked."""
LONGEST_PAGE = 500_000
"""Code points of one page's text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words, where they begin in the page's text, and where they stand on it, in points.

    `page` counts from 1; `x` and `y` are the first letter's, from the lower left; `size` is the font's.
    """

    text: str
    page: int
    start: int
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of all pages in order, and the file's own metadata as written; `pictured`: some page is a picture."""

    lines: tuple[Line, ...]
    count: int
    pictured: bool
    title: str | None
    author: str | None
    publisher: str | None
    created: str | None
    broken: tuple[int, ...]


class PdfError(Exception):
    """The file cannot be read: why, and what to do, in one line."""


def pages(data: bytes) -> Pages:
    """Raises `PdfError` for what is locked, broken, or beyond the limits. A page that fails alone is named in ``broken``."""
    from pypdf import PdfReader
    from pypdf.errors import PdfReadError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise PdfError("a PDF that is locked by a password; save it without one")
        count = len(reader.pages)
    except PdfError:
        raise
    except (PdfReadError, Exception) as error:  # the boundary: a hostile file makes the library raise anything
        raise PdfError(f"a broken PDF ({type(error).__name__}); open it and save it anew") from error
    if count > MOST_PAGES:
        raise PdfError(f"a PDF of {count:,} pages, and {MOST_PAGES:,} may be read; cut it into its articles")
    return _read(reader, count)


def _read(reader: PdfReader, count: int) -> Pages:
    lines: list[Line] = []
    broken: list[int] = []
    pictured = False
    for number in range(1, count + 1):
        try:
            page = reader.pages[number - 1]
            lines += _lines(page, number)
            pictured = pictured or _has_picture(page)
        except PdfError:
            raise
        except Exception:  # the same boundary, page by page
            broken.append(number)
    title, author, publisher, created = _said(reader)
    return Pages(tuple(lines), count, pictured, title, author, publisher, created, tuple(broken))


def _lines(page: PageObject, number: int) -> Iterator[Line]:
    pieces: list[tuple[str, float, float, float]] = []
    operators = 0

    def saw(*_: object) -> None:
        nonlocal operators
        operators += 1
        if operators > MOST_OPERATORS:
            raise PdfError(f"page {number} has over {MOST_OPERATORS:,} drawing operators; print the PDF to a new one")

    def heard(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        pieces.append((text, x, tm[4] * cm[1] + tm[5] * cm[3] + cm[5], abs(size) * scale))

    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > LARGEST_PAGE:
        raise PdfError(f"page {number} unpacks to over {LARGEST_PAGE:,} bytes; print the PDF to a new one")
    page.extract_text(visitor_operand_before=saw, visitor_text=heard)
    text = "".join(piece for piece, *_ in pieces)
    if len(text) > LONGEST_PAGE:
        raise PdfError(f"page {number} has over {LONGEST_PAGE:,} characters, which is no page")
    yield from _cut(text, pieces, number)


def _cut(text: str, pieces: list[tuple[str, float, float, float]], number: int) -> Iterator[Line]:
    """The page's lines that hold words; the first words of a line place it, its largest letters size it."""
    places = iter(_placed(pieces))
    place = next(places, None)
    start = 0
    for words in text.split("\n"):
        here = []
        while place and place[0] < start + len(words):
            here.append(place)
            place = next(places, None)
        if words.strip() and here:
            yield Line(words, number, start, here[0][1], here[0][2], max(p[3] for p in here))
        start += len(words) + 1


def _placed(pieces: list[tuple[str, float, float, float]]) -> Iterator[tuple[int, float, float, float]]:
    """The offset of each piece's first word in the page's text, with its place and size."""
    at = 0
    for text, x, y, size in pieces:
        if text.strip():
            yield at + len(text) - len(text.lstrip()), x, y, size
        at += len(text)


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    found = resources.get_object().get("/XObject") if resources is not None else None
    return bool(found and found.get_object())


def _said(reader: PdfReader) -> tuple[str | None, str | None, str | None, str | None]:
    """Title, author, publisher and day of making, of those that the file gives as text."""
    try:
        info: Mapping[str, object] = reader.metadata or {}
        found = [str(info[key]) if key in info else None for key in ("/Title", "/Author", "/CreationDate")]
    except Exception:  # the same boundary
        return None, None, None, None
    try:
        xmp = reader.xmp_metadata
        publisher = next((str(p) for p in (xmp.dc_publisher if xmp else None) or ()), None)
    except Exception:  # the same boundary
        publisher = None
    return found[0], found[1], publisher, found[2]
