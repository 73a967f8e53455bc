"""Tables of documents: JSON Lines, one document a line, read one line at a time.

Keys: ``text`` (required), ``id title publisher published url language``; any other key is kept out of the engine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from whosays.read.compose import compose
from whosays.read.day import day
from whosays.read.decode import clean
from whosays.read.input import Input, Reading, Stated, Unread

LONGEST_LINE = 16_000_000
"""Bytes of one line: the longest text with every second character escaped, and its metadata."""

_ROW = re.compile(rb'\s*\{[ \t]*"[^"\n]{1,60}"[ \t]*:')


class TableReader:
    """Takes what is named ``.jsonl`` or ``.ndjson``, and what begins as a row does."""

    name = "jsonl"
    rank = 10

    def accepts(self, item: Input) -> bool:
        named = item.key.lower().endswith((".jsonl", ".ndjson"))
        return named or bool(_ROW.match(item.head.removeprefix(b"\xef\xbb\xbf")))

    def read(self, item: Input) -> Iterator[Reading | Unread]:
        empty = True
        for number, line in _lines(item.stream):
            row_key = f"{item.key}#{number}"
            if line is None:
                yield Unread(row_key, f"line longer than {LONGEST_LINE:,} bytes; one line is one document", whole=False)
            elif not line.strip():
                continue
            else:
                yield _document(line, row_key, item.stated)
            empty = False
        if empty:
            yield Unread(item.key, "empty: there is no row to read")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines, numbered from 1; None for one that is too long, whose rest is skipped in bounded memory."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _object(line: bytes) -> object:
    """The line's JSON value; a string that says why where it is none."""
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return f"not UTF-8 at byte {error.start} of the line; save the table as UTF-8"
    except json.JSONDecodeError as error:
        return f"not JSON: {error.msg} at character {error.pos} of the line; one JSON object a line is read"
    except (RecursionError, ValueError):
        return "not JSON that can be read (nested too deeply, or a number too long); one flat object a line is read"


def _document(line: bytes, row_key: str, stated: Stated) -> Reading | Unread:
    row = _object(line)
    if not isinstance(row, Mapping):
        why = (
            row
            if isinstance(row, str) and not line.strip().startswith(b'"')
            else "not a JSON object; one object with a text a line is read"
        )
        return Unread(row_key, why, whole=False)
    given = row.get("id")
    row_id = str(given) if isinstance(given, str | int) and not isinstance(given, bool) and str(given).strip() else None
    key = row_id or row_key
    text = row.get("text")
    said, oddities = _stated(row, stated)
    if isinstance(text, str):
        read: Reading | Unread = compose(text, key, said, row=row_id or "", oddities=oddities, data=line.strip())
    else:
        read = Unread(key, 'the row has no text; put the words under the key "text"')
    if isinstance(read, Unread):
        return replace(read, why=f"{read.why} ({row_key})" if row_id else read.why, whole=False)
    return read


def _stated(row: Mapping[str, object], stated: Stated) -> tuple[Stated, tuple[str, ...]]:
    """The row's metadata under what the user states; a date that cannot be read is left out and said."""
    oddities: list[str] = []

    def field(name: str) -> str | None:
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            oddities.append(f"{name} is not a text; left out")
        return value if isinstance(value, str) else None

    words = field("published")
    published = day(words) if words else None
    if words and not published:
        oddities.append(f"published {clean(words[:40]).text!r} is not a date; left out: write YYYY-MM-DD")
    said = Stated(
        title=stated.title or field("title"),
        publisher=stated.publisher or field("publisher"),
        published=stated.published or published,
        assumed=stated.assumed,
        url=stated.url or field("url"),
        language=stated.language or field("language"),
    )
    return said, tuple(oddities)
