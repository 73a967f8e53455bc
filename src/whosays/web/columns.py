"""Sources -> the columns of the matrix: organs of a state by their code, everyone else by name; in three groups.

A column may hold several speakers (a president and his ministry): each is named in the evidence, none is merged in the record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from babel import Locale
from babel.core import get_global

from whosays.findings import Balance, Holder
from whosays.model import EventType, SourceKind

_ORGANS = {
    "GOV": "government",
    "MIL": "armed forces",
    "SPY": "intelligence",
    "COP": "police",
    "JUD": "courts",
    "LEG": "parliament",
}
_FIGHTING = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT})
PARTY_SHARE = 0.1
"""Share of the fighting, the sending and the withdrawing that a country must take part in to be a party to it."""
SHORT = {"USA": "United States", "GBR": "United Kingdom", "KOR": "South Korea", "PRK": "North Korea", "RUS": "Russia"}


class Group(StrEnum):
    PARTIES = "Parties"
    THIRD = "Third states and others"
    OWN = "Unnamed or own voice"


@dataclass(frozen=True, slots=True)
class Column:
    """`head` and `under` are its two lines; `claims` how many its sources make in the whole case."""

    key: str
    head: str
    under: str
    group: Group
    claims: int

    @property
    def name(self) -> str:
        return f"{self.head}, {self.under}" if self.under else self.head


def column(holder: Holder) -> str:
    """The key of the column that a source stands in."""
    code = holder.code
    if holder.kind is SourceKind.PUBLISHER or code == "publisher":
        return "own"
    if code is None and not holder.name:
        return "unresolved"
    if code == "UNSPEC":
        return "unnamed"
    if code and (code.startswith("IGO") or code.partition(" ")[2] in _ORGANS):
        return code
    return holder.key


def columns(balance: Balance) -> tuple[Column, ...]:
    """All columns: parties first, then others, then those without a name; in each country by country, the most heard first."""
    heard: Counter[str] = Counter()
    holders: dict[str, dict[Holder, None]] = defaultdict(dict)
    for posting in balance.postings:
        key = column(posting.source)
        heard[key] += 1
        holders[key][posting.source] = None
    parties = _parties(balance)
    found = [_column(key, holders[key], heard[key], parties) for key in heard]
    weight = Counter[tuple[Group, str]]()
    for c in found:
        weight[c.group, c.head] += c.claims
    rank = {group: n for n, group in enumerate(Group)}
    return tuple(sorted(found, key=lambda c: (rank[c.group], -weight[c.group, c.head], c.head, -c.claims, c.key)))


def _parties(balance: Balance) -> frozenset[str]:
    """The countries that fight, send soldiers or withdraw in the case's propositions, or that it is done to."""
    fighting = [f for f in balance.findings if f.type in _FIGHTING]
    lands = Counter(
        land
        for f in fighting
        for land in {(h.code or "").split(" ")[0] for h in (f.actor, f.recipient) if h is not None}
        if len(land) == 3 and land.isupper()
    )
    return frozenset(land for land, n in lands.items() if n >= max(2, PARTY_SHARE * len(fighting)))


def _column(key: str, holders: Iterable[Holder], claims: int, parties: frozenset[str]) -> Column:
    if key == "own":
        return Column(key, "Reports", "own voice", Group.OWN, claims)
    if key == "unnamed":
        return Column(key, "Not named", "no source", Group.OWN, claims)
    if key == "unresolved":
        return Column(key, "Unclear", "who it is", Group.OWN, claims)
    first = next(iter(holders))
    land, _, sector = (first.code or "").partition(" ")
    name = country(land)
    group = Group.PARTIES if land in parties else Group.THIRD
    names = {h.name for h in holders if h.name}
    if name is None:
        return Column(
            key, first.name or first.text or key, _kind(first, sector if land == "IGO" else ""), group, claims
        )
    if sector in _ORGANS:
        persons = {h.name for h in holders if h.kind is SourceKind.PERSON and h.name}
        one = next(iter(names)) if len(names) == 1 and persons == names else None
        return Column(key, name, one.split()[-1] if one else _ORGANS[sector], group, claims)
    return Column(key, first.name or first.text or name, f"{name}", group, claims)


def _kind(holder: Holder, sector: str) -> str:
    return "body of states" if sector else str(holder.kind or "").replace("_", " ")


def party(code: str) -> str:
    """Who a code stands for, in one line: "North Korea, armed forces"; the code itself where it is none of ours."""
    land, _, sector = code.partition(" ")
    if land in _ORGANS:
        return f"{_ORGANS[land]}, whose is not told"
    return ", ".join(filter(None, (country(land), _ORGANS.get(sector)))) or code


@lru_cache(maxsize=512)
def country(land: str) -> str | None:
    """The short English name of a country by its alpha-3 code; None where it is none."""
    if land in SHORT:
        return SHORT[land]
    two = _twos().get(land)
    return Locale("en").territories.get(two) if two else None


@lru_cache(maxsize=1)
def _twos() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {three: twos[0] for three, twos in aliases.items() if len(three) == 3 and three.isalpha() and len(twos) == 1}
