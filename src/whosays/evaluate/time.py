"""How well time expressions are read: TempEval-3's measures on documents annotated with TIMEX3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from whosays.evaluate.report import Report
from whosays.frame.time_read import Reading, readings
from whosays.lexicon.times import Times
from whosays.model import Dated, Document, Parser, Span

if TYPE_CHECKING:
    from whosays.pipeline import Kit


@dataclass(frozen=True, slots=True)
class _Timex:
    span: Span
    type: str
    value: str


def evaluate(rows: Sequence[Mapping[str, object]], kit: Kit) -> Report:
    """Rows of ``gold/time``: ``text``, ``dct`` (the document's date) and ``timex`` with ``s e type value``.

    As in TempEval-3 (UzZaman et al. 2013): relaxed spans overlap, strict ones are equal, and the value F1 counts
    relaxed matches whose value is the annotated one. The reading gets the text and the date alone.
    """
    return score(rows, kit.parser, kit.lexicon.times)


def score(rows: Sequence[Mapping[str, object]], parser: Parser, lexicon: Times) -> Report:
    """The same from the parts."""
    predicted = gold = relaxed = strict = valued = typed = 0
    errors: list[str] = []
    for row in rows:
        text = str(row["text"])
        want, got = (
            tuple(_gold(row)),
            tuple(_timex(r) for r in readings(_document(row), parser(_document(row)), lexicon)),
        )
        pairs = _pairs(want, got)
        predicted, gold, relaxed = predicted + len(got), gold + len(want), relaxed + len(pairs)
        strict += sum(w.span == g.span for w, g in pairs)
        valued += sum(w.value == g.value for w, g in pairs)
        typed += sum(w.type == g.type for w, g in pairs)
        errors.extend(_errors(text, want, got, pairs))
    metrics = {"relaxed": relaxed, "strict": strict, "value": valued, "type": typed}
    found = [(f"{name}_f1", _f1(right, gold, predicted)) for name, right in metrics.items()]
    return Report(
        "time",
        gold,
        (*found, ("relaxed_precision", relaxed / max(predicted, 1)), ("relaxed_recall", relaxed / max(gold, 1))),
        tuple(errors),
    )


def _document(row: Mapping[str, object]) -> Document:
    dct = row.get("dct")
    day = date.fromisoformat(str(dct)[:10]) if dct else None
    name = str(row.get("id", ""))
    return Document(
        id=name, key=name, text=str(row["text"]), published=day, dated=Dated.GIVEN if day else Dated.UNKNOWN
    )


def _gold(row: Mapping[str, object]) -> Iterator[_Timex]:
    timexes = row["timex"]
    for t in timexes if isinstance(timexes, list) else ():
        yield _Timex(Span(int(t["s"]), int(t["e"])), str(t["type"]), str(t["value"]))


def _timex(reading: Reading) -> _Timex:
    return _Timex(reading.expression.span, reading.resolved.type, reading.resolved.value)


def _pairs(want: Sequence[_Timex], got: Sequence[_Timex]) -> list[tuple[_Timex, _Timex]]:
    """Each annotated expression with the first overlapping one not yet taken."""
    free = list(got)
    pairs = []
    for w in want:
        match = next((g for g in free if g.span.overlaps(w.span)), None)
        if match:
            free.remove(match)
            pairs.append((w, match))
    return pairs


def _f1(right: int, gold: int, predicted: int) -> float:
    return 2 * right / (gold + predicted) if gold + predicted else 0.0


def _errors(
    text: str, want: Sequence[_Timex], got: Sequence[_Timex], pairs: Sequence[tuple[_Timex, _Timex]]
) -> Iterator[str]:
    def shown(t: _Timex) -> str:
        return f"{t.span.of(text)!r} {t.type} {t.value}"

    def around(t: _Timex) -> str:
        return " ".join(text[max(0, t.span.start - 60) : t.span.end + 40].split())

    taken = {id(x) for pair in pairs for x in pair}
    yield from (f"missed {shown(w)}: {around(w)}" for w in want if id(w) not in taken)
    yield from (f"spurious {shown(g)}: {around(g)}" for g in got if id(g) not in taken)
    yield from (f"value {shown(w)} read {shown(g)}: {around(w)}" for w, g in pairs if w.value != g.value)
