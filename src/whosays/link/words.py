"""Words -> stems: what is left of a claim's words when inflection and the small words are taken away."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

from whosays.lexicon.linking import load_linking

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that mean something, in their order, each as often as it stands there."""
    found = (_word(match.group()) for match in _WORD.finditer(text.casefold().replace("’", "'")))
    return tuple(stem for stem in found if stem)


@lru_cache(maxsize=65_536)
def _word(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    return "" if word in load_linking().small else str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
