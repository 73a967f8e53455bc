"""The schema.org description of an article in a page's JSON-LD scripts, whatever their shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

MOST = 2_000
"""Objects of one script that are looked at; more is not a description."""
LONGEST = 2_000_000
"""Characters of one script that are read."""

_ARTICLE = re.compile(r"(?:news|article|posting|report|creativework|webpage)", re.IGNORECASE)
_CERTAIN = re.compile(r"(?:article|posting|report)", re.IGNORECASE)
_OPENS = ("<!--", "<![CDATA[", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */")
_CLOSES = ("-->", "]]>", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", ";")
_LISTS = frozenset({"itemlistelement", "haspart", "relatedlink", "mentions", "citation", "comment", "isrelatedto"})

Node = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Described:
    """What JSON-LD says of the page's article, as written."""

    headline: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None


def described(scripts: Iterable[str]) -> Described:
    """The article that the scripts describe; an empty `Described` where none does or what they hold is not JSON."""
    nodes = [node for script in scripts for node in _nodes(_value(script))]
    named = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if _ARTICLE.search(_type(node))]
    if not articles:
        return Described()
    best = max(articles, key=_weight)
    others = sorted(articles, key=_weight, reverse=True)

    def first(*keys: str) -> object:
        return next((node[k] for node in (best, *others) for k in keys if node.get(k)), None)

    page = first("mainEntityOfPage")
    return Described(
        headline=_text(best.get("headline") or best.get("name")),
        publisher=_names(first("publisher", "sourceOrganization"), named),
        author=_names(best.get("author") or best.get("creator"), named),
        url=_text(best.get("url")) or (_text(page.get("@id")) if isinstance(page, Mapping) else _text(page)),
        published=_text(best.get("datePublished") or best.get("dateCreated")) or _text(first("datePublished")),
        modified=_text(best.get("dateModified")),
    )


def _value(script: str) -> object:
    if len(script) > LONGEST:
        return None
    bare = _bare(script)
    for text in (bare, unescape(bare), re.sub(r",\s*([}\]])", r"\1", bare)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _bare(script: str) -> str:
    """The script without the marks that keep it from old browsers."""
    bare = script.strip()
    for mark in sorted(_OPENS, key=len, reverse=True):
        bare = bare.removeprefix(mark).lstrip()
    for mark in sorted(_CLOSES, key=len, reverse=True):
        bare = bare.removesuffix(mark).rstrip()
    return bare


def _nodes(value: object) -> Iterator[Node]:
    """All objects in a value but those of lists of other things, at most `MOST`."""
    waiting, seen = [value], 0
    while waiting and seen < MOST:
        one = waiting.pop(0)
        seen += 1
        if isinstance(one, list):
            waiting.extend(one[:MOST])
        elif isinstance(one, Mapping):
            yield one
            waiting.extend(v for k, v in one.items() if isinstance(v, list | Mapping) and str(k).lower() not in _LISTS)


def _type(node: Node) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _weight(node: Node) -> tuple[bool, bool, bool]:
    """An article before a page, one with a date before one without, one that is the page's before one in it."""
    return bool(_CERTAIN.search(_type(node))), bool(node.get("datePublished")), bool(node.get("headline"))


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("@id")
    return (" ".join(unescape(value).split()) or None) if isinstance(value, str) else None


def _names(value: object, named: Mapping[str, Node]) -> str | None:
    """The name of a party or of several, each an object, a reference to one, or a plain name."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        node = one
        if isinstance(node, Mapping) and "name" not in node:
            node = named.get(str(node.get("@id")), node)
        name = _text(node.get("name")) if isinstance(node, Mapping) else _text(node)
        if name and not name.startswith(("http://", "https://", "#")):
            found.append(name)
    return ", ".join(dict.fromkeys(found)) or None
