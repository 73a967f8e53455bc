"""What the network says of a document's words -> attributions, as sets of word ranges.

The tags O and B I E S of source, cue and content are decoded as one chain over the whole document (Viterbi), with
learned transitions that rule out impossible sequences. Links come from two pointers: each cue's words point to the
words of its source or to none, each content's words to the words of its cue. Then the bounds of each content are
chosen anew, by what its cue says of them as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whosays.attribute.tagger_bounds import BEGIN, END, INNER, OUT, REACH, SINGLE, rebound
from whosays.attribute.tagger_windows import Stream, Window

Floats = NDArray[np.float32]
Range = tuple[int, int]

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BIES"))
NEVER = -1e4
LEAST = -20.0
"""A link's log-probability where it can't be seen."""
WEAK = 0.1
"""A content whose link to every cue is no likelier than this is dropped: its own cue was not found."""
NEAR = 3
"""A cue with no content of its own joins the next cue if at most so many words lie between, none of another role."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A window as the network read it: for the document's words ``low`` to ``high``, tag scores and pointer vectors.

    ``asks`` and ``answers`` hold, for source and for cue, the vectors [words, 128] whose products score a link;
    ``none`` the score that a word's cue has no source. ``bounds`` holds the vectors by which a cue asks for the first
    word of its content, those that answer, and the same two for the last word.
    """

    low: int
    high: int
    tags: Floats
    asks: tuple[Floats, Floats]
    answers: tuple[Floats, Floats]
    none: Floats
    bounds: tuple[Floats, Floats, Floats, Floats]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as half-open ranges of words, with a confidence from 0 to 1."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float


def see(pieces: Stream, window: Window, tags: Floats, links: Floats, none: Floats, bounds: Floats) -> Seen:
    """The network's output by piece (its first row is the opening mark) reduced to the window's words."""
    low, high = np.searchsorted(pieces.first, [window.start, window.end]).tolist()
    at = pieces.first[low:high] - window.start + 1
    cue, source, content, about = np.split(links[at], 4, axis=1)
    opening, first, closing, last = np.split(bounds[at], 4, axis=1)
    return Seen(low, high, tags[at], (cue, content), (source, about), none[at, 0], (opening, first, closing, last))


def decode(seen: Sequence[Seen], windows: Sequence[Window], step: Floats) -> tuple[Found, ...]:
    """The document's attributions in the order of their cues. ``step`` holds the tags' transition scores [from, to]."""
    emit = np.concatenate([s.tags[w.low - s.low : w.high - s.low] for s, w in zip(seen, windows, strict=True)])
    tags = best_path(emit, step)
    sources, cues, contents = (ranges(tags, role) for role in range(3))
    if not cues:
        return ()
    owner = np.searchsorted([w.high for w in windows], np.arange(len(tags)), side="right")
    sure = _certainty(emit, tags)
    by_cue: dict[int, list[int]] = {}
    strength: dict[int, float] = {}
    for n, content in enumerate(contents):
        scores = _to_cue(content, cues, seen, owner)
        best = int(scores.argmax())
        strength[n] = float(np.exp(scores[best]))
        if strength[n] > WEAK:
            by_cue.setdefault(best, []).append(n)
    found = []
    for c, spans in _joined(cues, by_cue, tags):
        source, certain = _to_source(cues[c], sources, seen[owner[cues[c][0]]])
        own = tuple(contents[n] for n in by_cue[c])
        score = min(
            certain, *(strength[n] for n in by_cue[c]), *(float(sure[a:b].mean()) for a, b in (*source, spans, *own))
        )
        placed = _placed(own, cues[c], seen[owner[cues[c][0]]], tags, (emit, step))
        found.append(Found(source, (spans,), placed, round(score, 3)))
    return tuple(found)


def _placed(
    contents: Sequence[Range], cue: Range, view: Seen, tags: NDArray[np.int64], chain: tuple[Floats, Floats]
) -> tuple[Range, ...]:
    """The contents with their bounds chosen anew, those that lie in the cue's window; ``tags`` are kept in step, so that
    no two contents come to lie over each other."""
    a, b = cue[0] - view.low, min(cue[1], view.high) - view.low
    opening, first, closing, last = view.bounds
    says = [_log_shares(_products(x[a:b], y)).mean(0) for x, y in ((opening, first), (closing, last))]
    found = []
    for start, end in contents:
        if start >= view.low and end <= view.high:
            low, high = max(view.low, _free(tags, start, -1)), min(view.high, _free(tags, end - 1, 1) + 1)
            around = (int(tags[low - 1]) if low else 0, int(tags[high]) if high < len(tags) else 0)
            told = np.stack(says)[:, low - view.low : high - view.low]
            tags[start:end] = OUT
            start, end = rebound((start, end), (low, high), chain, around, told)
            tags[start:end] = [SINGLE] if end == start + 1 else [BEGIN, *[INNER] * (end - start - 2), END]
        found.append((start, end))
    return tuple(found)


def _free(tags: NDArray[np.int64], edge: int, way: int) -> int:
    """The last word from the span's edge on, in the direction, before the next tagged word."""
    at = edge
    while 0 <= at + way < len(tags) and not tags[at + way] and abs(at - edge) <= REACH:
        at += way
    return at


