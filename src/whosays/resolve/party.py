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
from whosays.model import EventType, Party, Sentence, SourceKind
from whosays.resolve.cast import Cast
from whosays.resolve.told import Role, told


def party(
    party: Party,
    sentences: Sequence[Sentence],
    cast: Cast,
    lexicon: Actors,
    role: Role = Role.SOURCE,
    speaker: Party | None = None,
    deed: EventType | None = None,
    foe: Party | None = None,
) -> Party:
    """The party with its name, code and kind filled in where the words, the text or the lexicon tell. Pure; never raises.

    `speaker` is the source of the claim that an actor or recipient stands in, already resolved: who "we" and "our" are, and
    who "he" is in what he said himself. `deed` is the type of the event that an actor does,
    `foe` the resolved actor of the attack of which this is the recipient.
    """
    if party.kind is SourceKind.PUBLISHER or party.text is None:
        return party
    read = told(party, sentences, cast, lexicon, role, speaker, deed, foe)
    if read is None:
        return party
    kind = SourceKind(read.kind) if read.kind else None
    return replace(party, name=read.name or party.text, code=read.code, kind=kind)
