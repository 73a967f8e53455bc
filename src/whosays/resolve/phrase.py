"""A phrase -> its chunks: the words of the lexicon in it, the base noun phrase with its head, and what hangs on it.

"South Korean defence ministry officials in Brussels" is a base (an adjective, a modifier, the head noun) and one
prepositional phrase. Works on the bare words, so that it serves a phrase of the text and one typed by a user alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whosays.lexicon.actors import Actors
from whosays.lexicon.parties import load_parties
from whosays.lexicon.terms import Sort, Term, Word, bag, words
from whosays.resolve.senses import meant

DETERMINERS = bag(
    "the a an this that these those some any several many most both all each every other another its his her their",
    "our my your two three four five six seven eight nine ten dozens hundreds thousands scores at least about around",
    "nearly almost more than over up to part one of",
)
"""Words that may open a phrase and are not part of the party's name."""

HONORIFICS = bag("mr mrs ms miss dr sir dame lord lady madam maj hon st") - {"maj", "st"}
QUALIFIERS = bag(
    "former ex retired acting interim deputy senior junior top chief regional local national provincial federal late",
    "outgoing incoming current new then caretaker veteran prominent leading southern northern eastern western central",
    "first second third",
)
"""Words that may stand in capitals before a title or a place without being part of a name."""
PLACES = bag(
    "state province region city town district county oblast governorate prefecture municipality village island",
    "peninsula valley republic kingdom commonwealth federation emirate sultanate nation",
)
"""Nouns that follow a place's name and stay part of it."""
PREPOSITIONS = bag(
    "of in at from with for within inside near outside around across on to against over by about under among between",
    "into off aboard amongst atop beneath beside below above except despite without versus onto throughout through",
    "during since after before behind beyond along alongside toward towards upon via amid",
)
BELONGING = bag("off of in at from with for within inside near outside around across on among")
"""Prepositions whose phrase says what, or where, the head belongs to; "ambassador to" and "talks with" do not."""
CLAUSES = bag(
    "who whom whose which that where when while as and or but nor is are was were has have had be been being will",
    "would can could may might must should said says told did does do than because if though although not now then",
    "there here",
)
_QUANTIFIERS = bag(
    "some several many most few others both each neither either one all dozens hundreds scores thousands"
)
_NUMBERS = bag("number majority minority series handful group couple pair lot bulk column wave crowd total rest")
_MARKS = frozenset(',;:()—–…/"“”-')
PREFIXES = frozenset({"pro", "anti", "non", "counter"})
_OPENING = bag(
    "backed led captured deployed based stationed familiar close involved wounded killed armed loyal opposed"
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """One or more words of the phrase with the terms they may stand for (none: the words are not in the lexicon)."""

    words: tuple[Word, ...]
    terms: tuple[Term, ...] = ()

    @property
    def text(self) -> str:
        return self.words[0].text

    @property
    def key(self) -> str:
        return " ".join(w.key for w in self.words)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def capital(self) -> bool:
        return self.words[0].capital

    def term(self, *sorts: Sort) -> Term | None:
        """The likeliest reading of the words, or the likeliest of a sort."""
        return next((t for t in self.terms if not sorts or t.sort in sorts), None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """``base`` is the head's own noun phrase; ``tails`` are (preposition, chunks); ``after`` what follows a comma.

    ``beside`` is what an "and" adds to the base: a second title, or another party.
    """

    base: tuple[Chunk, ...]
    tails: tuple[tuple[str, tuple[Chunk, ...]], ...]
    after: str | None
    beside: str | None = None


def read(text: str, lexicon: Actors, on: date | None = None, near: Sequence[str] = ()) -> Phrase:
    """The phrase cut up, its words read as of a day; `near` holds the countries, the commonest first, and the names around
    it, which tell what a shared abbreviation means."""
    chunks = _chunks(words(text), lexicon, on, near)
    while chunks and (_opens(chunks[0]) or _counts(chunks)):
        chunks = chunks[1:]
    base, rest = _base(chunks)
    beside = text[rest[0].end :].strip() if rest and rest[0].key == "and" else None
    tails, rest = _tails(rest)
    return Phrase(_unskewed(base), tails, _after(rest, text), beside or None)


def _opens(chunk: Chunk) -> bool:
    """Whether a chunk only opens the phrase: a determiner, an honorific, a figure, a mark."""
    if chunk.terms:
        return False
    return chunk.key in DETERMINERS or chunk.key in HONORIFICS or chunk.key in _MARKS or chunk.key.isdigit()


def _counts(chunks: tuple[Chunk, ...]) -> bool:
    """Whether the first word only counts what follows: "several of the unions", "a number of towns"."""
    counts = chunks[0].key in _QUANTIFIERS or chunks[0].key in _NUMBERS
    return counts and len(chunks) > 2 and chunks[1].key == "of"


def _chunks(phrase: tuple[Word, ...], lexicon: Actors, on: date | None, near: Sequence[str]) -> tuple[Chunk, ...]:
    found: list[Chunk] = []
    i = 0
    while i < len(phrase):
        n, terms = lexicon.at(phrase, i)
        found.append(Chunk(phrase[i : i + max(n, 1)], meant(terms, on, near)))
        i += max(n, 1)
    return tuple(found)


def _base(chunks: tuple[Chunk, ...]) -> tuple[tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Up to the first word that ends the noun phrase; "Serbian and Croatian generals" goes on over its "and"."""
    for i, chunk in enumerate(chunks):
        if chunk.terms:
            continue
        named = any(c.terms for c in chunks[:i])
        if (
            chunk.key == "and"
            and i
            and i + 1 < len(chunks)
            and (_modifiers_only(chunks[:i]) or _two_modifiers(chunks, i))
        ):
            continue
        if chunk.key == "-" and not named and i + 1 < len(chunks) and not chunks[i + 1].capital:
            continue
        if i and (chunk.key in _MARKS or (not chunk.capital and chunk.key in CLAUSES | PREPOSITIONS)):
            return chunks[:i], chunks[i:]
        if (
            named
            and not chunk.capital
            and (chunk.key in _OPENING or chunk.key.endswith("ing"))
            and not _skew(chunks, i)
        ):
            return chunks[:i], chunks[i:]
    return chunks, ()


def _modifiers_only(chunks: tuple[Chunk, ...]) -> bool:
    adjectives = all(not c.terms or c.term(Sort.ADJECTIVE, Sort.ETHNIC) for c in chunks)
    return adjectives and any(c.terms for c in chunks)


def _two_modifiers(chunks: tuple[Chunk, ...], i: int) -> bool:
    """Whether an "and" joins two nouns before a third: "military and government officials"."""
    around = (*chunks[i - 1 : i], *chunks[i + 1 : i + 3])
    return len(around) == 3 and all(c.term(Sort.AGENT) and not c.capital for c in around)


def _skew(chunks: tuple[Chunk, ...], i: int) -> bool:
    """Whether the word at `i` is the second half of "X-backed"."""
    before = chunks[i - 1].words[-1] if i else None
    joined = before is not None and chunks[i].start - before.end == 1
    return joined and i + 1 < len(chunks) and chunks[i].key in load_parties().skewed


def _unskewed(base: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The base without the countries that only qualify: "Russian-backed", "pro-Russian"."""
    kept: list[Chunk] = []
    skewed = load_parties().skewed
    for i, chunk in enumerate(base):
        before, after = base[i - 1] if i else None, base[i + 1] if i + 1 < len(base) else None
        if chunk.terms and after is not None and after.key in skewed and after.start - chunk.end <= 1:
            continue
        if before is not None and before.key in PREFIXES and chunk.terms:
            continue
        if chunk.key not in PREFIXES and not (chunk.key in skewed and not chunk.terms):
            kept.append(chunk)
    return tuple(kept) if kept else base


def _tails(rest: tuple[Chunk, ...]) -> tuple[tuple[tuple[str, tuple[Chunk, ...]], ...], tuple[Chunk, ...]]:
    """The prepositional phrases in a row; they end at a comma or a clause."""
    tails: list[tuple[str, tuple[Chunk, ...]]] = []
    i = 0
    while i < len(rest):
        key = rest[i].key
        if rest[i].terms or key not in PREPOSITIONS:
            if key in _OPENING or key in DETERMINERS:
                i += 1
                continue
            break
        j = i + 1
        while j < len(rest) and (rest[j].terms or rest[j].key not in PREPOSITIONS | _MARKS | CLAUSES):
            j += 1
        tails.append((key, _unskewed(rest[i + 1 : j])))
        i = j
    return tuple(tails), rest[i:]


def _after(rest: tuple[Chunk, ...], text: str) -> str | None:
    """The words behind the first comma, up to the next mark that ends an apposition."""
    for i, chunk in enumerate(rest):
        if chunk.key in (",", "—", "–", "(", "-"):
            end = next((c.start for c in rest[i + 1 :] if c.key in (";", ":", "—", ")", "who", "which")), len(text))
            return text[chunk.end : end].strip() or None
        if chunk.key in CLAUSES:
            break
    return None
