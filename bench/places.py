"""Place names: words a second and how well they are found in GeoVirus, beside geotext where that is installed.

python -m bench.places [--documents N]

Right is a name at exactly the annotated offsets. geotext gives names without offsets: every occurrence of one counts.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec

from whosays.evaluate.gold import gold_folder, rows
from whosays.lexicon.features import load_features
from whosays.model import Document, Span
from whosays.resolve.gazetteer import load_gazetteer
from whosays.resolve.toponyms import toponyms
from whosays.segment import load_parser

Row = Mapping[str, object]


def ours(documents: Sequence[Row]) -> Callable[[Row], set[Span]]:
    """Our finding; the parse is made beforehand, as it serves every stage."""
    parser, gazetteer, lexicon = load_parser(), load_gazetteer(), load_features()
    parsed = {str(row["text"]): parser(Document(id="", key="", text=str(row["text"]))) for row in documents}
    return lambda row: {t.span for t in toponyms(parsed[str(row["text"])], gazetteer, lexicon)}


def geotexts(row: Row) -> set[Span]:
    """Every occurrence of the cities and countries that geotext names."""
    text = str(row["text"])
    found = import_module("geotext").GeoText(text)
    names = {*found.cities, *found.countries}
    return {Span(m.start(), m.end()) for name in names for m in re.finditer(rf"\b{re.escape(name)}\b", text)}


def compare(documents: int) -> None:
    """Prints one line for each finder."""
    chosen = rows(gold_folder() / "place" / "geovirus.jsonl")[:documents]
    words = sum(len(str(row["text"]).split()) for row in chosen)
    sys.stdout.write(f"places: {len(chosen)} documents of GeoVirus, {words:,} words\n")
    _measure("whosays", ours(chosen), chosen, words)
    if find_spec("geotext"):
        _measure("geotext", geotexts, chosen, words)


def _measure(name: str, read: Callable[[Row], set[Span]], documents: Sequence[Row], words: int) -> None:
    read(documents[0])
    start = time.process_time()
    found = [read(row) for row in documents]
    seconds = time.process_time() - start
    gold = [_gold(row) for row in documents]
    right = sum(len(g & f) for g, f in zip(gold, found, strict=True))
    precision, recall = right / max(sum(map(len, found)), 1), right / max(sum(map(len, gold)), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    scores = f"precision {100 * precision:.1f}  recall {100 * recall:.1f}  F1 {100 * f1:.1f}"
    sys.stdout.write(f"  {name:10} {words / seconds:10,.0f} words/s  {scores}\n")


def _gold(row: Row) -> set[Span]:
    listed = row["toponyms"]
    return {Span(t["s"], t["e"]) for t in listed} if isinstance(listed, list) else set()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=100)
    compare(options.parse_args().documents)


if __name__ == "__main__":
    main()
