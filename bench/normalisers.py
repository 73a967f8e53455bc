"""Times, places and quantities: what share of the whole analysis each takes, and how each does beside the field.

python -m bench.normalisers [--articles N] [--no-model]

The libraries of the field are those of the dependency group `bench`; one that is not installed is left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from bench import places, quantities, times
from whosays.evaluate.gold import GoldMissingError, document, gold_folder, rows
from whosays.frame.quantity import quantities as read_quantities
from whosays.frame.time import times as read_times
from whosays.model import Document
from whosays.pipeline import Kit, analyse, load_kit
from whosays.resolve.places import places as read_places


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=60)
    options.add_argument("--no-model", action="store_true")
    given = options.parse_args()
    try:
        found = rows(gold_folder() / "articles" / "wikinews.jsonl")[: given.articles]
    except (GoldMissingError, OSError) as error:
        sys.exit(f"times, places and quantities are measured on gold only: {error}")
    kit = load_kit(model=not given.no_model)
    _shares([document(row, key=str(n)) for n, row in enumerate(found)], kit)
    times.compare(60)
    places.compare(100)
    quantities.compare(1000)


def _shares(articles: Sequence[Document], kit: Kit) -> None:
    """Prints the share of the whole analysis that each kind takes."""
    analyse(articles[0], kit)
    parsed = [(a, kit.parser(a)) for a in articles]
    whole = _seconds(lambda: [analyse(a, kit) for a in articles])
    lexicon = kit.lexicon
    parts: dict[str, Callable[[], object]] = {
        "times": lambda: [read_times(a, s, lexicon.times) for a, s in parsed],
        "places": lambda: [read_places(a, s, kit.gazetteer, lexicon.features) for a, s in parsed],
        "quantities": lambda: [read_quantities(a, s, lexicon.quantities) for a, s in parsed],
    }
    sys.stdout.write(f"{len(articles)} articles: the whole analysis takes {whole:.1f} s of CPU\n")
    for name, read in parts.items():
        sys.stdout.write(f"  {name:10} {100 * _seconds(read) / whole:5.1f} % of it\n")


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
