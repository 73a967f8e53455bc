"""Whom a blow that a noun names strikes, and who deals it, by the words before the noun: "the envoy's murder", "an army raid"."""

from __future__ import annotations

from whosays.frame import clause
from whosays.frame.phrase import beside
from whosays.frame.trigger import Trigger
from whosays.lexicon.actions import Actions
from whosays.model import Sentence, Token


def suffers(sentence: Sentence, noun: Token, lexicon: Actions) -> Token | None:
    """Whose harm a noun names by its possessor: the envoy in "the envoy's murder"; of "Orlan's killing of two" Orlan does it."""
    if noun.lemma not in lexicon.classes["suffering"] or clause.after(sentence, noun, "of") is not None:
        return None
    owner = beside(sentence, noun, "poss")
    return owner if owner is not None and owner.entity not in ("GPE", "NORP", "ORG") else None


def struck_before(trigger: Trigger, lexicon: Actions) -> Token | None:
    """What a noun before the act's noun says is struck: the base in "the base attack", but not the army in "an army raid"."""
    words, dealt = lexicon.classes["manner"], is_blow(trigger.head, lexicon)
    for noun in trigger.sentence.children(trigger.head, "compound"):
        if (
            noun.pos in ("NOUN", "PROPN")
            and noun.lemma not in words
            and not (dealt and noun.lemma in lexicon.classes["armed"])
        ):
            return noun if noun not in trigger.words and noun.pos == "NOUN" else None
    return None


def is_blow(noun: Token, lexicon: Actions) -> bool:
    """Whether those who bear arms deal the blow that a noun names after them: "an army raid", not "a soldier's murder"."""
    return noun.lemma in lexicon.classes["blow"]
