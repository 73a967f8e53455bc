"""Time expressions: words a second and F1 on TimeBank, beside dateparser where that is installed.

python -m bench.times [--documents N]

dateparser gives points in time, not intervals: its value counts as right where it falls on the annotated day, month or year.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec

from whosays.evaluate.gold import gold_folder, rows
from whosays.frame.time_read import readings
from whosays.lexicon.times import load_times
from whosays.model import Dated, Document, Span
from whosays.segment import load_parser

Row = Mapping[str, object]
Found = Sequence[tuple[Span, str]]


def ours(documents: Sequence[Row]) -> Callable[[Row], Found]:
    """Our reading; the parse is made beforehand, as it serves every stage."""
    lexicon, parser = load_times(), load_parser()
    parsed = {str(row["id"]): (d := _document(row), parser(d)) for row in documents}

    def read(row: Row) -> Found:
        document, sentences = parsed[str(row["id"])]
        return [(r.expression.span, r.resolved.value) for r in readings(document, sentences, lexicon)]

    return read


def dateparsers(row: Row) -> Found:
    """What dateparser finds, each as a day."""
    text, base = str(row["text"]), datetime.fromisoformat(str(row["dct"])[:10])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    search_dates = import_module("dateparser.search").search_dates
    spans, at = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, at)
        if start >= 0:
            spans.append((Span(start, start + len(words)), moment.date().isoformat()))
            at = start + len(words)
    return spans


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=60)
    compare(options.parse_args().documents)


def compare(number: int) -> None:
    """Prints one line for each reader."""
    documents = rows(gold_folder() / "time" / "timebank.jsonl")[:number]
    words = sum(len(str(row["text"]).split()) for row in documents)
    sys.stdout.write(f"times: {len(documents)} documents of TimeBank, {words:,} words\n")
    _measure("whosays", ours(documents), documents, words)
    if find_spec("dateparser"):
        _measure("dateparser", dateparsers, documents, words)


def _measure(name: str, read: Callable[[Row], Found], documents: Sequence[Row], words: int) -> None:
    read(documents[0])
    start = time.process_time()
    found = [read(row) for row in documents]
    seconds = time.process_time() - start
    pairs = [pair for row, got in zip(documents, found, strict=True) for pair in _pairs(row, got)]
    gold = sum(len(_gold(row)) for row in documents)
    total = gold + sum(map(len, found))
    right = sum(want == got or (name == "dateparser" and got.startswith(want)) for want, got in pairs)
    scores = f"relaxed F1 {200 * len(pairs) / total:.1f}  value F1 {200 * right / total:.1f}"
    sys.stdout.write(f"  {name:10} {words / seconds:10,.0f} words/s  {scores}\n")


def _pairs(row: Row, got: Found) -> list[tuple[str, str]]:
    """Values of the annotated expressions beside those of the overlapping ones that were found."""
    free, pairs = list(got), []
    for span, value in _gold(row):
        match = next((g for g in free if g[0].overlaps(span)), None)
        if match:
            free.remove(match)
            pairs.append((value, match[1]))
    return pairs


def _gold(row: Row) -> list[tuple[Span, str]]:
    timex = row["timex"]
    return [(Span(t["s"], t["e"]), str(t["value"])) for t in timex] if isinstance(timex, list) else []


def _document(row: Row) -> Document:
    day = date.fromisoformat(str(row["dct"])[:10])
    return Document(id=str(row["id"]), key="bench", text=str(row["text"]), published=day, dated=Dated.GIVEN)


if __name__ == "__main__":
    main()
