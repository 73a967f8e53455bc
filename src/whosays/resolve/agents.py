"""A phrase -> who it is: the head noun's sector and the country of what stands around it, put together.

"Ukrainian army leaders" are UKR MIL, "the president's spokesman" speaks for a government, "Moscow's forces" are an army and
"soldiers from North Korea" North Korea's. A named body lends its code to its people ("FARC guerrillas", "a UN official").
What the words don't say stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from whosays.lexicon.actors import KINDS, Actors
from whosays.lexicon.parties import load_parties
from whosays.lexicon.terms import Sort, Term
from whosays.resolve.names import PARTICLES, named, person, person_behind
from whosays.resolve.office import country, lender, office, plain, titled
from whosays.resolve.phrase import PLACES, Chunk, Phrase, read
from whosays.resolve.reading import Reading

_OFFICIAL = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD"})
LONGEST = 600
"""Characters of a phrase that are read; no noun phrase is longer."""
_SIDED = re.compile(r"\b(?:[Pp]ro|[Aa]nti)-\w+,\s+(?=\w)")
"""Whom a party is for or against, in a row of adjectives: "an anti-Orlan, pro-government coalition"."""
_SHORT = re.compile(r"\s\((?:the )?[A-Z]{2}[A-Za-z&-]{0,8}\)")
"""A bracketed abbreviation, which parts nothing: "the Organisation ... (OIC) head"."""


def reading(text: str, lexicon: Actors, on: date | None = None, near: Sequence[str] = ()) -> Reading:
    """Who the phrase means by its own words and the lexicon as of a day. Never raises; an unknown phrase has no code.

    `near` holds countries and full names of the text around, which tell apart those who share an abbreviation.
    """
    text = _SIDED.sub("", _SHORT.sub("", text[:LONGEST]))
    phrase = read(text, lexicon, on, near)
    first = _composed(phrase, text, on)
    if phrase.beside is not None and first.person is None:
        second = _composed(read(phrase.beside, lexicon, on, near), phrase.beside, on)
        past = (
            phrase.beside.split()[0].casefold() in load_parties().past
            and first.sector is not None
            and second.person is not None
        )
        first = replace(first, person=second.person, name=second.person) if past else _also(first, second)
    if phrase.after is not None and first.sort is not Sort.BODY and not (first.told and first.person is not None):
        first = _joined(first, _composed(read(phrase.after, lexicon, on, near), phrase.after, on))
    return first


def _also(first: Reading, second: Reading) -> Reading:
    """For "FBI agent and terrorism specialist A. B.": one person with two titles, the nearer one his sector."""
    if second.sort is not Sort.AGENT or first.sort is not Sort.AGENT:
        return first
    if first.code == "UNSPEC" and second.code != "UNSPEC":
        return second
    if second.person is None:
        return first
    land = first.country or (first.body or "").partition(" ")[0] or None
    return second if second.body else replace(second, country=second.country or land)


def _joined(first: Reading, second: Reading) -> Reading:
    """The first part filled from the apposition: a name takes all of it, a title what it lacks."""
    if second.person is not None and second.sort in (None, Sort.PERSON) and first.sort is Sort.AGENT:
        same = replace(first, person=second.person, name=second.person, bare=False)
        return same if first.told or second.sort is None else second
    if first.told or (first.sort is None and first.person is not None and second.person is not None):
        return first
    if second.code is None or second.sort in (Sort.STATE, Sort.CAPITAL, Sort.TOWN, Sort.PEOPLE):
        return replace(first, country=first.country or second.country) if first.sector else first
    if first.sort is None or (first.sector is None and first.country is None):
        return replace(second, name=first.name, person=first.person) if first.person else first
    if second.body is not None and (first.sector is None or first.sector in (second.body.split()[-1], "GOV")):
        return replace(first, body=second.body)
    land = first.country or second.country or (second.body or "").partition(" ")[0] or None
    who = first.person or second.person
    return replace(
        first, country=land, sector=first.sector or second.sector, person=who, name=second.person or first.name
    )


def _composed(phrase: Phrase, text: str, on: date | None) -> Reading:
    """One noun phrase with its prepositional phrases, by what its head is."""
    base = _without_kind_of_place(named(phrase.base))
    known = [c for c in base if c.terms]
    if not known:
        return _unknown(phrase, text)
    head, before = known[-1], known[:-1]
    own, agent = head.term(), head.term(Sort.AGENT)
    last = base[-1] is head
    if own is not None and own.sort is Sort.PERSON and last:
        return titled(before, head, own, on)
    if own is not None and own.sort is not Sort.AGENT and last and not (agent and before):
        return _entity(own, before, head, text[:4].casefold() == "the ")
    holds = agent is not None and agent.code not in ("CVL", "UNSPEC", None)
    who = person(base, head, text) or (person_behind(phrase, text) if holds else None)
    if agent is None and own is not None:
        return _modified(known, own, who, phrase, text)
    return office(agent or head.terms[0], head, before, phrase, who or plain(phrase.base, text), who)


def _without_kind_of_place(base: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The base without the noun that only says what sort of place a town or province is: "Borno State"."""
    if len(base) > 1 and base[-1].key in PLACES and not base[-1].terms and base[-2].term(Sort.TOWN):
        return base[:-1]
    return base


