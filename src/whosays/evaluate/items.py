"""Measures short texts on the hard cases: denials, times, quantities, actors, places.

An item is a text of one to three sentences with what must come out of it; each expectation has an anchor, the words
that the answer rests on. An answer stands for an expectation when its span covers at least half of the anchor.
``right`` is the share of expectations met; ``inverted`` (denials), ``false_precision`` (times) and ``forbidden`` (words
read as what they are not) are counts per expectation and must be near zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from whosays.earth import kilometres
from whosays.evaluate.gold import Row, claims_of
from whosays.evaluate.match import code_matches, covers
from whosays.evaluate.report import Report
from whosays.model import Claim, Party, PlacePrecision, Span, When

if TYPE_CHECKING:
    from whosays.pipeline import Kit

KINDS = ("denials", "times", "quantities", "actors", "places")
_OPPOSITE = {"affirms": "rejects", "rejects": "affirms"}


def evaluate(kind: str, rows: Sequence[Row], kit: Kit) -> Report:
    """The outcomes of one kind of item over all rows."""
    outcomes: Counter[str] = Counter()
    errors: list[str] = []
    for row in rows:
        claims = claims_of(row, kit)
        for expected in row["expect"]:
            outcome = _JUDGES[kind](row, expected, claims)
            outcomes[outcome] += 1
            if outcome != "right":
                errors.append(f"{row['id']} {outcome}: {row['text'][:160]!r} wants {expected}")
        outcomes["forbidden"] += _forbidden(kind, row, claims)
    n = sum(count for outcome, count in outcomes.items() if outcome != "forbidden")
    names = (
        "right",
        "missed",
        "wrong",
        "forbidden",
        *(("inverted", "wrong source") if kind == "denials" else ()),
        *(("false precision",) if kind == "times" else ()),
    )
    metrics = tuple((name.replace(" ", "_"), outcomes[name] / max(n, 1)) for name in names)
    return Report(f"items-{kind}", n, metrics, tuple(errors))


def _hit(anchor: Sequence[int], span: Span | None) -> bool:
    return span is not None and covers([anchor], [span]) >= 0.5


def _denials(row: Row, expected: Row, claims: Sequence[Claim]) -> str:
    near = [c for c in claims if covers([expected["anchor"]], c.content) >= 0.5]
    mine = [c for c in near if not expected["codes"] or any(code_matches(k, c.source.code) for k in expected["codes"])]
    if not mine:
        return "wrong source" if near else "missed"
    got = {c.position.value for c in mine}
    wanted = set(expected["positions"])
    if got <= wanted:
        return "right"
    flipped = {_OPPOSITE[p] for p in wanted if p in _OPPOSITE} - wanted
    return "inverted" if flipped & got else "wrong"


def _times(row: Row, expected: Row, claims: Sequence[Claim]) -> str:
    fair = [(expected["start"], expected["end"]), *(tuple(pair) for pair in expected.get("also", ()))]
    for time in _whens(claims):
        if not _hit(expected["anchor"], time.span):
            continue
        got = (time.start.isoformat() if time.start else None, time.end.isoformat() if time.end else None)
        if got in fair:
            return "right"
        narrower = any(s and f and not (s <= (got[0] or "") and (got[1] or "9") <= f) for s, f in fair)
        return "false precision" if all(got) and narrower else "wrong"
    return "right" if (None, None) in fair else "missed"


def _whens(claims: Sequence[Claim]) -> Iterator[When]:
    for claim in claims:
        for time in (claim.event.time if claim.event else None, claim.reported):
            if time is not None:
                yield time


def _quantities(row: Row, expected: Row, claims: Sequence[Claim]) -> str:
    for quantity in (q for c in claims if c.event for q in c.event.quantities):
        if not _hit(expected["anchor"], quantity.span):
            continue
        values = all(
            getattr(quantity, k) in [expected.get(k), *expected.get(f"{k}_any", ())] for k in ("low", "best", "high")
        )
        kinds, wanted = {k.value for k in quantity.kinds}, set(expected.get("kinds") or ())
        sorts = not wanted or (wanted <= kinds if expected.get("every_kind") else bool(kinds & wanted))
        return "right" if values and sorts else "wrong"
    return "right" if expected.get("optional") else "missed"


def _actors(row: Row, expected: Row, claims: Sequence[Claim]) -> str:
    parties = (p for c in claims for p in [_role(c, expected["role"])] if p is not None)
    found = [p.code for p in parties if _hit(expected["anchor"], p.span)]
    if not found:
        return "missed"
    return "right" if any(code_matches(k, code) for k in expected["codes"] for code in found) else "wrong"


def _role(claim: Claim, role: str) -> Party | None:
    if role == "source":
        return claim.source
    return getattr(claim.event, role) if claim.event else None


def _places(row: Row, expected: Row, claims: Sequence[Claim]) -> str:
    place = next(
        (c.event.place for c in claims if c.event and c.event.place and _hit(expected["anchor"], c.event.place.span)),
        None,
    )
    if place is None:
        return "missed"
    if expected.get("country") and place.country not in expected["country"]:
        return "wrong"
    coarse = place.precision in (PlacePrecision.COUNTRY, PlacePrecision.PART_OF_COUNTRY)
    if expected.get("lat") is not None and place.lat is not None and place.lon is not None and not coarse:
        away = kilometres(expected["lat"], expected["lon"], place.lat, place.lon)
        if away > expected.get("tolerance_km", 50):
            return "wrong"
    return "right" if not expected.get("precision") or place.precision.value in expected["precision"] else "wrong"


def _forbidden(kind: str, row: Row, claims: Sequence[Claim]) -> int:
    """How many of the row's forbidden words were read as the thing that they are not."""
    spans = [span for claim in claims for span in _read(kind, claim)]
    return sum(_hit(words, span) for words in row.get("not", ()) for span in spans)


def _read(kind: str, claim: Claim) -> Iterator[Span]:
    event = claim.event
    if kind == "times":
        yield from (t.span for t in _whens([claim]) if t.start or t.end)
    elif event is not None:
        if kind == "actors":
            yield from (p.span for p in (event.actor, event.recipient) if p and p.span)
        elif kind == "quantities":
            yield from (q.span for q in event.quantities)
        elif kind == "places" and event.place:
            yield event.place.span


_JUDGES: dict[str, Callable[[Row, Row, Sequence[Claim]], str]] = {
    "denials": _denials,
    "times": _times,
    "quantities": _quantities,
    "actors": _actors,
    "places": _places,
}
