"""The class words beside a name, and what kind of place they make of it: "the province of", "the town of", "Kursk region"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.lexicon.placenames import CLASS_WORDS, wordset
from whosays.model import Token
from whosays.resolve.gazetteer import Kind
from whosays.resolve.runs import capital

_HOLDERS = frozenset(["capital", "suburb", "port"])
_KINDS = {"adm1": Kind.ADM1, "adm2": Kind.ADM2, "town": Kind.TOWN}
_OFFICES = wordset("department city state capital port district territory region republic town village municipality")


def class_hint(tokens: Sequence[Token], i: int, j: int) -> Kind | None:
    """The kind told by a class word inside, after or before the name."""
    if j > i and tokens[j].text.lower() in CLASS_WORDS:
        return _KINDS[CLASS_WORDS[tokens[j].text.lower()]]
    if classed(tokens, j + 1):
        return _KINDS[CLASS_WORDS[tokens[j + 1].text.lower()]]
    opened = class_before(tokens, i)
    if opened is not None and opened < i - 1:
        return _KINDS[CLASS_WORDS[tokens[opened].text.lower()]]
    return None


def class_before(tokens: Sequence[Token], first: int) -> int | None:
    """The class word of "the province of", "the town of", "village" before a name; not that of "the capital of", "a district of"."""
    if first >= 2 and tokens[first - 1].text.lower() == "of":
        word, article = tokens[first - 2].text.lower(), tokens[first - 3].text.lower() if first >= 3 else ""
        if (
            word in CLASS_WORDS
            and word not in _HOLDERS
            and not (article in ("a", "an", "another") and CLASS_WORDS[word] == "adm2")
        ):
            return first - 2
    if first >= 1 and tokens[first - 1].text.lower() in CLASS_WORDS and tokens[first - 1].text.islower():
        return first - 1
    return None


def classed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a class word stands there, and is not the head of an office's name ("Texas Department of Health", "Boulder City Council")."""
    if at >= len(tokens) or tokens[at].text.lower() not in CLASS_WORDS:
        return False
    if tokens[at].text.islower() or tokens[at].text.lower() not in _OFFICES or at + 1 == len(tokens):
        return True
    return not capital(tokens[at + 1]) and tokens[at + 1].text.lower() not in ("of", "for")
