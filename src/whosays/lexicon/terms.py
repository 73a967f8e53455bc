"""How the names and nouns of the actor lexicon are found in words, whatever their accents, hyphens, dots and capitals.

`words` cuts a phrase into `Word`s whose ``key`` is folded: case, accents, dots and inner apostrophes gone, hyphens taken
as spaces, a possessive ending a word of its own ("U.S." and "US" are one key, so are "al-Shabaab" and "Al Shabaab").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache


class Sort(StrEnum):
    """What a term of the lexicon is, and so what it can do in a phrase."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    TOWN = "town"
    ETHNIC = "ethnic"
    BODY = "body"
    PERSON = "person"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a phrase: its folded key, the text as written and where it starts and ends in the phrase."""

    key: str
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Term:
    """What a key of the index stands for. ``code`` is a country, a sector or both; ``since`` and ``until`` bound its use.

    ``acronym`` terms match only in the capitals they are written in. ``weak`` nouns ("spokesman") take the sector of what
    they belong to; ``alone`` says what a noun without a country is: "context" (the text's), "unspec" or "none";
    "near" marks a short name that holds only where its bearer is named too.
    """

    sort: Sort
    name: str
    code: str | None
    kind: str | None = None
    since: date | None = None
    until: date | None = None
    acronym: bool = False
    weak: bool = False
    alone: str = "context"

    def held(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


def bag(*lines: str) -> frozenset[str]:
    """The words of the lines as a set: how closed classes of words are written down."""
    return frozenset(word for line in lines for word in line.split())


_WORD = re.compile(
    r"[’'](?:s|S)\b(?![’'\w])|(?<=s)[’'](?!\w)"  # a possessive
    r"|(?:[^\W_]\.){2,}|[^\W_]+(?:[’'`ʻʽʿ&][^\W_]+)*"  # an abbreviation with its dots, a word
    r"|[,;:()—–…/\"“”]|(?<!\w)-(?!\w)"  # a mark
)
_QUOTES = str.maketrans(dict.fromkeys("’'`ʻʽʿ.", ""))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without case, accents, dots and apostrophes."""
    flat = unicodedata.normalize("NFKD", text)
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return flat.translate(_FOLDS).translate(_QUOTES).casefold()


_FOLDS = str.maketrans(
    {"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th"}
)


def words(phrase: str) -> tuple[Word, ...]:
    """The words and the marks of a phrase in order; never raises."""
    found: list[Word] = []
    for match in _WORD.finditer(phrase):
        text, start, end = match.group(), match.start(), match.end()
        if len(text) > 2 and text[-2] in "’'" and text[-1] in "sS" and text[0].isalnum():
            found.append(Word(fold(text[:-2]), text[:-2], start, end - 2))
            text, start = text[-2:], end - 2
        if text[0] in "’'":
            found.append(Word("'s", text, start, end))
        elif not text[0].isalnum():
            found.append(Word(text, text, start, end))
        else:
            found.append(Word(fold(text) or text, text, start, end))
    return tuple(found)


def key(name: str) -> tuple[str, ...]:
    """The index key of a name."""
    return tuple(w.key for w in words(name))


def plural(noun: str) -> str:
    """The regular plural of an English noun (its last word); "man" becomes "men"."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("person"):
        return noun[:-6] + "people"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if noun.endswith("ife"):
        return noun[:-2] + "ves"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
