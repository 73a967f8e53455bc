"""Bytes -> text, without guessing more than must be guessed.

The text is what ``open(path, encoding=ENCODING, newline="")`` gives: a byte order mark of UTF-8 stays as U+FEFF and
line ends stay as they are, so that offsets count in the file's own characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip or office file"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was read by, and what is odd about it, each in a few words."""

    text: str
    encoding: str
    oddities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecoded:
    """Bytes that are not text: what they are instead, and what to do."""

    why: str


def is_page(head: bytes) -> bool:
    """Whether a file that begins so is a web page, in any encoding."""
    start = head[:16_384]
    return bool(_HTML.match(start.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")))


def decode(data: bytes) -> Decoded | Undecoded:
    """The text of a file. UTF-8 first; UTF-16 and UTF-32 by their mark or their pattern of zeros; else Windows-1252."""
    kind = next((name for magic, name in FORMATS if data.startswith(magic)), None)
    if kind:
        return Undecoded(f"this is {kind}, which is not read; save its text as a .txt file")
    decoded = _by_mark(data) or _by_zeros(data) or _utf8(data) or _legacy(data)
    controls = len(_CONTROL.findall(decoded.text))
    if controls > max(8, len(decoded.text) // 100):
        return Undecoded(
            "this is not text (one character in a hundred or more is a control character); give the text itself"
        )
    return clean(decoded.text, decoded.encoding, decoded.oddities)


def clean(text: str, encoding: str = "utf-8", oddities: tuple[str, ...] = ()) -> Decoded:
    """Text fit for UTF-8 output: each lone surrogate is one U+FFFD, so no offset moves. Says so, and names NULs."""
    found = list(oddities)
    half = _SURROGATE.search(text)
    if half:
        found.append(f"half a character (a lone surrogate) at character {half.start()}, read as U+FFFD")
        text = _SURROGATE.sub(REPLACEMENT, text)
    if "\x00" in text:
        found.append(
            f"holds {text.count(chr(0))} NUL, the first at character {text.index(chr(0))}; read on with them in place"
        )
    return Decoded(text, encoding, tuple(found))


def _by_mark(data: bytes) -> Decoded | None:
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), None)
    return _lossy(data, encoding) if encoding else None


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in Latin text every other byte is zero."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 2 or max(even, odd) < 0.4 * half or min(even, odd) > 0.05 * half:
        return None
    return _lossy(data, "utf-16-le" if odd > even else "utf-16-be")


def _lossy(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, encoding, (f"broken {encoding.upper()} at byte {error.start}, read as U+FFFD",))


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also where it is broken in fewer places than it is sound: then the broken bytes are U+FFFD."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors="replace")
        sound = sum(1 for c in text if c > "\x7f" and c != REPLACEMENT)
        broken = text.count(REPLACEMENT)
        return (
            Decoded(text, "utf-8", (f"broken UTF-8 at byte {error.start}, read as U+FFFD",)) if sound > broken else None
        )


def _legacy(data: bytes) -> Decoded:
    try:
        text, encoding = data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        text, encoding = data.decode("latin-1"), "latin-1"
    return Decoded(text, encoding, (f"not UTF-8; read as {encoding}, which is a guess: save it as UTF-8 to be sure",))
