"""What is known of actors before any text is read: states, peoples, bodies, armed groups, media, persons, agent nouns.

The text outranks it: what a document itself says of a name ("Hanneke Vos, the Dutch foreign minister") is read by
`resolve`. Codes are CAMEO/PLOVER's: ISO 3166 alpha-3, a space, a sector. A user's file of the same form is laid over what
is shipped: an entry with the name of a shipped one replaces it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec
import yaml

from whosays.lexicon.load import load
from whosays.lexicon.terms import Sort, Term, Word, bag, key, plural

KINDS: Mapping[str, str] = {
    "GOV": "government", "MIL": "armed_forces", "SPY": "intelligence", "COP": "government", "JUD": "government",
    "LEG": "government", "PTY": "party", "OPP": "party", "REB": "armed_group", "CVL": "public", "MED": "medium",
    "EDU": "public", "BUS": "company", "NGO": "ngo", "IGO": "body_of_states", "UNSPEC": "unnamed",
}  # fmt: skip
"""The kind of party (`whosays.model.SourceKind`) that a sector is."""


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state or territory. ``since`` and ``until`` are years for those that were.

    ``short`` names ("the North") mean the state only where the text names it otherwise too.
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named organ, group, medium or association with the code of who speaks when it speaks."""

    name: str
    code: str
    names: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    example: str | None = None


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person was and when; without dates where they are not sure. Both days count."""

    code: str
    office: str
    since: date | None = None
    until: date | None = None


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named person. ``names`` are other spellings and the short form where it is nobody else's."""

    name: str
    offices: tuple[Office, ...]
    names: tuple[str, ...] = ()


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A people without a state of its name: its armed men are rebels to the state they live in, where one is named.

    Not ``armed`` are faiths and wide peoples, whose leaders lead no army.
    """

    names: tuple[str, ...]
    code: str | None = None
    armed: bool = True


class Agents(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"counter": "not"}):
    """Nouns for those who act, by sector. ``weak`` nouns take the sector of what they belong to ("army spokesman")."""

    sector: str | None
    heads: tuple[str, ...]
    examples: Mapping[str, str | None]
    weak: bool = False
    alone: str = "context"
    counter: Mapping[str, str | None] = {}


class Actors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is known, and ``index``: folded words -> what they may stand for; ``longest``: how many words a key may have."""

    states: tuple[State, ...] = ()
    towns: Mapping[str, tuple[str, ...]] = {}
    peoples: tuple[People, ...] = ()
    bodies: tuple[Body, ...] = ()
    groups: tuple[Body, ...] = ()
    media: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    agents: tuple[Agents, ...] = ()
    index: Mapping[tuple[str, ...], tuple[Term, ...]] = {}
    longest: Mapping[str, int] = {}

    def at(self, phrase: Sequence[Word], start: int) -> tuple[int, tuple[Term, ...]]:
        """The longest term that starts at a word: how many words it has (0: none) and what it may stand for."""
        for n in range(min(self.longest.get(phrase[start].key, 0), len(phrase) - start), 0, -1):
            part = phrase[start : start + n]
            terms = self.index.get(tuple(w.key for w in part))
            if terms and (fit := tuple(t for t in terms if _fits(t, part))) and not self._shadowed(phrase, start, n):
                return n, fit
        return 0, ()

    def _shadowed(self, phrase: Sequence[Word], start: int, n: int) -> bool:
        """Whether a name with "the" only begins another: "the South African ...", "the Australian army"."""
        if phrase[start].key != "the" or n == 1:
            return False
        m, terms = self.at(phrase, start + 1)
        end = start + n
        adjective = any(t.sort is Sort.ADJECTIVE for t in terms)
        return start + 1 + m > end or (adjective and end < len(phrase) and phrase[end].text.islower())


_RANKS = bag("gen col capt lt maj sgt adm brig sen rep gov amb cpl pvt")
_CASED = _RANKS | bag("ngo ngos mp mps mep meps pm gi gis pow pows tv ceo uav uavs")
"""Nouns written in capitals: "Ngo" is a name, "rep" a word."""


def _fits(term: Term, part: Sequence[Word]) -> bool:
    """Names need a capital, acronyms all of theirs ("US" is not "us", "WHO" not "who")."""
    if term.sort is Sort.AGENT:
        return len(part) > 1 or _cased(part[0])
    if term.acronym:
        return all(w.text.upper() == w.text or len(part) > 1 for w in part)
    return any(c.isupper() or c.isdigit() for w in part for c in w.text)


def _cased(word: Word) -> bool:
    return word.key not in _CASED or word.text.rstrip("s.").isupper() or (word.capital and word.key in _RANKS)


