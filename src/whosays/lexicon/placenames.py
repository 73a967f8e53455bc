"""How place names are compared: one key for all spellings of a name that differ only in case, marks or joints."""

from __future__ import annotations

import re
import unicodedata

_MARKED = (range(0xC0, 0x250), range(0x300, 0x370), range(0x1E00, 0x1F00))
"""Latin letters with marks, and the marks."""


def _unmarked(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_LETTERS = {ord(c): _unmarked(c) for code_points in _MARKED for c in map(chr, code_points)} | str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ı": "i", "ħ": "h", "ŋ": "ng",
        "‐": " ", "‑": " ", "–": " ", "—": " ", "-": " ", "/": " ", ".": " ", ",": " ", "_": " ",
        "'": None, "’": None, "‘": None, "`": None, "´": None, "ʻ": None, "ʼ": None, "ʹ": None, "ʿ": None, "ʾ": None, "′": None,
    }
)  # fmt: skip
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "el": "al"}
_INITIALS = re.compile(r"\b((?:[a-z] )+[a-z])\b")


def wordset(text: str) -> frozenset[str]:
    """The words of a text as a set: closed classes of words, written to be read."""
    return frozenset(text.split())


CLASS_WORDS: dict[str, str] = {
    **dict.fromkeys(
        wordset(
            "oblast region province governorate state krai kray republic voivodeship voivodship department departement "
            "departamento prefecture emirate canton wilayat wilaya viloyat vilayet muhafazah estado provincia "
            "respublika territory okrug"
        ),
        "adm1",
    ),
    **dict.fromkeys(
        wordset(
            "district county raion rayon parish municipality subdistrict woreda borough canton commune cercle locality "
            "upazila tehsil taluk municipio arrondissement"
        ),
        "adm2",
    ),
    **dict.fromkeys(wordset("city town village settlement hamlet township municipality capital port suburb"), "town"),
}
"""What a common noun beside a place name says about it ("Kursk region", "the town of Bucha")."""


def key(name: str) -> str:
    """The name folded: lower case, no diacritics nor apostrophes, hyphens and points as spaces, "St" as "saint", "U.S." as "us".

    >>> key("Deir ez-Zor"), key("Donets’k"), key("St. Petersburg"), key("U.S.")
    ('deir ez zor', 'donetsk', 'saint petersburg', 'us')
    """
    text = name.casefold()
    if text.isascii() and text.isalpha():
        return text
    text = text.translate(_LETTERS)
    if not text.isascii():
        text = _unmarked(text)
    words = text.split()
    if len(words) > 1:
        if len(words[0]) == 1:
            text = _INITIALS.sub(lambda m: m.group(1).replace(" ", ""), " ".join(words))
            words = text.split()
        return " ".join([_SHORT.get(word, word) for word in words])
    return words[0] if words else ""


_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an) (?=\S{4})")


def without_article(key_: str) -> str | None:
    """The key without an Arabic article before it; None where it has none."""
    found = _ARTICLE.match(key_)
    return key_[found.end() :] if found else None


def without_class(name: str) -> str:
    """The key without the words that name the class ("Kursk Oblast" -> "kursk", "Province of Idlib" -> "idlib")."""
    words = [word for word in key(name).split() if word not in CLASS_WORDS and word not in _ADM_EXTRA]
    while words and words[0] in ("of", "de", "del", "the"):
        words = words[1:]
    return " ".join(words)


_ADM_EXTRA = frozenset(["autonomous", "administrative", "federal", "city", "avtonomnyy"])
