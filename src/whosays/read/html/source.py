"""Bytes of a page -> its source as text, by the encoding that it names."""

from __future__ import annotations

import codecs
import re

from whosays.read.decode import MARKS, Decoded, Undecoded, clean, decode

_NAMED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|<\?xml[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 8192
_AS_BROWSERS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
}
"""Encodings that browsers take for another when a page names them (WHATWG Encoding Standard, sections 4.2 and 4.3)."""


def source(data: bytes) -> Decoded | Undecoded:
    """The page's source. A byte order mark wins, then sound UTF-8, then what the page names, then the guess of `decode`.

    Offsets into the page count in this text. Bytes that the encoding does not know are U+FFFD each, and said.
    """
    if any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data)
    try:
        return clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        named = _named(data)
    if not named or named == "utf-8":
        return decode(data)
    try:
        return clean(data.decode(named), named)
    except (UnicodeDecodeError, LookupError):
        text = data.decode(named, errors="replace")
        return clean(text, named, (f"holds bytes that are not {named}, which the page names; read as U+FFFD",))


def _named(data: bytes) -> str | None:
    found = _NAMED.search(data[:_HEAD])
    if not found:
        return None
    try:
        codec = codecs.lookup((found[1] or found[2]).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None
    name = _AS_BROWSERS.get(codec.name, codec.name)
    return name if codecs.lookup(name)._is_text_encoding else None
