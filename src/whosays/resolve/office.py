"""A noun of the lexicon with what stands around it -> its sector, and the country or body it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from whosays.lexicon.actors import KINDS
from whosays.lexicon.parties import load_parties
from whosays.lexicon.terms import Sort, Term
from whosays.resolve.phrase import BELONGING, QUALIFIERS, Chunk, Phrase
from whosays.resolve.reading import Reading

_LANDS = (Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL, Sort.TOWN)
_PRESIDED = frozenset({"LEG", "JUD", "EDU", "BUS", "NGO", "PTY"})
_LENDING = frozenset({"REB", "MIL", "NGO", "MED", "SPY", "COP", "EDU", "BUS"})
_LENT_TO = frozenset({"MIL", "REB", "CVL", "NGO", "BUS", "MED", "EDU"})
_HIRED = frozenset({"CVL", "EDU", "MED"})
"""Whose people work "with" or "for" a body; "victims of" one are not its own."""
_MEMBERS = frozenset({"of", "from", "with", "for", "at"})
_SENT_TO = frozenset({"in", "at", "within", "inside", "by"})
"""Where a country's representative sits: he stays its own."""


def office(
    own: Term, head: Chunk, before: Sequence[Chunk], phrase: Phrase, name: str | None, who: str | None
) -> Reading:
    """The reading of a head noun: its sector, or for a weak one ("spokesman") that of what it belongs to, and the country."""
    words = load_parties()
    presides = head.key in words.presiding
    tails = _tails(phrase, own)
    sector, lent_sector = _sector(own, head, before, tails)
    strange = who is None and any(c.capital and not c.terms and c.key not in QUALIFIERS for c in phrase.base[1:-1])
    alone = "context" if lent_sector or (own.alone == "unspec" and who is not None) else own.alone
    if own.weak or presides:
        alone, sector = ("none", None) if _stranger(phrase) else (alone, sector)
    bare = not before and not phrase.tails
    known = Reading(name, None, sector, None, head.key, who, Sort.AGENT, alone, bare, strange)
    plain_words = {c.key for c in phrase.base if not c.terms}
    if sector == "REB" and plain_words & words.nameless.words:
        return replace(known, sector="UNSPEC", alone="unspec")
    belongs = own.weak or own.code in ("MIL", "REB", "NGO", "UNSPEC") or own.code in _HIRED or presides
    body = lender(before) or (lender(tails) if belongs else None)
    if body is not None and (lent := _lent(body, own, sector)) is not None:
        return replace(known, body=lent)
    if own.code == "IGO" and not own.weak:
        return replace(known, body=_force(head.key))
    land = country(before) or _country_behind(phrase, own)
    if (
        land is None
        and {c.key for c in phrase.base} & words.regional.words
        and (own.code == "UNSPEC" or sector in ("GOV", "LEG", None))
    ):
        return replace(known, sector="UNSPEC", alone="unspec")
    return _settled(known, own, land)


def _settled(known: Reading, own: Term, land: str | None) -> Reading:
    """With the country: "Ukrainian estimates" are the government's, "both sides" of no one country."""
    if own.code != "UNSPEC":
        return replace(known, country=land)
    if not own.weak:
        return known
    return replace(known, country=land, sector="GOV" if land and known.sector == "UNSPEC" else known.sector)


def titled(titles: Sequence[Chunk], head: Chunk, own: Term, on: date | None) -> Reading:
    """A known person: the office that the text gives him outranks the list's, where it names the country or the body too."""
    title = next((t for c in reversed(titles) if (t := c.term(Sort.AGENT))), None)
    land = next((t.code for c in titles if (t := c.term(*_LANDS))), None)
    body = next((t.code for c in titles if (t := c.term(Sort.BODY))), None)
    if title is not None and not title.weak and on is None:
        own = next(
            (t for t in head.terms if t.sort is Sort.PERSON and t.code and t.code.endswith(title.code or " ")), own
        )
    listed = (own.code or "").split()
    role = title.name if title is not None else head.key
    known = Reading(own.name, head=role, person=own.name)
    if (land is None and body is None) or not listed or listed[0] in ("IGO", "REB", "NGO"):
        return replace(known, body=own.code, sort=Sort.PERSON)
    if land is None:
        return replace(known, body=body, sort=Sort.AGENT)
    sector = title.code if title is not None and not title.weak else None
    return replace(known, country=land, sector=sector or (listed[1] if len(listed) > 1 else None), sort=Sort.AGENT)


