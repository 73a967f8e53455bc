"""A phrase -> its chunks: the words of the lexicon in it, the base noun phrase with its head, and what hangs on it.

"South Korean defence ministry officials in Brussels" is a base (an adjective, a modifier, the head noun) and one
prepositional phrase. Works on the bare words, so that it serves a phrase of the text and one typed by a user alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whosays.lexicon.actors import Actors
from whosays.lexicon.terms import Sort, Term, Word, words

DETERMINERS = frozenset(
    "the a an this that these those some any several many most both all each every other another its his her their our my your "
    "two three four five six seven eight nine ten dozens hundreds thousands scores at least about around nearly almost more than over up to "
    "part one of".split()
)
"""Words that may open a phrase and are not part of the party's name."""

HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady madam maj hon st".split()) - {"maj", "st"}
QUALIFIERS = frozenset(
    "former ex retired acting interim deputy senior junior top chief regional local national provincial federal late outgoing incoming "
    "current new then caretaker veteran prominent leading southern northern eastern western central first second third".split()
)
"""Words that may stand in capitals before a title or a place without being part of a name."""
PLACES = frozenset("state province region city town district county oblast governorate prefecture municipality village island peninsula valley republic kingdom commonwealth federation emirate sultanate nation".split())
"""Nouns that follow a place's name and stay part of it."""
PREPOSITIONS = frozenset(
    "of in at from with for within inside near outside around across on to against over by about under among between into "
    "through during since after before behind beyond along alongside toward towards upon via amid".split()
)
BELONGING = frozenset("of in at from with for within inside near outside around across on among".split())
"""Prepositions whose phrase says what, or where, the head belongs to; "ambassador to" and "talks with" do not."""
CLAUSES = frozenset(
    "who whom whose which that where when while as and or but nor is are was were has have had be been being will would can could "
    "may might must should said says told did does do than because if though although not now then there here".split()
)
_QUANTIFIERS = frozenset("some several many most few others both each neither either one all dozens hundreds scores thousands".split())
_NUMBERS = frozenset("number majority minority series handful group couple pair lot bulk column wave crowd total rest".split())
_MARKS = frozenset(",;:()—–…/\"“”-")
_SKEWED = frozenset(
    "backed led funded aligned supplied occupied held controlled born trained linked allied based made brokered sponsored "
    "supported armed speaking installed imposed run mediated educated flagged bound friendly style language".split()
)
"""After a country's adjective and a hyphen: who is "Russian-backed" is not Russian."""
_PREFIXES = frozenset({"pro", "anti", "non", "counter"})
_OPENING = frozenset("backed led captured deployed based stationed familiar close involved wounded killed armed close loyal opposed".split())


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

    def term(self, on: date | None, *sorts: Sort) -> Term | None:
        """The reading of the words that fits the day: one that holds, else the latest that ended before, else the first."""
        fit = [t for t in self.terms if not sorts or t.sort in sorts]
        if not fit:
            return None
        if on is None:
            return max(fit, key=lambda t: (t.until is None, t.until or date.max, t.since or date.min)) if _dated(fit) else fit[0]
        held = [t for t in fit if t.held(on)]
        if held:
            return held[0] if not _dated(held) else max(held, key=lambda t: t.since or date.min)
        past = [t for t in fit if t.until and t.until < on]
        return max(past, key=lambda t: t.until or date.min) if past else fit[0]


def _dated(terms: list[Term]) -> bool:
    return len({t.name for t in terms}) == 1 and any(t.since or t.until for t in terms)


@dataclass(frozen=True, slots=True)
class Phrase:
    """``base`` is the head's own noun phrase; ``tails`` are (preposition, chunks); ``after`` what follows a comma.

    ``beside`` is what an "and" adds to the base: a second title, or another party.
    """

    base: tuple[Chunk, ...]
    tails: tuple[tuple[str, tuple[Chunk, ...]], ...]
    after: tuple[str, ...]
    beside: str | None = None


def read(text: str, lexicon: Actors, near: Sequence[str] = ()) -> Phrase:
    """The phrase cut up; `near` holds the countries, the commonest first, and the names around
    it, which tell what a shared abbreviation means."""
    chunks = _chunks(words(text), lexicon, near)
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


