"""What a document says of itself, beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.model import Origin
from whosays.read.published import Dating


@dataclass(frozen=True, slots=True)
class Found:
    """Metadata that a reader found in a document; None and empty where it says nothing. The user's own words win over it."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    dates: tuple[Dating, ...] = ()
    origin: Origin | None = None
