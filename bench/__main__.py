"""Words to the second of CPU time of each stage and of the whole, warm, in one process and in several at once, on articles of the gold
folder or on the example.

python -m bench [--articles N] [--jobs N] [--no-model]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bench.together import peak, together
from whosays.attribute.attribute import attribute
from whosays.evaluate.gold import GoldMissingError, document, gold_folder, rows
from whosays.frame.frame import frame
from whosays.model import Document
from whosays.pipeline import Kit, load_kit
from whosays.resolve.resolve import resolve

T = TypeVar("T")


def _articles(n: int) -> list[Document]:
    try:
        found = rows(gold_folder() / "articles" / "wikinews.jsonl")[:n]
    except (GoldMissingError, OSError):
        print("no gold articles: the example article is read over and over")
        found = ({"text": Path("examples/article.txt").read_text(encoding="utf-8"), "published": "2025-02-01"},) * n
    return [document(row, key=str(i)) for i, row in enumerate(found)]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


def _stages(articles: Sequence[Document], kit: Kit) -> dict[str, float]:
    """Seconds of CPU time of each stage over all articles: what else runs on the machine matters less to them."""
    spent = dict.fromkeys(("segment", "tag", "attribute", "frame", "resolve"), 0.0)
    for article in articles:
        seconds, sentences = _timed(lambda a=article: kit.parser(a))
        spent["segment"] += seconds
        seconds, _ = _timed(lambda a=article, s=sentences: kit.tagger.tag(a, s))
        spent["tag"] += seconds
        tagging = seconds
        seconds, attributions = _timed(lambda a=article, s=sentences: attribute(a, s, kit.tagger, kit.lexicon))
        spent["attribute"] += max(0.0, seconds - tagging)
        seconds, claims = _timed(lambda a=article, s=sentences, x=attributions: frame(a, s, x, kit.lexicon))
        spent["frame"] += seconds
        seconds, _ = _timed(lambda a=article, s=sentences, c=claims: resolve(a, s, c, kit.gazetteer, kit.lexicon))
        spent["resolve"] += seconds
    return spent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=60)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--no-model", action="store_true")
    given = options.parse_args()
    loading, kit = _timed(
        lambda: load_kit(model=not given.no_model, notice=lambda message: print(message, file=sys.stderr))
    )
    articles = _articles(given.articles)
    words = sum(len(a.text.split()) for a in articles)
    _stages(articles[:3], kit)
    spent = _stages(articles, kit)
    whole = sum(spent.values())
    print(f"{len(articles)} articles, {words:,} words; the kit loads in {loading:.1f} s")
    for stage, seconds in spent.items():
        print(f"  {stage:10} {words / seconds:10,.0f} words/s  {100 * seconds / whole:5.1f} %")
    print(
        f"  {'whole':10} {words / whole:10,.0f} words/s of CPU time in one process; {whole / len(articles):.3f} s an article"
    )
    print(f"  peak memory {peak():,} MB")
    wall, spent_by_all, memory = together(articles, given.jobs, not given.no_model)
    print(
        f"  {'together':10} {words / wall:10,.0f} words/s by the clock in {given.jobs} processes of at most {memory:,} MB; "
        f"{given.jobs * words / spent_by_all:,.0f} if each had a core of its own"
    )


if __name__ == "__main__":
    main()
