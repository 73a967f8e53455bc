"""A book and a query -> Places: where claims say that things happened, each drawn no closer than its words, and their claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whosays.findings import Posting, Spot
from whosays.model import PlacePrecision, Position
from whosays.web.atlas import Box, outline
from whosays.web.book import Book
from whosays.web.evidence import Shown, Words, shown
from whosays.web.query import Query, address, kept
from whosays.web.sifted import sifted
from whosays.web.spots import Sort, extent, read_as, sort, spot_id
from whosays.web.told import count, unhappened

LISTED, READ, SHOWN = 200, 1_000, 6
"""Places listed, claims whose words for their place are read, and claims of the chosen place shown with theirs."""
WIDEST, HIGHEST = 26.0, 16.0
"""Degrees that a map shows at most, unless one place is wider."""
NARROWEST, LOWEST = 7.0, 4.6


@dataclass(frozen=True, slots=True)
class Place:
    """A place with how many claims name it: ``happened`` say that something happened there, ``rejected`` that it did not.

    ``words`` are those of the texts; ``against`` says why nothing counts as happened there ("denied", "planned"), "" where
    something does; ``seen`` whether it is within the map's view.
    """

    id: str
    words: tuple[str, ...]
    read_as: str
    name: str
    sort: Sort
    spot: Spot
    claims: int
    happened: int
    rejected: int
    against: str
    seen: bool
    chosen: bool
    link: str

    @property
    def label(self) -> str:
        """What stands beside it on the map."""
        more = f" ({self.against})" if self.against else f", {count(self.rejected, 'denial')}" if self.rejected else ""
        return f"{self.name}, {count(self.claims, 'claim')}{more}"


@dataclass(frozen=True, slots=True)
class PlacePane:
    """The chosen place: its claims with their words, and where all of them are listed."""

    heading: str
    sort: str
    shown: tuple[Shown, ...]
    claims: int
    list_link: str


@dataclass(frozen=True, slots=True)
class Places:
    """``view`` is what the map shows, None where nothing can be drawn; ``places`` by their claims, the most first.

    ``unplaced`` claims name no place; ``more`` places are not listed.
    """

    places: tuple[Place, ...]
    view: Box | None
    claims: int
    unplaced: int
    more: int
    pane: PlacePane | None

    @property
    def nowhere(self) -> tuple[Place, ...]:
        return tuple(p for p in self.places if p.sort is Sort.NOWHERE)

    @property
    def drawn(self) -> tuple[Place, ...]:
        return tuple(p for p in self.places if p.sort is not Sort.NOWHERE)


@dataclass(frozen=True, slots=True)
class Located:
    """A place as the gazetteer has it, with the claims that name it; ``happened`` are those that say something happened there."""

    id: str
    place: Spot
    claims: tuple[str, ...]
    happened: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    id: str
    spot: Spot
    words: tuple[str, ...]
    claims: tuple[Posting, ...]


def places(book: Book, words: Words, query: Query) -> Places:
    """The places of the claims in sight, around the one that the query names; around the most told of, where it names none."""
    claims = sifted(book, query)
    groups = _groups([c for c in claims if c.place], words)
    listed = groups[:LISTED]
    chosen = next((g for g in groups if g.id == query.at), None)
    view = _view(listed, chosen)
    return Places(
        places=tuple(_place(g, query, view, g is chosen) for g in listed),
        view=view,
        claims=sum(len(g.claims) for g in groups),
        unplaced=sum(c.place is None for c in claims),
        more=len(groups) - len(listed),
        pane=_pane(book, words, query, chosen or next((g for g in listed if _extent(g)), next(iter(listed), None))),
    )


def located(book: Book) -> tuple[Located, ...]:
    """The places of all claims of the book, by their id."""
    of: dict[Spot, list[Posting]] = defaultdict(list)
    for claim in book.balance.postings:
        if claim.place:
            of[claim.place].append(claim)
    made = (
        Located(spot_id(spot), spot, tuple(c.id for c in claims), tuple(c.id for c in claims if c.happened))
        for spot, claims in of.items()
    )
    return tuple(sorted(made, key=lambda p: p.id))


def of_place(book: Book, words: Words, query: Query) -> frozenset[str]:
    """The claims of the place that the query names, among those in sight."""
    groups = _groups([c for c in sifted(book, query) if c.place], words)
    return frozenset(c.id for g in groups if g.id == query.at for c in g.claims)


def _groups(claims: Sequence[Posting], words: Words) -> list[_Group]:
    """One for each place, the most told of first."""
    by_spot: dict[Spot, list[Posting]] = defaultdict(list)
    for claim in claims:
        if claim.place:
            by_spot[claim.place].append(claim)
    said = _said(by_spot, words)
    found: dict[str, list[Posting]] = defaultdict(list)
    for spot, of in by_spot.items():
        ids = {text: spot_id(spot, text) for text in {said.get(c.id, "") for c in of}}
        for claim in of:
            found[ids[said.get(claim.id, "")]].append(claim)
    groups = [_Group(id_, of[0].place, _most(of, said), tuple(of)) for id_, of in found.items() if of[0].place]
    return sorted(groups, key=lambda g: (-len(g.claims), g.spot.name or "", g.id))


def _said(by_spot: Mapping[Spot, Sequence[Posting]], words: Words) -> dict[str, str]:
    """The words for their place of claims: of all where places are told apart by their words, else of the first few."""
    loose = (PlacePrecision.NONE, PlacePrecision.PART_OF_COUNTRY)
    asked = [c.id for spot, of in by_spot.items() for c in (of if spot.precision in loose else of[:SHOWN])]
    found = words.records(asked[:READ]).items()
    return {c: r.event.place.text for c, r in found if r.event and r.event.place}


def _most(claims: Sequence[Posting], said: Mapping[str, str]) -> tuple[str, ...]:
    told = Counter(said[c.id] for c in claims if c.id in said)
    return tuple(words for words, _ in told.most_common(3))


def _place(group: _Group, query: Query, view: Box | None, chosen: bool) -> Place:
    spot, claims = group.spot, group.claims
    words = group.words[0] if group.words else spot.name or ""
    why = Counter(unhappened(c.status, c.position) for c in claims)
    at = extent(spot, words)
    return Place(
        id=group.id,
        words=group.words,
        read_as=read_as(spot, words),
        name=_name(spot, words),
        sort=Sort.NOWHERE if at is None and sort(spot) is Sort.VAGUE else sort(spot),
        spot=spot,
        claims=len(claims),
        happened=why[""],
        rejected=sum(c.position is Position.REJECTS for c in claims),
        against="" if why[""] else why.most_common(1)[0][0],
        seen=at is not None and view is not None and _meet(at, view),
        chosen=chosen,
        link=address("/places", query, at=group.id),
    )


def _name(spot: Spot, words: str) -> str:
    """What a place goes by on the map: where it has no place of its own, the text's words."""
    if spot.name is None or spot.precision is PlacePrecision.PART_OF_COUNTRY:
        return f"“{words}”"
    return f"near {spot.name}" if spot.precision is PlacePrecision.NEAR else spot.name


