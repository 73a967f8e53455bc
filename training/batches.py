"""Cuts -> padded tensors: batches of like length, so that little is padding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor

from training.corpus import TAGS, Cut, Example
from whosays.attribute.tagger_windows import BEGIN_MARK, END_MARK

MASK = 103


@dataclass(frozen=True, slots=True)
class Batch:
    """``ids look mask`` by piece; ``first tags real`` by word, ``pairs`` by word but the last; the pointers' questions and right
    answers by word and word."""

    ids: Tensor
    look: Tensor
    mask: Tensor | None
    first: Tensor
    tags: Tensor
    pairs: Tensor
    real: Tensor
    style: Tensor
    weight: Tensor
    cue_asks: Tensor
    cue_right: Tensor
    content_asks: Tensor
    content_right: Tensor
    first_asks: Tensor
    first_right: Tensor
    last_asks: Tensor
    last_right: Tensor


def batches(cuts: list[Cut], tokens: int, rng: Random, hide: float) -> Iterator[Batch]:
    """Shuffled batches of about ``tokens`` pieces; ``hide`` is the chance that a word is masked."""
    order = sorted(cuts, key=lambda c: (c.end - c.start) + rng.random() * 16)
    groups: list[list[Cut]] = [[]]
    for cut in order:
        longest = max(cut.end - cut.start, *(c.end - c.start for c in groups[-1]), 0) + 2
        if groups[-1] and longest * (len(groups[-1]) + 1) > tokens:
            groups.append([])
        groups[-1].append(cut)
    rng.shuffle(groups)
    for group in groups:
        yield batch(group, rng, hide)


def batch(group: list[Cut], rng: Random, hide: float) -> Batch:
    count = len(group)
    length = max(c.end - c.start for c in group) + 2
    spans = [_words(c) for c in group]
    width = max(max(len(w) for w in spans), 1)
    ids, look = np.zeros((count, length), np.int64), np.zeros((count, length), np.int64)
    seen = np.zeros((count, length), bool)
    first = np.zeros((count, width), np.int64)
    tags = np.zeros((count, width, len(TAGS)), np.float32)
    pairs = np.zeros((count, width - 1, len(TAGS), len(TAGS)), np.float32)
    real = np.zeros((count, width), bool)
    cue_asks, content_asks = np.zeros((count, width), np.float32), np.zeros((count, width), np.float32)
    cue_right = np.zeros((count, width, width + 1), bool)
    content_right, first_right, last_right = (np.zeros((count, width, width), bool) for _ in range(3))
    first_asks, last_asks = np.zeros((count, width), np.float32), np.zeros((count, width), np.float32)
    for n, (cut, words) in enumerate(zip(group, spans, strict=True)):
        p, size = cut.example.pieces, cut.end - cut.start
        ids[n, : size + 2] = [BEGIN_MARK, *p.ids[cut.start : cut.end], END_MARK]
        look[n, 1 : size + 1] = p.look[cut.start : cut.end]
        seen[n, : size + 2] = True
        first[n, : len(words)] = p.first[words] - cut.start + 1
        real[n, : len(words)] = True
        if len(words):
            _tell(cut.example, words, tags[n], pairs[n])
            _ask(cut, int(words[0]), len(words), cue_asks[n], cue_right[n], content_asks[n], content_right[n])
            _bound(cut, int(words[0]), len(words), (first_asks[n], first_right[n]), (last_asks[n], last_right[n]))
        _hide(ids[n], p.word[cut.start : cut.end], rng, hide)
    mask = None
    if not seen.all():
        mask = torch.zeros(seen.shape).masked_fill(~torch.from_numpy(seen), -1e4)[:, None, None]
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(look),
        mask,
        torch.from_numpy(first),
        torch.from_numpy(tags),
        torch.from_numpy(pairs),
        torch.from_numpy(real),
        torch.tensor([0 if rng.random() < 0.5 or c.example.taught else c.example.style for c in group]),
        torch.tensor([c.example.weight for c in group]),
        torch.from_numpy(cue_asks),
        torch.from_numpy(cue_right),
        torch.from_numpy(content_asks),
        torch.from_numpy(content_right),
        torch.from_numpy(first_asks),
        torch.from_numpy(first_right),
        torch.from_numpy(last_asks),
        torch.from_numpy(last_right),
    )


def _words(cut: Cut) -> np.ndarray:
    first = cut.example.pieces.first
    return np.arange(*np.searchsorted(first, [cut.start, cut.end]))


def _tell(ex: Example, words: np.ndarray, tags: np.ndarray, pairs: np.ndarray) -> None:
    """Fills in the words' tags: the marks, and beside them what is taught."""
    at = np.arange(len(words))
    marks = ex.marks[words]
    tags[at, marks] = ex.share
    pairs[at[:-1], marks[:-1], marks[1:]] = ex.share
    if ex.taught is not None:
        tags[: len(words)] += (1 - ex.share) * ex.taught.tags[words]
        pairs[: len(words) - 1] += (1 - ex.share) * ex.taught.pairs[words[:-1]]


def _ask(cut, low, count, cue_asks, cue_right, content_asks, content_right) -> None:
    """Fills the questions: every span asks with weight 1, shared among its words; an answer outside the window is not asked for."""
    for source, cue, content in cut.example.groups:
        cues = [w - low for w in cue if low <= w < low + count]
        sources = [w - low for w in source if low <= w < low + count]
        contents = [w - low for w in content if low <= w < low + count]
        if cues and (sources or not source):
            cue_asks[cues] = cut.example.weight / len(cues)
            cue_right[np.ix_(cues, sources or [-1])] = True
        if contents and cues:
            content_asks[contents] = cut.example.weight / len(contents)
            content_right[np.ix_(contents, cues)] = True


def _bound(cut, low, count, first, last) -> None:
    """Every cue asks where its content begins and where it ends; any of its stretches in the window will do."""
    for _, cue, content in cut.example.groups:
        cues = [w - low for w in cue if low <= w < low + count]
        for (asks, right), step in ((first, -1), (last, 1)):
            edges = [w - low for w in content if low <= w < low + count and w + step not in content]
            if cues and edges:
                asks[cues] = cut.example.weight / len(cues)
                right[np.ix_(cues, edges)] = True


def _hide(ids: np.ndarray, word: np.ndarray, rng: Random, hide: float) -> None:
    if hide <= 0:
        return
    for w in set(word.tolist()) - {-1}:
        if rng.random() < hide:
            ids[1 : len(word) + 1][word == w] = MASK
