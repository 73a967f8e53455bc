"""The lines before the text of a PDF's first page: title, byline, date, publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whosays.model import Dated
from whosays.read.pdf.furniture import body_size
from whosays.read.pdf.lines import Line
from whosays.read.published import Dating
from whosays.read.written import written

LARGER = 1.2
"""How many times larger than the text's the letters of a headline are."""
LONGEST = 100
"""Characters of a line that is still a byline or a date."""

_BY = re.compile(r"\s*by\s+(?P<who>[^\W\d_][^,|·•\d]{2,60})", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?P<who>[^\d.|·•]{2,60}?)(?:\.|\||$|,?\s*all rights)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|·•—–]\s*|\s+-\s+|\s{3,}")
_URL = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page says of its article, and how many of the lines given say it and are not the article."""

    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    dates: tuple[Dating, ...]
    lines: int


def front(text: Sequence[Line], around: Sequence[Line]) -> Front:
    """Looks at the lines before the first one that is set like most, and at headers and footers (`around`)."""
    size = body_size(text)
    head = tuple(_head(text, size))
    titles = [line for line in head if line.size >= LARGER * size]
    largest = max((line.size for line in titles), default=0.0)
    title = " ".join(line.text.strip() for line in titles if line.size == largest) or None
    lines = [*(line for line in head if line not in titles or line.size < largest), *around]
    by = next((m["who"].strip() for line in head if (m := _BY.match(line.text))), None)
    return Front(
        title=title,
        publisher=_publisher(lines, title),
        author=by,
        url=next((m[0] for line in lines if (m := _URL.search(line.text))), None),
        dates=tuple(
            Dating(Dated.TEXT, at) for line in lines if len(line.text) <= LONGEST and (at := written(line.text))
        ),
        lines=len(head),
    )


def _head(text: Sequence[Line], size: float) -> Iterator[Line]:
    """The lines of the first page before the article: of another size, or a byline or a date."""
    for n, line in enumerate(text):
        other = abs(line.size - size) > 0.08 * size
        short = len(line.text) <= LONGEST and line.text.strip()[-1:] not in '.!?”"'
        told = short and (_BY.match(line.text) or (written(line.text) and len(line.text) <= 60))
        if line.page != text[0].page or not (other or told) or (other and n > 12):
            return
        yield line


def _publisher(lines: Sequence[Line], title: str | None) -> str | None:
    """The holder of the rights, or the name in a masthead, header or footer that is neither title, date, byline nor number."""
    for line in lines:
        if found := _RIGHTS.search(line.text):
            return " ".join(found["who"].split())
    for line in lines:
        for part in _PARTS.split(_URL.sub("", line.text)):
            name = part.strip(" ,:;")
            if _is_name(name) and name.lower() not in (title or "").lower():
                return name
    return None


def _is_name(words: str) -> bool:
    return 2 < len(words) <= 50 and words[0].isupper() and not re.search(r"[\d()\[\]]", words) and not _BY.match(words)
