"""How well web pages and PDFs are read: pages made around articles of the gold folder, read, and compared with them.

python -m bench.pages [--pages 60] [--papers 20] [--traps N] [--claims] [--worst N] [--speed]

Text is compared by characters, white space collapsed: twice those that match, over both lengths. With ``--claims`` the
engine reads each page and its plain text: claims that are the same, and claims whose words stand where they are said to.
"""

from __future__ import annotations

import argparse
import html
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from bench.page_layouts import LAYOUTS, Article, Made, make
from bench.page_papers import make_paper
from bench.page_traps import TRAPS, make_trap
from whosays.evaluate.gold import gold_folder, rows
from whosays.model import Claim, Document, Span
from whosays.pipeline import Kit, analyse, load_kit
from whosays.read.html.reader import page
from whosays.read.html.source import source
from whosays.read.input import Reading, Stated, Unread
from whosays.read.pdf.reader import paper

PUBLISHERS = (
    "The Northern Wire",
    "Daily Meridian",
    "Harbour Post",
    "Kestrel News",
    "The Standard Gazette",
    "Open Record",
)


@dataclass(frozen=True, slots=True)
class Result:
    """One page: what it was made from, and what was read."""

    name: str
    made: Made
    found: Reading | Unread


def articles(count: int, first: int = 0) -> Iterator[Article]:
    """Articles of two kinds in turn, without the line of date that those of one kind begin with."""
    folder = gold_folder() / "articles"
    both = (rows(folder / "wikinews.jsonl"), rows(folder / "guardian_extracts.jsonl"))
    n = first
    while count:
        row = both[n % 2][n * 4 % 270]
        lines = [" ".join(line.split()) for line in str(row["text"]).splitlines() if line.strip()]
        body = lines[1:] if n % 2 == 0 else lines
        day = date.fromisoformat(str(row["published"]))
        if body:
            yield Article(str(row["title"]), tuple(body), PUBLISHERS[n % len(PUBLISHERS)], day, n)
            count -= 1
        n += 1


def results(pages: int, papers: int, traps: int) -> Iterator[Result]:
    for article in articles(pages):
        made = make(article)
        name = LAYOUTS[article.number % len(LAYOUTS)].__name__
        yield Result(name, made, page(made.data, f"{name}-{article.number}", Stated()))
    for article in articles(traps, first=200):
        made = make_trap(article)
        name = TRAPS[article.number % len(TRAPS)].__name__
        yield Result(name, made, page(made.data, f"{name}-{article.number}", Stated()))
    for article in articles(papers, first=100):
        made = make_paper(article)
        yield Result("paper", made, paper(made.data, f"paper-{article.number}", Stated()))


def likeness(a: str, b: str) -> float:
    """The share of characters that two texts have in common, in order."""
    a, b = " ".join(a.split()), " ".join(b.split())
    matched = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 2 * matched / (len(a) + len(b))


def document(result: Result) -> Document | None:
    return result.found.document if isinstance(result.found, Reading) else None


def in_place(result: Result, claim: Claim) -> bool:
    """Whether all spans of a claim lead to the same words in the page."""
    read = claim.document
    event = claim.event
    spans = [
        *claim.content,
        *claim.attribution.cue,
        *(s for s in (claim.source.span,) if s),
        *(event.trigger if event else ()),
    ]
    return bool(spans) and all(_leads(result, read, span) for span in spans)


def _leads(result: Result, read: Document, span: Span) -> bool:
    if not read.origin:
        return False
    pieces = read.origin.find(span)
    texts = _originals(result)
    there = "".join(html.unescape(texts[p.page or 0][p.start : p.end]) for p in pieces)
    return "".join(there.split()).replace("-", "") == "".join(span.of(read.text).split()).replace("-", "")


def _originals(result: Result) -> Sequence[str]:
    if result.name != "paper":
        decoded = source(result.made.data)
        return (getattr(decoded, "text", ""),)
    import io

    from pypdf import PdfReader

    return ("", *(p.extract_text() for p in PdfReader(io.BytesIO(result.made.data)).pages))


