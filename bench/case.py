"""Invented cases of growing size: what it costs to enter a document, and to say who says what.

python -m bench.case [--claims 10000 100000 1000000] [--into FOLDER] [--told]

A case is a war that goes on: reports of ten claims, twenty a day, on propositions that are spoken of for some weeks, by parties
of forty countries at four hundred places. Claims of one proposition lie at a cosine of about 0.9, others near 0.3, as news of
one war does. Nothing is read by the engine; all else is the shipped code.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from whosays.case.case import OpenCase
from whosays.case.linking import Linking
from whosays.findings import Count, Held, Holder, Link, Posting, Run, Shelf, Spot
from whosays.link.features import features
from whosays.model import (
    Certainty,
    EventType,
    PlacePrecision,
    Polarity,
    QuantityKind,
    SourceKind,
    Stance,
    Status,
    TimePrecision,
)
from whosays.store.store import Entry, Reads

T = TypeVar("T")

MEASURED, LINKED = 20, 30
"""Documents at the end whose adding is measured; claims that one is linked to where the links are told."""
A_DOCUMENT, A_DAY, LIVES = 10, 20, 21
"""Claims in a document, documents in a day, days for which a proposition is spoken of."""
SIZE = 384
START = date(2022, 2, 24)
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
LANDS = [f"{a}{b}C" for a in "ABCDEFGH" for b in "VWXYZ"]
ACTS = ["shelled", "deployed", "withdrew", "captured", "sanctioned", "agreed", "met", "supplied"]
TYPES = [
    EventType.ASSAULT,
    EventType.MOBILIZE,
    EventType.RETREAT,
    EventType.COERCE,
    EventType.SANCTION,
    EventType.AGREE,
]


@dataclass(frozen=True, slots=True)
class Story:
    """A proposition of the simulation: what its claims share."""

    words: str
    act: str
    type: EventType
    actor: Holder
    recipient: Holder
    place: Spot
    day: date
    count: int | None
    vector: NDArray[np.float32]


class War:
    """Makes documents day by day, the same ones for one seed."""

    def __init__(self, seed: int = 1) -> None:
        self._dice = random.Random(seed)
        self._numbers = np.random.default_rng(seed)
        self._theme = self._unit()
        self._places = [self._place(n) for n in range(400)]
        self._stories: list[Story] = []

    def documents(self, claims: int) -> Iterator[tuple[Held, tuple[Posting, ...], NDArray[np.float32]]]:
        """Documents until there are so many claims, each with its postings and their vectors."""
        for n in range(claims // A_DOCUMENT):
            day = START + timedelta(days=n // A_DAY)
            if n % A_DAY == 0:
                self._stories = [s for s in self._stories if (day - s.day).days < LIVES]
            yield self._document(n, day)

    def _document(self, n: int, day: date) -> tuple[Held, tuple[Posting, ...], NDArray[np.float32]]:
        stories = [self._story(n * A_DOCUMENT + i, day) for i in range(A_DOCUMENT)]
        held = Held(
            id=f"d{n:07}", key=f"d{n:07}.txt", sha256=f"{n:064x}", article=f"{n:020x}", version=1, shelf=Shelf.CURRENT,
            title=f"Report {n}", publisher=f"Outlet {n % 37}", published=day, dated="given", url=None, language="en",
            characters=1200, claims=A_DOCUMENT,
        )  # fmt: skip
        postings = tuple(self._posting(held, i, story) for i, story in enumerate(stories))
        vectors = np.stack([self._near(story.vector, 0.33) for story in stories])
        return held, postings, vectors

    def _story(self, n: int, day: date) -> Story:
        """One that is going on, or, one time in four, a new one."""
        if self._stories and self._dice.random() > 0.25:
            return self._dice.choice(self._stories)
        actor, recipient = (self._party() for _ in range(2))
        act, place = self._dice.choice(ACTS), self._dice.choice(self._places)
        count = self._dice.randrange(2, 900) if self._dice.random() < 0.3 else None
        words = f"{actor.text} {act} {recipient.text} near {place.name} {n}"
        vector = self._near(self._theme, 1.5)
        self._stories.append(Story(words, act, self._dice.choice(TYPES), actor, recipient, place, day, count, vector))
        return self._stories[-1]

    def _posting(self, held: Held, order: int, story: Story) -> Posting:
        dice = self._dice
        stance = dice.choice([Stance.ASSERTS] * 5 + [Stance.DENIES, Stance.NOT_CONFIRMED, Stance.ESTIMATES])
        given = story.count
        figure = Count(0, f"{given} soldiers", None, given, None, "soldiers", False, "soldiers", (QuantityKind.KILLED,), None,
                       story.recipient.code)  # fmt: skip
        return Posting(
            id=f"{held.id}{order:02}", document=held.id, order=order, sentence=order, text=story.words,
            source=self._party(), via=(), stance=stance, certainty=Certainty.CERTAIN, polarity=Polarity.PLUS,
            type=story.type, mode=None, status=Status.OCCURRED, trigger=story.act, actor=story.actor,
            recipient=story.recipient, place=story.place, start=story.day, end=story.day, grain=TimePrecision.DAY,
            counts=(figure,) if given else (), published=held.published, reported=None,
        )  # fmt: skip

    def _party(self) -> Holder:
        land = LANDS[min(int(self._dice.expovariate(0.15)), len(LANDS) - 1)]
        sector = self._dice.choice(["GOV", "MIL", "SPY"])
        return Holder(f"{land} {sector}", f"{land} {sector}", SourceKind.GOVERNMENT, f"the {sector} of {land}")

    def _place(self, n: int) -> Spot:
        at = self._dice.uniform(44, 52), self._dice.uniform(22, 40)
        return Spot(f"Town {n}", LANDS[n % 6], f"Region {n % 40}", *at, PlacePrecision.EXACT, n + 1)

    def _unit(self) -> NDArray[np.float32]:
        vector = self._numbers.standard_normal(SIZE).astype(np.float32)
        return vector / np.linalg.norm(vector)

    def _near(self, vector: NDArray[np.float32], noise: float) -> NDArray[np.float32]:
        moved = vector + noise * self._unit()
        return moved / np.linalg.norm(moved)


def build(path: Path, claims: int, told: bool) -> tuple[float, float]:
    """Makes the case; seconds for all of it, and seconds of processor for each of its last documents.

    Where the links are `told`, claims are not compared but for the last `MEASURED` documents: each is linked to the claims
    before it that it was made like. So a large case is there in minutes, and costs the same to ask and to add to.
    """
    case, linker, war = OpenCase.at(path, create=True), Linking(model=False), War()
    began = time.perf_counter()
    with case.store.writing() as writes:
        run = writes.begin_run(Run(0, "0", "simulated", "{}", NOON, None, 0, 0))
    documents = war.documents(claims)
    alike: dict[str, list[str]] = defaultdict(list)
    for portion in batched(islice(documents, claims // A_DOCUMENT - MEASURED if told else 0), 100):
        with case.store.writing() as writes:
            for held, postings, vectors in portion:
                writes.enter(told_entry(held, postings, vectors, linker, alike), run)
    last: list[float] = []
    for held, postings, vectors in documents:
        start = time.process_time()
        with case.store.writing() as writes:
            writes.enter(_linked(held, postings, vectors, linker, writes), run)
        last = [*last[1 - MEASURED :], time.process_time() - start]
    total = time.perf_counter() - began
    case.close()
    return total, sum(last) / len(last)


def told_entry(
    held: Held,
    postings: tuple[Posting, ...],
    vectors: NDArray[np.float32],
    linker: Linking,
    alike: dict[str, list[str]],
) -> Entry:
    links = []
    for p in postings:
        links += [Link(min(p.id, other), max(p.id, other), 0.9, (("start", 2.2),)) for other in alike[p.text][-LINKED:]]
        alike[p.text].append(p.id)
    signed = linker.signature(held.id, f"{held.title}. " + " ".join(p.text + "." for p in postings))
    made = features(postings, lambda _: vectors)
    records = tuple(b"{}" for _ in postings)
    return Entry(held, "words " * 200, postings, records, made, tuple(links), signed)


def _linked(
    held: Held, postings: tuple[Posting, ...], vectors: NDArray[np.float32], linker: Linking, reads: Reads
) -> Entry:
    made = features(postings, lambda _: vectors)
    signed = linker.signature(held.id, f"{held.title}. " + " ".join(p.text + "." for p in postings))
    links = linker.links(postings, made, reads)
    nears = linker.nears(signed, reads) if signed else ()
    return Entry(held, "words " * 200, postings, tuple(b"{}" for _ in postings), made, links, signed, nears)


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter."""
    left = iter(items)
    while portion := list(islice(left, size)):
        yield portion


