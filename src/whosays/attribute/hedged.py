"""What the text says in its own voice with a reserve ("it remains unclear whether ...") or only points to ("note that ...")."""

from __future__ import annotations

from whosays.lexicon.constructions import Constructions
from whosays.model import Sentence, Span, Token

_CLAUSES = ("ccomp", "csubj", "advcl")


def hedged(sentence: Sentence, head: Token, built: Constructions) -> tuple[tuple[Span, ...], Token]:
    """The hedge and the clause under it; no hedge and the clause where the text points to it; no hedge and `head` otherwise."""
    expletive = [t for t in sentence.children(head, "nsubj", "expl", "nsubjpass") if t.lemma == "it"]
    if not expletive:
        return (), _pointed_to(sentence, head, head.tag == "VB" and not _subjects(sentence, head), built) or head
    predicate = sentence.children(head, "acomp", "attr", "oprd")
    negated = bool(sentence.children(head, "neg"))
    unsure = [t for t in predicate if t.lemma in built.unsure or (negated and t.lemma in built.sure)]
    over = [head, *unsure]
    clause = next((c for t in over for c in sentence.children(t, *_CLAUSES) if c.index > head.index), None)
    if clause is not None and (unsure or head.lemma in built.seems or (negated and head.lemma in built.sure)):
        return (Span(expletive[0].start, (unsure or [head])[0].end),), clause
    worth = [n for t in predicate if t.lemma == "worth" for n in sentence.children(t, "xcomp", "pcomp", "ccomp")]
    return (), next((c for n in worth if (c := _pointed_to(sentence, n, True, built))), head)


def _subjects(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    return sentence.children(verb, "nsubj", "nsubjpass")


def _pointed_to(sentence: Sentence, verb: Token, bids: bool, built: Constructions) -> Token | None:
    """The clause that the reader is bidden to note."""
    clauses = sentence.children(verb, "ccomp") if bids and verb.lemma in built.points else ()
    return next((c for c in clauses if c.index > verb.index and _subjects(sentence, c)), None)
