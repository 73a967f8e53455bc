"""What a cue can be said of: which verbs take a plain object, an infinitive, a thing and what is said of it."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from whosays.lexicon.group import Group
from whosays.lexicon.load import load


class Constructions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The groups of ``constructions.yaml``, which says what each is for."""

    takes_a_thing: Group
    says_of_a_thing: Group
    demands: Group
    promises: Group
    lends_itself: Group
    of_a_deed: Group
    a_text: Group
    cited: Group
    acts: Group
    keeps_from: Group
    leads_on: Group
    sees_as: Group
    blame: Group
    names: Group
    speaks: Group
    shows: Group
    bears_out: Group
    rejects: Group
    answers: Group
    goes_on: Group
    owned: Group
    asks: Group
    replies: Group
    labels: Group
    leads_to_a_label: Group
    accounts: Group
    asks_unnamed: Group
    heads_a_note: Group
    seems: Group
    unsure: Group
    sure: Group
    points: Group
    hides: Group
    audience: Group
    on_account: Group


@lru_cache(maxsize=1)
def load_constructions() -> Constructions:
    """The shipped constructions. Raises ``msgspec.ValidationError`` where the file does not fit."""
    return load("constructions", Constructions)
