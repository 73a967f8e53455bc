"""The source of a page -> its tree: parsed once, by lxml, with nothing fetched, resolved or run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DEEPEST = 256
"""Elements within elements that the parser follows; what is deeper would be lost without a word."""

_DECLARED = re.compile(r"\A\s*<\?xml[^>]*>", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class NoTree:
    """Why the page has no tree that can be read, in one line."""

    why: str


def tree(source: str) -> HtmlElement | NoTree:
    """The root of the page. Control characters are read as spaces; a page nested deeper than `DEEPEST` is a `NoTree`."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    fit = _UNFIT.sub(" ", _DECLARED.sub(lambda m: " " * len(m[0]), source))
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root: HtmlElement = document_fromstring(fit.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return NoTree("a web page without any content that can be read")
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        return NoTree(
            f"a web page nested deeper than {DEEPEST} elements, which is no article; save its text as a .txt file"
        )
    return root
