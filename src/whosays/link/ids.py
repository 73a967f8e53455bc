"""The id of what is made of several: a group of claims or documents is known by the first of them."""

from __future__ import annotations

import hashlib


def derived(kind: str, first: str) -> str:
    """The id of the `kind` ("origin", "proposition", "incident") whose first member has the id `first`: 16 hexadecimal digits.

    A group keeps its id when others join it later, and two kinds of groups with one first member never share an id.
    """
    return hashlib.sha256(f"{kind} {first}".encode()).hexdigest()[:16]
