"""Mentions -> Entities: parties get names and codes, events get their places.

Everything the document says is used at once: who is introduced with which title, which countries and towns are named
together. A relay that is no medium or body that reports is dropped, and so is an event that is only a state and has
neither place nor time nor figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.lexicon.actors import Actors
from whosays.lexicon.lexicon import Lexicon
from whosays.model import Claim, Document, Event, EventType, Party, Sentence, Where
from whosays.resolve.cast import Cast, cast
from whosays.resolve.counterpart import both, with_counterpart
from whosays.resolve.gazetteer import Gazetteer
from whosays.resolve.locate import locate
from whosays.resolve.party import party
from whosays.resolve.places import places
from whosays.resolve.scene import is_scene
from whosays.resolve.sides import sides
from whosays.resolve.told import Role


def resolve(
    document: Document, sentences: Sequence[Sentence], claims: Sequence[Claim], gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[Claim, ...]:
    """The claims in the same order, with source, relay, actor, recipient and place resolved as far as the text allows."""
    known = cast(document, sentences, lexicon.actors)
    wheres = places(document, sentences, gazetteer, lexicon.features)
    return tuple(_resolved(sentences, claim, known, wheres, lexicon.actors) for claim in claims)


def _resolved(
    sentences: Sequence[Sentence], claim: Claim, known: Cast, wheres: Sequence[Where], actors: Actors
) -> Claim:
    def named(who: Party, role: Role) -> Party:
        return party(who, sentences, known, actors, role) if who.span else who

    source = named(claim.source, Role.SOURCE)
    via = tuple(named(v, Role.VIA) for v in claim.via)
    event = claim.event
    where = locate(sentences, claim, wheres)
    if event is None and where is not None:
        event = Event(None, None, None, ())
    if event is not None:
        event = _parties(sentences, source, event, known, actors)
        event = sides(replace(event, place=where), known, actors)
    return replace(claim, source=source, via=via, event=event if _says_something(event) else None)


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
        actor = party(actor, sentences, known, actors, Role.ACTOR, source, event.type)
    if recipient is not None and recipient.span is not None:
        foe = actor if event.type is EventType.ASSAULT else None
        recipient = party(recipient, sentences, known, actors, Role.RECIPIENT, source, None, foe)
    return replace(event, actor=actor, recipient=recipient)


def _says_something(event: Event | None) -> bool:
    return event is not None and bool(event.type or event.place or event.time or event.quantities)
