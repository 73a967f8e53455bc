"""One event for a bare sentence, as event coders have it: the whole sentence is the content."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from whosays.frame.roles import roles
from whosays.frame.status import status
from whosays.frame.trigger import Trigger, trigger
from whosays.model import Document, Party, Span, Stance, Status

if TYPE_CHECKING:
    from whosays.pipeline import Kit


def bare(text: str) -> Document:
    """A document that is nothing but the text."""
    return Document(id=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:20], key="", text=text)


def coded(text: str, kit: Kit) -> tuple[Trigger | None, Status | None, Party | None, Party | None]:
    """(trigger, status, actor, recipient) of the text's main act: of its first sentence that has one."""
    document = bare(text)
    for sentence in kit.parser(document):
        spans = (Span(sentence.start, sentence.end),)
        found = trigger(sentence, spans, kit.lexicon.actions)
        if found is not None and found.action is not None:
            actor, recipient = roles(document, found, kit.lexicon.actions)
            return found, status(found, spans, Stance.ASSERTS, kit.lexicon.actions), actor, recipient
    return None, None, None, None
