"""An invented case of a given size, opened in a browser: when each screen first shows something, and where the time goes.

python -m bench.paint [--claims 100000] [--case FILE] [--times 7] [--chromium PATH]

The case is that of `bench.case` with links told, texts that hold every claim's words, and the contract's record of each claim,
so that the screens show what they would show of a case that was read. The server is the shipped one, in a process of its own.
``server`` is the time until the page's last byte, ``paint`` first-contentful-paint of a fresh browser profile, ``whole`` the time until
all of the page is there: medians, and the worst paint.
The first address has nothing: its page is the least that a browser can show here. Needs Playwright and chromium.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError

import msgspec

from bench.case import A_DOCUMENT, NOON, War, batched, told_entry
from whosays.case.case import OpenCase
from whosays.case.linking import Linking
from whosays.export.record import (
    AttributionRecord,
    DocumentRecord,
    EventRecord,
    Evidence,
    MadeBy,
    Pair,
    Record,
    SourceRecord,
    TimeRecord,
)
from whosays.findings import Held, Posting, Run
from whosays.model import USUAL
from whosays.store.store import Entry

SCREENS = (
    "/nowhere",
    "/matrix",
    "/matrix?state=contested",
    "/documents",
    "/situation",
    "/places",
    "/figures",
    "/documents/d0000005",
    "/review",
    "/claims?q=shelled",
    "/claims?q=withdrew%20Town%2017",
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"]


def build(path: Path, claims: int) -> None:
    """Makes the case in minutes: nothing is read or compared."""
    case, linker, war = OpenCase.at(path, create=True), Linking(model=False), War()
    with case.store.writing() as writes:
        run = writes.begin_run(Run(0, "0", "simulated", "{}", NOON, None, 0, 0))
    alike: dict[str, list[str]] = defaultdict(list)
    for portion in batched(war.documents(claims), 100):
        with case.store.writing() as writes:
            for held, postings, vectors in portion:
                writes.enter(_worded(told_entry(held, postings, vectors, linker, alike)), run)
    case.close()


def _worded(entry: Entry) -> Entry:
    """The entry with a text of one sentence a claim, and the records that the engine would have made of it."""
    text, records = "", []
    for posting in entry.postings:
        who, cue = posting.source.text or "", "said that" if posting.order % 3 else "does not confirm that"
        start = len(text) + (0 if not text else 1)
        text += ("" if not text else "\n" if posting.order % 4 == 0 else " ") + f"{who} {cue} {posting.text}."
        at = start + len(who) + 1 + len(cue) + 1
        spans = (start, start + len(who)), (start + len(who) + 1, at - 1), (at, at + len(posting.text))
        records.append(msgspec.json.encode(_record(entry.held, posting, *spans)))
    return replace(entry, text=text, held=replace(entry.held, characters=len(text)), records=tuple(records))


def _record(held: Held, posting: Posting, source: Pair, cue: Pair, content: Pair) -> Record:
    words = (source,), (cue,), (content,)
    time_ = TimeRecord(posting.text[:5], (content[0], content[0] + 5), posting.start, posting.end, "day", None)
    named = (held.id, held.key, held.title, held.publisher, held.published, held.url, held.language, held.dated)
    event = EventRecord(
        posting.type, None, posting.status, ((content[0], content[0] + 5),), None, None, None, time_, ()
    )
    rule = (
        "rules/said" if posting.order == 0 and int(held.id[1:]) % 3 == 0 else "model"
    )  # the rules alone found one in thirty
    return Record(
        id=posting.id, document=DocumentRecord(*named), sentence=posting.sentence, text=posting.text,
        evidence=Evidence(*words), attribution=AttributionRecord(posting.id, *words),
        source=SourceRecord(posting.source.name, posting.source.code, posting.source.kind, posting.source.text, None), via=(),
        stance=posting.stance, certainty=posting.certainty, polarity=posting.polarity, position=posting.position,
        factuality="CT+", event=event, reported=None, resolved=(),
        made_by=MadeBy("0", "simulated", rule, USUAL),
    )  # fmt: skip


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of the shipped server on the case, in a process of its own; stopped at the end."""
    command = [str(Path(sys.executable).with_name("whosays")), "serve", str(path), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        told = next(line for line in server.stdout or () if "http://" in line)
        yield re.search(r"http://[^\s/]+", told)[0]  # type: ignore[index]
    finally:
        server.terminate()
        server.wait()


def fetched(address: str) -> tuple[float, int]:
    """Seconds until the last byte of a page, and its bytes."""
    start = time.perf_counter()
    page = _page(address)
    return time.perf_counter() - start, len(page)


def _page(address: str) -> bytes:
    """Whatever is answered: a page that says that there is nothing is one too."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": "text/html"})) as answer:
            return bytes(answer.read())
    except HTTPError as error:
        return error.read()


def ready(address: str) -> float:
    """Seconds until the screens show the case, not that it is being worked out."""
    start = time.perf_counter()
    for path in ("/matrix", "/review"):
        while True:
            with urllib.request.urlopen(
                urllib.request.Request(address + path, headers={"Accept": "text/html"})
            ) as answer:
                if b'http-equiv="refresh"' not in answer.read():
                    break
            time.sleep(0.2)
    return time.perf_counter() - start


def measure(address: str, times: int, chromium: str) -> None:
    """Prints a line a screen."""
    from playwright.sync_api import sync_playwright

    print(f"{'screen':<36}{'server ms':>10}{'kB':>8}{'paint ms':>10}{'worst':>8}{'whole':>8}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for path in SCREENS:
            served = [fetched(address + path) for _ in range(times)]
            painted = [_painted(browser, address + path) for _ in range(times)]
            seconds = statistics.median(s for s, _ in served)
            paint, worst = statistics.median(p for p, _ in painted), max(p for p, _ in painted)
            whole = statistics.median(w for _, w in painted)
            print(
                f"{path:<36}{seconds * 1000:>10.0f}{served[0][1] / 1000:>8.0f}{paint:>10.0f}{worst:>8.0f}{whole:>8.0f}",
                flush=True,
            )
        browser.close()


def _painted(browser: object, address: str) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(address)
    while not page.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
        page.wait_for_timeout(20)
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    whole = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    context.close()
    return float(paint), max(float(paint), float(whole))


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--case", type=Path, help="a case to open; made where it is not there")
    options.add_argument("--times", type=int, default=7)
    options.add_argument("--chromium", default=os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium")
    given = options.parse_args(arguments)
    path = given.case or Path(tempfile.mkdtemp()) / f"{given.claims}.case"
    if not path.exists():
        start = time.perf_counter()
        build(path, given.claims)
        print(
            f"{given.claims:,} claims in {given.claims // A_DOCUMENT:,} documents, made in {time.perf_counter() - start:.0f} s"
        )
    with serving(path) as address:
        print(f"ready after {ready(address):.1f} s")
        measure(address, given.times, given.chromium)


if __name__ == "__main__":
    main()
