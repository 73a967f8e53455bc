"""What an elliptical figure beside a verb counts, told by the verb's other arguments ("the dead rose to 18")."""

from __future__ import annotations

from whosays.frame.outcome_words import Kinds, Tables, union
from whosays.model import Sentence, Token


def argument(sentence: Sentence, verb: Token, table: Tables) -> tuple[Kinds, Token | None]:
    """What an elliptical figure beside `verb` counts: the outcome noun, or what a number is of, among the verb's subject and object."""
    if verb.lemma in ("number", "total"):
        subject = next(iter(sentence.children(verb, "nsubj")), None)
        if subject is not None:
            return table.strong.get(subject.lemma, table.weak.get(subject.lemma, ())), subject
    for child in sentence.children(verb, "dobj", "nsubj", "nsubjpass", "attr"):
        for token in (child, *sentence.children(child, "compound", "amod", "nmod")):
            lemma = token.lemma if token.lemma in table.strong else token.text.lower()
            if lemma in table.strong:
                return table.strong[lemma], child
        if child.lemma in table.counting or child.lemma in table.deeds:
            told = _of_number(sentence, child, table)
            if told is not None:
                return told
        if child.lemma in table.tallies and child.tag in ("NN", "NNS"):
            return (), child
    return (), None


def _of_number(sentence: Sentence, number: Token, table: Tables) -> tuple[Kinds, Token] | None:
    """What "the number of wounded", "the number killed", "the evacuation of families" is of; None where it does not say."""
    killed = _relative_states(sentence, number, table)
    if killed and number.lemma in table.tallies:
        return killed, number
    for preposition in sentence.children(number, "prep"):
        if preposition.text.lower() not in ("of", "among", "for"):
            continue
        for inner in sentence.children(preposition, "pobj", "pcomp"):
            state = table.states.get(inner.text.lower(), ())
            if state or inner.pos in ("NOUN", "PROPN", "ADJ"):
                told = table.strong.get(inner.lemma) or state or _relative_states(sentence, inner, table)
                return told or table.deeds.get(number.lemma) or table.weak.get(inner.lemma, ()), inner
    return None


def _relative_states(sentence: Sentence, noun: Token, table: Tables) -> Kinds:
    return union(table.states.get(c.text.lower(), ()) for c in sentence.children(noun, "acl", "amod", "relcl"))
