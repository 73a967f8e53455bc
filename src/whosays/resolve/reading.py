"""What a phrase means so far: country, sector, body, person, each None until something tells it."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.lexicon.actors import kind_of
from whosays.lexicon.terms import Sort


@dataclass(frozen=True, slots=True)
class Reading:
    """Who a phrase means. ``body`` is the whole code of a named body ("IGO UNO"); else country and sector make the code.

    ``head`` is the head noun's key (for "the ministry" further on), ``person`` the words that name a person, ``sort`` what
    the head is in the lexicon. ``alone`` says whether the text's own country may be filled in, ``bare`` that nothing
    stands beside the noun, ``strange`` that an unknown name does ("the Asad regime"). ``why`` says how it was told, for a
    reader; "" where the words themselves and the lexicon told it.
    """

    name: str | None
    country: str | None = None
    sector: str | None = None
    body: str | None = None
    head: str = ""
    person: str | None = None
    sort: Sort | None = None
    alone: str = "none"
    bare: bool = False
    strange: bool = False
    why: str = ""

    @property
    def code(self) -> str | None:
        """The code that is known so far; a bare sector where no country is named."""
        if self.body is not None:
            return self.body
        if self.sort is Sort.AGENT and self.alone == "none" and self.country is None and self.bare:
            return None
        if self.sector == "UNSPEC" or (self.alone == "unspec" and self.country is None and self.sector is not None):
            return "UNSPEC"
        return " ".join(p for p in (self.country, self.sector) if p) or None

    @property
    def told(self) -> bool:
        """Whether the words themselves tell all of the code."""
        return self.body is not None or (self.country is not None and self.sector is not None)

    @property
    def kind(self) -> str | None:
        if self.person is not None:
            return "person"
        whole = {Sort.STATE: "government", Sort.PEOPLE: "public", Sort.ADJECTIVE: "public", Sort.ETHNIC: "public"}
        return kind_of(self.code) or (whole.get(self.sort) if self.sort else None)