def _chunks(phrase: tuple[Word, ...], lexicon: Actors, near: Sequence[str]) -> tuple[Chunk, ...]:
    found: list[Chunk] = []
    i = 0
    while i < len(phrase):
        n, terms = lexicon.at(phrase, i)
        found.append(Chunk(phrase[i : i + max(n, 1)], meant(terms, near)))
        i += max(n, 1)
    return tuple(found)


def meant(terms: tuple[Term, ...], near: Sequence[str]) -> tuple[Term, ...]:
    """Of several bearers of a name, those that the text around makes likely.

    A body named in full nearby goes before one of a country named nearby; of two states' people ("Koreans") the ones of
    the country named most often. A short name without its bearer nearby means nothing.
    """
    terms = tuple(t for t in terms if t.alone != "near" or t.code in near)
    if len({t.code for t in terms if t.sort in _OF_STATES}) > 1:
        return tuple(sorted(terms, key=lambda t: _rank(t.code or "", near)))
    if len({t.name for t in terms if t.sort is Sort.BODY}) < 2:
        return terms
    named = tuple(t for t in terms if t.sort is Sort.BODY and t.name in near)
    local = tuple(t for t in terms if t.sort is Sort.BODY and t.code and t.code.split()[0] in near)
    return named or local or terms


_OF_STATES = (Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE)


def _rank(code: str, near: Sequence[str]) -> int:
    return near.index(code) if code in near else len(near)


def _base(chunks: tuple[Chunk, ...]) -> tuple[tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Up to the first word that ends the noun phrase; "Serbian and Croatian generals" goes on over its "and"."""
    for i, chunk in enumerate(chunks):
        if chunk.terms:
            continue
        named = any(c.terms for c in chunks[:i])
        if chunk.key == "and" and i and _modifiers_only(chunks[:i]) and i + 1 < len(chunks):
            continue
        if chunk.key == "-" and not named and i + 1 < len(chunks) and not chunks[i + 1].capital:
            continue
        if i and (chunk.key in _MARKS or chunk.key in CLAUSES or chunk.key in PREPOSITIONS):
            return chunks[:i], chunks[i:]
        if named and not chunk.capital and (chunk.key in _OPENING or chunk.key.endswith("ing")) and not _skew(chunks, i):
            return chunks[:i], chunks[i:]
    return chunks, ()


def _modifiers_only(chunks: tuple[Chunk, ...]) -> bool:
    return all(not c.terms or any(t.sort in (Sort.ADJECTIVE, Sort.ETHNIC) for t in c.terms) for c in chunks) and any(c.terms for c in chunks)


def _skew(chunks: tuple[Chunk, ...], i: int) -> bool:
    """Whether the word at `i` is the second half of "X-backed"."""
    before = chunks[i - 1].words[-1] if i else None
    return chunks[i].key in _SKEWED and before is not None and chunks[i].start - before.end == 1 and i + 1 < len(chunks)


def _unskewed(base: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The base without the countries that only qualify: "Russian-backed", "pro-Russian"."""
    kept: list[Chunk] = []
    for i, chunk in enumerate(base):
        before = base[i - 1] if i else None
        if i + 1 < len(base) and chunk.terms and base[i + 1].key in _SKEWED and base[i + 1].start - chunk.end <= 1:
            continue
        if before is not None and before.key in _PREFIXES and chunk.terms:
            continue
        if chunk.key not in _PREFIXES and not (chunk.key in _SKEWED and not chunk.terms):
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


def _after(rest: tuple[Chunk, ...], text: str) -> tuple[str, ...]:
    """The words behind the first comma, up to the next mark that ends an apposition."""
    for i, chunk in enumerate(rest):
        if chunk.key in (",", "—", "–", "(", "-"):
            end = next((c.start for c in rest[i + 1 :] if c.key in (";", ":", "—", ")", "who", "which")), len(text))
            behind = text[chunk.end : end].strip()
            return (behind,) if behind else ()
        if chunk.key in CLAUSES:
            break
    return ()