def country(chunks: Sequence[Chunk]) -> str | None:
    """The first country that the chunks name: by its name, people, capital or a town, or by a body or person of it."""
    for chunk in chunks:
        term = chunk.term()
        if term is None or not term.code:
            continue
        if term.sort in _LANDS or term.sort is Sort.ETHNIC:
            return term.code
        if term.sort in (Sort.BODY, Sort.PERSON) and (land := _land(term.code)):
            return land
    return None


def lender(chunks: Sequence[Chunk]) -> Term | None:
    """The last body or person among the chunks: whose people the head noun means."""
    for chunk in reversed(chunks):
        term = chunk.term()
        if term is not None and term.sort in (Sort.BODY, Sort.PERSON) and term.code:
            return term
    return None


def plain(base: Sequence[Chunk], text: str) -> str | None:
    """The words of the base without its opening determiners."""
    return (text[base[0].start : base[-1].end] if base else text.strip()) or None


def _land(code: str) -> str | None:
    first = code.split()[0]
    return first if len(first) == 3 and first not in KINDS else None


def _force(key: str) -> str:
    if "coalition" in key:
        return "IGO COALITION"
    return "IGO UNO" if any(w in key for w in ("peacekeep", "helmet", "blue")) else "IGO"


def _tails(phrase: Phrase, own: Term) -> list[Chunk]:
    """The chunks that say what the head belongs to: "of", "from", "with", not where somebody happens to be."""
    within = _MEMBERS | {"within", "inside", "in", "by"} if own.weak or own.code == "UNSPEC" else _MEMBERS
    within = within | {"to"} if own.name in load_parties().advising else within
    within = within - _SENT_TO if own.weak and country(phrase.base[:-1]) else within
    within = frozenset({"with", "for"}) if own.code in _HIRED and not own.weak else within
    return [c for prep, chunks in phrase.tails if prep in within for c in chunks]


def _country_behind(phrase: Phrase, own: Term) -> str | None:
    """The country of the prepositional phrases; diplomats in a capital are not its own."""
    if own.code == "UNSPEC" and not any(prep in ("of", "from") for prep, _ in phrase.tails):
        return None
    within = BELONGING | {"to"} if own.name in load_parties().advising else BELONGING
    return country([c for prep, chunks in phrase.tails if prep in within for c in chunks])


def _lent(body: Term, own: Term, sector: str | None) -> str | None:
    """The code that a named body or person gives to its people, or None where the noun says otherwise."""
    code = body.code or ""
    land = _land(code)
    if body.sort is Sort.PERSON and land and not (own.weak and own.code != "GOV"):
        return f"{land} GOV" if own.weak else f"{land} {sector}" if sector else code
    presides = own.name in load_parties().presiding
    if code.startswith("IGO") or own.weak or own.code == "UNSPEC" or body.sort is Sort.PERSON or presides:
        return code
    kind = code.split()[-1]
    if own.code in _LENT_TO and kind in _LENDING:
        return code if own.code in ("MIL", "REB", "NGO", kind) or kind in ("REB", "NGO") else None
    return f"{land} {sector}" if land and sector else code


def _stranger(phrase: Phrase) -> bool:
    """Whether the head belongs to a body that nothing is known of: "a vice president at Orlan Industries"."""
    belongs = [chunks for prep, chunks in phrase.tails[:1] if prep in ("of", "at", "for", "from", "with")]
    return any(any(c.capital for c in chunks) and not any(c.terms for c in chunks) for chunks in belongs)


def _sector(own: Term, head: Chunk, before: Sequence[Chunk], tails: Sequence[Chunk]) -> tuple[str | None, bool]:
    """The head's own sector, or for a weak noun that of what it belongs to; and whether another noun gave it."""
    beside = [t for c in reversed(before) if (t := c.term(Sort.AGENT, Sort.ETHNIC))]
    ethnic = any(t.sort is Sort.ETHNIC for t in beside)
    agents = [t for t in beside if t.sort is Sort.AGENT and t.code and t.code != "UNSPEC"]
    codes = [t.code for t in agents if not t.weak or t.code != "GOV"]
    behind = [t.code for c in tails if (t := c.term(Sort.AGENT)) and t.code and t.code != "UNSPEC" and not t.weak]
    if head.key in load_parties().presiding:
        over = [c for c in (*codes, *behind) if c in _PRESIDED]
        return (over[0], True) if over else (own.code, False)
    if own.code == "MIL" and ("REB" in codes or "OPP" in codes or ethnic):
        return "REB", True
    if not own.weak:
        return own.code, False
    if codes:
        return ("MIL" if codes[0] == "GOV" and own.code == "MIL" else codes[0]), True
    leads = any(w in head.key for w in load_parties().leading.words)
    if leads and any(t.sort is Sort.ETHNIC and not t.weak for t in beside):
        return "REB", True
    return (behind[0], True) if behind else (own.code, False)
