"""A phrase -> who it is: the head noun's sector and the country of what stands around it, put together.

"Ukrainian army leaders" are UKR MIL, "the president's spokesman" speaks for a government, "Moscow's forces" are an army and
"soldiers from North Korea" North Korea's. A named body lends its code to its people ("FARC guerrillas", "a UN official").
What the words don't say stays None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from whosays.lexicon.actors import KINDS, Actors, kind_of
from whosays.lexicon.terms import Sort, Term
from whosays.resolve.phrase import BELONGING, PLACES, QUALIFIERS, Chunk, Phrase, read

_COUNTRY = (Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL, Sort.TOWN)
_LOCAL = frozenset({"CVL", "UNSPEC", "EDU"})
_NAMELESS = frozenset("unidentified unknown unnamed unspecified masked mystery suspected".split())
_PRESIDING = frozenset({"president", "vice president", "deputy president", "presidents", "secretary"})
"""Who presides over a parliament, a court or a company is of its sector; over a country, its government."""
_WESTERN = frozenset({"western", "foreign", "regional"})


@dataclass(frozen=True, slots=True)
class Reading:
    """Who a phrase means, as far as its own words say. ``code`` is whole for a named body ("IGO UNO"), else None.

    ``head`` is the head noun's key (for "the ministry" further on), ``person`` the words that name a person, ``sort`` what
    the head is in the lexicon, ``alone`` whether the text's own country may be filled in; ``bare`` where nothing
    stands beside the noun, ``strange`` where an unknown name does ("the Asad regime").
    """

    name: str | None
    country: str | None = None
    sector: str | None = None
    body: str | None = None
    head: str = ""
    person: str | None = None
    sort: Sort | None = None
    alone: str = "none"
    bare: bool = False
    strange: bool = False

    @property
    def code(self) -> str | None:
        """The code that the words alone give; a bare sector where they name no country."""
        if self.body is not None:
            return self.body
        if self.sort is Sort.AGENT and self.alone == "none" and self.country is None and self.bare:
            return None
        if self.sector == "UNSPEC" or (self.alone == "unspec" and self.country is None and self.sector is not None):
            return "UNSPEC"
        return " ".join(p for p in (self.country, self.sector) if p) or None

    @property
    def kind(self) -> str | None:
        if self.person is not None:
            return "person"
        return kind_of(self.code) or ("government" if self.sort is Sort.STATE else "public" if self.sort is Sort.PEOPLE else None)


def reading(text: str, lexicon: Actors, on: date | None = None, near: Sequence[str] = ()) -> Reading:
    """Who the phrase means by its own words and the lexicon as of a day. Never raises; an unknown phrase has no code.

    `near` holds countries and full names of the text around, which tell apart those who share an abbreviation.
    """
    phrase = read(text, lexicon, near)
    first = _composed(phrase, text, on)
    if phrase.beside is not None and first.person is None:
        first = _also(first, _composed(read(phrase.beside, lexicon, near), phrase.beside, on))
    for behind in phrase.after:
        if first.body is None and (first.country is None or first.sector is None or first.person is None):
            second = _composed(read(behind, lexicon, near), behind, on)
            first = _joined(first, second)
    return first


def _also(first: Reading, second: Reading) -> Reading:
    """For "FBI agent and terrorism specialist A. B.": one person with two titles, the nearer one his sector."""
    if second.sort is not Sort.AGENT or first.sort is not Sort.AGENT:
        return first
    if first.code == "UNSPEC" and second.code != "UNSPEC":
        return second
    land = first.country or (first.body or "").partition(" ")[0] or None
    if second.person is None:
        return first
    return second if second.body else replace(second, country=second.country or land)


def _joined(first: Reading, second: Reading) -> Reading:
    """The first part filled from the apposition: a name takes all of it, a title what it lacks."""
    if second.person is not None and second.sort is None and first.sort is Sort.AGENT:
        return replace(first, person=second.person, name=second.person, bare=False)
    if first.country is not None and first.sector is not None:
        return first
    if second.code is None or second.sort in (Sort.STATE, Sort.CAPITAL, Sort.TOWN, Sort.PEOPLE):
        return replace(first, country=first.country or second.country) if first.sector else first
    if first.sort is None or (first.sector is None and first.country is None):
        return replace(second, name=first.name, person=first.person) if first.person else first
    if second.body is not None and (first.sector is None or first.sector in (second.body.split()[-1], "GOV")):
        return replace(first, body=second.body)
    country = first.country or second.country or (second.body or "").partition(" ")[0] or None
    name = second.person or first.name
    return replace(first, country=country, sector=first.sector or second.sector, person=first.person or second.person, name=name)


def _composed(phrase: Phrase, text: str, on: date | None) -> Reading:
    base = _named(phrase.base, on)
    known = [c for c in base if c.terms]
    if known and len(known) > 0 and phrase.base[-1].key in PLACES and known[-1] is not base[-1] and known[-1].term(on, Sort.TOWN):
        base = base[: base.index(known[-1]) + 1]
    if not known:
        name = _plain(phrase.base, text)
        head_key = phrase.base[-1].key if phrase.base else ""
        named = bool(phrase.base) and all(c.capital or c.key in _PARTICLES for c in phrase.base)
        person = name if named and head_key not in PLACES else None
        return _unknown(name, person, head_key, phrase, on)
    head = known[-1]
    agent = head.term(on, Sort.AGENT)
    office = agent is not None and agent.code not in ("CVL", "UNSPEC", None)
    person = _person(base, head, text) or (_person_behind(phrase, text) if office else None)
    own = head.term(on)
    whole = own is not None and own.sort is not Sort.AGENT and base[-1] is head and not (agent and len(known) > 1)
    if own is not None and own.sort is Sort.PERSON and base[-1] is head:
        return _titled(known[:-1], head, own, on)
    if whole and own is not None:
        return _entity(own, known[:-1], head, text[:4].casefold() == "the ", on)
    if own is not None and own.sort is not Sort.AGENT and agent is None:
        return _bare_modifier(known, head, own, person, phrase, text, on)
    noun = agent if agent is not None else own
    if noun is None:
        return Reading(_plain(phrase.base, text))
    return _agent(noun, head, known[:-1], phrase, _name(person, phrase, text), person, on)


def _unknown(name: str | None, person: str | None, head: str, phrase: Phrase, on: date | None) -> Reading:
    """A head that the lexicon does not know: a member of the body, or what is in the country, that the words name."""
    of_body = _body([c for prep, chunks in phrase.tails if prep in ("of", "from", "with", "at", "by") for c in chunks], on)
    if of_body is not None:
        return Reading(name, body=of_body.code, head=head, person=person, sort=Sort.AGENT)
    first = [c for prep, chunks in phrase.tails[:1] if prep in ("of", "from", "in", "near") for c in chunks]
    if person is None and first and (land := _country(first, on)) is not None:
        return Reading(name, land, head=head)
    return Reading(name, person=person, head=head)


_PARTICLES = frozenset("al el bin ibn bint abu abd abdul von van der den de del della dela da di la le du dos das ben ould st ter ten jr sr".split())


def _named(base: tuple[Chunk, ...], on: date | None) -> tuple[Chunk, ...]:
    """Towns and states that stand inside an unknown name ("Paris Hilton", "Jordan Peele") are no places."""
    kept: list[Chunk] = []
    for i, chunk in enumerate(base):
        term = chunk.term(on)
        if term is not None and term.sort is Sort.BODY and (noun := _foreign(chunk, base[:i], on)) is not None:
            kept.append(noun)
            continue
        if term is not None and term.sort in _PLACELIKE and _in_name(base, i, on):
            kept.append(replace(chunk, terms=()))
            continue
        organised = any(c.term(on, Sort.AGENT) for c in base[i + 1 :])
        if term is not None and term.sort in (Sort.STATE, Sort.CAPITAL, Sort.TOWN) and not term.acronym and not organised:
            after = base[i + 1 : i + 2]
            before = base[i - 1 : i] if i and term.sort is Sort.TOWN else ()
            beside = [c for c in (*after, *before) if not c.terms and c.capital and c.key != "'s" and c.key not in QUALIFIERS | PLACES]
            if beside and (term.sort is Sort.TOWN or not i or not base[i - 1].terms):
                kept.append(replace(chunk, terms=()))
                continue
        kept.append(chunk)
    return tuple(kept)


_PLACELIKE = (Sort.STATE, Sort.CAPITAL, Sort.TOWN, Sort.ETHNIC, Sort.PEOPLE, Sort.ADJECTIVE)


def _in_name(base: tuple[Chunk, ...], i: int, on: date | None) -> bool:
    """Whether a place's word at `i` ends a person's name behind a title: "leader Tarik Berlin"."""
    before = base[i - 1] if i else None
    unknown = before is not None and not before.terms and before.capital and before.key not in QUALIFIERS
    return unknown and i + 1 == len(base) and any(c.term(on, Sort.AGENT) for c in base[: i - 1])


def _foreign(chunk: Chunk, before: tuple[Chunk, ...], on: date | None) -> Chunk | None:
    """A body's bare noun under another country's adjective ("the Nigerian Congress"): the noun, or no known word."""
    body = chunk.term(on, Sort.BODY)
    code = (body.code or "").split() if body else []
    if len(code) < 2 or len(chunk.words) > 1 or code[0] in KINDS or code[1] in ("REB", "NGO", "MED"):
        return None
    lands = {t.code for c in before if (t := c.term(on, *_COUNTRY))}
    if not lands or code[0] in lands:
        return None
    return replace(chunk, terms=tuple(t for t in chunk.terms if t.sort is Sort.AGENT))


def _person(base: tuple[Chunk, ...], head: Chunk, text: str) -> str | None:
    """The unknown capitalised words behind the titles: a person's name."""
    tail = base[base.index(head) + 1 :]
    while tail and not tail[0].capital and tail[0].key not in _PARTICLES:
        tail = tail[1:]
    if not tail or not any(c.capital for c in tail) or any(c.key == "'s" for c in tail):
        return None
    return text[tail[0].start : tail[-1].end]


