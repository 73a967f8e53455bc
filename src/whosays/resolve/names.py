"""Persons' names in a phrase: which capitalised words are one, and which places' words only stand inside one."""

from __future__ import annotations

from dataclasses import replace

from whosays.lexicon.actors import KINDS
from whosays.lexicon.terms import Sort, bag
from whosays.resolve.phrase import PLACES, QUALIFIERS, Chunk, Phrase

PARTICLES = bag(
    "al el bin ibn bint abu abd abdul von van der den de del della dela da di la le du dos das ben ould st ter ten jr sr",
)
_LANDS = (Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL, Sort.TOWN)
_PLACELIKE = (*_LANDS, Sort.ETHNIC)


def named(base: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The base with the words that only stand inside a name no longer read as places or as another country's bodies."""
    return tuple(_own(base, i) for i in range(len(base)))


def person(base: tuple[Chunk, ...], head: Chunk, text: str) -> str | None:
    """The unknown capitalised words behind the titles: a person's name."""
    tail = base[base.index(head) + 1 :]
    while tail and not tail[0].capital and tail[0].key not in PARTICLES:
        tail = tail[1:]
    if not any(c.capital for c in tail) or any(c.key == "'s" for c in tail):
        return None
    return text[tail[0].start : tail[-1].end]


def person_behind(phrase: Phrase, text: str) -> str | None:
    """The name at the end of "ambassador to the United Nations A. B."."""
    for prep, chunks in phrase.tails[-1:]:
        known = [i for i, c in enumerate(chunks) if c.terms]
        tail = chunks[known[-1] + 1 :] if known and prep in ("to", "of", "for", "in") else ()
        if tail and all(c.capital for c in tail):
            return text[tail[0].start : tail[-1].end]
        last = chunks[-1].term(Sort.PERSON) if chunks else None
        if len(known) > 1 and last is not None and prep in ("to", "of", "for"):
            return last.name
    return None


def _own(base: tuple[Chunk, ...], i: int) -> Chunk:
    chunk = base[i]
    term = chunk.term()
    if term is None:
        return chunk
    if term.sort is Sort.BODY and _foreign(base, i):
        return replace(chunk, terms=tuple(t for t in chunk.terms if t.sort is Sort.AGENT))
    if (
        term.sort is Sort.BODY
        and term.kind == "party"
        and i
        and not base[i - 1].terms
        and base[i - 1].capital
        and _another(base, i)
    ):
        return replace(chunk, terms=())
    if term.sort is Sort.PERSON and len(chunk.words) == 1 and _another(base, i):
        return replace(chunk, terms=())
    inside = (term.sort in _PLACELIKE and _ends_name(base, i)) or (
        term.sort in (Sort.STATE, Sort.CAPITAL, Sort.TOWN)
        and not term.acronym
        and _beside_name(base, i, term.sort is Sort.TOWN)
    )
    return replace(chunk, terms=()) if inside else chunk


def _beside_name(base: tuple[Chunk, ...], i: int, town: bool) -> bool:
    """Whether unknown capitals stand beside a place: "Paris Hilton". Not so in a body's name: "Kenya ... Commission"."""
    if any(c.term(Sort.AGENT) for c in base[i + 1 :]):
        return False
    beside = base[i + 1 : i + 2] + (base[i - 1 : i] if i and town else ())
    unknown = any(not c.terms and c.capital and c.key not in {"'s"} | QUALIFIERS | PLACES for c in beside)
    return unknown and (town or not i or not base[i - 1].terms)


def _ends_name(base: tuple[Chunk, ...], i: int) -> bool:
    """Whether a place's word ends a person's name behind a title: "leader Tarik Berlin"."""
    before = base[i - 1] if i else None
    unknown = before is not None and not before.terms and before.capital and before.key not in QUALIFIERS
    titled = any(c.term(Sort.AGENT) for c in base[: i - 1])
    surname = base[i].term(Sort.ETHNIC, Sort.TOWN) is not None and i == 1
    return unknown and i + 1 == len(base) and (titled or surname)


def _another(base: tuple[Chunk, ...], i: int) -> bool:
    """Whether unknown capitals beside a surname make it somebody else's, or a thing's: "Natalia P...", "the T... Tower"."""
    beside = (*base[i - 1 : i], *base[i + 1 : i + 2]) if i else base[1:2]
    return any(not c.terms and c.capital and c.key not in {"'s"} | QUALIFIERS for c in beside)


def _foreign(base: tuple[Chunk, ...], i: int) -> bool:
    """Whether a body's bare noun stands under another country's adjective: "the Nigerian Congress"."""
    body = base[i].term(Sort.BODY)
    code = (body.code or "").split() if body else []
    if len(code) < 2 or len(base[i].words) > 1 or code[0] in KINDS or code[1] in ("REB", "NGO", "MED"):
        return False
    lands = {t.code for c in base[:i] if (t := c.term(*_LANDS))}
    return bool(lands) and code[0] not in lands
