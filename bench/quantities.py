"""Quantities: words a second and F1 of values on NewsQuant, beside quantulum3 where that is installed.

python -m bench.quantities [--sentences N]

A mere "one" that NewsQuant annotates is left out, as in `whosays evaluate quantity`.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec

from whosays.evaluate.gold import gold_folder, rows
from whosays.frame.measured import measured
from whosays.lexicon.quantities import load_quantities
from whosays.model import Document
from whosays.segment import load_parser

Row = Mapping[str, object]
Values = Counter[float]


def ours(sentences: Sequence[Row]) -> Callable[[Row], Values]:
    """Our reading; the parse is made beforehand, as it serves every stage."""
    parser, lexicon = load_parser(), load_quantities()
    documents = {text: Document(id="", key="", text=text) for text in (str(row["text"]) for row in sentences)}
    parsed = {text: parser(document) for text, document in documents.items()}
    policy = lexicon.policy("magnitude")

    def read(row: Row) -> Values:
        text = str(row["text"])
        figures = [f for s in parsed[text] for f, _ in measured(documents[text], s, lexicon, policy)]
        return Counter(
            v for f in figures if not f.compound for v in (f.low, f.best, f.high) if v is not None and v != 1
        )

    return read


def quantulums(row: Row) -> Values:
    """The values that quantulum3 reads."""
    parse = import_module("quantulum3.parser").parse
    return Counter(float(q.value) for q in parse(str(row["text"])) if float(q.value) != 1)


def compare(sentences: int) -> None:
    """Prints one line for each reader."""
    chosen = rows(gold_folder() / "quantity" / "newsquant.dev.jsonl")[:sentences]
    words = sum(len(str(row["text"]).split()) for row in chosen)
    sys.stdout.write(f"quantities: {len(chosen)} sentences of NewsQuant, {words:,} words\n")
    _measure("whosays", ours(chosen), chosen, words)
    if find_spec("quantulum3"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _measure("quantulum3", quantulums, chosen, words)


def _measure(name: str, read: Callable[[Row], Values], sentences: Sequence[Row], words: int) -> None:
    read(sentences[0])
    start = time.process_time()
    found = [read(row) for row in sentences]
    seconds = time.process_time() - start
    gold = [_gold(row) for row in sentences]
    right = sum((g & f).total() for g, f in zip(gold, found, strict=True))
    total = sum(g.total() for g in gold) + sum(f.total() for f in found)
    sys.stdout.write(f"  {name:10} {words / seconds:10,.0f} words/s  value F1 {200 * right / max(total, 1):.1f}\n")


def _gold(row: Row) -> Values:
    listed = row["quantities"]
    numbers = (
        (n for q in listed for n in re.findall(r"\d+(?:\.\d+)?", str(q["value"]))) if isinstance(listed, list) else ()
    )
    return Counter(v for v in map(float, numbers) if v != 1)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sentences", type=int, default=1000)
    compare(options.parse_args().sentences)


if __name__ == "__main__":
    main()
