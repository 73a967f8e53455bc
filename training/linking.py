"""Fits the weights of linking: python -m training.linking [--rows N]. Prints them as lexicon/linking.yaml has them,
fitted while the weights given there by hand are held.

Needs numpy alone. Two sorts of pairs that share a block: of ECB+ train, where gold says which mentions are one event; and of gun
violence news, where claims of one incident are taken for one if they have a word for the act in common or count the same kind of
harm. Of the second, pairs within an article are left out, and of those of different incidents one in `SAMPLED` is kept, by its hash.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from whosays.evaluate import ecb, gold
from whosays.evaluate.cases import pairs
from whosays.findings import Posting
from whosays.lexicon.linking import load_linking
from whosays.link.compare import facts, observations
from whosays.link.embed import load_embedder
from whosays.pipeline import Kit, analyse, load_kit
from whosays.post import post

SAMPLED, WEIGHT, L2 = 33, 3.0, 2.0
READ = 3_000
"""Characters of an article that are read."""
Row = tuple[Mapping[str, float], bool, float]


def of_ecb(rows: Sequence[gold.Row], kit: Kit) -> Iterator[Row]:
    read = [ecb.mentioned(row, kit) for row in rows]
    chains = {p.id: chain for m in read for p, chain in zip(m.postings, m.chains, strict=True)}
    known = {p.id: facts(p) for m in read for p in m.postings}
    for pair in pairs([m.postings for m in read], load_embedder()):
        seen = dict(observations(known[pair.left], known[pair.right], pair))
        yield seen, chains[pair.left] == chains[pair.right], 1.0


def of_incidents(rows: Sequence[gold.Row], kit: Kit) -> Iterator[Row]:
    read = [(str(row["incident_id"]), claims) for row in rows for claims in _articles(row, kit)]
    incident = {p.id: of for of, claims in read for p in claims}
    known = {p.id: facts(p) for _, claims in read for p in claims}
    for pair in pairs([claims for _, claims in read], load_embedder()):
        a, b = known[pair.left], known[pair.right]
        if a.posting.document == b.posting.document:
            continue
        same = incident[pair.left] == incident[pair.right]
        told = bool(a.act & b.act or a.counted & b.counted)
        if same and told:
            yield dict(observations(a, b, pair)), True, 1.0
        elif not same and _sampled(pair.left, pair.right):
            yield dict(observations(a, b, pair)), False, WEIGHT


def _articles(row: gold.Row, kit: Kit) -> Iterator[tuple[Posting, ...]]:
    for article in gold.news(row):
        key = f"{row['incident_id']}.{article.place}"
        document = gold.document({"text": article.text[:READ], "published": article.published}, key)
        yield tuple(post(c, f"{key}#{i}", i) for i, c in enumerate(analyse(document, kit).claims))


def _sampled(left: str, right: str) -> bool:
    return int.from_bytes(hashlib.sha256(f"{left} {right}".encode()).digest()[:4], "big") % SAMPLED == 0


def fit(rows: Sequence[Row], l2: float = L2, given: Mapping[str, float] | None = None) -> dict[str, float]:
    """Logistic regression by Newton's method, while the weights that are `given` are held; "bias" is not drawn towards 0."""
    held = given or {}
    names = sorted({name for seen, _, _ in rows for name in seen} - held.keys())
    offset = np.array([sum(held[name] * value for name, value in seen.items() if name in held) for seen, _, _ in rows])
    table = np.array([[seen.get(name, 0.0) for name in names] + [1.0] for seen, _, _ in rows])
    gold_ = np.array([same for _, same, _ in rows], float)
    weight = np.array([w for _, _, w in rows])
    ridge = np.eye(len(names) + 1) * l2
    ridge[-1, -1] = 0
    fitted: NDArray[np.float64] = np.zeros(len(names) + 1)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(table @ fitted + offset, -30, 30)))
        slope = table.T @ (weight * (chance - gold_)) + ridge @ fitted
        bend = (table * (weight * chance * (1 - chance))[:, None]).T @ table + ridge
        fitted -= np.linalg.solve(bend, slope)
    return dict(zip([*names, "bias"], map(float, fitted), strict=True))


def listed(weights: Mapping[str, float]) -> str:
    """Fitted weights as the lexicon's files have them: the start, then each observation, what adds most first."""
    rest = sorted(((name, value) for name, value in weights.items() if name != "bias"), key=lambda w: -w[1])
    return f"bias: {weights['bias']:.2f}\nweights:\n" + "".join(f"  {name}: {value:.2f}\n" for name, value in rest)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=None, help="read no more rows of each file than this")
    limit = options.parse_args().rows
    folder, kit = gold.gold_folder() / "crossdoc", load_kit(model=False)
    events = of_ecb(list(islice(gold.rows(folder / "ecbplus.train.jsonl"), limit)), kit)
    incidents = of_incidents(list(islice(gold.rows(folder / "gva.dev.jsonl"), limit)), kit)
    sys.stdout.write(listed(fit([*events, *incidents], given=load_linking().given)))


if __name__ == "__main__":
    main()
