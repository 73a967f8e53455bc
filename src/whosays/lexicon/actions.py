"""Which words name which act: the words of PLOVER's sixteen types, and the verbs that only carry, phase or report one.

The data is ``actions.yaml``. An entry gathers words of one reading: its type and mode, and where its actor and recipient stand
around the word. Types and modes follow the PLOVER codebook (Open Event Data Alliance) and its table from CAMEO of 2021.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

import msgspec

from whosays.lexicon.load import load
from whosays.model import EventType


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One reading; `type` is None for words of mere comment ("expressed concern"), at which the search for an act ends.

    A verb pattern begins with its verb ("open fire"), a noun pattern ends with its noun ("prisoner exchange"). A
    further word of a pattern must hang on that verb or noun, in any order; ``@class`` stands for any word of the
    class. ``actor`` and ``recipient`` list places in order of preference: ``subj``, ``obj``, ``clause`` (subject
    of the complement clause), ``goal`` (object of the complement clause), ``moved`` (the object
    though it is part of the act's name), ``holder`` (the noun that the
    act's noun hangs on: "suspects in custody"), ``poss``, ``mod`` (nation before the
    noun) or a preposition, with ``-named`` only of a name. ``unless`` are words or classes of the object that bar
    the reading, ``*`` any object. ``only`` are words or classes of the subject without which there is no such
    reading. ``quad`` overrides the type's CAMEO quad class. ``state``: the plain present is a lasting state.
    ``weak``: names an act only for want of a better word. ``examples`` mark the actor ``<so>`` and the recipient
    ``[so]``; ``not_`` are sentences that must not be read so.
    """

    id: str
    type: EventType | None
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subj",)
    recipient: tuple[str, ...] = ("obj",)
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    quad: int | None = None
    state: bool = False
    weak: bool = False
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")


class Pattern(msgspec.Struct, frozen=True):
    """One word of an entry, taken apart: the other words that must hang on it, and the entry."""

    others: tuple[str, ...]
    action: Action


class Actions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The whole file: entries, word classes, and the verbs to look through.

    ``acted_on`` are the classes whose words are a party, not a part of the act's name. ``light`` verbs lend only
    their subject ("carried out strikes"), ``undergo`` verbs make it the one acted on ("came under fire"),
    ``phase`` verbs begin, go on or end another, ``plan`` verbs put it in the future, ``make`` verbs hand it to
    their object, ``report`` verbs say it, ``happen`` verbs say that their subject took place, ``ending`` verbs
    that it did not go on; through ``partitive`` nouns the search goes on to what follows ("a series of attacks").
    """

    entries: tuple[Action, ...]
    classes: dict[str, frozenset[str]]
    acted_on: frozenset[str]
    light: tuple[str, ...]
    undergo: tuple[str, ...]
    phase: frozenset[str]
    plan: frozenset[str]
    make: frozenset[str]
    report: frozenset[str]
    happen: frozenset[str]
    ending: frozenset[str]
    partitive: frozenset[str]

    @cached_property
    def verbs(self) -> Mapping[str, tuple[Pattern, ...]]:
        """Verb lemma -> its patterns, those of more words first."""
        return _index((v.split()[0], v.split()[1:], e) for e in self.entries for v in e.verbs)

    @cached_property
    def nouns(self) -> Mapping[str, tuple[Pattern, ...]]:
        """Noun lemma -> its patterns, those of more words first."""
        return _index((n.split()[-1], n.split()[:-1], e) for e in self.entries for n in e.nouns)

    @cached_property
    def carriers(self) -> Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]:
        """Verb lemma -> (its other words, whether its subject is the one acted on), those of more words first."""
        found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        for phrases, undergoes in ((self.light, False), (self.undergo, True)):
            for phrase in phrases:
                verb, *others = phrase.split()
                found.setdefault(verb, []).append((tuple(others), undergoes))
        return {verb: tuple(sorted(rows, key=lambda row: -len(row[0]))) for verb, rows in found.items()}


@lru_cache(maxsize=1)
def load_actions() -> Actions:
    """The package's own list of actions."""
    return load("actions", Actions)


def _index(rows: Iterable[tuple[str, list[str], Action]]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for head, others, action in rows:
        found.setdefault(head, []).append(Pattern(tuple(others), action))
    return {head: tuple(sorted(patterns, key=_rank)) for head, patterns in found.items()}


def _rank(pattern: Pattern) -> tuple[int, int]:
    return -len(pattern.others), sum(word.startswith("@") for word in pattern.others)
