"""What the teacher says of texts, for the student to learn from: its attributions, and for each word how likely each tag is.

A hard label says that the teacher's best guess is right; a lesson also says how sure it was and what else it thought
possible (Hinton et al. 2015), for a chain as the expected tags and pairs of tags (Wang et al. 2021, structural distillation).
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.corpus import ROLES, Row
from training.network import LINK, Network
from training.taught import Taught, expected
from whosays.attribute.tagger_decode import Found, decode, see
from whosays.attribute.tagger_windows import Ints, Stream, stream, window_input, windows

Floats = NDArray[np.float32]
REPORTED = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a network reads it: ``scores`` [words, tags] and the attributions decoded from them."""

    scores: Floats
    found: tuple[Found, ...]


def read(network: Network, pieces: Stream, size: int) -> Reading:
    """The text by windows of at most ``size`` pieces, each word from the window where it is most central."""
    cut = tuple(windows(pieces, size))
    told = _outputs(network, [window_input(pieces, window) for window in cut])
    seen = [see(pieces, window, *(out[n] for out in told)) for n, window in enumerate(cut)]
    scores = [s.tags[w.low - s.low : w.high - s.low] for s, w in zip(seen, cut, strict=True)]
    step = network.transitions().detach().numpy()
    return Reading(np.concatenate(scores), decode(seen, cut, step))


@torch.no_grad()
def _outputs(network: Network, given: list[tuple[Ints, Ints]]) -> tuple[Floats, Floats, Floats, Floats]:
    """Tag scores, link vectors, scores of none and bound vectors by window (all of one length) and piece, as the exported
    graph gives them."""
    ids, look = (torch.from_numpy(np.stack(rows)) for rows in zip(*given, strict=True))
    with torch.autocast("cpu", torch.bfloat16):
        x = network.encoder(ids, look)
    x = x.float()
    links = network.links(x)
    none = network.none(links[..., :LINK])
    return tuple(out.numpy() for out in (network.emit(x), links, none, network.ends(x)))  # type: ignore[return-value]


def teach(network: Network, rows: Iterable[Row], tokenizer: Tokenizer, size: int, path: Path) -> None:
    """Writes ``path``.jsonl (the rows; those without attributions get the teacher's) and ``path``.npz (scores of all words,
    float16, and the transitions). A text without a word is left out."""
    begun, words = time.time(), 0
    kept: list[Row] = []
    scores: list[NDArray[np.float16]] = []
    for n, row in enumerate(rows, 1):
        pieces = stream(row["text"], tokenizer)
        if not len(pieces.first):
            continue
        reading = read(network, pieces, size)
        kept.append({"attributions": [_spans(f, pieces) for f in reading.found]} | row)
        scores.append(reading.scores.astype(np.float16))
        words += len(pieces.first)
        if n % REPORTED == 0:
            logging.info("%d texts, %d words, %.0f a second", n, words, words / (time.time() - begun))
    path.with_suffix(".jsonl").write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
    steps = network.transitions().detach().numpy()
    np.savez(path.with_suffix(".npz"), scores=np.concatenate(scores), counts=[len(s) for s in scores], steps=steps)


def texts(path: Path) -> Iterator[Row]:
    """The texts of a JSON Lines file: its rows where they have attributions, else the texts of ``text``, ``lead`` or
    ``content``, and of the rows in ``articles``."""
    with path.open(encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            given = json.loads(line)
            if "attributions" in given:
                yield given
                continue
            for m, one in enumerate(given.get("articles", [given])):
                text = next((one[key] for key in ("text", "lead", "content") if one.get(key)), None)
                if text:
                    yield {"id": f"{path.stem} {n} {m}", "text": text}


def _spans(found: Found, pieces: Stream) -> dict[str, Any]:
    """The attribution as rows have it: half-open code points by role."""
    ranges = zip(ROLES, (found.source, found.cue, found.content), strict=True)
    return {role: [[int(pieces.start[a]), int(pieces.end[b - 1])] for a, b in spans] for role, spans in ranges}


def lessons(path: Path) -> Iterator[tuple[Row, Taught]]:
    """The rows that `teach` wrote, each with what it is to teach."""
    kept = np.load(path.with_suffix(".npz"))
    ends = np.cumsum(kept["counts"])
    scores, steps = kept["scores"].astype(np.float64), kept["steps"].astype(np.float64)
    with path.with_suffix(".jsonl").open(encoding="utf-8") as lines:
        for line, low, high in zip(lines, [0, *ends], ends, strict=False):
            yield json.loads(line), expected(scores[low:high], steps)
