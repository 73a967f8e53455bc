"""A text -> the abbreviations that it spells out: "the Joint Chiefs of Staff (JCS)" tells what JCS stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whosays.lexicon.terms import bag, fold, words

_DEFINED = re.compile(
    r"\s\((?:the\s+)?([A-Z][A-Za-z&-]{1,9})\)|,\s+(?:or|the|known as|called)\s+(?:the\s+)?([A-Z]{2,8})\b"
)
_REVERSED = re.compile(r"\b([A-Z]{2,8})(?:,\s+|\s+\()(?:or\s+|for\s+)?(?:the\s+)?(?=[^\W\d_])")
_BREAK = re.compile(r"[,;:()\n]|\.\s")
_REACH = 160
"""Characters within which the words stand that an abbreviation is short for."""
_LITTLE = bag("of the for and in on to de la du des del e y et al und")


def abbreviations(text: str) -> Iterator[tuple[str, str, int]]:
    """(abbreviation, the words it is short for, where) for "Long Name (LN)", "Long Name, or LN," and "LN, the Long Name"."""
    for match in _DEFINED.finditer(text):
        short = match.group(1) or match.group(2)
        before = _BREAK.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        if full := _spelled(before, short):
            yield short, full, match.start()
    for match in _REVERSED.finditer(text):
        after = _BREAK.split(text[match.end() : match.end() + _REACH])[0]
        if full := _spelled_first(after, match.group(1)):
            yield match.group(1), full, match.end()


def _spelled(before: str, short: str) -> str | None:
    """The last words before an abbreviation whose initials spell it."""
    parts = before.split()
    for n in range(2, min(len(parts), len(short) + 6) + 1):
        tail = parts[-n:]
        if fold(tail[0])[:1] == short[0].casefold() and _initials(tail, short):
            prefix = parts[:-n][-2:]
            owner = [w for w in prefix if w[:1].isupper() or w.endswith(("'s", "’s"))]
            return " ".join([*owner, *tail])
    return None


def _spelled_first(after: str, short: str) -> str | None:
    """The first words after an abbreviation whose initials spell it."""
    parts = after.split()
    for n in range(min(len(parts), len(short) + 5), 1, -1):
        if fold(parts[0])[:1] == short[0].casefold() and _initials(parts[:n], short) and parts[n - 1][:1].isupper():
            return " ".join(parts[:n]).rstrip(".,;")
    return None


def _initials(parts: Sequence[str], short: str) -> bool:
    wanted = short.replace("-", "").replace("&", "").casefold()
    flat = [w.key for p in parts for w in words(p) if w.key != "'s"]
    big = "".join(w[0] for w in flat if w not in _LITTLE)
    every = "".join(w[0] for w in flat)
    return wanted in (big, every) or wanted == big + "s"
