"""Words that make figures: number words, bounds, units, and the nouns and verbs that tell what happened to what is counted."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whosays.lexicon.load import load
from whosays.model import QuantityKind


class Words(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """Words of one function. Brackets in an example hold the quantity that must be read; none of `not_` may show the function."""

    words: tuple[str, ...]
    examples: tuple[str, ...]
    not_: tuple[str, ...] = msgspec.field(name="not")


class Outcome(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """Words that tell what happened to what is counted. `not_` are examples where the kinds must be others."""

    kinds: tuple[QuantityKind, ...]
    words: tuple[str, ...]
    examples: tuple[str, ...]
    not_: tuple[str, ...] = msgspec.field(name="not")


class Policy(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """How indefinite plurals are read: factors of the word's own number ("dozens" is 12), None where the policy says nothing."""

    name: str
    source: str
    low: float | None = None
    best: float | None = None
    high: float | None = None


class Quantities(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """The lexicon of figures, explained in ``quantities.yaml``. Compared by identity, so that what is compiled from it can be cached."""

    units: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    abbreviated_scales: dict[str, float]
    indefinite: dict[str, float]
    fractions: dict[str, float]
    majorities: Words
    several: dict[str, float]
    pairs: dict[str, float]
    policies: tuple[Policy, ...]
    floors: Words
    floors_after: Words
    ceilings: Words
    ceilings_after: Words
    approximators: Words
    approximators_after: Words
    neutral: tuple[str, ...]
    rises: Words
    percents: tuple[str, ...]
    currencies_before: tuple[str, ...]
    currencies: frozenset[str]
    durations: frozenset[str]
    measures: frozenset[str]
    areas: tuple[str, ...]
    uncounted: frozenset[str]
    labels: frozenset[str]
    months: frozenset[str]
    outcome_nouns: tuple[Outcome, ...]
    weak_nouns: tuple[Outcome, ...]
    deed_nouns: tuple[Outcome, ...]
    states: tuple[Outcome, ...]
    done_to: tuple[Outcome, ...]
    undergone: tuple[Outcome, ...]
    tallies: Outcome
    counting: Outcome
    hits: Outcome
    struck: Outcome
    carrying: Outcome
    linking: Outcome
    stating: Outcome
    changing: Outcome
    swings: Outcome
    deadly: Outcome
    anybody: Outcome
    personal: Outcome
    loses: frozenset[str]
    lives: frozenset[str]
    life_takers: frozenset[str]
    motions: frozenset[str]
    presences: frozenset[str]
    armed: frozenset[str]
    people: frozenset[str]
    materiel: frozenset[str]
    hospital: frozenset[str]
    suspects: frozenset[str]
    inanimate: frozenset[str]
    formations: frozenset[str]
    share_bases: frozenset[float]
    periods: tuple[str, ...]
    masses: frozenset[str]

    def policy(self, name: str) -> Policy:
        """The policy of that name; `ValueError` naming the known ones where there is none."""
        for policy in self.policies:
            if policy.name == name:
                return policy
        raise ValueError(
            f"no policy {name!r} for indefinite numbers; known: {', '.join(p.name for p in self.policies)}"
        )


@lru_cache(maxsize=1)
def load_quantities() -> Quantities:
    """The shipped lexicon, read once a process."""
    return load("quantities", Quantities)
