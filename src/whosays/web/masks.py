"""Names of private persons -> pages without them: what leaves the house names nobody who holds no office, unless that is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable

from whosays.export.private import Private, parts

BLOCK = "█"
_APOSTROPHE = "&#39;"


def mask(found: Private) -> Callable[[str], str]:
    """Text, or a page -> the same with the names of private persons masked, letter for letter, so that offsets hold.

    Their whole names are, and each part by itself that is no office holder's too. A name has a capital: "hill" is none
    because somebody is called Hill.
    """
    lone = {part for name in found.names for part in parts(name) if part.casefold() not in found.kept}
    words = sorted({*found.names, *lone}, key=lambda w: (-len(w), w))
    if not words:
        return lambda text: text
    either = "|".join(re.escape(word).replace("'", f"(?:'|{_APOSTROPHE})") for word in words)
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(_blocked, text)


def _blocked(match: re.Match[str]) -> str:
    name = match[0].replace(_APOSTROPHE, "'")
    return "".join(c if c.isspace() else BLOCK for c in name) if name != name.lower() else match[0]
