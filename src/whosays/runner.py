"""Maps the engine over many documents, in one process or several: same results, same order, whatever the number.

One document that fails, even one that takes its process down, costs no other.
"""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from whosays.model import USUAL, Analysis, Conventions, Document
from whosays.read.input import Reading, Unread

if TYPE_CHECKING:
    from whosays.pipeline import Kit

Analyse = Callable[[Document], Analysis]

AHEAD = 4
"""Documents in hand per process: enough that none waits, few enough that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that was read but not analysed: an error of ours. `trace` is the traceback, for ``--debug``."""

    key: str
    why: str
    trace: str


class EngineError(Exception):
    """The engine itself cannot be loaded: no document can be read, and each would fail alike."""


Outcome = Analysis | Unread | Failed


class Engine:
    """`analyse` with its kit, loaded at first use. Another process gets it without the kit, and loads its own."""

    def __init__(
        self,
        model: bool = True,
        notice: Callable[[str], None] | None = None,
        conventions: Conventions = USUAL,
        actors: Path | None = None,
    ) -> None:
        self._model = model
        self._notice = notice
        self._conventions = conventions
        self._actors = actors

    @cached_property
    def kit(self) -> Kit:
        try:
            from whosays.pipeline import load_kit

            return load_kit(self._model, self._notice, self._conventions, self._actors)
        except Exception as error:  # whatever is broken or missing, it is so for every document
            why = f"the engine cannot be loaded: {type(error).__name__}: {error}; see whosays doctor"
            raise EngineError(why) from error

    @property
    def name(self) -> str:
        """What reads: parser and tagger, each with its version or hash, and the user's actors. Stands in every record."""
        own = self.kit.lexicon.own_actors
        return f"{self.kit.parser.name} {self.kit.tagger.name}" + (f" actors:{own}" if own else "")

    def __call__(self, document: Document) -> Analysis:
        from whosays.pipeline import analyse

        return analyse(document, self.kit)

    def __reduce__(self) -> tuple[Callable[..., Engine], tuple[bool, Conventions, Path | None]]:
        return _engine_here, (self._model, self._conventions, self._actors)


def run(readings: Iterable[Reading | Unread], engine: Analyse, jobs: int = 1) -> Iterator[Outcome]:
    """One outcome for each reading, in order. `jobs` processes; with more than one, `engine` must be picklable."""
    if jobs <= 1:
        return (_one(reading, engine) for reading in readings)
    return _parallel(readings, engine, jobs)


@lru_cache(maxsize=2)
def _engine_here(model: bool, conventions: Conventions, actors: Path | None) -> Engine:
    """The one engine of this process."""
    return Engine(model, conventions=conventions, actors=actors)


def _one(reading: Reading | Unread, engine: Analyse) -> Outcome:
    if isinstance(reading, Unread):
        return reading
    try:
        analysis = engine(reading.document)
    except EngineError:
        raise
    except Exception as error:  # the boundary: whatever the engine raises costs this document alone
        why = f"could not be analysed: {type(error).__name__}: {error}; this is a fault of whosays, --debug shows where"
        return Failed(reading.document.key, " ".join(why.split()), traceback.format_exc())
    return replace(analysis, issues=(*reading.issues, *analysis.issues)) if reading.issues else analysis


def _parallel(readings: Iterable[Reading | Unread], engine: Analyse, jobs: int) -> Iterator[Outcome]:
    pool = _pool(jobs)
    waiting: deque[tuple[Reading | Unread, Future[Outcome] | None]] = deque()
    source = iter(readings)
    try:
        while True:
            while len(waiting) < jobs * AHEAD and (reading := next(source, None)) is not None:
                waiting.append((reading, _submit(pool, reading, engine)))
            if not waiting:
                return
            reading, future = waiting.popleft()
            try:
                yield future.result() if future else _one(reading, engine)
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield _alone(reading, engine)
                pool = _pool(jobs)
                waiting = deque((r, _submit(pool, r, engine)) for r, _ in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Fresh interpreters, not copies of this one: threads of the model would not survive a copy."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _submit(pool: ProcessPoolExecutor, reading: Reading | Unread, engine: Analyse) -> Future[Outcome] | None:
    if isinstance(reading, Unread):
        return None
    try:
        return pool.submit(_one, reading, engine)
    except BrokenProcessPool as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken


def _alone(reading: Reading | Unread, engine: Analyse) -> Outcome:
    """A document in a process of its own: tells the one that kills its process from those that died beside it."""
    if isinstance(reading, Unread):
        return reading
    with _pool(1) as pool:
        try:
            return pool.submit(_one, reading, engine).result()
        except BrokenProcessPool:
            return Failed(
                reading.document.key, "could not be analysed: its process died (out of memory?); try it alone", ""
            )
