"""Fits the weights of incidents: python -m training.incidents [--rows N]. Prints them as lexicon/incidents.yaml has them.

Needs numpy alone. Learns from pairs of gun violence articles that share a key: whether both were collected for one incident. Before the
weights it prints, as comments, what they reach in five folds: all articles are one case, and each pair is judged by weights that
were fitted without any article of the folds that its two incidents are in.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, islice

from training.linking import Row, fit, listed
from whosays.evaluate import gold
from whosays.evaluate.incidents import Article, articles, groups, paired
from whosays.link.alike import alike
from whosays.link.cluster import cluster
from whosays.link.rarity import rarities
from whosays.link.ties import pairs
from whosays.pipeline import load_kit

FOLDS, L2 = 5, 1.0
LEVELS = (0.2, 0.25, 0.3, 0.35, 0.4)
Pair = tuple[str, str]


def observed(read: Sequence[Article]) -> dict[Pair, Row]:
    """What is seen on each pair, and whether it is of one incident."""
    profiles = [a.profile for a in read]
    rare = rarities(profiles)
    incident = {a.profile.document: a.incident for a in read}
    found: dict[Pair, Row] = {}
    for a, b in pairs(profiles, rare):
        left, right = a.profile.document, b.profile.document
        found[left, right] = (dict(alike(a, b, rare)), incident[left] == incident[right], 1.0)
    return found


def crossed(read: Sequence[Article], seen: dict[Pair, Row]) -> Iterator[tuple[str, str, float]]:
    """Each pair's score by weights that have seen neither of its incidents."""
    fold = {a.profile.document: _fold(a.incident) for a in read}
    for two in combinations_with_replacement(range(FOLDS), 2):
        weights = fit([row for (a, b), row in seen.items() if not {fold[a], fold[b]} & set(two)], L2)
        for (a, b), (found, _, _) in seen.items():
            if tuple(sorted((fold[a], fold[b]))) == two:
                odds = weights["bias"] + math.fsum(weights.get(name, 0.0) * value for name, value in found.items())
                yield a, b, 1 / (1 + math.exp(-odds))


def _fold(incident: str) -> int:
    return hashlib.sha256(f"incident {incident}".encode()).digest()[0] % FOLDS


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=None, help="read no more rows than this")
    told = options.parse_args()
    rows = list(islice(gold.rows(gold.gold_folder() / "crossdoc" / "gva.dev.jsonl"), told.rows))
    read = tuple(articles(rows, load_kit(model=False)))
    seen = observed(read)
    scores = tuple(crossed(read, seen))
    sought = groups((a.profile.document, a.incident) for a in read)
    sys.stdout.write(f"# {len(read)} articles, {len(seen)} pairs; in five folds:\n")
    for level in LEVELS:
        score = paired(sought, cluster([a.profile.document for a in read], scores, joined=level))
        sys.stdout.write(f"# level {level}: P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}\n")
    sys.stdout.write(listed(fit(list(seen.values()), L2)))


if __name__ == "__main__":
    main()
