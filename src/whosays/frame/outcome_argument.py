"""What an elliptical figure beside a verb counts, told by the verb's other arguments ("the dead rose to 18")."""

from __future__ import annotations

from whosays.frame.outcome_words import TALLIES, Kinds, Tables, union
from whosays.model import Sentence, Token

COUNTING = frozenset(
    {
        "number",
        "total",
        "figure",
        "tally",
        "count",
        "toll",
        "group",
        "list",
        "estimate",
        "proportion",
        "share",
        "sum",
        "average",
        "record",
        "percentage",
        "percent",
        "%",
        "cent",
        "majority",
        "minimum",
        "maximum",
        "some",
        "half",
        "quarter",
        "third",
        "excess",
        "handful",
        "range",
        "those",
        "one",
        "member",
        "rest",
        "most",
    }
)


def argument(sentence: Sentence, verb: Token, table: Tables) -> tuple[Kinds, Token | None]:
    """What an elliptical figure beside `verb` counts: the outcome noun, or what a number is said to be of, among its subject and object."""
    if verb.lemma in ("number", "total"):
        subject = next(iter(sentence.children(verb, "nsubj")), None)
        if subject is not None:
            return table.strong.get(subject.lemma, table.weak.get(subject.lemma, ())), subject
    for child in sentence.children(verb, "dobj", "nsubj", "nsubjpass", "attr"):
        for token in (child, *sentence.children(child, "compound", "amod", "nmod")):
            lemma = token.lemma if token.lemma in table.strong else token.text.lower()
            if lemma in table.strong:
                return table.strong[lemma], child
        named = child.lemma in COUNTING or child.lemma in table.deeds
        for preposition in sentence.children(child, "prep") if named else ():
            for inner in sentence.children(preposition, "pobj"):
                if inner.pos in ("NOUN", "PROPN", "ADJ") and preposition.text.lower() in ("of", "among", "for"):
                    kinds = (
                        table.strong.get(inner.lemma)
                        or _relative_states(sentence, inner, table)
                        or table.deeds.get(child.lemma)
                        or table.weak.get(inner.lemma, ())
                    )
                    return kinds, inner
        if child.lemma in TALLIES and child.tag in ("NN", "NNS"):
            return (), child
    return (), None


def _relative_states(sentence: Sentence, noun: Token, table: Tables) -> Kinds:
    return union(table.states.get(c.text.lower(), ()) for c in sentence.children(noun, "acl", "amod", "relcl"))