@lru_cache(maxsize=4)
def load_actors(own: Path | None = None) -> Actors:
    """The shipped lexicon, with the user's file of the form of `Actors` laid over it where one is given.

    Raises ``ValueError`` naming the entry where a file does not fit, ``OSError`` where it can't be read.
    """
    shipped = Actors(
        states=load("states", tuple[State, ...]),
        towns=load("towns", dict[str, tuple[str, ...]]),
        peoples=load("peoples", tuple[People, ...]),
        bodies=load("bodies", tuple[Body, ...]),
        groups=load("groups", tuple[Body, ...]),
        media=load("media", tuple[Body, ...]),
        people=load("people", tuple[Person, ...]),
        agents=load("agents", tuple[Agents, ...]),
    )
    if own is not None:
        shipped = merged(shipped, _own(own))
    return indexed(shipped)


def _own(path: Path) -> Actors:
    """The user's list. Raises ``ValueError`` with one line that says what does not fit."""
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is not YAML: {' '.join(str(error).split())}") from error
    try:
        return msgspec.convert(given, Actors)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(f"{path}: {error}") from error


def merged(shipped: Actors, own: Actors) -> Actors:
    """The user's entries before the shipped ones; a shipped entry of the same name goes."""

    def over(mine: tuple[object, ...], theirs: tuple[object, ...]) -> tuple[object, ...]:
        names = {getattr(e, "name", None) for e in mine} - {None}
        return (*mine, *(e for e in theirs if getattr(e, "name", None) not in names))

    fields = ("states", "peoples", "bodies", "groups", "media", "people", "agents")
    laid = {f: over(getattr(own, f), getattr(shipped, f)) for f in fields}
    towns = {c: (*own.towns.get(c, ()), *shipped.towns.get(c, ())) for c in {*shipped.towns, *own.towns}}
    return msgspec.convert(laid | {"towns": dict(sorted(towns.items()))}, Actors, from_attributes=True)


def indexed(actors: Actors) -> Actors:
    """The same knowledge with its index built."""
    found: dict[tuple[str, ...], list[Term]] = {}
    for name, term in _terms(actors):
        k = key(name)
        if k and term not in (at := found.setdefault(k, [])):
            at.append(term)
    index = {k: tuple(v) for k, v in found.items()}
    longest: dict[str, int] = {}
    for k in index:
        longest[k[0]] = max(longest.get(k[0], 0), len(k))
    return msgspec.structs.replace(actors, index=index, longest=longest)


def _terms(actors: Actors) -> Iterator[tuple[str, Term]]:
    """Every name with its term; the surest sorts first."""
    for body in (*actors.bodies, *actors.groups, *actors.media):
        kind = kind_of(body.code)
        for name in (body.name, *body.names):
            yield name, Term(Sort.BODY, body.name, body.code, kind, body.since, body.until, _acronym(name))
    yield from _places(actors)
    for people in actors.peoples:
        for name in people.names:
            yield name, Term(Sort.ETHNIC, people.names[0], people.code, weak=not people.armed)
    for person in actors.people:
        for name in (person.name, *person.names):
            for o in person.offices:
                yield name, Term(Sort.PERSON, person.name, o.code, "person", o.since, o.until)
    for group in actors.agents:
        for head in group.heads:
            term = Term(
                Sort.AGENT, head, group.sector, KINDS.get(group.sector or ""), weak=group.weak, alone=group.alone
            )
            yield head, term
            yield plural(head), term


def _places(actors: Actors) -> Iterator[tuple[str, Term]]:
    for state in actors.states:
        since = date(state.since, 1, 1) if state.since else None
        until = date(state.until, 12, 31) if state.until else None
        of_sort = (
            (Sort.STATE, (state.name, *state.names)),
            (Sort.ADJECTIVE, state.adjectives),
            (Sort.PEOPLE, state.people),
            (Sort.CAPITAL, state.capitals),
        )
        for sort, names in of_sort:
            for name in names:
                yield name, Term(sort, state.name, state.code, "government", since, until, _acronym(name))
        for name in state.short:
            yield name, Term(Sort.STATE, state.name, state.code, "government", since, until, alone="near")
    for code, towns in actors.towns.items():
        for name in towns:
            yield name, Term(Sort.TOWN, name, code)


def _acronym(name: str) -> bool:
    bare = name.replace(".", "").replace("-", "")
    return bare.isupper() and " " not in bare and len(bare) <= 6


def kind_of(code: str | None) -> str | None:
    """The kind of party that a code stands for; None for a country alone and for no code."""
    return next((KINDS[part] for part in (code or "").split() if part in KINDS), None)
