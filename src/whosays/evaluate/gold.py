"""Gold files: where they are, and how a row becomes a document with its gold hidden.

Gold is found through the environment variable ``WHOSAYS_GOLD``. A gold row is plain JSON; only its text and metadata
reach the engine.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from whosays.model import Claim, Dated, Document
from whosays.pipeline import analyse
from whosays.read.compose import compose
from whosays.read.input import Reading, Stated

if TYPE_CHECKING:
    from whosays.pipeline import Kit

VARIABLE = "WHOSAYS_GOLD"
Row = Mapping[str, Any]


class GoldMissingError(Exception):
    """There is no gold where it was looked for; the message says where and what to set."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and the gold claims made for it."""

    document: Document
    gold: tuple[Row, ...]


def gold_folder() -> Path:
    """The folder that ``WHOSAYS_GOLD`` names. Raises `GoldMissingError` where it is unset or no folder."""
    named = os.environ.get(VARIABLE)
    if not named:
        raise GoldMissingError(f"{VARIABLE} is not set: it names the folder of gold files to measure on")
    folder = Path(named)
    if not folder.is_dir():
        raise GoldMissingError(f"{VARIABLE} names {named}, which is not a folder")
    return folder


def rows(path: Path) -> tuple[Row, ...]:
    """The rows of a JSON Lines file. Raises ``OSError`` or ``msgspec.DecodeError``."""
    return tuple(msgspec.json.decode(line) for line in path.read_bytes().splitlines() if line.strip())


def document(row: Row, key: str | None = None) -> Document:
    """What the engine may see of a row: text, title, publisher, date and address."""
    stated = row.get("published") or row.get("date")
    published = _day(stated)
    text = str(row["text"])
    return Document(
        id=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:20],
        key=key or str(row.get("id") or ""),
        text=text,
        title=row.get("title"),
        publisher=row.get("publisher"),
        published=published,
        dated=Dated.GIVEN if published else Dated.UNKNOWN,
        url=row.get("url"),
    )


def _day(stated: object) -> date | None:
    try:
        return date.fromisoformat(str(stated)[:10]) if stated else None
    except ValueError:
        return None


def annotated(path: Path, published: date | None = None) -> Iterator[Annotated]:
    """The documents of a folder of gold claims (``ID.jsonl`` beside ``ID.txt`` and ``ID.meta.json``), or of one such file.

    The text of ``gold.jsonl`` is ``article.txt`` beside it. `published` dates documents whose metadata has no date. The text
    is read as a user's is, with what stands aside in it.
    """
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else (path,):
        beside = file.with_suffix(".txt")
        text = beside if beside.exists() else file.with_name("article.txt")
        meta_file = file.with_name(f"{file.stem}.meta.json")
        meta = msgspec.json.decode(meta_file.read_bytes()) if meta_file.exists() else {"published": published}
        yield Annotated(_composed({**meta, "text": text.read_text(encoding="utf-8")}, file.stem), rows(file))


def _composed(row: Row, key: str) -> Document:
    """The row's document as reading makes it, or as it stands where reading would refuse it."""
    plain = document(row, key)
    stated = Stated(title=plain.title, publisher=plain.publisher, published=plain.published, url=plain.url)
    found = compose(plain.text, key, stated)
    return found.document if isinstance(found, Reading) else plain


@dataclass(frozen=True, slots=True)
class News:
    """One of the articles that were collected for a row's incident: ``place`` is its place among them, its text begins with its title."""

    place: int
    title: str
    text: str
    published: object


def news(row: Row) -> Iterator[News]:
    """The row's articles that have a text, in their order."""
    for place, article in enumerate(row.get("articles") or ()):
        if article and (article.get("content") or "").strip():
            title = str(article.get("title") or "")
            yield News(place, title, f"{title}\n\n{article['content']}", article.get("dct"))


def claims_of(row: Row, kit: Kit) -> tuple[Claim, ...]:
    """The claims that the engine reads in a row's text."""
    return analyse(document(row), kit).claims