def ask(path: Path) -> dict[str, float]:
    """Seconds of a first `matrix` in this process, and what it holds; printed by a process of its own."""
    start, processor = time.perf_counter(), time.process_time()
    found = OpenCase.at(path).balance()
    seconds, worked = time.perf_counter() - start, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "matrix": seconds,
        "worked": worked,
        "megabytes": peak,
        "claims": len(found.postings),
        "propositions": len(found.findings),
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--into", type=Path, help="keep the cases in this folder")
    options.add_argument("--told", action="store_true", help="tell the links of all but the last documents")
    options.add_argument("--ask", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.ask:
        print(json.dumps(ask(given.ask)))
        return
    folder = given.into or Path(tempfile.mkdtemp())
    names = ("claims", "built s", "an add CPU ms", "matrix s", "of it CPU", "memory MB", "file MB", "propositions")
    print("".join(f"{name:>15}" for name in names))
    for claims in given.claims:
        path = folder / f"{claims}.case"
        path.unlink(missing_ok=True)
        total, document = build(path, claims, given.told)
        done = subprocess.run([sys.executable, "-m", "bench.case", "--ask", str(path)], capture_output=True, check=True)
        said = json.loads(done.stdout)
        size = path.stat().st_size / 1e6
        cells = (claims, total, document * 1000, said["matrix"], said["worked"], said["megabytes"], size)
        print("".join(f"{cell:>15,.1f}" for cell in (*cells, said["propositions"])), flush=True)


if __name__ == "__main__":
    main()
