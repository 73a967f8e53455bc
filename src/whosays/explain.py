"""Why a claim reads as it does: for each part one line with the rule or the score, and what else it might have been.

Nothing is remembered while a document is read. The stages are asked again about the one claim: the same document, kit
and claim give the same lines, so that the pipeline stays pure and pays nothing for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whosays.attribute.why import why as stance_why
from whosays.frame.trigger import Trigger, rivals
from whosays.lexicon.terms import Sort
from whosays.model import (
    Claim,
    Document,
    Event,
    Party,
    Quantity,
    Sentence,
    SourceKind,
    Span,
    Tagged,
    When,
    Where,
    sentences_at,
)
from whosays.pipeline import Kit
from whosays.resolve.cast import Cast, cast
from whosays.resolve.reading import Reading
from whosays.resolve.told import Part, Role, told

RIVALS = 4
"""Other acts and other places that are named."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one part of a claim is what it is. ``part`` is attribution, stance, source, event, actor, ...; both are one line."""

    part: str
    why: str


def explain(document: Document, claim: Claim, kit: Kit) -> tuple[Reason, ...]:
    """The reasons of a claim that `analyse` made of this document with this kit, in the order of the record."""
    sentences = kit.parser(document)
    return tuple(_reasons(document, claim, sentences, kit))


def _reasons(document: Document, claim: Claim, sentences: Sequence[Sentence], kit: Kit) -> Iterator[Reason]:
    tagged = claim.attribution.tagged
    if tagged is None:
        yield Reason(
            "attribution", "the publisher's own: a clause that reports something and that no one is quoted for"
        )
    else:
        words = ", ".join(f"{name} {_quoted(document, spans)}" for name, spans in _spans(claim) if spans)
        yield Reason("attribution", f"found by {_finder(tagged)}: {words}")
        said = stance_why(sentences, tagged, claim.stance, kit.lexicon)
        yield Reason("stance", f"{claim.stance}, {claim.certainty}, polarity {claim.polarity}; {said}")
    known = cast(document, sentences, kit.lexicon.actors)
    yield Reason("source", _party(claim.source, _again(claim.source, sentences, known, kit, Part(Role.SOURCE))))
    for relay in claim.via:
        yield Reason("via", _party(relay, _again(relay, sentences, known, kit, Part(Role.VIA))))
    if claim.event is None:
        yield Reason("event", "none: no act of the sixteen types, and no place, time or figure")
        return
    yield from _event(claim, claim.event, sentences, kit)
    yield from _sides(claim.source, claim.event, sentences, known, kit)
    yield from _circumstances(claim.event)


def _finder(tagged: Tagged) -> str:
    """What found the attribution, in words; only the learned tagger is more or less sure."""
    if tagged.by.startswith("rules"):
        return f"the rule {tagged.by}"
    return f"the learned tagger {tagged.by}, score {tagged.score:.2f} of 1"


def _spans(claim: Claim) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    source = claim.source.span
    return ("source", (source,) if source else ()), ("cue", claim.attribution.cue), ("content", claim.content)


def _quoted(document: Document, spans: Sequence[Span]) -> str:
    return " … ".join(f"“{' '.join(s.of(document.text).split())}”" for s in spans)


def _again(party: Party, sentences: Sequence[Sentence], known: Cast, kit: Kit, part: Part) -> Reading | None:
    """The reading of a resolved party, asked for again."""
    if party.span is None:
        return None
    return told(party, sentences, known, kit.lexicon.actors, part)


def _party(party: Party, read: Reading | None) -> str:
    if party.kind is SourceKind.PUBLISHER:
        return f"{party.name}: nobody is quoted"
    if party.span is None:
        return f"{party.code}: no source is named"
    name = f"“{' '.join((party.text or '').split())}” is {party.name} ({party.code}, {party.kind})"
    if party.code is not None and (read is None or read.code != party.code):
        return f"{name}: by the countries that the text speaks of there"
    if read is None or read.code is None:
        return f"“{' '.join((party.text or '').split())}”: nobody that the words, the text or the lists tell; no code"
    how = read.why or (f"its own words, {_SORTS[read.sort]}" if read.sort else "its own words")
    return f"{name}: {how}"


_SORTS = {
    Sort.AGENT: "by a noun of the list of actors",
    Sort.BODY: "a body of the list of actors",
    Sort.PERSON: "a person of the list of actors",
    Sort.STATE: "the name of a state",
    Sort.CAPITAL: "a capital or seat that stands for its government",
    Sort.TOWN: "the name of a town",
    Sort.PEOPLE: "the name of a people",
    Sort.ETHNIC: "the name of a people without a state",
    Sort.ADJECTIVE: "the adjective of a country",
}


