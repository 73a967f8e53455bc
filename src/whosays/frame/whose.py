"""Whose a paper, an idea or an act is: the ministry in "rejected the ministry's offer", the union in "its ban on the union"."""

from __future__ import annotations

from collections.abc import Iterator

from whosays.frame import clause
from whosays.frame.phrase import beside
from whosays.frame.reading import known
from whosays.lexicon.actions import Actions
from whosays.model import Sentence, Token

_MISSIONS = frozenset({"force", "mission", "operation", "contingent"})


def whose(sentence: Sentence, token: Token, lexicon: Actions, depth: int = 0) -> Token | None:
    """The party acted on; of a paper, an idea or an act whose it is ("rejected Orlan's offer", "the appeal lodged by Orlan")."""
    if token.lemma in _MISSIONS and any(
        c.lemma == "peacekeeping" for c in sentence.children(token, "compound", "amod")
    ):
        return clause.after(sentence, token, "in") or token  # "sent troops to the peacekeeping force in Sarda"
    if not _is_abstract(sentence, token, lexicon):
        return token
    if depth == 4:
        return None
    whole = (whose(sentence, t, lexicon, depth + 1) for t in _owners(sentence, token))
    return next((t for t in whole if t is not None), None)


def _owners(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Whose a paper or an act may be, by the words around it; a pronoun last ("its ban on the union")."""
    pronoun: Token | None = None
    for place in ("poss", "by", "mod", "against", "on", "from", "between", "of", "to", "for", "with"):
        found = beside(sentence, token, place) if place in ("poss", "mod") else clause.after(sentence, token, place)
        if found is None and place == "by":
            found = _by_after(sentence, token)
        if found is None or found.entity in ("DATE", "TIME"):
            continue
        if place == "poss" and found.pos == "PRON":
            pronoun = found
        else:
            yield found
    for said in sentence.children(token, "acl", "relcl"):  # "the ban imposed on the union"
        for found in (
            clause.after(sentence, said, "on"),
            clause.after(sentence, said, "against"),
            clause.agent(sentence, said),
        ):
            if found is not None and found.entity not in ("DATE", "TIME"):
                yield found
    if pronoun is not None:
        yield pronoun


def _by_after(sentence: Sentence, thing: Token) -> Token | None:
    """Who stands behind an object by a "by" that the parser hung on the verb: the council in "denied charges by the council"."""
    verb = sentence.head(thing)
    behind = next((p for p in sentence.children(verb, "prep", "agent") if p.index == thing.index + 1), None)
    if thing.dep != "dobj" or behind is None or behind.text.lower() != "by":
        return None
    return next(iter(sentence.children(behind, "pobj")), None)


def _is_abstract(sentence: Sentence, token: Token, lexicon: Actions) -> bool:
    """A paper, an idea or an act, which is no party itself."""
    if token.lemma in lexicon.classes["paper"]:
        return True
    return (
        token.pos == "NOUN"
        and token.lemma not in lexicon.classes["party"]
        and known(sentence, token, lexicon) is not None
    )
