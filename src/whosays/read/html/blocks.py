"""The tree of a page -> the blocks of its article, by trafilatura; captions, headline, links to other articles are out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_PROMPT = re.compile(
    r"\s*(?:read (?:more|also|next)|see also|also read|more on this|related(?: articles?| stories)?|advertisement|"
    r"sign up (?:for|to)|subscribe (?:to|now)|follow us|share this|click here|continue reading|story continues below|"
    r"photo(?:graph)?:|image (?:credit|source|caption)|watch:|listen:|getty images|all rights reserved)\b",
    re.IGNORECASE,
)
OUT = (
    "script", "style", "svg", "template", "iframe", "button", "select", "nav", "aside", "footer", "dialog", "figcaption",
)  # fmt: skip
"""Elements that no article's text is made of."""
_LONGEST_PROMPT = 200
_BREAK = re.compile(r"\n[^\S\n]*\n")
_INNER = ("list", "item", "quote", "table", "row", "cell", "div")


def blocks(root: HtmlElement, headlines: Sequence[str]) -> tuple[str, ...]:
    """The article's paragraphs, headings and list items in the order of the page, white space collapsed; empty if none.

    The headline, where the article repeats it, is left out, and so are lines that only point elsewhere ("Read more: …").
    """
    from trafilatura import bare_extraction

    _prune(root)
    try:
        extracted = bare_extraction(root, options=_options())
    except (ValueError, RecursionError):
        return ()
    body = getattr(extracted, "body", None)
    if body is None:
        return ()
    titles = {_plain(title) for title in headlines}
    found = [words for words in _texts(body) if not _is_prompt(words)]
    return tuple(w for n, w in enumerate(found) if n > 2 or _plain(w) not in titles)


@lru_cache(maxsize=1)
def _options() -> Extractor:
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(output_format="python", fast=True, comments=False, tables=True)


def _prune(root: HtmlElement) -> None:
    """Takes out what no article's text is made of."""
    for element in list(root.iter(*OUT)):
        if element.getparent() is not None:
            element.drop_tree()


def _texts(body: _Element) -> Iterator[str]:
    """Each block's words: the text of an element that holds no other block."""
    for child in body:
        if child.tag in _INNER and any(inner.tag in (*_INNER, "p", "head") for inner in child):
            yield from _lines((child.text or "",))
            yield from _texts(child)
        else:
            yield from _lines(_pieces(child))
        yield from _lines((child.tail or "",))


def _pieces(element: _Element) -> Iterator[str]:
    """The words in an element, in order; a line break is a line feed."""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        yield from _pieces(child)
        yield (child.tail or "").replace("\n", " ")


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """The words of a block, parted where two line breaks follow each other."""
    for part in _BREAK.split("".join(pieces)):
        if words := " ".join(part.split()):
            yield words


def _is_prompt(words: str) -> bool:
    return len(words) <= _LONGEST_PROMPT and bool(_PROMPT.match(words))


def _plain(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())
