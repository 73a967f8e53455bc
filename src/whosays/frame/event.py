"""What the content says happened: type, mode, status, trigger, and the words for who did it to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whosays.frame.clause import VERBAL, patient
from whosays.frame.deniable import deniable
from whosays.frame.earlier import earlier
from whosays.frame.feigned import feigned
from whosays.frame.reading import known
from whosays.frame.roles import roles
from whosays.frame.status import status
from whosays.frame.trigger import Trigger, trigger
from whosays.frame.undone import undone
from whosays.lexicon.actions import Actions
from whosays.model import (
    Attribution,
    Document,
    Event,
    EventType,
    Party,
    Polarity,
    Position,
    Sentence,
    Span,
    Stance,
    Status,
    position_of,
    sentences_at,
)

_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE})
_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING, Status.HABITUAL})
_FIRST_PERSON = frozenset({"i", "we", "our", "us", "my", "me"})


def event(
    document: Document, sentences: Sequence[Sentence], attribution: Attribution, lexicon: Actions
) -> Event | None:
    """The event of the attribution's content, without place, time and figures.

    `type` is None where the content names no act of the sixteen types: such an event is worth keeping only with a place, a time or
    a figure. None where the content has no word. Actor and recipient carry words and span only; "we" has the source as antecedent.
    """
    found = _best(sentences, attribution.content, lexicon)
    if (found is None or found.action is None) and attribution.resolved:
        found = _best(sentences, attribution.resolved, lexicon) or found
    if found is None:
        return None
    if (_is_denied(attribution) and not deniable(found, lexicon)) or _is_likened(found, attribution):
        found = found.top()
    wanted = _wanted(found, attribution, lexicon) or _forbidden(found, lexicon)
    found = wanted or found
    actor, recipient = _parties(document, sentences, found, lexicon)
    own = _is_own(document, attribution, lexicon) or _is_claimed(document, attribution, found)
    if actor is None and attribution.source is not None and own:
        actor = Party(None, None, None, attribution.source.text, attribution.source.span)
    when = status(found, (*attribution.content, *attribution.resolved), attribution.stance, lexicon)
    if wanted is not None or _is_asking(found, attribution):
        when = Status.HYPOTHETICAL
    if (
        attribution.polarity is Polarity.PLUS
        and when in _HAPPENED
        and (undone(found, lexicon) or feigned(found, lexicon))
    ):
        when = Status.HYPOTHETICAL
    type_, mode = (found.action.type, found.action.mode) if found.action else (None, None)
    if type_ in _HOSTILE and when is Status.HYPOTHETICAL and _is_threat(found, actor):
        type_, mode = EventType.THREATEN, "violence" if type_ is EventType.ASSAULT else None
    return Event(
        type=type_,
        mode=mode,
        status=when,
        trigger=() if _is_saying(found, attribution, lexicon) else found.spans,
        actor=_spoken(actor, attribution),
        recipient=_spoken(recipient, attribution),
    )


def _wanted(found: Trigger, attribution: Attribution, lexicon: Actions) -> Trigger | None:
    """The act that is demanded, where the content holds the demanding too: leaving in "we call on them to leave".

    None where nothing is demanded, and where what is demanded is no act of the sixteen types.
    """
    asks = attribution.stance in (Stance.DEMANDS, Stance.ASKS) and found.action is not None
    if not asks or found.action is None or found.action.type is not EventType.REQUEST or found.head.pos not in VERBAL:
        return None
    sentence = found.sentence
    for inner in sentence.children(found.head, "xcomp", "ccomp", "advcl"):
        act = trigger(sentence, (sentence.subtree_span(inner),), lexicon) if inner.index > found.head.index else None
        if act is not None and act.action is not None:
            return replace(act, above=found.above)
    return None


def _is_asking(found: Trigger, attribution: Attribution) -> bool:
    """Whether the content holds the demanding, and what is demanded is no act of the sixteen types: "we urge them to reconsider"."""
    asked = found.action is not None and found.action.type is EventType.REQUEST
    return asked and attribution.stance in (Stance.DEMANDS, Stance.ASKS) and found.head.pos in VERBAL


def _forbidden(found: Trigger, lexicon: Actions) -> Trigger | None:
    """The act that is not let happen: the raid in "would not allow any raid", which is no concession."""
    sentence, verb = found.sentence, found.head
    if verb.lemma not in ("allow", "permit", "tolerate") or not sentence.children(verb, "neg"):
        return None
    act = _object_act(found, lexicon)
    return replace(act, above=found.above) if act is not None and act.action is not None and act.action.type else None


def _parties(
    document: Document, sentences: Sequence[Sentence], found: Trigger, lexicon: Actions
) -> tuple[Party | None, Party | None]:
    """Actor and recipient by the content's own words; of a happening told again, by those that told it first."""
    actor, recipient = roles(document, found, lexicon)
    if recipient is None and (act := _object_act(found, lexicon)) is not None:
        recipient = next(
            (whose for m in earlier(sentences, act, lexicon) if (whose := roles(document, m, lexicon)[0])), None
        )
    for mention in earlier(sentences, found, lexicon) if actor is None or recipient is None else ():
        told = roles(document, mention, lexicon)
        if told != (None, None):
            doer = None if found.head.lemma in lexicon.classes["answering"] else told[0]
            return actor or doer, recipient or told[1]
    return actor, recipient


