"""Figures of the tagger alone (no rules, no engine) on rows of PolNeAR's form; definitions in `whosays.evaluate.attribution`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch

from training.corpus import Example
from training.network import Network
from whosays.attribute.tagger_decode import Found, decode, see
from whosays.attribute.tagger_windows import BEGIN_MARK, END_MARK, Stream, windows
from whosays.evaluate.attribution import Triple, gold_triples, score

Read = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray, np.ndarray]]


def reader(network: Network) -> Read:
    """One window's (ids, looks) -> tag scores, link vectors, none scores by piece; in float32."""

    def read(ids: np.ndarray, look: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        with torch.no_grad():
            x = network.encoder(torch.from_numpy(ids)[None], torch.from_numpy(look)[None])
            links = network.links(x)
            return network.emit(x)[0].numpy(), links[0].numpy(), network.none(links[..., :128])[0].numpy()

    return read


def tagged(pieces: Stream, read: Read, step: np.ndarray) -> tuple[Found, ...]:
    cut = list(windows(pieces))
    if not cut:
        return ()
    seen = []
    for window in cut:
        ids = np.array([BEGIN_MARK, *pieces.ids[window.start : window.end], END_MARK], np.int64)
        look = np.array([0, *pieces.look[window.start : window.end], 0], np.int64)
        seen.append(see(pieces, window, *read(ids, look)))
    return decode(seen, cut, step)


def triples(pieces: Stream, found: tuple[Found, ...]) -> list[Triple]:
    def spans(ranges):
        return tuple((int(pieces.start[a]), int(pieces.end[b - 1])) for a, b in ranges)

    return [Triple(spans(f.source), spans(f.cue), spans(f.content)) for f in found]


def measure(rows: list[dict], examples: list[Example], read: Read, step: np.ndarray) -> dict[str, float]:
    return dict(
        score(
            (row["text"], triples(ex.pieces, tagged(ex.pieces, read, step)), gold_triples(row))
            for row, ex in zip(rows, examples)
        )
    )