def same_claims(result: Result, read: Document, kit: Kit) -> tuple[int, int, int, int]:
    """(claims in both, claims in either, claims in place, claims of the page), the plain text read with the same metadata."""
    mine = analyse(read, kit).claims
    plain = replace(read, text=result.made.text, origin=None)
    plain_claims = analyse(plain, kit).claims if not read.asides else analyse(_plain(read, result), kit).claims
    a, b = [_key(c) for c in mine], [_key(c) for c in plain_claims]
    both = sum(min(a.count(k), b.count(k)) for k in set(a))
    return both, max(len(a), len(b)), sum(in_place(result, c) for c in mine), len(mine)


def _plain(read: Document, result: Result) -> Document:
    from whosays.read.compose import compose

    found = compose(result.made.text, "plain", Stated(publisher=read.publisher, published=read.published))
    return found.document if isinstance(found, Reading) else read


def _key(claim: Claim) -> tuple[object, ...]:
    event = claim.event
    return (
        " ".join(claim.text.split()),
        claim.source.text,
        claim.source.code,
        claim.stance,
        claim.certainty,
        claim.polarity,
        event and event.type,
        event and event.time and (event.time.start, event.time.end),
        event and event.place and event.place.name,
        event and tuple((q.low, q.best, q.high) for q in event.quantities),
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=60)
    options.add_argument("--papers", type=int, default=20)
    options.add_argument("--traps", type=int, default=0)
    options.add_argument("--worst", type=int, default=0)
    options.add_argument("--claims", action="store_true")
    options.add_argument("--speed", action="store_true")
    given = options.parse_args()
    if given.speed:
        _speed(given.pages)
        return
    found = list(results(given.pages, given.papers, given.traps))
    for kind in ("page", "paper"):
        _report(kind, [r for r in found if (r.name == "paper") == (kind == "paper")], given.worst)
    if given.claims:
        _claims(found)


def _report(kind: str, found: Sequence[Result], worst: int) -> None:
    if not found:
        return
    texts = [(likeness(r.made.text, d.text) if (d := document(r)) else 0.0) for r in found]
    weights = [len(r.made.text) for r in found]
    whole = sum(t * w for t, w in zip(texts, weights, strict=True)) / sum(weights)
    dates = sum((d := document(r)) is not None and d.published == r.made.published for r in found)
    names = sum((d := document(r)) is not None and d.publisher == r.made.publisher for r in found)
    print(
        f"{len(found)} {kind}s: text {100 * whole:.2f} % (worst {100 * min(texts):.2f} %), date {dates}, publisher {names}"
    )
    for score, r in sorted(zip(texts, found, strict=True), key=lambda pair: pair[0])[:worst]:
        _show(score, r)
    for r in found if worst else ():
        d = document(r)
        if d and (d.published, d.publisher) != (r.made.published, r.made.publisher):
            print(
                f"  {d.key}: {d.published} ({d.dated}, {d.date_words!r}) not {r.made.published}; {d.publisher!r} not {r.made.publisher!r}"
            )


def _show(score: float, r: Result) -> None:
    d = document(r)
    print(f"  {r.name} {100 * score:.2f} %" + ("" if d else f": {r.found}"))
    a, b = " ".join(r.made.text.split()), " ".join(d.text.split()) if d else ""
    for op, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if score < 1 else ():
        if op != "equal":
            print(f"      {op} {a[max(0, i - 15) : j]!r:.160} -> {b[k:m]!r:.160}")


def _claims(found: Sequence[Result]) -> None:
    kit = load_kit()
    for kind in ("page", "paper"):
        counts = [
            same_claims(r, d, kit) for r in found if (r.name == "paper") == (kind == "paper") and (d := document(r))
        ]
        both, either, placed, mine = (sum(c[n] for c in counts) for n in range(4))
        same = f"{both}/{either} = {100 * both / max(1, either):.2f} %"
        print(f"{kind}s: {mine} claims; the same as from plain text {same}; in place {placed}/{mine}")


def _speed(count: int) -> None:
    made = [make(a).data for a in articles(count)]
    for data in made[:20]:
        page(data, "k", Stated())
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for data in made:
            page(data, "k", Stated())
        best = max(best, len(made) / (time.process_time() - start))
    size = sum(map(len, made)) / len(made)
    print(f"{best:.0f} pages a second on one core, {size:,.0f} bytes a page")


if __name__ == "__main__":
    sys.exit(main())