def _object_act(found: Trigger, lexicon: Actions) -> Trigger | None:
    """The act that the main act is about, where it is a noun without an owner: the withdrawal in "opposed the withdrawal"."""
    sentence, verb = found.sentence, found.head
    thing = patient(sentence, verb) if found.action is not None and verb.pos in VERBAL else None
    reading = known(sentence, thing, lexicon) if thing is not None and thing.pos == "NOUN" else None
    return Trigger(sentence, thing, reading[1], reading[0]) if thing is not None and reading is not None else None


def _best(sentences: Sequence[Sentence], spans: Sequence[Span], lexicon: Actions) -> Trigger | None:
    """The cheapest trigger of the content's sentences; the first of equals."""
    best: Trigger | None = None
    for sentence in sentences_at(sentences, *spans):
        found = trigger(sentence, spans, lexicon)
        if found is None:
            continue
        if best is None or (best.action is None and found.action is not None):
            best = found
    return best


def _is_threat(found: Trigger, actor: Party | None) -> bool:
    """A harm that the speaker puts under a condition: "if they cross the line, we will strike"."""
    speaks = actor is not None and (actor.text or "").lower() in ("i", "we")
    return speaks and any(
        c.lemma == "will" or c.text.lower() in ("'ll", "’ll") for c in found.sentence.children(found.head, "aux")
    )


def _is_likened(found: Trigger, attribution: Attribution) -> bool:
    """Whether the content says what something is like: "(described) the attack as an outrage"."""
    sentence, above = found.sentence, found.above
    if above is None or above.pos not in ("NOUN", "PROPN", "PRON") or above.dep == "ROOT":
        return False
    beside = (
        t for t in sentence.children(sentence.head(above), "prep") if t.text.lower() == "as" and t.index > above.index
    )
    return any(t.span.overlaps(span) for t in beside for span in attribution.content)


def _is_denied(attribution: Attribution) -> bool:
    rejects = position_of(attribution.stance, attribution.polarity) is Position.REJECTS
    return rejects or attribution.polarity is Polarity.MINUS


def _is_saying(found: Trigger, attribution: Attribution, lexicon: Actions) -> bool:
    """Whether what is denied is only called by a noun of saying: who rejects an objection does not say that there was none."""
    return found.action is None and _is_denied(attribution) and found.head.lemma in lexicon.classes["saying"]


def _is_own(document: Document, attribution: Attribution, lexicon: Actions) -> bool:
    """Whether the source speaks of an act of its own: an intention, or responsibility that it claims."""
    if attribution.stance is Stance.INTENDS:
        return True
    cue = " ".join(span.of(document.text).lower() for span in attribution.cue)
    content = " ".join(span.of(document.text).lower() for span in attribution.content)
    return bool(lexicon.classes["claiming"] & set(cue.split())) and "responsib" in cue + content


def _is_claimed(document: Document, attribution: Attribution, found: Trigger) -> bool:
    """Whether the source claims an attack that the content names and no more: "the raid was claimed by the front"."""
    named = found.head.pos == "NOUN" and found.above is not None and found.head.index == found.above.index
    cue = {w for span in attribution.cue for w in span.of(document.text).lower().split()}
    attack = found.action is not None and found.action.type is EventType.ASSAULT
    return named and attack and bool(cue & {"claim", "claims", "claimed", "claiming"})


def _spoken(party: Party | None, attribution: Attribution) -> Party | None:
    """A party in the first person stands for the source."""
    source = attribution.source
    if party is None or source is None or not _is_first_person(party.text or ""):
        return party
    return replace(party, antecedent=(source.antecedent or source).span)


def _is_first_person(text: str) -> bool:
    """Whether the words are "I" or "we"; "US" is a country."""
    return text.lower() in _FIRST_PERSON and (len(text) == 1 or not text.isupper())