def _person_behind(phrase: Phrase, text: str) -> str | None:
    """The name at the end of "US ambassador to the United Nations Nikki Haley"."""
    for prep, chunks in phrase.tails[-1:]:
        known = [i for i, c in enumerate(chunks) if c.terms]
        tail = chunks[known[-1] + 1 :] if known and prep in ("to", "of", "for", "in") else ()
        if tail and all(c.capital for c in tail):
            return text[tail[0].start : tail[-1].end]
        last = chunks[-1].term(None, Sort.PERSON) if chunks else None
        if len(known) > 1 and last is not None and prep in ("to", "of", "for"):
            return last.name
    return None


def _plain(base: tuple[Chunk, ...], text: str) -> str | None:
    """The words of the base without its opening determiners."""
    if not base:
        return text.strip() or None
    return text[base[0].start : base[-1].end] or None


def _name(person: str | None, phrase: Phrase, text: str) -> str | None:
    return person or _plain(phrase.base, text)


def _titled(titles: list[Chunk], head: Chunk, own: Term, on: date | None) -> Reading:
    """A known person: the office that the text gives him outranks the list's, where it names the country too."""
    country, sector = own.code or "", None
    title = next((t for c in reversed(titles) if (t := c.term(on, Sort.AGENT))), None)
    land = next((t.code for c in titles if (t := c.term(on, *_COUNTRY))), None)
    if title is not None and not title.weak and on is None:
        own = next((t for t in head.terms if t.sort is Sort.PERSON and t.code and t.code.endswith(title.code or " ")), own)
    known = own.code.split() if own.code else []
    role = title.name if title is not None else head.key
    body = next((t.code for c in titles if (t := c.term(on, Sort.BODY))), None)
    country = land or (known[0] if known else "")
    sector = title.code if title is not None and title.code and not title.weak and land else (known[1] if len(known) > 1 else None)
    if land is None and body is None or not known or known[0] in ("IGO", "REB", "NGO"):
        return Reading(own.name, body=own.code, head=role, person=own.name, sort=Sort.PERSON)
    if body is not None and land is None:
        return Reading(own.name, body=body, head=role, person=own.name, sort=Sort.AGENT)
    return Reading(own.name, country=country, sector=sector, head=role, person=own.name, sort=Sort.AGENT)


