"""Measures whole claims against gold claims, aspect by aspect.

Each gold claim is paired with the printed claim that covers at least half of its content and overlaps it by 0.3 or
more; among those the one with the right source, then the tightest. An aspect that gold leaves open is not counted; of a
gold claim without a pair, every aspect it has is wrong. ``score`` is the share of all gold aspects that are right.
``inverted`` counts pairs of which one affirms what the other rejects: the worst error there is. ``out_of_sentence`` is
the share of sources that are right where the sentence of the content does not name them: they stand in another
sentence, or are a pronoun in this one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from whosays.earth import kilometres
from whosays.evaluate.gold import Annotated, Row
from whosays.evaluate.match import code_matches, covers, overlap
from whosays.evaluate.report import Report
from whosays.model import Claim, Event, Quantity, When, Where
from whosays.pipeline import analyse

if TYPE_CHECKING:
    from whosays.pipeline import Kit

_EVENT_ASPECTS = (("type", "types"), ("status", "status"), ("actor", "actor"), ("recipient", "recipient"))
_CIRCUMSTANCES = (("place", "place"), ("time", "time"), ("quantity", "quantities"))
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "his", "her", "their", "its"})
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*\s|\n")
_SLACK_DAYS = 3
"""Days by which the ends of a coarse time may differ: conventions for "mid-January" do."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """One gold claim, its pair and which aspects are right."""

    gold: Row
    claim: Claim | None
    right: tuple[tuple[str, bool], ...]
    away: bool = False


def evaluate(documents: Iterable[Annotated], kit: Kit) -> Report:
    """Aspects, claim-and-claimer precision, recall and F1, inversions and positions over all documents."""
    compared: list[_Compared] = []
    printed = matched = 0
    for one in documents:
        claims = analyse(one.document, kit).claims
        asked = [g for g in one.gold if g.get("agreed", True)]
        compared.extend(
            _Compared(g, c, tuple(_aspects(g, c)), _is_away(g, one.document.text))
            for g in asked
            for c in [_pair(g, claims)]
        )
        printed += len(claims)
        matched += sum(any(_stands_in(c, g) for g in one.gold) for c in claims)
    return Report("claims", len(compared), _metrics(compared, printed, matched), tuple(_errors(compared)))


def _metrics(compared: Sequence[_Compared], printed: int, matched: int) -> tuple[tuple[str, float], ...]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for c in compared:
        for aspect, ok in c.right:
            total[aspect] += 1
            right[aspect] += ok
    precision, recall = matched / max(printed, 1), right["source"] / max(len(compared), 1)
    inverted = sum(_inverted(c) for c in compared)
    return (
        ("score", right.total() / max(total.total(), 1)),
        *((aspect, right[aspect] / total[aspect]) for aspect in total),
        ("precision", precision),
        ("recall", recall),
        ("f1", 2 * precision * recall / max(precision + recall, 1e-9)),
        ("inverted", float(inverted)),
        *_by_position(compared),
        *_out_of_sentence(compared),
        ("printed", float(printed)),
    )


def _by_position(compared: Sequence[_Compared]) -> Iterator[tuple[str, float]]:
    for position in ("affirms", "open", "rejects"):
        these = [dict(c.right) for c in compared if c.gold["position"] == position]
        if these:
            yield position, sum(r["source"] and r.get("position", False) for r in these) / len(these)


def _out_of_sentence(compared: Sequence[_Compared]) -> Iterator[tuple[str, float]]:
    these = [dict(c.right)["source"] for c in compared if c.away]
    if these:
        yield "out_of_sentence", sum(these) / len(these)


def _is_away(gold: Row, text: str) -> bool:
    """Whether the sentence of the content does not name the source."""
    if not gold.get("source_span"):
        return False
    (start, end), content = gold["source_span"], gold["content"]
    between = text[end : content[0][0]] if end <= content[0][0] else text[content[-1][1] : start]
    return text[start:end].lower() in _PRONOUNS or _SENTENCE_END.search(between) is not None


def _inverted(compared: _Compared) -> bool:
    return compared.claim is not None and {compared.gold["position"], compared.claim.position.value} == {
        "affirms",
        "rejects",
    }


def _errors(compared: Sequence[_Compared]) -> Iterator[str]:
    for c in compared:
        wrong = [aspect for aspect, ok in c.right if not ok]
        if wrong:
            said = f"{c.claim.source.code} {c.claim.stance.value}: {c.claim.text[:80]!r}" if c.claim else "nothing"
            yield f"{_source_code(c.gold)} {c.gold['stance'][0]}: {c.gold['content_text'][:80]!r} wrong {', '.join(wrong)}; read {said}"


def _source_code(gold: Row) -> str | None:
    return "publisher" if gold["source"] == "publisher" else gold["source"]["code"]


def _pair(gold: Row, claims: Sequence[Claim]) -> Claim | None:
    near = [
        c for c in claims if covers(gold["content"], c.content) >= 0.5 and overlap(gold["content"], c.content) >= 0.3
    ]

    def rank(c: Claim) -> tuple[bool, float]:
        return code_matches(_source_code(gold), c.source.code), overlap(gold["content"], c.content)

    return max(near, key=rank, default=None)


def _stands_in(claim: Claim, gold: Row) -> bool:
    spans = [(s.start, s.end) for s in claim.content]
    return covers(spans, gold["content"]) >= 0.5 and code_matches(_source_code(gold), claim.source.code)


def _aspects(gold: Row, claim: Claim | None) -> Iterator[tuple[str, bool]]:
    if claim is None:
        yield from ((aspect, False) for aspect in _asked(gold))
        return
    yield "found", True
    yield "content", overlap(gold["content"], claim.content) >= 0.6
    yield "source", code_matches(_source_code(gold), claim.source.code)
    yield "stance", claim.stance.value in gold["stance"]
    if gold["cue_span"]:
        yield "cue", overlap([gold["cue_span"]], claim.attribution.cue) > 0
    if gold["position"]:
        yield "position", claim.position.value == gold["position"]
    if gold.get("certainty") not in (None, "certain"):
        yield "certainty", claim.certainty.value == gold["certainty"]
    if gold.get("via"):
        yield "via", all(any(code_matches(v.get("code"), p.code) for p in claim.via) for v in gold["via"])
    if (gold.get("reported") or {}).get("start"):
        yield "reported", _same_day(gold["reported"], claim.reported)
    if gold.get("event"):
        yield from _event_aspects(gold["event"], claim.event)


def _asked(gold: Row) -> Iterator[str]:
    yield from ("found", "content", "source", "stance")
    if gold["position"]:
        yield "position"
    if gold["cue_span"]:
        yield "cue"
    event = gold.get("event") or {}
    yield from (aspect for aspect, key in (*_EVENT_ASPECTS, *_CIRCUMSTANCES) if event.get(key))


def _same_day(gold: Row, reported: When | None) -> bool:
    want = gold["start"], gold.get("end") or gold["start"]
    return reported is not None and (_iso(reported.start), _iso(reported.end)) == want


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _event_aspects(gold: Row, event: Event | None) -> Iterator[tuple[str, bool]]:
    if gold["types"]:
        yield "type", event is not None and event.type is not None and event.type.value in gold["types"]
    if gold["status"]:
        yield "status", event is not None and event.status is not None and event.status.value == gold["status"]
    for role in ("actor", "recipient"):
        if gold.get(role):
            party = getattr(event, role) if event else None
            yield role, code_matches(gold[role]["code"], party.code if party else None)
    if gold.get("place"):
        yield "place", event is not None and _near(gold["place"], event.place)
    if gold.get("time"):
        yield "time", event is not None and _same_time(gold["time"], event.time)
    if gold.get("quantities"):
        yield "quantity", event is not None and all(_counted(q, event.quantities) for q in gold["quantities"])


def _near(gold: Row, place: Where | None) -> bool:
    if place is None:
        return False
    if gold.get("lat") is None:
        same: bool = place.country == gold.get("country")
        return same
    if place.lat is None or place.lon is None:
        return False
    tolerance: float = gold.get("tolerance_km", 100)
    return kilometres(gold["lat"], gold["lon"], place.lat, place.lon) <= tolerance


def _same_time(gold: Row, time: When | None) -> bool:
    slack = 0 if gold.get("precision") == "day" else _SLACK_DAYS

    def same(want: str | None, got: date | None) -> bool:
        if want is None or got is None:
            return want is None and got is None
        return abs((date.fromisoformat(want[:10]) - got).days) <= slack

    return time is not None and same(gold["start"], time.start) and same(gold["end"], time.end)


def _counted(gold: Row, quantities: Sequence[Quantity]) -> bool:
    want = {k: gold[k] for k in ("low", "best", "high") if gold.get(k) is not None}
    return any(_same_values(want, q) and _same_sort(gold, q) for q in quantities)


def _same_values(want: dict[str, Any], quantity: Quantity) -> bool:
    """Every value that gold names is there; a lone bound may be repeated as `best`."""
    lone = len(set(want.values())) == 1
    return all(
        getattr(quantity, name) == value or (name == "best" and lone and value in (quantity.low, quantity.high))
        for name, value in want.items()
    )


def _same_sort(gold: Row, quantity: Quantity) -> bool:
    kinds = {k.value for k in quantity.kinds}
    same_kind = not gold.get("kinds") or not kinds or bool(kinds & set(gold["kinds"]))
    is_share: bool = gold.get("unit") == "percent"
    return is_share == (quantity.unit == "percent") and same_kind
