"""Documents that are dropped or pasted -> the case, in the background; how far it is, how fast, and what could not be read."""

from __future__ import annotations

import hashlib
import io
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from threading import Lock, Thread
from time import monotonic

from whosays.case.add import Added, Entered, Known
from whosays.plugins import plugins
from whosays.read.input import Reading, Stated, Unread
from whosays.read.read import take
from whosays.runner import EngineError
from whosays.store.store import StoreError

KEPT = 50
"""Adds that are remembered, the latest; the documents stay in the case, whatever is remembered."""
LISTED = 200

Adder = Callable[[Iterable[Reading | Unread]], Iterator[Added]]


@dataclass(frozen=True, slots=True)
class Given:
    """One file: its name, which never is a path here, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class EnteredLine:
    title: str
    claims: int
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """``why`` holds what to do."""

    key: str
    why: str


@dataclass(frozen=True, slots=True)
class Progress:
    """``total`` is None until all are counted; ``says`` has rate and time left in words."""

    id: str
    done: int
    total: int | None
    over: bool
    says: str
    entered: tuple[EnteredLine, ...]
    known: tuple[Line, ...]
    failed: tuple[Line, ...]
    stopped: str | None
    link: str


@dataclass(slots=True)
class _Job:
    id: str
    began: float
    total: int | None = None
    outcomes: list[Added] = field(default_factory=list)
    ended: float | None = None
    stopped: str | None = None


class Adding:
    """Runs one add at a time, in the order they were asked for. Safe to share between threads."""

    def __init__(self, adder: Adder, clock: Callable[[], float] = monotonic) -> None:
        self._adder = adder
        self._clock = clock
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._turn = Lock()

    def begin(self, files: Sequence[Given], stated: Stated) -> str:
        """Begins to add, and returns the id under which its progress is told."""
        job = _Job(secrets.token_hex(8), self._clock())
        self._jobs[job.id] = job
        while len(self._jobs) > KEPT:
            self._jobs.popitem(last=False)
        Thread(target=self._run, args=(job, files, stated), daemon=True).start()
        return job.id

    def progress(self, id_: str) -> Progress | None:
        job = self._jobs.get(id_)
        return _progress(job, self._clock()) if job else None

    def _run(self, job: _Job, files: Sequence[Given], stated: Stated) -> None:
        try:
            readings = [r for one in files for r in _read(one, stated)]
            job.total = len(readings)
            with self._turn:
                for outcome in self._adder(readings):
                    job.outcomes.append(outcome)
        except (StoreError, EngineError) as error:
            job.stopped = str(error)
        except Exception as error:  # the boundary: a fault of ours is told, and stops this add alone
            job.stopped = f"stopped by a fault of whosays: {type(error).__name__}; what was entered before stays"
        finally:
            job.ended = self._clock()


def pasted(text: str) -> Given:
    """Text from the form, named by its own words so that another paste is another document."""
    content = text.replace("\r\n", "\n").encode("utf-8", "replace")
    return Given(f"pasted-{hashlib.sha256(content).hexdigest()[:12]}.txt", content)


def _read(given: Given, stated: Stated) -> Iterator[Reading | Unread]:
    name = PureWindowsPath(PurePosixPath(given.name).name).name or "unnamed"
    yield from take(name, io.BytesIO(given.content), plugins().readers, stated)


def _progress(job: _Job, now: float) -> Progress:
    outcomes = list(job.outcomes)
    failed = [o for o in outcomes if not isinstance(o, Entered | Known)]
    return Progress(
        id=job.id,
        done=len(outcomes),
        total=job.total,
        over=job.ended is not None,
        says=_says(job, len(outcomes), now),
        entered=tuple(
            EnteredLine(o.held.title or o.held.key, o.held.claims, f"/documents/{o.held.id}")
            for o in outcomes
            if isinstance(o, Entered)
        )[-LISTED:],
        known=tuple(Line(o.key, o.why) for o in outcomes if isinstance(o, Known))[-LISTED:],
        failed=tuple(Line(o.key, o.why) for o in failed)[-LISTED:],
        stopped=job.stopped,
        link=f"/adds/{job.id}",
    )


def _says(job: _Job, done: int, now: float) -> str:
    spent = (job.ended or now) - job.began
    if job.ended is not None:
        return f"Done in {_time(spent)}."
    if not done or not job.total:
        return "The engine is being loaded; the first document takes some seconds."
    rate = done / max(spent, 0.01)
    return f"{rate * 60:,.0f} documents a minute; about {_time((job.total - done) / rate)} left."


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 5400 else f"{seconds / 3600:.1f} hours"
