"""Rows of the tables -> the values of a case, and back. Values that come again and again are made once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import TableClause

from whosays.findings import Count, Decision, Held, Holder, Link, Posting, Run, Shelf, Spot, Tombstone, Verdict
from whosays.model import (
    Certainty,
    EventType,
    PlacePrecision,
    Polarity,
    QuantityKind,
    SourceKind,
    Stance,
    Status,
    TimePrecision,
)
from whosays.store.schema import COUNTS, DECISIONS, DOCUMENTS, PARTIES, PLACES, RUNS, TOMBSTONES

Row = Sequence[Any]
Line = dict[str, Any]
"""A row to be entered: its values by their columns."""

_STANCES = {str(s): s for s in Stance}
_CERTAINTIES = {str(c): c for c in Certainty}
_POLARITIES = {str(p): p for p in Polarity}
_TYPES: dict[str | None, EventType | None] = {None: None, **{str(t): t for t in EventType}}
_STATUSES: dict[str | None, Status | None] = {None: None, **{str(s): s for s in Status}}
_GRAINS: dict[str | None, TimePrecision | None] = {None: None, **{str(g): g for g in TimePrecision}}


def _columns(of: TableClause, *apart: str) -> tuple[str, ...]:
    """The names of the table's columns in their order, but for those `apart`, which the case itself gives."""
    return tuple(c.name for c in of.c if c.name not in apart)


class Days(dict[str | None, date | None]):
    """ISO days, each read once."""

    def __missing__(self, text: str | None) -> date | None:
        found = self[text] = date.fromisoformat(text) if text is not None else None
        return found


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def written(value: date | datetime | None) -> str | None:
    return value.isoformat() if value is not None else None


HELD = _columns(DOCUMENTS, "number", "run")
"""The columns of a document, in the order in which `held` takes them; so those below, each with what it makes of them."""


def held(row: Row) -> Held:
    id_, key, title, publisher, published, dated, url, language, article, version, sha256, characters, claims = row
    return Held(
        id=id_,
        key=key,
        sha256=sha256,
        article=article,
        version=version,
        shelf=Shelf.CURRENT,
        title=title,
        publisher=publisher,
        published=day(published),
        dated=dated,
        url=url,
        language=language,
        characters=characters,
        claims=claims,
    )


def of_held(h: Held) -> Line:
    return {name: getattr(h, name) for name in HELD} | {"published": written(h.published)}


HOLDER = _columns(PARTIES, "number")


def holder(row: Row) -> Holder:
    name, code, kind, text = row
    return Holder(name, code, SourceKind(kind) if kind is not None else None, text)


def of_holder(h: Holder) -> Line:
    return {name: getattr(h, name) for name in HOLDER} | {"kind": h.kind and str(h.kind)}


SPOT = _columns(PLACES, "number")


def spot(row: Row) -> Spot:
    name, country, adm1, lat, lon, precision, geonameid = row
    return Spot(name, country, adm1, lat, lon, PlacePrecision(precision), geonameid)


def of_spot(s: Spot) -> Line:
    return {name: getattr(s, name) for name in SPOT} | {"precision": str(s.precision)}


COUNT = _columns(COUNTS, "claim", "ordinal")


def count(row: Row) -> Count:
    index, text, low, best, high, unit, approximate, counted, kinds, part_of, side = row
    return Count(index, text, low, best, high, unit, bool(approximate), counted, _kinds(kinds), part_of, side)


def of_count(c: Count) -> Line:
    given = (
        c.index,
        c.text,
        c.low,
        c.best,
        c.high,
        c.unit,
        int(c.approximate),
        c.of,
        " ".join(c.kinds),
        c.part_of,
        c.side,
    )
    return dict(zip(COUNT, given, strict=True))


@lru_cache(maxsize=1024)
def _kinds(names: str) -> tuple[QuantityKind, ...]:
    return tuple(QuantityKind(name) for name in names.split())


def postings(
    rows: Iterable[Row],
    documents: Mapping[int, Held],
    parties: Mapping[int | None, Holder],
    places: Mapping[int | None, Spot],
    relays: Mapping[int, tuple[Holder, ...]],
    counts: Mapping[int, tuple[Count, ...]],
) -> Iterator[Posting]:
    """From the columns of `reads.CLAIM`; rows of documents that are not given are passed over."""
    days = Days()
    party, place = parties.get, places.get
    for row in rows:
        document = documents.get(row[2])
        if document is None:
            continue
        number = row[0]
        yield Posting(
            row[1],
            document.id,
            row[3],
            row[4],
            row[5],
            parties[row[6]],
            relays.get(number, ()),
            _STANCES[row[7]],
            _CERTAINTIES[row[8]],
            _POLARITIES[row[9]],
            _TYPES[row[10]],
            row[11],
            _STATUSES[row[12]],
            row[13],
            party(row[14]),
            party(row[15]),
            place(row[16]),
            days[row[17]],
            days[row[18]],
            _GRAINS[row[19]],
            counts.get(number, ()),
            document.published,
            days[row[20]],
        )


DECISION = _columns(DECISIONS, "number")


def decision(row: Row) -> Decision:
    hash_, previous, made, who, verdict, subject, other, field, value, why, seal, salt = row
    return Decision(
        hash=hash_,
        previous=previous,
        made=datetime.fromisoformat(made),
        who=who,
        verdict=Verdict(verdict),
        subject=subject,
        other=other,
        field=field,
        value=value,
        why=why,
        seal=seal,
        salt=salt,
    )


def of_decision(d: Decision) -> Line:
    return {name: getattr(d, name) for name in DECISION} | {"made": written(d.made), "verdict": str(d.verdict)}


RUN = _columns(RUNS)


def run(row: Row) -> Run:
    number, version, model, options, started, ended, documents, failed = row
    finished = datetime.fromisoformat(ended) if ended is not None else None
    return Run(number, version, model, options, datetime.fromisoformat(started), finished, documents, failed)


def of_run(r: Run) -> Line:
    """Without its number, which the case gives."""
    return {name: getattr(r, name) for name in RUN[1:]} | {"started": written(r.started), "ended": written(r.ended)}


TOMBSTONE = _columns(TOMBSTONES, "number")


def tombstone(row: Row) -> Tombstone:
    document, sha256, article, version, published, removed, who, why = row
    return Tombstone(document, sha256, article, version, day(published), datetime.fromisoformat(removed), who, why)


def of_tombstone(t: Tombstone) -> Line:
    return {name: getattr(t, name) for name in TOMBSTONE} | {
        "published": written(t.published),
        "removed": written(t.removed),
    }


def parts_of(link: Link) -> str:
    return json.dumps(link.parts, ensure_ascii=False)


def parts(text: str) -> tuple[tuple[str, float], ...]:
    return tuple((name, value) for name, value in json.loads(text))
