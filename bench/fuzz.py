"""Mutated pages and PDFs into the readers: nothing may be raised, hang, or lead out of the source.

python -m bench.fuzz [--pages 70000] [--papers 30000] [--first 0] [--slow SECONDS]

Each case is made from its number alone, so that one that fails can be made again: ``--first N --pages 1 --papers 0``.
"""

from __future__ import annotations

import argparse
import io
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from bench.page_layouts import LAYOUTS, Article, make
from bench.page_papers import STYLES, make_paper
from whosays.model import Span
from whosays.plugins import plugins
from whosays.read.html.source import source
from whosays.read.input import HEAD, Input, Reader, Reading, Stated, Unread

WORDS = (
    "the",
    "ministry",
    "said",
    "that",
    "twelve",
    "soldiers",
    "were",
    "killed",
    "near",
    "a",
    "bridge",
    "army",
    "denied",
    "it",
    "in",
    "Kyiv",
)
TOKENS = (
    b"<div>", b"</div>", b"<p>", b"</p", b"<!--", b"-->", b"<script>", b"</script>", b"<![CDATA[", b"&amp;", b"&#x110000;", b"&#0;",
    b"&", b"<", b">", b'"', b"'", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"<table><tr><td>", b"<svg>", b"<title>",
    b'<script type="application/ld+json">', b'{"@type":"NewsArticle","datePublished":', b'"9999-99-99"', b"<time datetime=", b"<br><br>",
    b"<meta charset=utf-16>", b"<meta charset=base64>", b"<?xml version='1.0' encoding='utf-7'?>", b"<base href=x>", b"<frameset>",
    b"obj", b"endobj", b"stream", b"endstream", b"<<", b">>", b"/Pages", b"/Kids [1 0 R 3 0 R]", b"/Parent 2 0 R", b"/Length 999999999",
    b"/Filter /LZWDecode", b"/Count -1", b"xref", b"trailer", b"startxref", b"0 0 R", b"BT", b"ET", b"Tj", b"1e400", b"-",
)  # fmt: skip


def articles() -> Sequence[Article]:
    """Invented articles, small, one for each layout and style."""
    chance = random.Random(1)
    found = []
    for n in range(len(LAYOUTS)):
        paragraphs = tuple(" ".join(chance.choices(WORDS, k=40)).capitalize() + "." for _ in range(4))
        found.append(Article(f"Bridge number {n} falls", paragraphs, "The Wire", date(2025, 2, 1), n))
    return found


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The data after one to twelve changes."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 12))):
        if not found:
            return b""
        chance.choice(CHANGES)(found, other, chance)
    return bytes(found)


def _flip(data: bytearray, _: bytes, chance: random.Random) -> None:
    data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, _: bytes, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.choice((1, 8, 200, 4000))]


def _end(data: bytearray, _: bytes, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _token(data: bytearray, _: bytes, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 3, 300))


def _twice(data: bytearray, _: bytes, chance: random.Random) -> None:
    at, size = chance.randrange(len(data)), chance.choice((10, 300, 3000))
    data[at:at] = data[at : at + size] * chance.choice((1, 2, 20))


def _splice(data: bytearray, other: bytes, chance: random.Random) -> None:
    if other:
        at = chance.randrange(len(data))
        data[at:] = other[chance.randrange(len(other)) :]


def _swap(data: bytearray, _: bytes, chance: random.Random) -> None:
    """Figures become others, which moves offsets, lengths, references and dates."""
    at = data.find(str(chance.randrange(10)).encode(), chance.randrange(len(data)))
    if at >= 0:
        data[at : at + 1] = str(chance.choice((0, 1, 7, 99, 65536, -1))).encode()


CHANGES: Sequence[Callable[[bytearray, bytes, random.Random], None]] = (
    _flip,
    _flip,
    _cut,
    _end,
    _token,
    _token,
    _twice,
    _splice,
    _swap,
    _swap,
)


def take(data: bytes, readers: Sequence[Reader]) -> str:
    """What becomes of the bytes: "read", or the first words of why not. Raises where a reader does, or leads astray."""
    item = Input("case", io.BytesIO(data), data[:HEAD], Stated())
    reader = next(r for r in readers if r.accepts(item))
    for found in reader.read(item):
        if isinstance(found, Unread):
            return f"{reader.name}: {found.why[:40]}"
        _check(found, data)
    return f"{reader.name}: read"


def _check(reading: Reading, data: bytes) -> None:
    document = reading.document
    document.text.encode()
    if document.origin and document.origin.form == "html":
        size = len(getattr(source(data), "text"))  # noqa: B009
        for stretch in document.origin.find(Span(0, len(document.text))):
            if not 0 <= stretch.start <= stretch.end <= size:
                raise AssertionError(f"{stretch} leads out of the source")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=70_000)
    options.add_argument("--papers", type=int, default=30_000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--slow", type=int, default=20)
    given = options.parse_args()
    found = articles()
    pages = [make(a).data for a in found]
    papers = [make_paper(found[n]).data for n in range(len(STYLES))]
    failed = _run("pages", pages, range(given.first, given.first + given.pages), given.slow)
    failed += _run("papers", papers, range(given.first, given.first + given.papers), given.slow)
    return min(failed, 1)


def _run(name: str, seeds: Sequence[bytes], cases: range, slow: int) -> int:
    readers, outcomes = plugins().readers, Counter[str]()
    worst, failed, start = (0.0, -1), 0, time.monotonic()
    signal.signal(signal.SIGALRM, _late)
    for case in cases:
        chance = random.Random(f"{name} {case}")
        data = mutated(chance.choice(seeds), chance.choice(seeds), chance)
        began = time.monotonic()
        signal.alarm(slow)
        try:
            outcomes[take(data, readers)] += 1
        except BaseException:
            failed += 1
            print(f"{name} {case} FAILED\n{traceback.format_exc()}", flush=True)
            if failed > 50:
                break
        finally:
            signal.alarm(0)
        worst = max(worst, (time.monotonic() - began, case))
        if case % 5_000 == 4_999:
            print(f"{name}: {case + 1} cases, {failed} failed, {time.monotonic() - start:.0f} s", flush=True)
    print(f"{name}: {len(cases)} cases, {failed} failed; the slowest took {worst[0]:.2f} s (case {worst[1]})")
    for outcome, count in outcomes.most_common(20):
        print(f"  {count:7,} {outcome}")
    return failed


def _late(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    sys.exit(main())
