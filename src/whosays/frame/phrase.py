"""The words of a party: a noun with what belongs to it."""

from __future__ import annotations

from whosays.lexicon.actions import Actions
from whosays.model import Sentence, Span, Token

_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_CHARGING = frozenset(
    {"accuse", "convict", "suspect", "acquit", "clear", "inform", "notify", "assure", "strip", "deprive", "rob"}
)
_CHARGES = frozenset({"accusation", "allegation", "charge", "claim", "complaint"})
_LEFT = (
    "det",
    "amod",
    "compound",
    "nummod",
    "poss",
    "quantmod",
    "nmod",
    "advmod",
    "predet",
    "case",
    "punct",
    "npadvmod",
)


def noun_phrase(sentence: Sentence, head: Token) -> Span:
    """A noun with what stands before it, its "of" and "from", and its name in apposition."""
    kept = {head.index}
    for child in (*sentence.children(head), *_name_beside(sentence, head)):
        if child.index < head.index and child.dep in _LEFT:
            kept |= {t.index for t in sentence.subtree(child)}
        elif child.dep == "prep" and child.text.lower() in ("of", "from") and child.index <= max(kept) + 3:
            if is_charge(sentence, head, child):
                continue
            kept |= {child.index}
            for inner in sentence.children(child, "pobj"):
                kept |= _indices(sentence, noun_phrase(sentence, inner))
        elif child.dep == "case" and child.index == max(kept) + 1:
            kept |= {child.index}
        elif child.dep in ("appos", head.dep) and child.index > head.index:
            name = _indices(sentence, noun_phrase(sentence, child))
            kept |= name if min(name) == max(kept) + 1 else set()
    first = min(kept)
    while (more := _same_name(sentence, head, first)) is not None:
        first = min((more.index, *(t.index for c in sentence.children(more, *_LEFT) for t in sentence.subtree(c))))
    while first < head.index and sentence.tokens[first].pos == "PUNCT":
        first += 1
    last = max(kept)
    while last > head.index and sentence.tokens[last].pos in ("PUNCT", "PART"):
        last -= 1
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def is_charge(sentence: Sentence, noun: Token, preposition: Token) -> bool:
    """Whether "of" says what one is charged with, and not whose the noun is: "accused the army of murder"."""
    if preposition.text.lower() != "of" or any(c.pos == "PROPN" for c in sentence.children(preposition, "pobj")):
        return False
    while noun.dep == "pobj" and sentence.head(noun).text.lower() == "of":  # "the government of Sarda of murder"
        noun = sentence.head(sentence.head(noun))
    above = sentence.head(noun)
    if noun.dep == "pobj":  # "accusations by the council of murder"
        return above.text.lower() in ("by", "from", "against") and sentence.head(above).lemma in _CHARGES
    own = any(c.text.lower() == "of" for c in sentence.children(above, "prep"))
    return noun.dep in ("dobj", "nsubjpass") and above.lemma in _CHARGING and not own


def _name_beside(sentence: Sentence, title: Token) -> tuple[Token, ...]:
    """The name that the parser hung beside its title: Jan Holm in "met her counterpart Jan Holm"."""
    after = (t for t in sentence.children(sentence.head(title), title.dep) if t.index > title.index)
    name = next(after, None)
    return (name,) if name is not None and name.pos == "PROPN" and title.dep in ("dobj", "pobj", "nsubj") else ()


def _same_name(sentence: Sentence, head: Token, first: int) -> Token | None:
    """The word before a name that the parser hung beside it, not in it: "Omar", "al" and "-" of "Omar al-Bashir"."""
    if first == 0 or head.pos != "PROPN":
        return None
    before = sentence.tokens[first - 1]
    beside = before.pos == "PROPN" and before.dep == head.dep and before.head == head.head and before.index != head.head
    return before if beside else None


def _indices(sentence: Sentence, span: Span) -> set[int]:
    return {t.index for t in sentence.within(span)}


def is_measure(sentence: Sentence, token: Token, lexicon: Actions) -> bool:
    """A date, a sum or a share is no party, unless it is one of somebody ("40% of the soldiers")."""
    if any(c.text.lower() == "of" for c in sentence.children(token, "prep")):
        return False
    return (
        (token.entity in _MEASURES and token.tag not in ("NNS",))
        or token.lemma in lexicon.classes["calendar"]
        or token.text in ("%", "$", "€", "£")
    )


def beside(sentence: Sentence, noun: Token, place: str) -> Token | None:
    """What stands before a noun: its possessor ("poss") or its nation ("mod"); None where there is none."""
    if place == "poss":
        return next((t for t in sentence.children(noun, "poss") if t.entity not in ("DATE", "TIME")), None)
    for child in sentence.children(noun, "amod", "compound", "nmod", "poss"):
        for token in (child, *sentence.children(child)):
            if token.index < noun.index and _is_nation(token):
                return token
    return None


def _is_nation(token: Token) -> bool:
    if token.entity in ("NORP", "GPE"):
        return True
    return (
        token.pos in ("PROPN", "ADJ")
        and token.text[:1].isupper()
        and token.index > 0
        and token.entity not in ("DATE", "CARDINAL", "TIME")
    )
