"""The tree of a page -> the blocks of its article, by trafilatura; captions, headline, links to other articles are out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import TYPE_CHECKING

from whosays.read.html.prune import prune
from whosays.read.written import written

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_PROMPT = re.compile(
    r"\s*(?:(?:read (?:more|also|next)|see also|also read|more on this(?: story)?|related(?: articles?| stor(?:y|ies))?|"
    r"advertisement|photo(?:graph)?|image(?: (?:credit|source|caption))?|watch|listen|picture)\s*(?:[:.]|\Z)|"
    r"read more\b|sign up (?:for|to) (?:our|the|get)\b|subscribe (?:to|now)\b|follow us\b|share this\b|click here\b|"
    r"continue reading\b|(?:story|article) continues below|scroll to (?:continue|go on)|listen to this|getty images\b|"
    r"all rights reserved\b|\d+ min(?:ute)?s? read\b)",
    re.IGNORECASE,
)
_LONGEST_PROMPT = 200
_LONGEST_HEAD = 100
_MARKS = re.compile(r"[\W_]+")
_MOST_TWICE = 500
"""Blocks among which quotations are looked for; a page of more is no article."""
_LEAST_TWICE = 30
"""Letters and figures from which on words that come twice are no chance."""
_BYLINE = re.compile(r"(?:written\s+)?by\s+[A-Z]\S*(?:\s+\S+){0,9}$(?<![.!?])", re.IGNORECASE)
_DATE_ONLY = re.compile(
    r"(?:published|posted|updated|last|on|at|date|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day|\W)*",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n[^\S\n]*\n")
_LEAVES = frozenset({"p", "div", "section", "article", "main", "li", "td", "blockquote", "h2", "h3", "h4", "h5", "h6"})
_INNER = ("list", "item", "quote", "table", "row", "cell", "div")


def blocks(root: HtmlElement, headlines: Sequence[str], publisher: str | None) -> tuple[str, ...]:
    """The article's paragraphs, headings and list items in the order of the page, white space collapsed; empty if none.

    The headline, where the article repeats it, is left out, and so are lines that only point elsewhere ("Read more: …").
    """
    from trafilatura import bare_extraction

    prune(root)
    try:
        extracted = bare_extraction(root, options=_options())
    except (ValueError, RecursionError):
        return ()
    body = getattr(extracted, "body", None)
    if body is None:
        return ()
    heads = {_plain(words) for words in (*headlines, publisher or "")}
    texts = tuple(_texts(body))
    if len(texts) == 1 and any(head in _plain(texts[0]) for head in heads if len(head) >= _LEAST_TWICE):
        texts = tuple(_leaves(root)) or texts
    found = [words for words in texts if not _is_prompt(words)]
    first = next((n for n, words in enumerate(found) if not _is_head(words, heads, publisher)), len(found))
    return tuple(_once(found[first:]))


@lru_cache(maxsize=1)
def _options() -> Extractor:
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(output_format="python", fast=True, comments=False, tables=True)


def _texts(body: _Element) -> Iterator[str]:
    """Each block's words: the text of an element that holds no other block."""
    for child in body:
        if child.tag in _INNER and any(inner.tag in (*_INNER, "p", "head") for inner in child):
            yield from _lines((child.text or "",))
            yield from _texts(child)
        else:
            yield from _lines(_pieces(child))
        yield from _lines((child.tail or "",))


def _leaves(root: HtmlElement) -> Iterator[str]:
    """The words of each innermost block after the headline: for a page so short that it was taken whole."""
    heading = next(root.iter("h1"), None)
    for element in heading.xpath("following::*") if heading is not None else ():
        if element.tag in _LEAVES and not any(inner.tag in _LEAVES for inner in element.iterdescendants()):
            yield from _lines((element.text_content(),))


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


def _once(found: Sequence[str]) -> Iterator[str]:
    """The blocks without those whose words another block has too: quotations set large, paragraphs given twice."""
    plain = [_plain(words) for words in found]
    whole = "\n".join(plain) if len(found) <= _MOST_TWICE else ""
    seen: set[str] = set()
    for words, letters in zip(found, plain, strict=True):
        again = len(letters) >= _LEAST_TWICE and letters in seen
        within = len(letters) >= _LEAST_TWICE and whole.count(letters) > plain.count(letters)
        seen.add(letters)
        if not (again or within):
            yield words


def _is_head(words: str, heads: AbstractSet[str], publisher: str | None) -> bool:
    """Whether a block before the article's first is its headline, publisher, byline or date."""
    if _plain(words) in heads:
        return True
    if len(words) > _LONGEST_HEAD:
        return False
    date = written(words)
    rest = words.replace(date.words if date else "", "").replace(publisher or "", "")
    return bool(_BYLINE.match(words)) or (date is not None and bool(_DATE_ONLY.fullmatch(rest)))


def _is_prompt(words: str) -> bool:
    return len(words) <= _LONGEST_PROMPT and bool(_PROMPT.match(words))


def _plain(words: str) -> str:
    return _MARKS.sub("", words.lower())
