"""The tree of a page -> what it says of its article: title, publisher, author, address, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from whosays.model import Dated
from whosays.read.html.jsonld import Described, described
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
PUBLISHERS = (
    "og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher",
    "article:publisher", "application-name", "apple-mobile-web-app-title",
)  # fmt: skip
AUTHORS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "byl", "citation_author",
)  # fmt: skip
TITLES = (
    "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline",
)  # fmt: skip

_SITE = re.compile(r"\s+[|–—·»«:-]\s+|\s*[|»]\s*")
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
_LONGEST_LINE = 160
_NOT_DATED = frozenset({"html", "body", "main", "article", "section", "script", "style", "a", "p", "ul", "ol", "form"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page says. ``headlines`` are all wordings of its title: the text must not begin with one of them."""

    title: str | None
    headlines: tuple[str, ...]
    publisher: str | None
    author: str | None
    url: str | None
    dates: tuple[Dating, ...]
    language: str | None


def facts(root: HtmlElement) -> Facts:
    """What the page's JSON-LD, its meta elements and its visible head say, in that order of trust."""
    metas = _metas(root)
    json_ld = described(
        script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()
    )
    headings = [words for heading in root.iter("h1") if (words := _words(heading))]
    title_element = next((words for element in root.iter("title") if (words := _words(element))), None)
    url = _url(root, metas, json_ld)
    named = _first(metas, TITLES)
    bare, site = _parted(title_element, headings)
    headlines = tuple(dict.fromkeys(t for t in (json_ld.headline, named, *headings[:3], bare, title_element) if t))
    publisher = (
        json_ld.publisher or next((p for p in _values(metas, PUBLISHERS) if "://" not in p), None) or site or _host(url)
    )
    return Facts(
        title=json_ld.headline or _unsuffixed(named, publisher) or (headings[0] if headings else None) or bare,
        headlines=headlines,
        publisher=publisher,
        author=json_ld.author or next((a for a in _values(metas, AUTHORS) if "://" not in a), None) or _byline(root),
        url=url,
        dates=tuple(_dates(root, metas, json_ld, url)),
        language=root.get("lang"),
    )


def _metas(root: HtmlElement) -> dict[str, str]:
    """The first content of each meta element by its name or property, in lower case."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _values(metas: dict[str, str], names: Sequence[str]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def _first(metas: dict[str, str], names: Sequence[str]) -> str | None:
    return next(_values(metas, names), None)


def _words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _parted(title: str | None, headings: Sequence[str]) -> tuple[str | None, str | None]:
    """The title element without the site's name, and that name: "Bridge falls | The Wire". A heading tells which is which."""
    if not title:
        return None, None
    parts = [part for part in _SITE.split(title) if part]
    if len(parts) < 2:
        return title, None
    heading = next((h for h in headings if h in title), None)
    if heading:
        rest = [part for part in parts if part not in heading]
        return heading, rest[-1] if rest else None
    last = parts[-1]
    return title[: title.rindex(last)].rstrip(" |–—·»«:-"), last if len(last) <= 40 else None


def _unsuffixed(title: str | None, publisher: str | None) -> str | None:
    """The title without the publisher's name at its end."""
    if title and publisher and title.endswith(publisher) and title != publisher:
        return title[: -len(publisher)].rstrip(" |–—·»«:-") or title
    return title


def _url(root: HtmlElement, metas: dict[str, str], json_ld: Described) -> str | None:
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    found = (*links, metas.get("og:url"), json_ld.url)
    return next((u.strip() for u in found if u and u.strip().lower().startswith(("http://", "https://"))), None)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _byline(root: HtmlElement) -> str | None:
    for element in root.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]")[:3]:
        words = re.sub(r"^\s*by\s+", "", _words(element), flags=re.IGNORECASE)
        if 3 <= len(words) <= 80 and not written(words):
            return words
    return None


def _dates(root: HtmlElement, metas: dict[str, str], json_ld: Described, url: str | None) -> Iterator[Dating]:
    yield from _dating(Dated.JSON_LD, json_ld.published)
    yield from _dating(Dated.JSON_LD, json_ld.modified, modified=True)
    yield from _dating(Dated.META, _first(metas, PUBLISHED))
    yield from _dating(Dated.META, _first(metas, MODIFIED), modified=True)
    yield from _times(root)
    yield from _in_url(url)
    yield from _shown(root)


def _dating(dated: Dated, words: str | None, modified: bool = False) -> Iterator[Dating]:
    found = written(words) if words else None
    if found:
        yield Dating(dated, found, modified)


def _times(root: HtmlElement) -> Iterator[Dating]:
    """The first `time` element that is said to be the publication's, else the first of the article's own head."""
    times = [t for t in root.iter("time") if not _is_elsewhere(t)][:8]
    for element in times:
        marked = f"{element.get('itemprop')} {element.get('class')} {_words(element)} {_before(element)}"
        if _CHANGED.search(marked):
            yield from _dating(Dated.TIME, element.get("datetime") or _words(element), modified=True)
            continue
        found = list(_dating(Dated.TIME, element.get("datetime") or _words(element)))
        yield from found
        if found:
            return


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
    """The date in a short line whose element is named for it: "Published 3 March 2024, 10:15"."""
    for element in root.iter("div", "span", "p", "li", "small", "header"):
        if not _DATE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}") or _is_elsewhere(element):
            continue
        words = _words(element)
        if len(words) <= _LONGEST_LINE and (found := written(words)):
            yield Dating(
                Dated.TEXT,
                found,
                bool(_CHANGED.search(words[: words.index(found.words)])) if found.words in words else False,
            )
            return
