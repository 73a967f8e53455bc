"""The learned tagger: source, cue and content of every attribution, read by a small neural network on the CPU.

The weights (`weights/`) are a MiniLM-L6 encoder with a tag head and two link pointers, trained by `training/` and
stored as int8 ONNX; MODEL_CARD.md tells on what, with which figures. The network reads one window at a time, on one
thread: int8 ranges are taken per call, so that what else lies in a batch would change the result.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from whosays.attribute.tagger_decode import Floats, Found, Range, decode, see
from whosays.attribute.tagger_gaps import closed_up
from whosays.attribute.tagger_windows import Stream, Window, stream, window_input, windows
from whosays.model import Document, Sentence, Span, Tagged

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
OUTPUTS = ("tags", "links", "none", "bounds")
LONGEST = 60_000
"""Code points that are read at once; a longer text is cut, so that memory does not grow with it."""

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")


class WeightsError(Exception):
    """The weights are missing, damaged or not what the manifest says. The engine then runs on rules."""


class LearnedTagger:
    """A `Tagger`. One instance a process is enough; it keeps no state between documents."""

    def __init__(self, session: Any, tokenizer: Tokenizer, step: Floats, size: int, name: str) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._step = step
        self._size = size
        self.name = name

    def tag(self, document: Document, sentences: Sequence[Sentence] = ()) -> tuple[Tagged, ...]:
        """All attributions in text order of their cues. Never raises on any text; ``sentences`` are not needed."""
        found: list[Tagged] = []
        for start, end in _sections(document.text):
            pieces = stream(document.text[start:end], self._tokenizer)
            found.extend(_tagged(f, pieces, start, self.name) for f in self._read(pieces))
        return tuple(replace(t, content=closed_up(document.text, t.content)) for t in found)

    def _read(self, pieces: Stream) -> tuple[Found, ...]:
        cut = tuple(windows(pieces, self._size))
        if not cut:
            return ()
        return decode([see(pieces, window, *self._run(pieces, window)) for window in cut], cut, self._step)

    def _run(self, pieces: Stream, window: Window) -> tuple[Floats, Floats, Floats, Floats]:
        """Tag scores, link vectors, none scores and bound vectors of the window's pieces, marks included."""
        ids, look = window_input(pieces, window)
        tags, links, none, bounds = self._session.run(OUTPUTS, {"ids": ids[None], "look": look[None]})
        return tags[0], links[0], none[0], bounds[0]


def load_tagger(folder: Path = WEIGHTS) -> LearnedTagger:
    """The shipped tagger, or one trained anew. Raises `WeightsError` where its files are missing or damaged."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        weights = (folder / "tagger.onnx").read_bytes()
        if hashlib.sha256(weights).hexdigest() != manifest["sha256"]:
            raise WeightsError(f"{folder / 'tagger.onnx'}: not the file that manifest.json names")
        step = np.array(manifest["transitions"], np.float32)
        tokenizer = _tokenizer(folder / "tokenizer.json")
        session = _session(weights)
        if not {output.name for output in session.get_outputs()}.issuperset(OUTPUTS):
            raise WeightsError(f"{folder / 'tagger.onnx'}: of an older form, without bounds of contents")
        return LearnedTagger(session, tokenizer, step, int(manifest["pieces"]), str(manifest["name"]))
    except WeightsError:
        raise
    except Exception as error:
        raise WeightsError(f"{folder}: no usable weights ({error})") from error


def _session(weights: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def _tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _sections(text: str) -> Iterator[Range]:
    """The text in pieces of at most `LONGEST`: cut after a paragraph if there is one, else at a space or anywhere."""
    start = 0
    while len(text) - start > LONGEST:
        last = start + LONGEST
        ends = [m.end() for m in _PARAGRAPH_END.finditer(text, start + LONGEST // 2, last)]
        space = text.rfind(" ", start + 1, last) + 1
        cut = ends[-1] if ends else space or last
        yield start, cut
        start = cut
    yield start, len(text)


def _tagged(found: Found, pieces: Stream, offset: int, name: str) -> Tagged:
    def spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
        return tuple(Span(offset + int(pieces.start[a]), offset + int(pieces.end[b - 1])) for a, b in ranges)

    return Tagged(spans(found.source), spans(found.cue), spans(found.content), name, found.score)
