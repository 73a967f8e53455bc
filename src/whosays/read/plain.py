"""Plain text: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.read.compose import compose
from whosays.read.decode import Undecoded, decode
from whosays.read.input import LONGEST, Input, Reading, Unread

LONGEST_BYTES = 4 * LONGEST
"""No text of `LONGEST` code points takes more bytes, in any Unicode encoding (but for its mark)."""


class PlainReader:
    """Takes whatever no other reader took, and reads it as text or says why it is none."""

    name = "plain"
    rank = 100

    def accepts(self, item: Input) -> bool:
        return True

    def read(self, item: Input) -> Iterator[Reading | Unread]:
        data = item.stream.read(LONGEST_BYTES + 5)
        decoded = decode(data)
        if isinstance(decoded, Undecoded):
            yield Unread(item.key, decoded.why)
        elif len(data) > LONGEST_BYTES + 4:
            yield Unread(
                item.key,
                f"too long: over {LONGEST_BYTES:,} bytes; a document may have {LONGEST:,} characters; cut it up",
            )
        else:
            yield compose(decoded.text, item.key, item.stated, oddities=decoded.oddities, data=data)
