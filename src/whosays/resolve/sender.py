"""Whose soldiers are sent: of "Orlan has sent 3,000 soldiers" they are Orlan's."""

from __future__ import annotations

from whosays.lexicon.parties import load_parties
from whosays.model import Sentence, Token


def sender(sentence: Sentence, token: Token) -> Token | None:
    """The subject of the verb of sending that the noun is the object of; None where it is none."""
    verb = sentence.head(token)
    if token.dep not in ("dobj", "nsubjpass") or verb.lemma not in load_parties().sends:
        return None
    if token.dep == "dobj":
        return next((t for t in sentence.children(verb, "nsubj") if t.pos != "PRON"), None)
    by = next(iter(sentence.children(verb, "agent")), None)
    return next(iter(sentence.children(by, "pobj")), None) if by is not None else None
