"""A party's words -> who it is: name, code and kind, from its own words, then the text, then the lexicon's lists.

In order: what the words themselves say ("the Dutch foreign minister"), what the text has said of the name or the noun before,
what the lexicon knows of the name as of the document's day, and, for an office without a country ("the army"), the
country that the text speaks of. A state or capital that speaks or acts is its government; one that something happens to
is the state. Nothing is guessed: without any of these the code stays None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.lexicon.actors import Actors
from whosays.model import Party, Sentence, SourceKind
from whosays.resolve.cast import Cast
from whosays.resolve.told import Part, told

SOURCE = Part()
"""Of who speaks."""


def party(
    party: Party,
    sentences: Sequence[Sentence],
    cast: Cast,
    lexicon: Actors,
    part: Part = SOURCE,
) -> Party:
    """The party with its name, code and kind filled in where the words, the text or the lexicon tell, as its `part` in the
    claim has it. Pure; never raises.
    """
    if party.kind is SourceKind.PUBLISHER or party.text is None:
        return party
    read = told(party, sentences, cast, lexicon, part)
    if read is None:
        return party
    kind = SourceKind(read.kind) if read.kind else None
    return replace(party, name=read.name or party.text, code=read.code, kind=kind)
