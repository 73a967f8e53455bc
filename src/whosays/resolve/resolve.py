"""Mentions -> Entities: parties get names and codes, events get their places.

Everything the document says is used at once: who is introduced with which title, which countries and towns are named
together. A relay that is no medium or body that reports is dropped, and so is an event that is only a state and has
neither place nor time nor figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from whosays.lexicon.actors import Actors
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Claim, Document, Event, Party, Sentence, Stance, Status, Where
from whosays.resolve.cast import Cast, cast
from whosays.resolve.continued import continued
from whosays.resolve.counterpart import both, with_counterpart
from whosays.resolve.each import each
from whosays.resolve.gazetteer import Gazetteer
from whosays.resolve.locate import locate
from whosays.resolve.party import party
from whosays.resolve.places import places
from whosays.resolve.scene import is_scene
from whosays.resolve.sides import sides
from whosays.resolve.told import Part, Role

_PLAIN = frozenset({"it", "him", "her", "them"})


def resolve(
    document: Document, sentences: Sequence[Sentence], claims: Sequence[Claim], gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[Claim, ...]:
    """The claims in the same order, with source, relay, actor, recipient and place resolved as far as the text allows.

    A claim of "both sides" is there once for each side, where the text tells the two.
    """
    known = cast(document, sentences, lexicon.actors)
    wheres = places(document, sentences, gazetteer, lexicon.features)
    found: list[Claim] = []
    quoted: Party | None = None
    for claim in chain.from_iterable(each(c, sentences, known, lexicon) for c in claims):
        found.append(_resolved(sentences, claim, quoted, known, wheres, lexicon.actors))
        quoted = found[-1].source if found[-1].source.span is not None else quoted
    return tuple(found)


def _resolved(
    sentences: Sequence[Sentence],
    claim: Claim,
    quoted: Party | None,
    known: Cast,
    wheres: Sequence[Where],
    actors: Actors,
) -> Claim:
    """One claim; `quoted` is the last source that was quoted before it, resolved."""

    def named(who: Party, role: Role) -> Party:
        return party(who, sentences, known, actors, Part(role)) if who.span else who

    source = continued(named(claim.source, Role.SOURCE), quoted, sentences)
    via = tuple(named(v, Role.VIA) for v in claim.via)
    event = claim.event
    where = locate(sentences, claim, wheres)
    if event is None and where is not None:
        event = Event(None, None, None, ())
    if event is not None:
        event = _parties(sentences, source, event, known, actors)
        event = sides(replace(event, place=where), known, actors)
    said = _says_something(event) or _is_wanted(claim, event)
    return replace(claim, source=source, via=via, event=event if said else None)


def _parties(sentences: Sequence[Sentence], source: Party, event: Event, known: Cast, actors: Actors) -> Event:
    """The event with actor and recipient resolved; the town that a bombing is called by is no actor."""
    event = with_counterpart(sentences, source, event)
    pair = both(sentences, source, event, known, actors)
    if pair is not None:
        return pair
    actor, recipient = event.actor, event.recipient
    if actor is not None and is_scene(actor, sentences, actors):
        actor = None
    if actor is not None and actor.span is not None:
        actor = _with_joined(actor, sentences, known, actors, Part.of_actor(source, event))
    if recipient is not None and recipient.span is not None:
        recipient = _with_joined(recipient, sentences, known, actors, Part.of_recipient(source, event, actor))
        recipient = _untold(recipient) if _is_itself(actor, recipient) else recipient
    return replace(event, actor=actor, recipient=recipient)


def _is_itself(actor: Party | None, recipient: Party) -> bool:
    """Whether a plain pronoun was taken for the very one who acts: in "China intends to annex it", "it" is another."""
    plain = (recipient.text or "").casefold() in _PLAIN
    return plain and actor is not None and actor.code is not None and actor.code == recipient.code


def _untold(party: Party) -> Party:
    return replace(party, name=party.text, code=None, kind=None)


def _with_joined(who: Party, sentences: Sequence[Sentence], known: Cast, actors: Actors, part: Part) -> Party:
    """The party resolved, and each that is joined to it."""
    joined = tuple(party(other, sentences, known, actors, part) for other in who.joined)
    return replace(party(who, sentences, known, actors, part), joined=joined)


def _says_something(event: Event | None) -> bool:
    return event is not None and bool(event.type or event.place or event.time or event.quantities)


def _is_wanted(claim: Claim, event: Event | None) -> bool:
    """Whether a known party is to do something, or is asked to, that is none of the sixteen acts: a deed, and no state."""
    doer = event.actor if event is not None else None
    if event is None or doer is None or doer.code is None or not event.trigger:
        return False
    asked = claim.stance in (Stance.DEMANDS, Stance.ASKS) and event.status is Status.HYPOTHETICAL
    return asked or event.status is Status.PLANNED