def _view(groups: Sequence[_Group], chosen: _Group | None) -> Box | None:
    """Around the chosen place, else the most told of; others are taken in as long as they fit, the most told of first."""
    around: Box | None = None
    for group in [*([chosen] if chosen else []), *groups]:
        at = _extent(group)
        if at is None:
            continue
        wider = at if around is None else _over(around, at)
        if around is None or (wider[2] - wider[0] <= WIDEST and wider[3] - wider[1] <= HIGHEST):
            around = wider
    return _roomy(around) if around else None


def _extent(group: _Group) -> Box | None:
    return extent(group.spot, group.words[0] if group.words else "")


def _roomy(view: Box) -> Box:
    """With some land around."""
    west, south, east, north = view
    wide = max(NARROWEST, (east - west) * 1.5)
    high = max(LOWEST, (north - south) * 1.5)
    x, y = (west + east) / 2, (south + north) / 2
    return x - wide / 2, max(-85.0, y - high / 2), x + wide / 2, min(85.0, y + high / 2)


def _over(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _meet(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _pane(book: Book, words: Words, query: Query, group: _Group | None) -> PlacePane | None:
    if group is None:
        return None
    spot = group.spot
    text = group.words[0] if group.words else spot.name or ""
    outlined = sort(spot) is Sort.REGION and not outline(spot.geonameid)
    return PlacePane(
        heading=_name(spot, text),
        sort=f"{sort(spot)}, its outline not known" if outlined else str(sort(spot)),
        shown=tuple(shown(book, words, query, c) for c in _first_told(group.claims)),
        claims=len(group.claims),
        list_link=address("/claims", kept(query), at=group.id),
    )


def _first_told(claims: Sequence[Posting]) -> Sequence[Posting]:
    """One claim of each proposition's stance first: denials are not to be crowded out."""
    order = sorted(claims, key=lambda c: (c.position is not Position.REJECTS, not c.happened))
    seen: dict[object, Posting] = {}
    for claim in order:
        seen.setdefault((claim.source.key, claim.stance, claim.text), claim)
    return list(seen.values())[:SHOWN]
