"""Who a party's words mean in their claim, and how that was told: by what it is to the claim, who speaks and who fights.

"We" is the speaker, and so is "it" in what the ministry says of itself; soldiers that are shot at are not the shooter's
own; a people that fights is its army; a state that speaks or acts is its government.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from whosays.lexicon.actors import Actors
from whosays.lexicon.parties import load_parties
from whosays.lexicon.terms import Sort
from whosays.model import Event, EventType, Party, Sentence, SourceKind, Span, sentences_at
from whosays.resolve.agents import reading
from whosays.resolve.cast import Cast, span_phrase
from whosays.resolve.reading import Reading
from whosays.resolve.speaker import is_quoted, is_speaker
from whosays.resolve.who import is_other, owned, who


class Role(StrEnum):
    """Which of a claim's parties it is."""

    SOURCE = "source"
    VIA = "via"
    ACTOR = "actor"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Part:
    """What a party is to its claim, and beside whom.

    ``speaker`` is the source of the claim that an actor or recipient stands in, already resolved: who "we" and "our" are, and
    who "he" is in what he said himself. ``deed`` is the type of the event that an actor does, ``foe`` the resolved actor of
    the attack of which this is the recipient.
    """

    role: Role = Role.SOURCE
    speaker: Party | None = None
    deed: EventType | None = None
    foe: Party | None = None

    @classmethod
    def of_actor(cls, speaker: Party, event: Event) -> Part:
        """The part of the event's actor."""
        return cls(Role.ACTOR, speaker, deed=event.type)

    @classmethod
    def of_recipient(cls, speaker: Party, event: Event, actor: Party | None) -> Part:
        """The part of the event's recipient; `actor` is resolved, and a foe where it attacks."""
        return cls(Role.RECIPIENT, speaker, foe=actor if event.type is EventType.ASSAULT else None)


_COLLECTIVE = frozenset({Sort.PEOPLE, Sort.ETHNIC, Sort.STATE, Sort.CAPITAL, Sort.ADJECTIVE})
_BESIDE = frozenset({"poss", "compound", "amod", "nmod"})
_AS_ONE = frozenset(
    {EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT, EventType.AGREE, EventType.COOPERATE, EventType.COERCE}
)
"""What a people without a state does as one body: by those who bear arms for it."""
_SOME = r"(?:(?:[Oo]ne|two|three|some|many|most|all|each|any|none|several|few|both|half|dozens|hundreds|thousands|[\d,.]+) of )?"
_OURS = re.compile(rf"\s*{_SOME}(?:[Ww]e|us|[Oo]urs?|I|[Mm]y|[Mm]e)(?!\w)")


def told(party: Party, sentences: Sequence[Sentence], cast: Cast, lexicon: Actors, part: Part) -> Reading | None:
    """The reading of a party that has words, with ``why``; None where nobody can be told."""
    speaker, foe = part.speaker, part.foe
    span = party.antecedent or party.span
    text = span_phrase(cast.document, span) if party.antecedent is not None and span else party.text or ""
    at = span.start if span else 0
    if speaker is not None and party.antecedent is not None and _OURS.fullmatch(party.text or ""):
        text = party.text or "" if party.antecedent in (speaker.span, speaker.antecedent) else text
    own = _OURS.match(text) if speaker is not None and speaker.code not in (None, "UNSPEC", "publisher") else None
    definite = text[:4].casefold() == "the "
    if definite and speaker is not None and span is not None and is_quoted(span, sentences, cast.document):
        cast = cast.seen_by(speaker.code)
    enemy = (foe.code or "").split() if foe is not None else []
    if enemy and len(enemy[0]) == 3 and enemy[-1] in (enemy[0], "GOV", "MIL") and _are_soldiers(text, cast, lexicon):
        cast = cast.without(enemy[0])
    if own is not None and speaker is not None:
        rest = text[own.end() :].strip()
        read: Reading | None = None if is_other(rest) else _ours(rest, speaker, cast, lexicon)
    elif speaker is not None and span is not None and is_speaker(text, span, speaker, sentences, cast.document):
        read = _ours("", speaker, cast, lexicon)
    else:
        read = who(text, span, at, sentences, cast, lexicon)
    return _acting(_fighting(read, span, at, sentences, cast, part.deed), part.role) if read is not None else None


def _are_soldiers(text: str, cast: Cast, lexicon: Actors) -> bool:
    """Whether the words mean an army's people and don't say whose."""
    read = reading(text, lexicon, cast.on, cast.near)
    return read.sector == "MIL" and read.country is None and read.body is None


def _ours(rest: str, speaker: Party, cast: Cast, lexicon: Actors) -> Reading:
    """The reading of "we", or of "our forces" as the speaker's."""
    owner = Reading(speaker.name, body=speaker.code, person=speaker.name if speaker.kind is SourceKind.PERSON else None)
    read = owned(reading(rest, lexicon, cast.on, cast.near), owner) if rest else owner
    return replace(read, why=f"the speaker's own: {speaker.name}" if rest else f"the speaker: {speaker.name}")


def _fighting(
    read: Reading,
    span: Span | None,
    at: int,
    sentences: Sequence[Sentence],
    cast: Cast,
    deed: EventType | None = None,
) -> Reading:
    """A people that fights is its army ("the Iranians fired first"); one without a state, rebels ("the Kurds withdrew").

    So is a state whose attack a noun names: the army's is "the Iranian strike" and "Iran's killing of two guards".
    """
    sentence = next(iter(sentences_at(sentences, Span(at, at + 1))), None)
    if sentence is None or span is None or read.sort not in _COLLECTIVE:
        return read
    top = sentence.top(span)
    if read.sort in (Sort.STATE, Sort.CAPITAL, Sort.ADJECTIVE):
        plain = read.person is None and read.body is None and read.sector in (None, "GOV")
        strikes = deed is EventType.ASSAULT and plain and top is not None and top.dep in _BESIDE
        return replace(read, sector="MIL", name=None, why="a state's attack is its army's") if strikes else read
    verb = next((t for t in sentence.ancestors(top) if t.pos in ("VERB", "NOUN")), None) if top else None
    if (verb is None or verb.lemma not in load_parties().fights) and not (read.sort is Sort.ETHNIC and deed in _AS_ONE):
        return read
    if read.sort is Sort.PEOPLE:
        return replace(read, sector="MIL")
    return replace(read, sector="REB", country=read.country or cast.country(at, sentence.index))


def _acting(read: Reading, role: Role) -> Reading:
    """A state that speaks or acts is its government; one that something is done to is the state."""
    if read.sort is Sort.STATE and read.sector is None and role is not Role.RECIPIENT:
        return replace(read, sector="GOV", name=f"Government of {read.name}")
    return read
