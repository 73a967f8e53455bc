"""Web pages: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.model import Origin
from whosays.read.compose import compose
from whosays.read.decode import Undecoded, is_page
from whosays.read.found import Found
from whosays.read.html.blocks import blocks
from whosays.read.html.facts import facts
from whosays.read.html.place import place
from whosays.read.html.runs import runs
from whosays.read.html.source import source
from whosays.read.html.tree import NoTree, tree
from whosays.read.input import Input, Reading, Stated, Unread

LARGEST = 20_000_000
"""Bytes of one page; the largest of news sites are a tenth of it."""
SCRIPTED = 2_000
"""Characters of script beside which a page without an article is said to be made by its scripts."""


class HtmlReader:
    """Takes what begins as a web page does, whatever its name. Nothing is fetched and no script is run."""

    name = "html"
    rank = 20

    def accepts(self, item: Input) -> bool:
        return is_page(item.head)

    def read(self, item: Input) -> Iterator[Reading | Unread]:
        data = item.stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            yield Unread(item.key, f"too large: a web page of over {LARGEST:,} bytes; save its text as a .txt file")
            return
        yield page(data, item.key, item.stated)


def page(data: bytes, key: str, stated: Stated) -> Reading | Unread:
    """The article of one page. A page without one, or nested too deeply, is an `Unread`."""
    decoded = source(data)
    if isinstance(decoded, Undecoded):
        return Unread(key, decoded.why)
    root = tree(decoded.text)
    if isinstance(root, NoTree):
        return Unread(key, root.why)
    said = facts(root)
    found = blocks(root, said.headlines, said.publisher)
    if not found:
        return Unread(key, _why_empty(decoded.text))
    placed = place(found, runs(decoded.text))
    oddities = decoded.oddities
    if placed.lost:
        oddities = (*oddities, f"{placed.lost} letters of the text could not be placed in the page's source")
    known = Found(
        title=said.title,
        publisher=said.publisher,
        author=said.author,
        url=said.url,
        dates=said.dates,
        origin=Origin("html", decoded.encoding, placed.stretches),
    )
    return compose(placed.text, key, stated, oddities=oddities, data=data, found=known)


def _why_empty(source: str) -> str:
    if _scripted(source.lower()) >= SCRIPTED:
        return "a web page whose text is made by its scripts, which are not run; save it from the browser, or as text"
    return "a web page without an article: no text was found in it; save its text as a .txt file"


def _scripted(source: str) -> int:
    """The characters of all scripts in a page in lower case."""
    size, start = 0, source.find("<script")
    while start >= 0:
        end = source.find("</script", start)
        end = len(source) if end < 0 else end
        size += end - start
        start = source.find("<script", end)
    return size
