"""Records -> JSON Lines in UTF-8: the contract's form, the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whosays.export.record import Record

_ENCODER = msgspec.json.Encoder()


def jsonlines(records: Iterable[Record]) -> str:
    """One record a line, each line ended; the empty string for none."""
    return "".join(_ENCODER.encode(record).decode() + "\n" for record in records)