def _unknown(phrase: Phrase, text: str) -> Reading:
    """A head that the lexicon does not know: a member of the body, or what is in the country, that the words name."""
    name = plain(phrase.base, text)
    head = phrase.base[-1].key if phrase.base else ""
    capitals = bool(phrase.base) and all(c.capital or c.key in PARTICLES for c in phrase.base)
    who = name if capitals and head not in PLACES else None
    of_body = lender([c for prep, chunks in phrase.tails if prep in ("of", "from", "with", "at", "by") for c in chunks])
    if of_body is not None:
        return Reading(name, body=of_body.code, head=head, person=who, sort=Sort.AGENT)
    first = [c for prep, chunks in phrase.tails[:1] if prep in ("of", "from", "in", "near") for c in chunks]
    near = [c for prep, chunks in phrase.tails[:1] if prep in ("of", "from") for c in chunks]
    land = country(first if who is None else near)
    return Reading(name, land, "CVL" if land and who is None and _human(head) else None, head=head, person=who)


def _entity(own: Term, before: Sequence[Chunk], head: Chunk, definite: bool) -> Reading:
    """A phrase that is a name: a body, a state, a capital that stands for its government, a people."""
    if own.sort is Sort.BODY:
        return _whole_body(own, before, head)
    if own.sort is Sort.CAPITAL:
        return Reading(f"Government of {own.name}", own.code, "GOV", head=head.key, sort=own.sort, bare=True)
    if own.sort is Sort.ETHNIC:
        return Reading(own.name, own.code or country(before), head=head.key, sort=own.sort, bare=True)
    people = own.sort is Sort.TOWN or (own.sort is Sort.PEOPLE and not definite)
    return Reading(own.name, own.code, "CVL" if people else None, head=head.key, sort=own.sort, bare=True)


def _whole_body(own: Term, before: Sequence[Chunk], head: Chunk) -> Reading:
    """A body by its name; the text's adjective gives the country that its code lacks ("the Spanish Red Cross")."""
    code, land = own.code or "", country(before)
    listed, _, sector = code.partition(" ")
    if (
        land and land != listed and listed not in KINDS and sector in _OFFICIAL
    ):  # namesakes: "Orlan's Central Commission"
        return Reading(own.name, body=f"{land} {sector}", head=head.key, sort=Sort.BODY)
    if land and code in KINDS and code not in ("UNSPEC", "IGO"):
        code = f"{land} {code}"
    return Reading(own.name, body=code or None, head=head.key, sort=Sort.BODY)


def _modified(known: Sequence[Chunk], own: Term, who: str | None, phrase: Phrase, text: str) -> Reading:
    """The head noun is not in the lexicon: a body lends its code, a country itself ("Moscow's war effort")."""
    name = who or plain(phrase.base, text)
    head = phrase.base[-1].key
    if own.sort in (Sort.BODY, Sort.PERSON):
        return Reading(name, body=own.code, head=head, person=who)
    return Reading(name, country(known), "CVL" if who is None and _human(head) else None, head=head, person=who)


def _human(noun: str) -> bool:
    """Whether an unknown noun is one for people by its ending: "loggers", "beekeeper", "cyclists"."""
    known = load_parties()
    return noun not in known.things and noun.endswith(tuple(known.human.words))
