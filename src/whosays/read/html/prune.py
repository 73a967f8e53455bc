"""Takes out of a page's tree what no article is made of, before the article is looked for: less to search, less to err on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

OUT = (
    "script", "style", "svg", "template", "iframe", "button", "select", "nav", "aside", "footer", "dialog", "figcaption",
)  # fmt: skip
"""Elements that hold no part of an article's text."""
LEAST_LINKS = 4
"""Links of a list or table from which on it may be a menu."""
LINKED = 0.8
"""The share of letters in links from which on a list or table is a menu."""
LONGEST_LINK = 200
"""Characters of a paragraph that is one link."""
MOST = 0.3
"""The share of the page's letters in paragraphs from which on what is named as something else is kept: names err."""

_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|onward|read-?more|more-(?:on|from|stories|news)|recommend\w*|trending|popular|most-read|"
    r"sidebar|promo|newsletter|subscribe|signup|share|sharing|social|comments?|breadcrumbs?|advert\w*|ads?|ad-\w+|sponsored|"
    r"cookie\w*|consent|paywall|caption|wp-caption-text|photo-credit|tags?|topic-list|byline(?:-block)?|twitter-tweet|tweet|"
    r"instagram-media|pull-?quote|author-bio|about-the-author|next-(?:article|story|post)|audio(?:-player)?)(?=$|[\s_-])",
    re.IGNORECASE,
)


def prune(root: HtmlElement) -> None:
    """Drops the elements of `OUT`, those named as advertisement, related reports, comments and their kind, and menus."""
    for element in list(root.iter(*OUT)):
        if element.getparent() is not None:
            element.drop_tree()
    named = [e for e in root.iter("div", "section", "ul", "ol", "p", "span", "header", "blockquote") if _is_named(e)]
    if named:
        whole = _letters(root)
        for element in named:
            if element.getparent() is not None and _letters(element) <= MOST * whole:
                element.drop_tree()
    for element in list(root.iter("ul", "ol", "table", "p")):
        if element.getparent() is not None and (_is_link(element) if element.tag == "p" else _is_menu(element)):
            element.drop_tree()


def _is_named(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-component') or ''}"
    return len(names) > 2 and bool(_ELSEWHERE.search(names))


def _letters(element: HtmlElement) -> int:
    """The characters of all paragraphs within."""
    return sum(len(p.text_content()) for p in element.iter("p"))


def _is_link(element: HtmlElement) -> bool:
    """Whether a short paragraph is one link and nothing else: it points to another article."""
    link = next(element.iter("a"), None)
    if link is None:
        return False
    words = element.text_content().strip()
    return 0 < len(words) <= LONGEST_LINK and words == link.text_content().strip()


def _is_menu(element: HtmlElement) -> bool:
    links = sum(len(a.text_content().strip()) for a in element.iter("a"))
    if not links or sum(1 for _ in element.iter("a")) < LEAST_LINKS:
        return False
    return links >= LINKED * len("".join(element.text_content().split()))
