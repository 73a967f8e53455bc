"""What tells a person and a person's gender in a noun phrase (offices, titles, first names), and what is a body.

Only what is sure is listed: a name that both men and women bear tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import msgspec

from whosays.lexicon.load import load
from whosays.model import Token

Gender = Literal["m", "f"]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: base forms, lower case. ``roles`` are persons, ``bodies`` act as one, ``texts`` speak for an issuer,
    of which ``issued`` are always someone's own words."""

    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    texts: tuple[str, ...]
    issued: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    male_names: tuple[str, ...]
    female_names: tuple[str, ...]
    anaphoric: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Persons:
    """Look-ups by base form. ``kinds`` gives, for a general noun, those it may stand for ("agency" for "bureau")."""

    roles: frozenset[str]
    bodies: frozenset[str]
    texts: frozenset[str]
    issued: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    anaphoric: frozenset[str]
    kinds: dict[str, frozenset[str]]

    def role(self, token: Token) -> bool:
        """Whether the noun is an office or role that a person has."""
        named = token.lemma in self.roles or token.text.lower() in self.roles
        return named or token.lemma.endswith(("man", "woman", "person"))

    def gender(self, word: str) -> Gender | None:
        """The gender that a title, a role or a first name tells; None where it tells none."""
        lower = word.lower().rstrip(".")
        if lower in self.male or lower.endswith("sman"):
            return "m"
        return "f" if lower in self.female or lower.endswith("woman") else None


@lru_cache(maxsize=1)
def load_persons() -> Persons:
    """The words of ``persons.yaml``. Raises ``msgspec.ValidationError`` where the file does not fit `Words`."""
    w = load("persons", Words)
    return Persons(
        roles=frozenset((*w.roles, *w.male, *w.female)),
        bodies=frozenset(w.bodies),
        texts=frozenset(w.texts),
        issued=frozenset(w.issued),
        male=frozenset((*w.male, *w.male_names)),
        female=frozenset((*w.female, *w.female_names)),
        anaphoric=frozenset(w.anaphoric),
        kinds={k: frozenset(v) for k, v in w.kinds.items()},
    )
