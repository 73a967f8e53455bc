"""A document as read -> what the case holds of it: which article it is a version of, and the hash of its bytes."""

from __future__ import annotations

import hashlib
import re

from whosays.findings import Held, Shelf
from whosays.model import Document

LENGTH = 20

_PLACE_IN_A_FILE = re.compile(r"#\d+")
_STANDARD_INPUT = "-"


def held(document: Document, sha256: str, claims: int = 0, version: int = 1) -> Held:
    """The document without its text. `sha256` is of its bytes; its article is the hash of its URL, else of its key."""
    return Held(
        id=document.id,
        key=document.key,
        sha256=sha256,
        article=_article(document),
        version=version,
        shelf=Shelf.CURRENT,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        dated=str(document.dated),
        url=document.url,
        language=document.language,
        characters=len(document.text),
        claims=claims,
    )


def _article(document: Document) -> str:
    """What versions of one article share. A place in a file (``FILE#3``, standard input) names no article: tables are
    sorted and added to, and one article must never take another's place."""
    if document.url:
        return _hash("url", document.url)
    if document.key == _STANDARD_INPUT or _PLACE_IN_A_FILE.search(document.key):
        return _hash("id", document.id)
    return _hash("key", document.key)


def _hash(kind: str, words: str) -> str:
    return hashlib.sha256(f"{kind} {words}".encode()).hexdigest()[:LENGTH]
