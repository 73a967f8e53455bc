"""The further parties that stand beside one by "and" or a comma: Sarda and Tovia in "sanctions on Orlan, Sarda and Tovia".

Where one of them has a name each is a party of its own; common nouns ("students and workers") are one phrase.
"""

from __future__ import annotations

from whosays.lexicon.actions import Actions
from whosays.model import Sentence, Token

_NOMINAL = ("NOUN", "PROPN")


def joined(sentence: Sentence, head: Token, lexicon: Actions) -> tuple[Token, ...]:
    """The heads of the parties joined to `head`, in text order; none where no name is among them, or what is joined is no party."""
    found = tuple(t for t in _listed(sentence, head) if t.pos in _NOMINAL and t.lemma not in lexicon.classes["paper"])
    names = any(t.pos == "PROPN" for t in (head, *found))
    return tuple(sorted(found, key=lambda t: t.index)) if names and head.pos in _NOMINAL else ()


def _listed(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """What hangs on the head by "and", however the parser nested the list."""
    found: list[Token] = []
    open_ = [head]
    while open_:
        token = open_.pop()
        for child in (*sentence.children(token, "conj"), *_second(sentence, token), *_of_name(sentence, token)):
            if child.index > head.index:
                found.append(child)
                open_.append(child)
    return tuple(found)


def _of_name(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """What is joined to the name of a noun: Jan Holm in "the guards' leader Ana Dorn and Jan Holm"."""
    names = sentence.children(noun, "appos") if noun.pos == "NOUN" else ()
    return tuple(c for name in names if name.pos == "PROPN" for c in sentence.children(name, "conj"))


def _second(sentence: Sentence, name: Token) -> tuple[Token, ...]:
    """The second of three names that the parser took for another name of the first: Sarda in "Orlan, Sarda and Tovia"."""
    if name.pos != "PROPN":
        return ()
    return tuple(
        c
        for c in sentence.children(name, "appos")
        if c.pos == "PROPN"
        and c.index > name.index
        and not sentence.children(c, "det")
        and any(further.pos == "PROPN" for further in sentence.children(c, "conj"))
    )