def best_path(emit: Floats, step: Floats) -> NDArray[np.int64]:
    """Viterbi: the tags with the highest sum of scores and transitions."""
    words, kinds = emit.shape
    back = np.empty((words, kinds), np.int64)
    into = np.ascontiguousarray(step.T)
    score = emit[0]
    for n in range(1, words):
        ways = into + score
        back[n] = ways.argmax(1)
        score = ways.max(1) + emit[n]
    path = np.empty(words, np.int64)
    path[-1] = score.argmax()
    for n in range(words - 1, 0, -1):
        path[n - 1] = back[n, path[n]]
    return path


def ranges(tags: NDArray[np.int64], role: int) -> list[Range]:
    """The word ranges of one role, in text order."""
    low = 1 + 4 * role
    opens = np.flatnonzero((tags == low) | (tags == low + 3))
    inside = (tags >= low) & (tags < low + 4)
    closes = np.flatnonzero(inside & ~np.append(inside[1:] & ~np.isin(tags[1:], (low, low + 3)), False)) + 1
    if len(opens) == len(closes):
        return list(zip(opens.tolist(), closes.tolist(), strict=True))
    starts = np.flatnonzero(inside & ~np.insert(inside[:-1], 0, False) | np.isin(tags, (low, low + 3)))
    return list(zip(starts.tolist(), closes.tolist(), strict=True))


def _certainty(emit: Floats, tags: NDArray[np.int64]) -> Floats:
    """Each word's probability of its tag, by the scores alone."""
    peak = emit - emit.max(1, keepdims=True)
    shares = np.exp(peak)
    chosen: Floats = shares[np.arange(len(tags)), tags] / shares.sum(1)
    return chosen


def _log_shares(scores: Floats) -> Floats:
    peak = scores - scores.max(1, keepdims=True)
    shares: Floats = peak - np.log(np.exp(peak).sum(1, keepdims=True))
    return shares


def _products(asks: Floats, answers: Floats) -> Floats:
    """Every asking row with every answering row. Not by BLAS, whose threads cost more than these few products."""
    found: Floats = np.einsum("ik,jk->ij", asks, answers) / np.float32(answers.shape[1] ** 0.5)
    return found


def _toward(shares: Floats, spans: Sequence[Range], low: int, high: int) -> NDArray[np.float64]:
    """For each span the mean over the asking words (rows) of the log of the share that falls on it."""
    mass = np.exp(shares)
    total = np.concatenate([np.zeros((len(mass), 1)), mass.cumsum(1, dtype=np.float64)], 1)
    a = np.clip([s[0] - low for s in spans], 0, high - low)
    b = np.clip([s[1] - low for s in spans], 0, high - low)
    shares64: NDArray[np.float64] = np.log(np.maximum(total[:, b] - total[:, a], np.exp(LEAST))).mean(0)
    return shares64


def _to_cue(
    content: Range, cues: Sequence[Range], seen: Sequence[Seen], owner: NDArray[np.int64]
) -> NDArray[np.float64]:
    """How likely the content hangs on each cue: the best of what the windows of its first and last words say."""
    best = np.full(len(cues), LEAST)
    for w in {int(owner[content[0]]), int(owner[content[1] - 1])}:
        view = seen[w]
        a, b = max(content[0], view.low) - view.low, min(content[1], view.high) - view.low
        shares = _log_shares(_products(view.asks[1][a:b], view.answers[1]))
        best = np.maximum(best, _toward(shares, cues, view.low, view.high))
    return best


def _to_source(cue: Range, sources: Sequence[Range], view: Seen) -> tuple[tuple[Range, ...], float]:
    """The cue's source, or none, and how likely that is."""
    a, b = cue[0] - view.low, min(cue[1], view.high) - view.low
    scores = _products(view.asks[0][a:b], view.answers[0])
    shares = _log_shares(np.concatenate([scores, view.none[a:b, None]], 1))
    none = float(shares[:, -1].mean())
    if sources:
        toward = _toward(shares[:, :-1], sources, view.low, view.high)
        best = int(toward.argmax())
        if toward[best] > none:
            return (sources[best],), float(np.exp(toward[best]))
    return (), float(np.exp(none))


def _joined(cues: Sequence[Range], by_cue: dict[int, list[int]], tags: NDArray[np.int64]) -> list[tuple[int, Range]]:
    """The cues that have content. One without joins a neighbour that has one close by: a cue is one contiguous span
    ("generally" + "do not anticipate" must not lose the negation). Any other is dropped."""
    found = []
    for c in sorted(by_cue):
        start, end = cues[c]
        if c > 0 and c - 1 not in by_cue and _close(cues[c - 1][1], start, tags):
            start = cues[c - 1][0]
        if c + 1 < len(cues) and c + 1 not in by_cue and _close(end, cues[c + 1][0], tags):
            end = cues[c + 1][1]
        found.append((c, (start, end)))
    return found


def _close(end: int, start: int, tags: NDArray[np.int64]) -> bool:
    return start - end <= NEAR and not tags[end:start].any()
