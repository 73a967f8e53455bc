"""The tree of a page -> what it says of its article: title, publisher, author, address, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from whosays.read.html.dates import dates
from whosays.read.html.jsonld import Described, described
from whosays.read.published import Dating
from whosays.read.written import written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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

_SITE = re.compile(r"\s+(?:[|–—·»«:-]|::)\s+|\s*[|»]\s*")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*([^\d.|·•©]{2,60}?)\s*(?:\.|\||\d|$|,?\s*all rights)",
    re.IGNORECASE,
)

_LONGEST_NAME = 60
_FOOT = 3_000


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
        json_ld.publisher
        or next((p for p in _values(metas, PUBLISHERS) if "://" not in p), None)
        or _item(root, "publisher")
        or site
        or _holder(root)
        or _host(url)
    )
    return Facts(
        title=json_ld.headline or _unsuffixed(named, publisher) or (headings[0] if headings else None) or bare,
        headlines=headlines,
        publisher=publisher,
        author=json_ld.author or next((a for a in _values(metas, AUTHORS) if "://" not in a), None) or _byline(root),
        url=url,
        dates=tuple(dates(root, metas, json_ld, url)),
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


def _item(root: HtmlElement, name: str) -> str | None:
    """The name of a party in microdata."""
    for element in root.xpath(f"//*[@itemprop='{name}']")[:3]:
        names = [e.get("content") or _words(e) for e in element.xpath(".//*[@itemprop='name']")[:1]]
        words = " ".join((names[0] if names else element.get("content") or _words(element)).split())
        if 1 < len(words) <= _LONGEST_NAME:
            return words
    return None


def _holder(root: HtmlElement) -> str | None:
    """Who holds the rights, by the foot of the page."""
    found = _RIGHTS.search("".join(root.text_content()[-_FOOT:].splitlines()))
    return " ".join(found[1].split()) if found else None


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
