"""What nouns and verbs tell of an outcome: the lexicon by word, and which nouns are of people or of things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from whosays.lexicon.quantities import Outcome, Quantities
from whosays.model import QuantityKind, Token

Kinds = tuple[QuantityKind, ...]


K = QuantityKind
HARM = frozenset({K.KILLED, K.INJURED, K.MISSING, K.CAPTURED, K.DISPLACED})


@dataclass(frozen=True, slots=True)
class Tables:
    """The lexicon's outcomes by word; the other fields are its groups of the same names."""

    strong: dict[str, Kinds]
    weak: dict[str, Kinds]
    deeds: dict[str, Kinds]
    states: dict[str, Kinds]
    done: dict[str, Kinds]
    undergone: dict[str, Kinds]
    tallies: frozenset[str]
    counting: frozenset[str]
    hits: frozenset[str]
    struck: frozenset[str]
    carrying: frozenset[str]
    linking: frozenset[str]
    stating: frozenset[str]
    changing: frozenset[str]
    swings: frozenset[str]
    deadly: frozenset[str]
    anybody: frozenset[str]
    personal: tuple[str, ...]


@lru_cache(maxsize=8)
def tables(lexicon: Quantities) -> Tables:
    """The outcome words of the lexicon, indexed."""

    def index(groups: Iterable[Outcome]) -> dict[str, Kinds]:
        found: dict[str, Kinds] = {}
        for group in groups:
            for word in group.words:
                found[word] = tuple(dict.fromkeys((*found.get(word, ()), *group.kinds)))
        return found

    return Tables(
        index(lexicon.outcome_nouns),
        index(lexicon.weak_nouns),
        index(lexicon.deed_nouns),
        index(lexicon.states),
        index(lexicon.done_to),
        index(lexicon.undergone),
        frozenset(lexicon.tallies.words),
        frozenset((*lexicon.counting.words, *lexicon.tallies.words)),
        frozenset(lexicon.hits.words),
        frozenset((*lexicon.hits.words, *lexicon.struck.words)),
        frozenset(lexicon.carrying.words),
        frozenset(lexicon.linking.words),
        frozenset(lexicon.stating.words),
        frozenset(lexicon.changing.words),
        frozenset(lexicon.swings.words),
        frozenset(lexicon.deadly.words),
        frozenset(lexicon.anybody.words),
        lexicon.personal.words,
    )


def is_materiel(noun: Token, lexicon: Quantities) -> bool:
    """Whether the noun is a weapon, a vehicle or a building: a word of the list, or the name of a model ("Su-25s")."""
    lemma = noun.lemma.removesuffix("s") if noun.tag in ("NNPS", "NNP") else noun.lemma
    if (
        noun.lemma in lexicon.materiel
        or lemma in lexicon.materiel
        or noun.text.lower().removesuffix("s") in lexicon.materiel
    ):
        return True
    head, _, tail = noun.text.partition("-")
    return bool(head) and head[0].isupper() and len(head) <= 4 and tail[:1].isdigit()


def is_person(noun: Token, lexicon: Quantities, *, whole: bool = False) -> bool:
    """Whether the noun is of people: by the lists, as the name of a people, or by its ending ("fisherman", "deserter", "evacuee")."""
    lemma = noun.lemma
    if (
        lemma in lexicon.people
        or lemma in lexicon.armed
        or lemma in lexicon.lives
        or lemma in tables(lexicon).weak
        or noun.text.lower() in lexicon.people
    ):
        return True
    if whole and noun.tag == "NNP" and noun.entity != "NORP":  # "a third of Mosul"
        return False
    if noun.tag in ("NNPS", "NNP") or noun.entity == "NORP":
        return not is_materiel(noun, lexicon)
    return (
        lemma.endswith(tables(lexicon).personal) and lemma not in lexicon.uncounted and lemma not in lexicon.inanimate
    )


def union(kinds: Iterable[Kinds]) -> Kinds:
    """All of the kinds, each once, in the order given."""
    return tuple(dict.fromkeys(k for each in kinds for k in each))


def settled(kinds: Kinds, words: Iterable[Token], table: Tables) -> Kinds:
    """ "Shot and killed", "shot dead": who is hit and dead is dead."""
    lemmas = {t.lemma for t in words} | {t.text.lower() for t in words}
    hits = lemmas & table.struck
    if K.KILLED in kinds and hits and not lemmas & {"injure", "wound", "injured", "wounded", "hurt", "maim"}:
        return tuple(k for k in kinds if k is not K.INJURED)
    return kinds
