"""Which words within a content take a stance of their own, or give it a mood; and which sources reckon rather than say."""

from __future__ import annotations

from functools import cached_property, lru_cache

import msgspec

from whosays.lexicon.load import load
from whosays.model import Polarity, Stance


class Shown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text with <source>, {cue} and [content] marked, and the stance and polarity that must be read in it."""

    text: str
    stance: Stance
    polarity: Polarity = Polarity.PLUS


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base forms that are read alike. ``examples`` show the reading that is theirs, those under ``not`` the other."""

    lemmas: frozenset[str]
    examples: tuple[Shown, ...]
    counter: tuple[Shown, ...] = msgspec.field(name="not")

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.lemmas


class Attitudes(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The groups of ``attitudes.yaml``, which says what each is for."""

    evidence: Words
    willed: Words
    confirming: Words
    able: Words
    answers: Words
    denying: Words
    seeing: Words
    wishing: Words
    addresses: Words
    goes_on: Words
    found_out: Words
    accepting: Words
    estimates: Words
    opinions: Words
    forecasts: Words

    @cached_property
    def reckoned(self) -> dict[str, Stance]:
        """The stance that a source has by its noun: estimates can't assert."""
        stances = {Stance.ESTIMATES: self.estimates, Stance.BELIEVES: self.opinions, Stance.EXPECTS: self.forecasts}
        return {lemma: stance for stance, words in stances.items() for lemma in words.lemmas}


@lru_cache(maxsize=1)
def load_attitudes() -> Attitudes:
    """The shipped groups. Raises ``msgspec.ValidationError`` where the file does not fit."""
    return load("attitudes", Attitudes)
