"""The tree of a page -> the dates that it gives for its article, each with the place where it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from whosays.model import Dated
from whosays.read.html.jsonld import Described
from whosays.read.published import Dating
from whosays.read.written import written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date", "dc.date.created",
    "sailthru.date", "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publicationdate", "published_date", "published_time", "published",
    "article.published", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "bt:pubdate", "citation_publication_date", "citation_date",
    "citation_online_date", "rnews:datepublished", "cxenseparse:publishtime", "date_published",
    "article:published", "date",
)  # fmt: skip
"""Names of meta elements for the day of publication, the more certain first (names in use on news pages; no standard)."""
MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "last-modified",
    "dcterms.modified", "lastmod", "dc.date.modified",
)  # fmt: skip
_NUMERIC_URL = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_WORDY_URL = re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(0?[1-9]|[12]\d|3[01])(?=/|$)", re.IGNORECASE)
_DATE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:date|time|timestamp|pubdate|publish(?:ed)?|posted|dateline|byline|meta)", re.IGNORECASE
)
_CHANGED = re.compile(r"\b(?:updated?|modif\w*|changed|last\s+edited|revised)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|sidebar|aside|footer|nav|menu|promo|teaser|card|recommend\w*|more|trending|popular|latest|comment\w*)",
    re.IGNORECASE,
)
_NOT_SHOWN = frozenset({"script", "style", "time"})
LONGEST_LINE = 160
"""Characters of a line that may hold the date; the rest of it may have `LONGEST_REST`."""
LONGEST_REST = 80
NEAR = 12
"""Elements after the headline that are looked at."""


def dates(root: HtmlElement, metas: Mapping[str, str], json_ld: Described, url: str | None) -> Iterator[Dating]:
    """Every date that the page gives for itself, in the order of trust of its places; one a place, and days of change."""
    yield from _dating(Dated.JSON_LD, json_ld.published)
    yield from _dating(Dated.JSON_LD, json_ld.modified, modified=True)
    for names, modified in ((PUBLISHED, False), (MODIFIED, True)):
        said = (d for name in names for d in _dating(Dated.META, metas.get(name), modified))
        yield from islice(said, 1)
    yield from _times(root)
    yield from _in_url(url)
    yield from _shown(root)


def _dating(dated: Dated, words: str | None, modified: bool = False) -> Iterator[Dating]:
    found = written(words) if words else None
    if found:
        yield Dating(dated, found, modified)


def _times(root: HtmlElement) -> Iterator[Dating]:
    """The first `time` element that is said to be the publication's, else the first of the article's own head."""
    marked_up = root.xpath("//*[@itemprop='datePublished' and not(self::meta)]")
    times = [t for t in (*marked_up, *root.iter("time")) if not _is_elsewhere(t)][:8]
    for element in times:
        marked = f"{element.get('itemprop')} {element.get('class')} {_words(element)} {_before(element)}"
        if _CHANGED.search(marked):
            yield from _dating(Dated.TIME, _said(element), modified=True)
            continue
        found = list(_dating(Dated.TIME, _said(element)))
        yield from found
        if found:
            return


def _said(element: HtmlElement) -> str:
    return element.get("datetime") or element.get("content") or _words(element)


def _words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _before(element: HtmlElement) -> str:
    """The words just before an element: "Updated: "."""
    previous = element.getprevious()
    parent = element.getparent()
    return (previous.tail if previous is not None else parent.text if parent is not None else None) or ""


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether the element belongs to a list of other articles, a footer or comments, not to the article itself."""
    for above in element.iterancestors():
        if above.tag in ("article", "main", "body", "html"):
            return False
        if above.tag in ("aside", "footer", "nav", "li") or _ELSEWHERE.search(
            f"{above.get('class')} {above.get('id')}"
        ):
            return True
    return False


def _in_url(url: str | None) -> Iterator[Dating]:
    path = urlsplit(url).path if url and "[" not in url else ""
    numeric, wordy = _NUMERIC_URL.search(path), _WORDY_URL.search(path)
    if numeric:
        yield from _dating(Dated.URL, "-".join(numeric.groups()))
    elif wordy:
        yield from _dating(Dated.URL, f"{wordy[3]} {wordy[2]} {wordy[1]}")


def _shown(root: HtmlElement) -> Iterator[Dating]:
    """The date in a short line whose element is named for it, or that follows the headline: "Published 3 March 2024"."""
    named = (e for e in root.iter("div", "span", "p", "li", "small", "header") if _DATE_NAMES.search(_names(e)))
    after = (e for heading in list(root.iter("h1"))[:2] for e in heading.xpath(f"following::*[position() <= {NEAR}]"))
    for element in chain(named, after):
        if element.tag in _NOT_SHOWN or _is_elsewhere(element):
            continue
        words = _words(element)
        found = written(words) if len(words) <= LONGEST_LINE else None
        if found and len(words) - len(found.words) <= LONGEST_REST:
            before = words.partition(found.words)[0]
            yield Dating(Dated.TEXT, found, bool(_CHANGED.search(before)))
            return


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"