def _entity(own: Term, before: list[Chunk], head: Chunk, definite: bool, on: date | None) -> Reading:
    """A phrase that is a name: a body, a state, a capital that stands for its government, a people."""
    if own.sort is Sort.BODY:
        return _whole_body(own, before, head, on)
    if own.sort is Sort.CAPITAL:
        return Reading(f"Government of {own.name}", own.code, "GOV", head=head.key, sort=own.sort, bare=True)
    if own.sort is Sort.TOWN:
        return Reading(own.name, own.code, "CVL", head=head.key, sort=own.sort, bare=True)
    if own.sort is Sort.ETHNIC:
        country = own.code or _country(before, on)
        return Reading(own.name, country, head=head.key, sort=own.sort, alone="none", bare=True)
    if own.sort is Sort.PEOPLE and not definite:
        return Reading(own.name, own.code, "CVL", head=head.key, sort=own.sort, bare=True)
    return Reading(own.name, own.code, head=head.key, sort=own.sort, bare=True)


def _whole_body(own: Term, before: list[Chunk], head: Chunk, on: date | None) -> Reading:
    code, country = own.code or "", _country(before, on)
    if country and code in KINDS and code not in ("UNSPEC", "IGO"):
        code = f"{country} {code}"
    return Reading(own.name, body=code or None, head=head.key, sort=Sort.BODY)