def _event(claim: Claim, event: Event, sentences: Sequence[Sentence], kit: Kit) -> Iterator[Reason]:
    spans = claim.content if event.trigger and any(t in s for t in event.trigger for s in claim.content) else ()
    near = sentences_at(sentences, *(spans or claim.attribution.resolved or claim.content))
    acts = [t for s in near for t in rivals(s, spans or _whole(near), kit.lexicon.actions)]
    chosen = next((t for t in acts if t.spans == event.trigger), None)
    others = [t for t in acts if t is not chosen and t.action is not None][:RIVALS]
    runners = "; ".join(f"“{_words(t)}” {_type(t)} at {t.cost:.1f}" for t in others) or "none"
    if event.type is None:
        yield Reason("event", f"no type: a state, or an act that none of the entries reads; other acts: {runners}")
    elif chosen is None or chosen.action is None:
        yield Reason("event", f"{event.type}: told by the act that the content stands for; other acts: {runners}")
    else:
        entry = f"“{_words(chosen)}”, entry “{chosen.action.id}” of the list of actions, {_away(chosen)}"
        yield Reason("event", f"{event.type}{f' ({event.mode})' if event.mode else ''}: {entry}; other acts: {runners}")
    if event.status is not None:
        yield Reason("status", f"{event.status}: by {_verbs(chosen, claim.content)}; the source {claim.stance} it")


def _whole(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The spans of whole sentences."""
    return tuple(s.span for s in sentences)


def _away(trigger: Trigger) -> str:
    """How far the act is from the content's main word: 0 is that word, and the nearest act is the event."""
    return f"{trigger.cost:.1f} steps from the content's main word"


def _words(trigger: Trigger) -> str:
    return " ".join(t.text for t in sorted(set(trigger.words), key=lambda t: t.index))


def _type(trigger: Trigger) -> str:
    return str(trigger.action.type) if trigger.action is not None else "no act"


def _verbs(trigger: Trigger | None, content: Sequence[Span]) -> str:
    """The verb that says the act, with its auxiliaries and the verbs above it inside the content."""
    if trigger is None:
        return "the words around the act"
    sentence, token = trigger.sentence, trigger.carrier or trigger.head
    above = (t for t in sentence.ancestors(token) if any(t.span.overlaps(s) for s in content))
    found = [token, *(t for t in above if t.pos in ("VERB", "AUX"))]
    whole = ((*sentence.children(v, "aux", "auxpass", "neg"), v) for v in found[:3])
    verbs = [" ".join(t.text for t in sorted(words, key=lambda t: t.index)) for words in whole]
    return ", under ".join(f"“{t}”" for t in verbs)


def _sides(source: Party, event: Event, sentences: Sequence[Sentence], known: Cast, kit: Kit) -> Iterator[Reason]:
    if event.actor is not None:
        read = _again(event.actor, sentences, known, kit, Part.of_actor(source, event))
        yield Reason("actor", _party(event.actor, read))
    if event.recipient is not None:
        read = _again(event.recipient, sentences, known, kit, Part.of_recipient(source, event, event.actor))
        yield Reason("recipient", _party(event.recipient, read))


def _circumstances(event: Event) -> Iterator[Reason]:
    if event.place is not None:
        yield Reason("place", _place(event.place))
    if event.time is not None:
        when = event.time
        yield Reason("time", f"“{when.text}” is {_days(when)} ({when.precision})")
    for q in event.quantities:
        yield Reason("quantity", f"“{q.text}” is {_values(q)}{f' {q.unit}' if q.unit else ''}")


def _days(when: When) -> str:
    if when.start is None and when.end is None:
        return "no day: nothing to reckon from"
    if when.start == when.end:
        return f"{when.start}"
    return f"{when.start or 'any day'} to {when.end or 'an open end'}"


def _values(quantity: Quantity) -> str:
    named = (("at least", quantity.low), ("", quantity.best), ("at most", quantity.high))
    told = " and ".join(f"{name} {value:g}".strip() for name, value in named if value is not None)
    return f"about {told}" if quantity.approximate and told else told or "no number"


def _place(place: Where) -> str:
    others = "; ".join(f"{c.name} ({c.country}), score {c.score:.1f}" for c in place.others[:RIVALS]) or "none"
    name = f"{place.name}, {place.country}" if place.name else "in no gazetteer"
    return f"“{place.text}” is {name} ({place.precision}); others: {others}"
