"""Rows of the tables -> the values of a case, and back. Values that come again and again are made once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

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

Row = Sequence[Any]

_STANCES = {str(s): s for s in Stance}
_CERTAINTIES = {str(c): c for c in Certainty}
_POLARITIES = {str(p): p for p in Polarity}
_TYPES: dict[str | None, EventType | None] = {None: None, **{str(t): t for t in EventType}}
_STATUSES: dict[str | None, Status | None] = {None: None, **{str(s): s for s in Status}}
_GRAINS: dict[str | None, TimePrecision | None] = {None: None, **{str(g): g for g in TimePrecision}}


class Days(dict[str | None, date | None]):
    """ISO days, each read once."""

    def __missing__(self, text: str | None) -> date | None:
        found = self[text] = date.fromisoformat(text) if text is not None else None
        return found


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def written(value: date | datetime | None) -> str | None:
    return value.isoformat() if value is not None else None


def held(row: Row) -> Held:
    """From the columns of `reads.HELD`."""
    id_, key, sha256, article, version, title, publisher, published, dated, url, language, characters, claims = row
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


def holder(row: Row) -> Holder:
    name, code, kind, text = row
    return Holder(name, code, SourceKind(kind) if kind is not None else None, text)


def spot(row: Row) -> Spot:
    name, country, adm1, lat, lon, precision, geonameid = row
    return Spot(name, country, adm1, lat, lon, PlacePrecision(precision), geonameid)


def count(row: Row) -> Count:
    index, text, low, best, high, unit, approximate, counted, kinds, part_of, side = row
    return Count(index, text, low, best, high, unit, bool(approximate), counted, _kinds(kinds), part_of, side)


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


def run(row: Row) -> Run:
    number, version, model, options, started, ended, documents, failed = row
    finished = datetime.fromisoformat(ended) if ended is not None else None
    return Run(number, version, model, options, datetime.fromisoformat(started), finished, documents, failed)


def tombstone(row: Row) -> Tombstone:
    document, sha256, article, version, published, removed, who, why = row
    return Tombstone(document, sha256, article, version, day(published), datetime.fromisoformat(removed), who, why)


def parts_of(link: Link) -> str:
    return json.dumps(link.parts, ensure_ascii=False)


def parts(text: str) -> tuple[tuple[str, float], ...]:
    return tuple((name, value) for name, value in json.loads(text))