def _country(chunks: list[Chunk], on: date | None) -> str | None:
    for chunk in chunks:
        term = chunk.term(on)
        if term is None:
            continue
        if term.sort in _COUNTRY or term.sort is Sort.ETHNIC:
            if term.code:
                return term.code
        elif term.sort in (Sort.BODY, Sort.PERSON) and term.code:
            first = term.code.split()[0]
            if len(first) == 3 and first not in KINDS:
                return first
    return None


def _bare_modifier(
    known: list[Chunk], head: Chunk, own: Term, person: str | None, phrase: Phrase, text: str, on: date | None
) -> Reading:
    """The head noun is not in the lexicon: a body lends its code, a country itself ("Moscow's war effort")."""
    name = _name(person, phrase, text)
    if own.sort in (Sort.BODY, Sort.PERSON):
        return Reading(name, body=own.code, head=phrase.base[-1].key, person=person, sort=None)
    return Reading(name, _country(known, on), head=phrase.base[-1].key, person=person, sort=None, alone="none")


def _agent(
    own: Term, head: Chunk, before: list[Chunk], phrase: Phrase, name: str | None, person: str | None, on: date | None
) -> Reading:
    """A head noun of the lexicon with what stands around it."""
    tails = [c for prep, chunks in phrase.tails if prep in BELONGING for c in chunks]
    belongs = own.weak or own.code in ("MIL", "REB", "NGO", "UNSPEC") or head.key in _PRESIDING
    of_body = _body(before, on) or (_body(_tail(phrase, own), on) if belongs else None)
    sector = _sector(own, head, before, _tail(phrase, own), on)
    strange = person is None and any(c.capital and not c.terms and c.key not in QUALIFIERS for c in phrase.base[1:-1])
    alone = "context" if own.weak and sector not in (own.code, "UNSPEC", None) else own.alone
    known = Reading(name, None, sector, head=head.key, person=person, sort=Sort.AGENT, alone=alone, bare=not before and not phrase.tails, strange=strange)
    if any(w in _NAMELESS for w in _keys(phrase)) and sector == "REB":
        return replace(known, sector="UNSPEC", alone="unspec")
    if of_body is not None and (lent := _lent(of_body, own, sector)) is not None:
        return replace(known, body=lent)
    country = _country(before, on) or (_country(tails, on) if _says_country(phrase, own) else None)
    if own.code == "IGO" and not own.weak:
        return replace(known, body=_force(head.key), country=None)
    if country is None and any(w in _WESTERN for w in _keys(phrase)):
        return replace(known, sector="UNSPEC", alone="unspec")
    if own.code == "UNSPEC" and sector == "UNSPEC" and country is not None and own.weak:
        sector = "GOV"
    if own.code == "UNSPEC" and not own.weak:
        country = None
    return replace(known, country=country, sector=sector)


def _force(key: str) -> str:
    if "coalition" in key:
        return "IGO COALITION"
    return "IGO UNO" if any(w in key for w in ("peacekeep", "helmet", "blue")) else "IGO"


def _keys(phrase: Phrase) -> tuple[str, ...]:
    """The words of the base that the lexicon does not know: plain adjectives, for one."""
    return tuple(c.key for c in phrase.base if not c.terms)


def _tail(phrase: Phrase, own: Term) -> list[Chunk]:
    """The chunks that say what the head belongs to: "of", "from", "with", not where somebody happens to be."""
    preps = ("of", "from", "with", "for", "at", "within", "inside", "in", "by") if own.weak or own.code == "UNSPEC" else ("of", "from", "with", "for", "at")
    return [c for prep, chunks in phrase.tails if prep in preps for c in chunks]


def _says_country(phrase: Phrase, own: Term) -> bool:
    """Diplomats in a capital are not its own; a wounded soldier in one may be anybody's."""
    if own.code == "UNSPEC":
        return any(prep in ("of", "from") for prep, _ in phrase.tails)
    return True


def _body(chunks: list[Chunk], on: date | None) -> Term | None:
    for chunk in reversed(chunks):
        term = chunk.term(on)
        if term is not None and term.sort in (Sort.BODY, Sort.PERSON) and term.code:
            return term
    return None


def _lent(body: Term, own: Term, sector: str | None) -> str | None:
    """The code that a named body or person gives to its people, or None where the noun says otherwise."""
    code = body.code or ""
    country = code.split()[0] if code else ""
    if country == "IGO" or own.weak or own.code == "UNSPEC" or (own.name in _PRESIDING and body.sort is Sort.BODY):
        return f"{country} GOV" if body.sort is Sort.PERSON and own.weak and own.code == "GOV" and len(country) == 3 and country not in KINDS else code
    if body.sort is Sort.PERSON:
        return f"{country} {sector}" if len(country) == 3 and country not in KINDS and sector else code
    if own.code in ("MIL", "REB", "CVL", "NGO", "BUS", "MED", "EDU") and code.split()[-1] in ("REB", "MIL", "NGO", "MED", "SPY", "COP", "EDU", "BUS"):
        return code if own.code in ("MIL", "REB", "NGO") or own.code == code.split()[-1] or code.endswith("REB") else None
    if len(country) == 3 and country not in KINDS and sector:
        return f"{country} {sector}"
    return code


def _sector(own: Term, head: Chunk, before: list[Chunk], tails: list[Chunk], on: date | None) -> str | None:
    """The head's own sector, or for a weak noun that of what it belongs to."""
    beside = [t for c in reversed(before) if (t := c.term(on, Sort.AGENT, Sort.ETHNIC))]
    ethnic = any(t.sort is Sort.ETHNIC for t in beside)
    codes = [t.code for t in beside if t.sort is Sort.AGENT and t.code and t.code != "UNSPEC" and (not t.weak or t.code != "GOV")]
    if head.key in _PRESIDING:
        behind = [t.code for c in tails[:3] if (t := c.term(on, Sort.AGENT)) and not t.weak]
        return behind[0] if behind and behind[0] in ("LEG", "JUD", "EDU", "BUS", "NGO", "PTY") else own.code
    if own.code == "MIL" and ("REB" in codes or "OPP" in codes or ethnic):
        return "REB"
    if not own.weak:
        return own.code
    if codes:
        return "MIL" if codes[0] == "GOV" and own.code == "MIL" else codes[0]
    if ethnic and any(w in head.key for w in ("leader", "chief", "commander", "fighter", "group", "force")):
        return "REB"
    behind = [t.code for c in tails if (t := c.term(on, Sort.AGENT)) and t.code and t.code != "UNSPEC" and not t.weak]
    return behind[0] if behind else own.code
